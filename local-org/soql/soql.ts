/**
 * SOQL to SQL for SQLite. What a query holds as a value is bound, never written into the SQL;
 * names come from the schema and are quoted.
 *
 *     const query = compileSoql('SELECT Id, Owner.Name FROM Contact LIMIT 5', context);
 *     const rows = store.all(query.sql, query.params);
 *     const records = query.records(rows, (sql, params) => store.all(sql, params));
 *
 * `records` may be given any part of the rows, page by page; child queries are then run once for
 * the page. A `count` query answers one row with `n`, and no records.
 *
 * Storage: a table for each object and a column for each field, named by API names in lower case.
 * Ids are 18 characters, checkboxes 0 and 1, blank texts null, datetimes
 * `YYYY-MM-DDTHH:mm:ss.SSS+0000`, dates `YYYY-MM-DD`, times `HH:mm:ss.SSSZ`. Text columns are
 * declared COLLATE NOCASE unless the field counts case, ids and dates are not: so `=`, IN, `<`,
 * ORDER BY and GROUP BY follow the column, and plain indexes on columns serve them (LIKE with a
 * fixed start too, where the column is NOCASE). References want an index, for joins and children.
 *
 * Semantics (SOQL and SOSL Reference): no unknown, what is not true is false, so `!=`, NOT IN,
 * EXCLUDES and NOT are true of nulls; `= ''` is `= null`; case counts only in case-sensitive
 * fields; nulls come first, up and down; picklists are ordered as defined; days are UTC days.
 * Rows, children, parents and subqueries alike are limited to what the user sees; a parent the user
 * cannot see is null.
 *
 * Not supported, and refused: TYPEOF, FORMAT, convertCurrency, convertTimezone, GROUPING, ROLLUP,
 * CUBE, DISTANCE, WITH DATA CATEGORY, scopes but `mine` and `everything`, currency literals, ALL
 * ROWS, bind variables; and for the parser's sake, though Salesforce takes them: NOT before another
 * condition in HAVING, three NOTs and ten parentheses in a row.
 * Read and ignored: WITH SECURITY_ENFORCED and USER_MODE (rights always hold), FOR VIEW and its
 * like.
 */
import { isBareCount } from './aggregateFunctions.ts';
import { aggregateQuery, countQuery, isAggregateQuery } from './aggregateQuery.ts';
import { objectOf } from './objects.ts';
import { parseSoql } from './parseSoql.ts';
import type { Query } from './query.ts';
import { recordsQuery, type RecordsQuery } from './recordsQuery.ts';
import { Scope } from './scope.ts';
import type { SoqlContext } from './soqlContext.ts';
import type { Sql, SqlValue } from './sqlFragment.ts';

export type { SqlRow } from './recordShape.ts';
export type { RunSql } from './selection.ts';
export type { SoqlContext } from './soqlContext.ts';
export type { Sql, SqlValue } from './sqlFragment.ts';

export interface CompiledQuery extends Pick<RecordsQuery, 'records'> {
    readonly kind: 'records' | 'count' | 'aggregate';
    /** API name of the object in FROM. */
    readonly object: string;
    readonly sql: string;
    readonly params: readonly SqlValue[];
    /** How many rows `sql` gives, as `n`; of a `count` query the same as `sql`. Same parameters. */
    readonly countSql: string;
}

/** Rows of an answer, in place of LIMIT and OFFSET, and however far. */
export interface Span {
    readonly offset: number;
    readonly limit: number;
}

/**
 * @throws OrgError MALFORMED_QUERY, INVALID_TYPE, INVALID_FIELD, INVALID_QUERY_FILTER_OPERATOR,
 *   NUMBER_OUTSIDE_VALID_RANGE, QUERY_TOO_COMPLICATED; with the place in the query where it is known
 */
export function compileSoql(soql: string, context: SoqlContext, span?: Span): CompiledQuery {
    const query = span ? { ...parseSoql(soql), ...span, anyOffset: true } : parseSoql(soql);
    const object = objectOf(soql, context, query.from);
    let tables = 0;
    const scope = new Scope(soql, context, object, query.from, () => `"t${tables++}"`);
    if (isCountOfRows(query)) {
        const statement = countQuery(query, scope);
        return compiled('count', object.apiName, statement, statement.sql, () => []);
    }
    const aggregate = isAggregateQuery(query);
    const { statement, records } = aggregate
        ? aggregateQuery(query, scope)
        : recordsQuery(query, scope);
    const countSql = `SELECT COUNT(*) AS "n" FROM (${statement.sql})`;
    const kind = aggregate ? 'aggregate' : 'records';
    return compiled(kind, object.apiName, statement, countSql, records);
}

function compiled(
    kind: CompiledQuery['kind'],
    object: string,
    { sql, params }: Sql,
    countSql: string,
    records: CompiledQuery['records']
): CompiledQuery {
    return { kind, object, sql, params, countSql, records };
}

function isCountOfRows({ select }: Query): boolean {
    const [item] = select;
    return select.length === 1 && item.kind === 'function' && isBareCount(item.call);
}
