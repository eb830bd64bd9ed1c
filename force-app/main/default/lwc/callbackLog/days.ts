/** Days of the user, as `YYYY-MM-DD`, and the moments at which they begin. */

const DAY_MS = 86_400_000;

/** The day it is in a time zone. */
export function dayAt(moment: number, timeZone: string): string {
    return new Date(moment + offset(moment, timeZone)).toISOString().slice(0, 10);
}

/** The moment a day begins in a time zone. */
export function startOf(day: string, timeZone: string): string {
    const midnight = Date.parse(day);
    // The offset may change between the two: what holds at the beginning of the day counts.
    const guess = midnight - offset(midnight, timeZone);
    return new Date(midnight - offset(guess, timeZone)).toISOString();
}

export function plusDays(day: string, days: number): string {
    return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

export interface DaySpan {
    /** Both included. */
    readonly from: string;
    readonly to: string;
}

/** Days one by one, or some at a time where there would be more than that many spans. */
export function spansOf({ from, to }: DaySpan, most: number): readonly DaySpan[] {
    const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
    const width = Math.ceil(days / most);
    return Array.from({ length: Math.ceil(days / width) }, (_, i) => {
        const first = plusDays(from, i * width);
        const last = plusDays(first, width - 1);
        return { from: first, to: last > to ? to : last };
    });
}

/** How far clocks of a time zone are ahead of UTC, in milliseconds. */
function offset(moment: number, timeZone: string): number {
    const parts = new Intl.DateTimeFormat('en-US', {
        timeZone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric'
    }).formatToParts(moment);
    const part = (type: Intl.DateTimeFormatPartTypes) =>
        Number(parts.find((one) => one.type === type)!.value);
    const local = Date.UTC(
        part('year'),
        part('month') - 1,
        part('day'),
        part('hour'),
        part('minute'),
        part('second')
    );
    return local - Math.floor(moment / 1000) * 1000;
}
