import type { FieldType } from '../engine/types.ts';

/** Parts of dates; dates are stored as text, `2026-03-01` or `2026-03-01T10:30:00.000+0000`. */
interface DateFunction {
    readonly type: FieldType;
    /** Needs a datetime. */
    readonly ofTime?: boolean;
    sql(column: string): string;
}

const digits = (from: number, count: number) => (column: string) =>
    `CAST(substr(${column}, ${from}, ${count}) AS INTEGER)`;
const year = digits(1, 4);
const month = digits(6, 2);
const day = digits(9, 2);
const hour = digits(12, 2);
const quarter = (column: string) => `(${month(column)} + 2) / 3`;
/** The first ten characters are a date SQLite understands. */
const date = (column: string) => `substr(${column}, 1, 10)`;
const dayOfYear = (column: string) => `CAST(strftime('%j', ${date(column)}) AS INTEGER)`;

/** Weeks begin on Sunday, the fiscal year on 1 January, days at midnight UTC. */
const FUNCTIONS: Readonly<Record<string, DateFunction>> = {
    CALENDAR_YEAR: { type: 'int', sql: year },
    CALENDAR_QUARTER: { type: 'int', sql: quarter },
    CALENDAR_MONTH: { type: 'int', sql: month },
    FISCAL_YEAR: { type: 'int', sql: year },
    FISCAL_QUARTER: { type: 'int', sql: quarter },
    FISCAL_MONTH: { type: 'int', sql: month },
    DAY_IN_MONTH: { type: 'int', sql: day },
    DAY_IN_WEEK: {
        type: 'int',
        sql: (column) => `CAST(strftime('%w', ${date(column)}) AS INTEGER) + 1`
    },
    DAY_IN_YEAR: { type: 'int', sql: dayOfYear },
    WEEK_IN_MONTH: { type: 'int', sql: (column) => `(${day(column)} + 6) / 7` },
    WEEK_IN_YEAR: { type: 'int', sql: (column) => `(${dayOfYear(column)} + 6) / 7` },
    DAY_ONLY: { type: 'date', ofTime: true, sql: date },
    HOUR_IN_DAY: { type: 'int', ofTime: true, sql: hour }
};

/** @param name in capitals */
export function dateFunction(name: string): DateFunction | undefined {
    return Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
}
