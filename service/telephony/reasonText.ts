/** As much as the log's field holds. */
const LONGEST_REASON = 255;

/**
 * A vendor's own words, fit to be shown and logged: without the number dialled, in whatever way it
 * is written there, without addresses, and not longer than the log takes.
 */
export function reasonText(words: string, number: string): string {
    const digits = number.replace(/\D/g, '');
    const spelled = digits.length >= 5 && new RegExp(`\\+?${[...digits].join('[\\s().-]*')}`, 'g');
    return (spelled ? words.replace(spelled, '(the number)') : words)
        .replace(/https?:\/\/\S+/g, '')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, LONGEST_REASON);
}
