/** A text as a SOQL literal. Both the quote and the backslash have to be escaped. */
export function soqlText(text: string): string {
    return `'${text.replace(/[\\']/g, (character) => `\\${character}`)}'`;
}
