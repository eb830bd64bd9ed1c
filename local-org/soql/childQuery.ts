import type { OrgRecord } from '../engine/types.ts';
import { rowConditions, whereClause } from './conditions.ts';
import { childrenOf, type ChildRelationship } from './objects.ts';
import { operandOf } from './operand.ts';
import { orderByClause, ordering } from './orderBy.ts';
import { bounds } from './page.ts';
import { malformed } from './queryError.ts';
import type { Query } from './query.ts';
import type { Columns, SqlRow } from './recordShape.ts';
import { reference, type Scope } from './scope.ts';
import { select, type ChildQuery } from './selection.ts';
import { joined, sql, type Sql, type SqlValue } from './sqlFragment.ts';

/** A list of records within a record, as the REST API shows them. */
export interface ChildRecords {
    readonly totalSize: number;
    readonly done: true;
    readonly records: readonly OrgRecord[];
}

/** `(SELECT Id FROM Contacts)` among the fields of an account. */
export function childQuery(query: Query, parent: Scope): ChildQuery {
    const { soql, context } = parent;
    const relationship = childrenOf(soql, context, parent.root.object, query.from);
    const scope = parent.inner(relationship.object, query.from);
    if (query.groupBy.length > 0) throw malformed('Child queries take no GROUP BY');
    const selection = select(query, scope, childQuery);
    const statement = childStatement(query, scope, relationship, selection.columns);
    const fetched = new Map<SqlValue, ChildRecords>();
    return {
        name: relationship.name,
        fetch: (parentIds, run) => {
            fetched.clear();
            const { sql: text, params } = statement(JSON.stringify(parentIds));
            const rowsOf = new Map<SqlValue, SqlRow[]>();
            for (const row of run(text, params)) {
                const rows = rowsOf.get(row.parent);
                if (rows) rows.push(row);
                else rowsOf.set(row.parent, [row]);
            }
            // Children of these children are fetched once, for all of them.
            const all = [...rowsOf.values()].flat();
            const records = selection.records(all, run);
            let from = 0;
            for (const [id, rows] of rowsOf) {
                const own = records.slice(from, (from += rows.length));
                fetched.set(id, { totalSize: own.length, done: true, records: own });
            }
        },
        of: (parentId) => fetched.get(parentId) ?? null
    };
}

/** LIMIT and OFFSET of a child query hold for each parent: rows are counted parent by parent. */
function childStatement(
    query: Query,
    scope: Scope,
    { field }: ChildRelationship,
    columns: Columns
): (parentIds: string) => Sql {
    const { from, until } = bounds(query);
    const parent = reference(scope.root, field).sql;
    const conditions = rowConditions(query, scope);
    const order = ordering(query, scope, (operand) => operandOf(operand, scope));
    const rank = joined(
        [
            sql(`row_number() OVER (PARTITION BY ${parent}`),
            orderByClause(order),
            sql(') AS "rank"')
        ],
        ' '
    );
    return (parentIds) => {
        const own = sql(`${parent} IN (SELECT "value" FROM json_each(?))`, parentIds);
        const ranked = joined(
            [
                joined([sql(`SELECT ${columns.sql}, ${parent} AS "parent"`), rank], ', '),
                sql('FROM'),
                scope.tables,
                whereClause(joined([own, conditions], ' AND '))
            ],
            ' '
        );
        const page = sql('WHERE "rank" > ? AND "rank" <= ? ORDER BY "rank"', from, until);
        return joined([sql('SELECT * FROM ('), ranked, sql(')'), page], ' ');
    };
}
