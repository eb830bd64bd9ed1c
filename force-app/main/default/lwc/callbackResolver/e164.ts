import type { E164 } from './types';

/** `+`, then 7 to 15 digits of which the first is not 0; the rule that `Number__c` is held to. */
const E164_NUMBER = /^\+[1-9]\d{6,14}$/;

/** Whether a text is a full telephone number in E.164. */
export function isE164(text: string): text is E164 {
    return E164_NUMBER.test(text);
}

const PREFIX = /^\+[1-9]\d{0,14}$/;

/** Whether a text can be the prefix of a full telephone number. */
export function isPrefix(text: string): boolean {
    return PREFIX.test(text);
}
