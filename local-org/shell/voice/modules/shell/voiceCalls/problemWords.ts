import { boot } from 'browser/boot';
import { word, type Word } from 'shell/words';
import type { PhoneProblem } from '../../../phone';

/** Codes that agents meet; the others are shown as they are. */
const WORDS: Readonly<Record<string, Word>> = {
    CAN_NOT_START_THE_CALL: 'voiceCannotStart',
    GENERIC_ERROR: 'voiceCannotStart',
    CAN_NOT_END_THE_CALL: 'voiceCannotEnd',
    CAN_NOT_ADD_PARTICIPANT: 'voiceCannotAdd',
    INVALID_DESTINATION: 'voiceInvalidNumber',
    INVALID_PHONE_NUMBER: 'voiceInvalidNumber',
    CAN_NOT_LOG_IN: 'voiceCannotSignIn',
    LOGIN_REQUIRED: 'voiceCannotSignIn',
    /** Of the page itself. */
    NO_ANSWER: 'voiceNoAnswer'
};

/** The package has no namespace here. */
const NAMESPACE = 'c';

/** A custom error names a label of the package; its own words are for where there is none. */
export function problemWords(problem: PhoneProblem): string {
    if (problem.kind === 'code') {
        const name = WORDS[problem.code];
        return name ? word(name) : word('voiceProblem', problem.code);
    }
    const { labelName, namespace, message } = problem;
    const label = namespace === NAMESPACE ? boot.labels?.[labelName] : undefined;
    return label || message || word('voiceProblem', labelName);
}
