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
    const statement = joined(
        [
            sql(`SELECT ${columns.sql} FROM`),
            scope.tables,
            whereClause(conditions),
            orderByClause(order),
            page(query)
        ],
        ' '
    );
    return { statement, records };
}
