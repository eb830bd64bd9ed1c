/** Room for the word "More" beside the tabs. */
const MORE = 90;
/** The current tab is bold, and wider than it was measured. */
const BOLD = 12;

/**
 * Which tabs fit side by side, by their places; the current one is among them, in place of the last
 * one where it has to be.
 * @param room unknown before it was measured: all fit
 */
export function fitting(
    widths: readonly number[],
    room: number | undefined,
    current: number
): ReadonlySet<number> {
    const all = new Set(widths.keys());
    const sum = (places: Iterable<number>) =>
        [...places].reduce((total, at) => total + widths[at]!, 0);
    if (room === undefined || sum(all) + BOLD <= room) {
        return all;
    }
    const shown = new Set<number>(current >= 0 ? [current] : []);
    for (const at of widths.keys()) {
        if (!shown.has(at)) {
            if (sum(shown) + widths[at]! > room - MORE) {
                break;
            }
            shown.add(at);
        }
    }
    return shown;
}
