import { CallRefused, type CallRefusalCode } from '../port.ts';
import { reasonText } from '../reasonText.ts';

/** What the library throws: the vendor's answer, or what went wrong on the way. */
interface Failed {
    readonly status?: number;
    /** Of the vendor's list of error codes; a text where there was no answer. */
    readonly code?: number | string;
    readonly message?: string;
}

/** The vendor's error codes, by what they mean here: its list of errors and warnings. */
const CODES: Readonly<Record<number, CallRefusalCode>> = {
    /** The number is not verified, not a number, or not one of the account. */
    21210: 'CALLER_ID_REFUSED',
    21212: 'CALLER_ID_REFUSED',
    13214: 'CALLER_ID_REFUSED',
    /** Not a number, not to be reached, not permitted, or not verified in a trial. */
    21211: 'NUMBER_REFUSED',
    21214: 'NUMBER_REFUSED',
    21215: 'NUMBER_REFUSED',
    21216: 'NUMBER_REFUSED',
    21217: 'NUMBER_REFUSED',
    21219: 'NUMBER_REFUSED',
    13223: 'NUMBER_REFUSED',
    13224: 'NUMBER_REFUSED',
    13225: 'NUMBER_REFUSED',
    13227: 'NUMBER_REFUSED',
    /** Too many requests, or too many calls at once. */
    20429: 'TELEPHONY_BUSY',
    10004: 'TELEPHONY_BUSY'
};

export function codeOfError(code: number): CallRefusalCode {
    return CODES[code] ?? 'CALL_NOT_STARTED';
}

/**
 * Why the vendor did not take the request for a call.
 * @param number the number dialled; it does not stand in the reason
 */
export function refusalOf(error: unknown, number: string): CallRefused {
    if (error instanceof CallRefused) {
        return error;
    }
    const { status, code, message = '' } = (error ?? {}) as Failed;
    if (typeof status !== 'number') {
        const isLate = code === 'ECONNABORTED' || code === 'ETIMEDOUT';
        return new CallRefused(
            'CALL_NOT_STARTED',
            isLate ? 'It gave no answer in time.' : 'It cannot be reached.',
            error
        );
    }
    const reason = reasonText(message, number) || `It answered ${status}.`;
    if (status === 429) {
        return new CallRefused('TELEPHONY_BUSY', reason, error);
    }
    return typeof code === 'number'
        ? new CallRefused(codeOfError(code), `${reason} (${code})`.slice(0, 255), error)
        : new CallRefused('CALL_NOT_STARTED', reason, error);
}
