/**
 * Service. When the people on a dial list may be called: hours of the day in the time zone of the
 * list, over midnight and on the days on which clocks change.
 */

/** As Salesforce keeps them: times of day as `09:00:00.000Z`, the zone by its IANA name. */
export interface CallHours {
    readonly timeZone: string | null;
    readonly from: string | null;
    readonly until: string | null;
}

export type Opening =
    | { readonly kind: 'open' }
    | {
          readonly kind: 'closed';
          /** Milliseconds since 1970. */
          readonly opensAt: number;
      }
    /** Nobody can say: half of it is missing, the zone is unknown, or the hours end as they begin. */
    | { readonly kind: 'unclear' };

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
/** Clocks change at full quarters of an hour (UTC); between them they run evenly. */
const QUARTER_MINUTES = 15;
/** A day on which clocks go back has 25 hours, and hours that were skipped come the day after. */
const LOOK_AHEAD_MINUTES = 3 * DAY_MINUTES;

/** @param now milliseconds since 1970 */
export function openingAt({ timeZone, from, until }: CallHours, now: number): Opening {
    if (from === null && until === null) {
        return { kind: 'open' };
    }
    const [start, end] = [minuteOfDay(from), minuteOfDay(until)];
    if (start === 0 && end === 0) {
        return { kind: 'open' };
    }
    const clock = start === end || !timeZone ? undefined : clockOf(timeZone);
    if (start === undefined || end === undefined || !clock) {
        return { kind: 'unclear' };
    }
    const spansMidnight = start > end;
    const isOpen = (minute: number) => {
        const [begun, notOver] = [minute >= start, minute < end];
        return spansMidnight ? begun || notOver : begun && notOver;
    };
    if (isOpen(clock(now))) {
        return { kind: 'open' };
    }
    const thisMinute = Math.floor(now / MINUTE_MS);
    let wall = 0;
    for (let at = thisMinute + 1; at <= thisMinute + LOOK_AHEAD_MINUTES; at += 1) {
        const isKnown = at > thisMinute + 1 && at % QUARTER_MINUTES !== 0;
        wall = isKnown ? (wall + 1) % DAY_MINUTES : clock(at * MINUTE_MS);
        if (isOpen(wall)) {
            return { kind: 'closed', opensAt: at * MINUTE_MS };
        }
    }
    return { kind: 'unclear' };
}

/** `09:30:00.000Z` → 570 */
function minuteOfDay(time: string | null): number | undefined {
    const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(time ?? '') ?? [];
    return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

/** Tells the minute of the day in a zone; undefined for a zone that nobody knows. */
function clockOf(timeZone: string): ((at: number) => number) | undefined {
    try {
        const format = new Intl.DateTimeFormat('en-GB', {
            timeZone,
            hour: '2-digit',
            minute: '2-digit',
            hourCycle: 'h23'
        });
        return (at) => minuteOfDay(format.format(at))!;
    } catch {
        return undefined;
    }
}
