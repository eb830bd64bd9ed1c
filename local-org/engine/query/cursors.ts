import { randomInt } from 'node:crypto';
import { OrgError } from '../orgError.ts';
import type { Store, Stored, StoredRow } from '../store/store.ts';

/**
 * Answers that do not fit on one page. The rows are copied when the cursor is opened, so later
 * pages show what the first one counted, whatever is written in between.
 */
export interface Cursor<Shape> {
    readonly locator: string;
    readonly userId: string;
    readonly batchSize: number;
    readonly totalSize: number;
    /** What turns the rows into records. */
    readonly shape: Shape;
}

export interface Cursors {
    open<Shape>(
        request: Pick<Cursor<Shape>, 'userId' | 'batchSize' | 'shape'> & {
            readonly sql: string;
            readonly params: readonly Stored[];
        }
    ): Cursor<Shape>;
    /** @throws OrgError INVALID_QUERY_LOCATOR for an unknown, foreign or expired cursor */
    get(locator: string, userId: string): Cursor<unknown>;
    rows(cursor: Cursor<unknown>, offset: number): StoredRow[];
    /** Ends the cursor when its last page was read. */
    done(cursor: Cursor<unknown>): void;
}

/** Salesforce closes the oldest cursor of a user who opens an eleventh. */
const CURSORS_PER_USER = 10;
const CURSORS = 50;
const UNUSED_FOR_MS = 15 * 60 * 1000;

interface OpenCursor extends Cursor<unknown> {
    readonly table: string;
    usedAt: number;
}

export function openCursors(store: Store, now: () => Date): Cursors {
    /** The one used longest ago first. */
    const cursors = new Map<string, OpenCursor>();
    let count = 0;

    const close = (cursor: OpenCursor) => {
        cursors.delete(cursor.locator);
        store.exec(`DROP TABLE IF EXISTS temp.${cursor.table}`);
    };
    const makeRoom = (userId: string) => {
        const oldest = now().getTime() - UNUSED_FOR_MS;
        const all = [...cursors.values()];
        all.filter(({ usedAt }) => usedAt < oldest).forEach(close);
        const own = [...cursors.values()].filter((cursor) => cursor.userId === userId);
        own.slice(0, Math.max(0, own.length - CURSORS_PER_USER + 1)).forEach(close);
        [...cursors.values()].slice(0, Math.max(0, cursors.size - CURSORS + 1)).forEach(close);
    };

    return {
        open: ({ userId, batchSize, shape, sql, params }) => {
            makeRoom(userId);
            const table = `cursor_${(count += 1)}`;
            store.once(`CREATE TEMP TABLE ${table} AS ${sql}`, params);
            const totalSize = Number(
                store.once(`SELECT count(*) AS n FROM temp.${table}`, [])[0].n
            );
            // Not to be guessed: whoever names a locator has been given it.
            const locator = `01g${count.toString(36)}${randomInt(36 ** 6).toString(36)}`
                .padEnd(15, '0')
                .concat('AAA');
            const cursor = { locator, userId, batchSize, totalSize, shape };
            cursors.set(locator, { ...cursor, table, usedAt: now().getTime() });
            return cursor;
        },
        get: (locator, userId) => {
            const cursor = cursors.get(locator);
            const expired = cursor && cursor.usedAt < now().getTime() - UNUSED_FOR_MS;
            if (!cursor || expired || cursor.userId !== userId) {
                throw new OrgError('INVALID_QUERY_LOCATOR', 'invalid query locator');
            }
            cursor.usedAt = now().getTime();
            cursors.delete(locator);
            cursors.set(locator, cursor);
            return cursor;
        },
        rows: ({ locator, batchSize }, offset) =>
            store.once(
                `SELECT * FROM temp.${cursors.get(locator)!.table} WHERE rowid > ? AND rowid <= ?`,
                [offset, offset + batchSize]
            ),
        done: ({ locator }) => {
            const cursor = cursors.get(locator);
            if (cursor) close(cursor);
        }
    };
}
