import { childQuery } from './childQuery.ts';
import { rowConditions, whereClause } from './conditions.ts';
import { operandOf } from './operand.ts';
import { orderByClause, ordering } from './orderBy.ts';
import { page } from './page.ts';
import type { Query } from './query.ts';
import type { Scope } from './scope.ts';
import { select, type Selection } from './selection.ts';
import { joined, sql, type Sql } from './sqlFragment.ts';

/** A statement, and what its rows become. */
export interface RecordsQuery extends Pick<Selection, 'records'> {
    readonly statement: Sql;
}

export function recordsQuery(query: Query, scope: Scope): RecordsQuery {
    const { columns, records } = select(query, scope, childQuery);
    const conditions = rowConditions(query, scope);
    const order = ordering(query, scope, (operand) => operandOf(operand, scope));
    const sorted = orderByClause(order);
    const { alias } = scope.root;
    const wanted = joined([whereClause(conditions), sorted, page(query)], ' ');
    // A page is found by ids alone: whole rows are read, and sorted again, only of what is on it.
    const found =
        query.limit === undefined || order.sql === ''
            ? wanted
            : joined(
                  [
                      sql(`WHERE ${alias}."id" IN (SELECT ${alias}."id" FROM`),
                      scope.tables,
                      wanted,
                      sql(')'),
                      sorted
                  ],
                  ' '
              );
    const statement = joined([sql(`SELECT ${columns.sql} FROM`), scope.tables, found], ' ');
    return { statement, records };
}
