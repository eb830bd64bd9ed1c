import type { Value } from '../engine/types.ts';

/** Dates and datetimes as the REST API writes them, and their arithmetic in days. All in UTC. */

const DATE = /^\d{4}-\d\d-\d\d$/;
const DATETIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)$/;
const MILLISECONDS_A_DAY = 86_400_000;

export function dateText(moment: Date): string {
    return moment.toISOString().slice(0, 10);
}

export function datetimeText(moment: Date): string {
    return moment.toISOString().replace('Z', '+0000');
}

/** Milliseconds of a date or datetime; undefined for anything else. */
export function momentOf(value: Value): number | undefined {
    if (typeof value !== 'string' || !(DATE.test(value) || DATETIME.test(value))) return undefined;
    const moment = Date.parse(value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
    if (Number.isNaN(moment)) return undefined;
    // 31 February is a date to Date.parse.
    const day = value.slice(0, 10);
    return dateText(new Date(`${day}T00:00:00Z`)) === day ? moment : undefined;
}

/** A date or datetime so many days later. */
export function daysLater(value: string, days: number): string | null {
    const from = momentOf(value);
    if (from === undefined) return null;
    if (DATE.test(value)) return textAt(from + Math.trunc(days) * MILLISECONDS_A_DAY, dateText);
    return textAt(from + Math.round(days * MILLISECONDS_A_DAY), datetimeText);
}

export function daysBetween(from: number, to: number): number {
    return (to - from) / MILLISECONDS_A_DAY;
}

function textAt(moment: number, text: (date: Date) => string): string | null {
    const date = new Date(moment);
    return Number.isNaN(date.getTime()) ? null : text(date);
}
