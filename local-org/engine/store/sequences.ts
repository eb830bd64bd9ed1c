import { to18 } from '../../ids.ts';
import type { Store } from './store.ts';

/** Counters that only go up: record ids and auto-numbers. A number given to a write that failed is lost. */
export interface Sequences {
    next(name: string): number;
    /** Writes down how far the counters are; called inside the transaction that used them. */
    keep(): void;
}

export function sequences(store: Store): Sequences {
    store.exec('CREATE TABLE IF NOT EXISTS "_sequence" (name TEXT PRIMARY KEY, value INTEGER)');
    const values = new Map(
        store
            .all('SELECT name, value FROM "_sequence"')
            .map((row) => [String(row.name), Number(row.value)])
    );
    const changed = new Set<string>();
    return {
        next: (name) => {
            const value = (values.get(name) ?? 0) + 1;
            values.set(name, value);
            changed.add(name);
            return value;
        },
        keep: () => {
            for (const name of changed) {
                store.run('INSERT OR REPLACE INTO "_sequence" (name, value) VALUES (?, ?)', [
                    name,
                    values.get(name)!
                ]);
            }
            changed.clear();
        }
    };
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Stands where Salesforce names the instance. */
const INSTANCE = 'CN0';

/** The n-th id of an object, 18 characters; later ids sort behind earlier ones. */
export function recordId(keyPrefix: string, n: number): string {
    let digits = '';
    for (let rest = n; rest > 0; rest = Math.floor(rest / 62)) digits = DIGITS[rest % 62] + digits;
    return to18(keyPrefix + INSTANCE + digits.padStart(9, '0'));
}

/** `D-{0000}` and 7 → `D-0007`; `{YYYY}`, `{MM}` and `{DD}` are the day's. */
export function autoNumber(format: string, n: number, day: string): string {
    const [year, month, date] = day.slice(0, 10).split('-');
    return format
        .replace('{YYYY}', year)
        .replace('{YY}', year.slice(2))
        .replace('{MM}', month)
        .replace('{DD}', date)
        .replace(/\{(0+)\}/, (_, zeros: string) => String(n).padStart(zeros.length, '0'));
}
