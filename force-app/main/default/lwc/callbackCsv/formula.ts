/**
 * A spreadsheet runs a cell that begins like this as a formula. A separator or line end counts as
 * the beginning of a cell too: a spreadsheet that expects another separator cuts there.
 */
const BEGINS_FORMULA = '(?<=^|[,;\\t\\r\\n])';
const FORMULA = "'*[=+\\-@\\t\\r\\uff1d\\uff0b\\uff0d\\uff20]";

const TO_BE_DEFUSED = new RegExp(`${BEGINS_FORMULA}(?=${FORMULA})`, 'g');
const DEFUSED = new RegExp(`${BEGINS_FORMULA}'(?=${FORMULA})`, 'g');
/** Adds up to itself, and the other systems that read the file want it bare. */
const TELEPHONE_NUMBER = /^\+[1-9]\d{6,14}$/;

/** With one `'` before whatever a spreadsheet would run. */
export function defused(value: string): string {
    return TELEPHONE_NUMBER.test(value) ? value : value.replace(TO_BE_DEFUSED, "'");
}

/** What `defused` was given. */
export function undefused(value: string): string {
    return value.includes("'") ? value.replace(DEFUSED, '') : value;
}
