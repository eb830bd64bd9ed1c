import type { CellProblemCode } from './types';

/** How a telephone number is read; both worlds have one (`c/callbackPhone`, `isE164`). */
export interface PhoneContext {
    /** E.164 where it is a full number, otherwise the text. */
    readonly readNumber: (text: string, defaultCountry: string | undefined) => string;
    readonly isE164: (text: string) => boolean;
    /** Of the organization's policy; for rows that do not say their country. */
    readonly defaultCountry?: string;
}

/** What spreadsheets make of +442079460000 when the column is narrow; 4,42E+11 in some languages. */
const ROUNDED = /^\d(?:[.,]\d+)?E\+?\d+$/i;
/** Digits and the marks between them, without a plus sign. */
const NATIONAL = /^[\d\s().\-/]*\d[\d\s().\-/]*$/;
const FEWEST_DIGITS = 5;

/** Whether a spreadsheet took the number for an amount, and lost its digits. */
export function isRounded(text: string): boolean {
    return ROUNDED.test(text);
}

/** Why a text that could not be read is no full number. */
export function phoneProblem(text: string, country: string | undefined): CellProblemCode {
    if (isRounded(text)) {
        return 'numberRounded';
    }
    const digits = text.replace(/\D/g, '').length;
    return !country && NATIONAL.test(text) && digits >= FEWEST_DIGITS
        ? 'numberNational'
        : 'notANumber';
}
