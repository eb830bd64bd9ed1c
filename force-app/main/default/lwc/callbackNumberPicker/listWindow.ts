/** Height of one row in pixels, and how many rows the list is high; handed to the style sheet. */
export const ROW_HEIGHT = 48;
export const ROWS_IN_VIEW = 6;
const ROWS_AROUND = 4;

/** Which rows are drawn: those in view and a few around them. `end` is not drawn any more. */
export function windowOf(scrollTop: number, count: number): { start: number; end: number } {
    const first = Math.max(0, Math.floor(scrollTop / ROW_HEIGHT));
    const start = Math.max(0, Math.min(first, count - ROWS_IN_VIEW) - ROWS_AROUND);
    return { start, end: Math.min(count, start + ROWS_IN_VIEW + 2 * ROWS_AROUND) };
}

/** How far to scroll, at the least, so that a row is in view. */
export function scrolledTo(row: number, scrollTop: number): number {
    const top = row * ROW_HEIGHT;
    const lowest = top - (ROWS_IN_VIEW - 1) * ROW_HEIGHT;
    return Math.max(0, Math.min(top, Math.max(lowest, scrollTop)));
}
