import { compileSoql, type CompiledQuery, type SoqlContext, type Span } from '../../soql/soql.ts';
import { OrgError } from '../orgError.ts';
import { visibleRows } from '../security/sharing.ts';
import type { StoredRow } from '../store/store.ts';
import type { OrgRecord, QueryPage } from '../types.ts';
import type { Cursor, Cursors } from './cursors.ts';
import { attributesOf } from './records.ts';
import type { Reader } from './retrieve.ts';

/** SOQL, page by page. */

const PAGE = { fewest: 200, most: 2_000 } as const;

/** @throws OrgError for what compileSoql refuses */
export function runQuery(
    reader: Reader,
    cursors: Cursors,
    soql: string,
    batchSize: number = PAGE.most
): QueryPage {
    const { store, rights } = reader;
    const query = compile(reader, soql);
    const { sql, params } = query;
    if (query.kind === 'count') {
        return { totalSize: Number(store.first(sql, params)!.n), done: true, records: [] };
    }
    const size = Math.min(Math.max(Math.trunc(batchSize), PAGE.fewest), PAGE.most);
    const { rows, more } = store.some(sql, params, size);
    if (!more) {
        return { totalSize: rows.length, done: true, records: recordsOf(reader, query, rows) };
    }
    const cursor = cursors.open({ userId: rights.userId, batchSize: size, soql, sql, params });
    return page(cursors, cursor, 0, recordsOf(reader, query, rows));
}

/** Rows of an answer, however far; a count or a grouping without groups has no rows to leave out. */
export function runSpan(reader: Reader, soql: string, span: Span): readonly OrgRecord[] {
    const query = compile(reader, soql, span);
    return recordsOf(reader, query, reader.store.all(query.sql, query.params));
}

const LOCATOR = /^(01g\w{15})-(\d{1,9})$/;

/**
 * The query is compiled again for every page: a right that was taken away since is gone here too.
 * @throws OrgError INVALID_QUERY_LOCATOR
 */
export function nextPage(reader: Reader, cursors: Cursors, locator: string): QueryPage {
    const [, id, place] = LOCATOR.exec(locator) ?? [];
    const cursor = cursors.get(id ?? '', reader.rights.userId);
    const offset = Number(place);
    if (offset >= cursor.totalSize) {
        throw new OrgError('INVALID_QUERY_LOCATOR', 'invalid query locator');
    }
    const query = compile(reader, cursor.soql);
    const rows = cursors.rows(cursor, offset);
    return page(cursors, cursor, offset, recordsOf(reader, query, rows));
}

function page(
    cursors: Cursors,
    cursor: Cursor,
    offset: number,
    records: readonly OrgRecord[]
): QueryPage {
    const { totalSize, locator } = cursor;
    const next = offset + records.length;
    if (next < totalSize) {
        return { totalSize, done: false, nextLocator: `${locator}-${next}`, records };
    }
    cursors.finish(cursor);
    return { totalSize, done: true, records };
}

function compile({ schema, rights, now }: Reader, soql: string, span?: Span): CompiledQuery {
    const context: SoqlContext = {
        schema,
        userId: rights.userId,
        now,
        canReadObject: (object) => rights.object(object).read,
        canReadField: rights.canRead,
        visibleRows: (object, alias) => visibleRows(schema, rights, object, alias),
        attributesOf
    };
    return compileSoql(soql, context, span);
}

function recordsOf({ store }: Reader, query: CompiledQuery, rows: readonly StoredRow[]) {
    return query.records(rows, (sql, params) => store.all(sql, params));
}
