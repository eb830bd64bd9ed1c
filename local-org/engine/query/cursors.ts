import { randomInt } from 'node:crypto';
import { OrgError } from '../orgError.ts';
import type { Store, Stored, StoredRow } from '../store/store.ts';

/**
 * Answers that do not fit on one page. The rows are copied when the cursor is opened, so later
 * pages show what the first one counted, whatever is written in between.
 */
export interface Cursor {
    /** 18 characters that begin with 01g. */
    readonly locator: string;
    readonly userId: string;
    readonly batchSize: number;
    readonly totalSize: number;
    readonly soql: string;
}

export interface Cursors {
    open(
        request: Pick<Cursor, 'userId' | 'batchSize' | 'soql'> & {
            readonly sql: string;
            readonly params: readonly Stored[];
        }
    ): Cursor;
    /** @throws OrgError INVALID_QUERY_LOCATOR for an unknown, foreign or expired cursor */
    get(locator: string, userId: string): Cursor;
    /** The rows of the page that begins at `offset`. */
    rows(cursor: Cursor, offset: number): StoredRow[];
    /** The last page was read. It can be read again, until another cursor is opened. */
    finish(cursor: Cursor): void;
}

/** Salesforce closes the oldest cursor of a user who opens an eleventh. */
const CURSORS_PER_USER = 10;
const CURSORS = 50;
const UNUSED_FOR_MS = 15 * 60 * 1000;

interface OpenCursor extends Cursor {
    readonly table: string;
    usedAt: number;
    finished: boolean;
}

export function openCursors(store: Store, now: () => Date): Cursors {
    /** The one used longest ago first. */
    const cursors = new Map<string, OpenCursor>();
    let count = 0;

    const isExpired = ({ usedAt }: OpenCursor) => usedAt < now().getTime() - UNUSED_FOR_MS;
    const close = ({ locator, table }: OpenCursor) => {
        cursors.delete(locator);
        store.exec(`DROP TABLE IF EXISTS temp.${table}`);
    };
    const closeOldest = (list: readonly OpenCursor[], left: number) =>
        list.slice(0, Math.max(0, list.length - left)).forEach(close);
    const makeRoom = (userId: string) => {
        [...cursors.values()].filter((one) => one.finished || isExpired(one)).forEach(close);
        const all = [...cursors.values()];
        const own = all.filter((cursor) => cursor.userId === userId);
        closeOldest(own, CURSORS_PER_USER - 1);
        closeOldest([...cursors.values()], CURSORS - 1);
    };

    return {
        open: ({ userId, batchSize, soql, sql, params }) => {
            makeRoom(userId);
            count += 1;
            const table = `cursor_${count}`;
            store.once(`CREATE TEMP TABLE ${table} AS ${sql}`, params);
            const [{ n }] = store.once(`SELECT count(*) AS n FROM temp.${table}`);
            const cursor: OpenCursor = {
                locator: newLocator(count),
                userId,
                batchSize,
                totalSize: Number(n),
                soql,
                table,
                usedAt: now().getTime(),
                finished: false
            };
            cursors.set(cursor.locator, cursor);
            return cursor;
        },
        get: (locator, userId) => {
            const cursor = cursors.get(locator);
            if (!cursor || isExpired(cursor) || cursor.userId !== userId) throw invalidLocator();
            cursor.usedAt = now().getTime();
            cursors.delete(locator);
            cursors.set(locator, cursor);
            return cursor;
        },
        rows: ({ locator, batchSize }, offset) => {
            const cursor = cursors.get(locator);
            // A cursor opened in a transaction that was undone went with it.
            const copied =
                cursor &&
                store.once('SELECT 1 FROM temp.sqlite_master WHERE name = ?', [cursor.table]);
            if (!cursor || copied?.length === 0) throw invalidLocator();
            return store.once(
                `SELECT * FROM temp.${cursor.table} WHERE rowid > ? AND rowid <= ? ORDER BY rowid`,
                [offset, offset + batchSize]
            );
        },
        finish: ({ locator }) => {
            const cursor = cursors.get(locator);
            if (cursor) cursor.finished = true;
        }
    };
}

/** Not to be guessed: whoever names a cursor has been given it. */
function newLocator(n: number): string {
    const unique =
        n.toString(36).padStart(6, '0') +
        randomInt(36 ** 6)
            .toString(36)
            .padStart(6, '0');
    return `01g${unique}AAA`;
}

function invalidLocator(): OrgError {
    return new OrgError('INVALID_QUERY_LOCATOR', 'invalid query locator');
}
