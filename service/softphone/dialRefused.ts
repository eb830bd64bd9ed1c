import type { CallRefusalCode } from '../telephony/port.ts';
import { PROBLEMS, type ProblemCode } from '../http/problemTable.ts';

export type DialRefusal = Extract<
    ProblemCode,
    | 'CHOICE_EXPIRED'
    | 'CHOICE_FOR_ANOTHER_CALL'
    | 'CHOICE_USED'
    | 'ENTRY_NOT_TAKEN'
    | 'ENTRY_FOR_ANOTHER_CALL'
    | 'ENTRY_OUTSIDE_HOURS'
    | 'DIAL_KEY_USED'
    | 'CALL_OVER'
    | CallRefusalCode
>;

/** Why a dial from the softphone is not taken. */
export class DialRefused extends Error {
    readonly code: DialRefusal;

    /** @param detail instead of what the code says to do: the telephony's own reason */
    constructor(code: DialRefusal, more: { detail?: string; cause?: unknown } = {}) {
        super(more.detail ?? PROBLEMS[code].remedy, { cause: more.cause });
        this.name = 'DialRefused';
        this.code = code;
    }
}
