/** Moments in UTC, the second one no longer part of the range. */
export interface DateRange {
    readonly from: Date;
    readonly until: Date;
}

const UNITS = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const;
type Unit = (typeof UNITS)[number];
const MONTHS: Readonly<Partial<Record<Unit, number>>> = { MONTH: 1, QUARTER: 3, YEAR: 12 };
const DAYS: Readonly<Partial<Record<Unit, number>>> = { DAY: 1, WEEK: 7 };

/**
 * The days a date literal of SOQL stands for, as the SOQL reference describes them: `LAST_N_DAYS:7`
 * includes today, `NEXT_N_DAYS:7` begins tomorrow; the other `N` literals are whole weeks, months,
 * quarters or years before or after the present one. Days are UTC days, weeks begin on Sunday, the
 * fiscal year on 1 January.
 * @param name in capitals, such as `TODAY` or `LAST_N_DAYS`
 * @returns undefined for a name that is none, a negative count, or days beyond the calendar
 */
export function rangeOf(name: string, count: number, now: Date): DateRange | undefined {
    const units = unitsOf(name.replace('FISCAL_', ''), count);
    if (!units || count < 0) return undefined;
    const { unit, first, last } = units;
    const range = { from: startOf(unit, now, first), until: startOf(unit, now, last + 1) };
    return isCalendarDay(range.from) && isCalendarDay(range.until) ? range : undefined;
}

/** First and last unit of the range, counted from the present one. */
interface Units {
    readonly unit: Unit;
    readonly first: number;
    readonly last: number;
}

const DAY_NAMES: Readonly<Record<string, number>> = { YESTERDAY: -1, TODAY: 0, TOMORROW: 1 };
const SINGLE: Readonly<Record<string, number>> = { LAST: -1, THIS: 0, NEXT: 1 };

function unitsOf(name: string, count: number): Units | undefined {
    const day = DAY_NAMES[name];
    if (day !== undefined) return { unit: 'DAY', first: day, last: day };
    if (name === 'LAST_90_DAYS') return unitsOf('LAST_N_DAYS', 90);
    if (name === 'NEXT_90_DAYS') return unitsOf('NEXT_N_DAYS', 90);

    const ago = /^N_([A-Z]+)S_AGO$/.exec(name);
    if (ago) return checked(ago[1], -count, -count);
    const several = /^(LAST|NEXT)_N_([A-Z]+)S$/.exec(name);
    if (several?.[1] === 'NEXT') return checked(several[2], 1, count);
    if (several) return checked(several[2], -count, several[2] === 'DAY' ? 0 : -1);
    const single = /^(LAST|THIS|NEXT)_([A-Z]+)$/.exec(name);
    return single ? checked(single[2], SINGLE[single[1]], SINGLE[single[1]]) : undefined;
}

function checked(unit: string, first: number, last: number): Units | undefined {
    const known = UNITS.find((candidate) => candidate === unit);
    return known && { unit: known, first, last };
}

/** Midnight at the start of the unit that is `distance` away from the one of `now`. */
function startOf(unit: Unit, now: Date, distance: number): Date {
    const year = now.getUTCFullYear();
    const month = now.getUTCMonth();
    const months = MONTHS[unit];
    if (months !== undefined) {
        return new Date(Date.UTC(year, month - (month % months) + distance * months, 1));
    }
    const days = DAYS[unit]!;
    const sinceStart = unit === 'WEEK' ? now.getUTCDay() : 0;
    return new Date(Date.UTC(year, month, now.getUTCDate() - sinceStart + distance * days));
}

function isCalendarDay(day: Date): boolean {
    const year = day.getUTCFullYear();
    return !Number.isNaN(day.getTime()) && year >= 1 && year <= 9999;
}
