import { describe, expect, it } from 'vitest';
import { rangeOf } from './dateRanges.ts';

/** A Wednesday. */
const now = new Date('2026-03-04T10:30:00Z');

function days(name: string, count = 0): string | undefined {
    const range = rangeOf(name, count, now);
    return (
        range && [range.from, range.until].map((day) => day.toISOString().slice(0, 10)).join(' ')
    );
}

describe('a date literal stands for days, the last one not included', () => {
    it.each([
        ['YESTERDAY', 0, '2026-03-03 2026-03-04'],
        ['TODAY', 0, '2026-03-04 2026-03-05'],
        ['TOMORROW', 0, '2026-03-05 2026-03-06'],
        ['LAST_WEEK', 0, '2026-02-22 2026-03-01'],
        ['THIS_WEEK', 0, '2026-03-01 2026-03-08'],
        ['NEXT_WEEK', 0, '2026-03-08 2026-03-15'],
        ['LAST_MONTH', 0, '2026-02-01 2026-03-01'],
        ['THIS_MONTH', 0, '2026-03-01 2026-04-01'],
        ['NEXT_MONTH', 0, '2026-04-01 2026-05-01'],
        ['LAST_90_DAYS', 0, '2025-12-04 2026-03-05'],
        ['NEXT_90_DAYS', 0, '2026-03-05 2026-06-03'],
        ['LAST_QUARTER', 0, '2025-10-01 2026-01-01'],
        ['THIS_QUARTER', 0, '2026-01-01 2026-04-01'],
        ['NEXT_FISCAL_QUARTER', 0, '2026-04-01 2026-07-01'],
        ['LAST_YEAR', 0, '2025-01-01 2026-01-01'],
        ['THIS_FISCAL_YEAR', 0, '2026-01-01 2027-01-01'],
        ['NEXT_YEAR', 0, '2027-01-01 2028-01-01'],
        ['LAST_N_DAYS', 7, '2026-02-25 2026-03-05'],
        ['LAST_N_DAYS', 0, '2026-03-04 2026-03-05'],
        ['NEXT_N_DAYS', 7, '2026-03-05 2026-03-12'],
        ['N_DAYS_AGO', 4, '2026-02-28 2026-03-01'],
        ['LAST_N_WEEKS', 2, '2026-02-15 2026-03-01'],
        ['NEXT_N_WEEKS', 2, '2026-03-08 2026-03-22'],
        ['N_WEEKS_AGO', 2, '2026-02-15 2026-02-22'],
        ['LAST_N_MONTHS', 3, '2025-12-01 2026-03-01'],
        ['NEXT_N_MONTHS', 10, '2026-04-01 2027-02-01'],
        ['N_MONTHS_AGO', 3, '2025-12-01 2026-01-01'],
        ['LAST_N_QUARTERS', 1, '2025-10-01 2026-01-01'],
        ['N_FISCAL_QUARTERS_AGO', 2, '2025-07-01 2025-10-01'],
        ['NEXT_N_FISCAL_YEARS', 2, '2027-01-01 2029-01-01'],
        ['N_YEARS_AGO', 1, '2025-01-01 2026-01-01']
    ])('%s:%i is %s', (name, count, expected) => {
        expect(days(name, count)).toBe(expected);
    });

    it.each([
        ['SOMEDAY', 0],
        ['LAST_N_MINUTES', 3],
        ['LAST_N_DAYS', -1],
        ['LAST_N_DAYS', 1e9],
        ['NEXT_N_YEARS', 1e12]
    ])('%s:%i is none', (name, count) => {
        expect(days(name, count)).toBeUndefined();
    });

    it('reckons weeks from Sunday on a Sunday', () => {
        const range = rangeOf('THIS_WEEK', 0, new Date('2026-03-01T00:00:00Z'));
        expect(range?.from.toISOString()).toBe('2026-03-01T00:00:00.000Z');
    });
});
