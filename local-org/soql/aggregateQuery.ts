import type { OrgRecord } from '../engine/types.ts';
import { aggregateOperand, isAggregate } from './aggregateFunctions.ts';
import { compileCondition, rowConditions, whereClause } from './conditions.ts';
import { operandOf, refuseUnsearchable, type CompiledOperand } from './operand.ts';
import { orderByClause, ordering, refuseTooMany } from './orderBy.ts';
import { errorAt, malformed } from './queryError.ts';
import type { Operand, Query, SelectItem } from './query.ts';
import { Columns, valueReader } from './recordShape.ts';
import { page } from './page.ts';
import type { RecordsQuery } from './recordsQuery.ts';
import type { Scope } from './scope.ts';
import { joined, NOTHING, sql, type Sql } from './sqlFragment.ts';

/** Whether a query is about groups of rows rather than rows. */
export function isAggregateQuery(query: Query): boolean {
    return (
        query.groupBy.length > 0 ||
        query.select.some((item) => item.kind === 'function' && isAggregate(item.call))
    );
}

/** `SELECT COUNT() FROM …`: the answer is a number, `n`, and no records. */
export function countQuery(query: Query, scope: Scope): Sql {
    if (query.orderBy.length > 0 || query.groupBy.length > 0) {
        throw malformed('COUNT() cannot be used with ORDER BY or GROUP BY');
    }
    const conditions = rowConditions(query, scope);
    const rows = joined(
        [sql('SELECT 1 FROM'), scope.tables, whereClause(conditions), page(query)],
        ' '
    );
    return { sql: `SELECT COUNT(*) AS "n" FROM (${rows.sql})`, params: rows.params };
}

/** GROUP BY, HAVING and the functions over groups. */
export function aggregateQuery(query: Query, scope: Scope): RecordsQuery {
    refuseLimitWithoutGroups(query);
    refuseTooMany(query.groupBy, 'GROUP BY');
    const groups = query.groupBy.map((group) => {
        const operand = operandOf(group, scope);
        refuseUnsearchable(operand, 'grouped', scope);
        return operand;
    });
    const grouped = (operand: Operand, what: string): CompiledOperand => {
        if (operand.kind === 'call' && isAggregate(operand))
            return aggregateOperand(operand, scope);
        const compiled = operandOf(operand, scope);
        if (groups.some((group) => group.sql === compiled.sql)) return compiled;
        const message = `${what} must be grouped or aggregated: ${operand.text}`;
        throw errorAt(scope.soql, operand.at, 'MALFORMED_QUERY', message);
    };

    const columns = new Columns();
    const members = selectMembers(query, columns, (operand) => grouped(operand, 'Field'));
    const conditions = rowConditions(query, scope);
    const having = query.having
        ? compileCondition(query.having, scope, (operand) => grouped(operand, 'Having field'))
        : NOTHING;
    const order = ordering(query, scope, (operand) => grouped(operand, 'Ordered field'));
    const by = groups.map((group) => group.sql).join(', ');
    const statement = joined(
        [
            sql(`SELECT ${columns.sql} FROM`),
            scope.tables,
            whereClause(conditions),
            by === '' ? NOTHING : sql(`GROUP BY ${by}`),
            having.sql === '' ? NOTHING : joined([sql('HAVING'), having], ' '),
            orderByClause(order),
            page(query)
        ],
        ' '
    );
    return {
        statement,
        records: (rows) =>
            rows.map((row) => {
                // An AggregateResult has no address.
                const attributes = { type: 'AggregateResult' } as OrgRecord['attributes'];
                const values = members.map(({ key, column, read }) => [key, read(row[column])]);
                return { attributes, ...Object.fromEntries(values) };
            })
    };
}

interface Member {
    readonly key: string;
    readonly column: string;
    read: ReturnType<typeof valueReader>;
}

/** Groups are called by their field or alias, functions by their alias or `expr0`, `expr1`, … */
function selectMembers(
    { select }: Query,
    columns: Columns,
    grouped: (operand: Operand) => CompiledOperand
): Member[] {
    let unnamed = 0;
    const members = select.map((item): Member => {
        const operand = selectedOperand(item);
        const compiled = grouped(operand);
        const alias = 'alias' in item ? item.alias : undefined;
        const name =
            operand.kind === 'path' ? compiled.name : alias === undefined && `expr${unnamed++}`;
        return {
            key: alias ?? String(name),
            column: columns.add(compiled.sql),
            read: valueReader(compiled.type)
        };
    });
    const keys = new Set<string>();
    for (const { key } of members) {
        if (keys.has(key.toLowerCase())) throw malformed(`duplicate alias: ${key}`);
        keys.add(key.toLowerCase());
    }
    return members;
}

function selectedOperand(item: SelectItem): Operand {
    switch (item.kind) {
        case 'field':
            return item.path;
        case 'function':
            return item.call;
        case 'fields':
            throw malformed('The FIELDS function cannot be used in a query with groups');
        case 'children':
            throw malformed('Child queries cannot be used in a query with groups');
        case 'typeof':
            throw malformed('TYPEOF cannot be used in a query with groups');
    }
}

function refuseLimitWithoutGroups({ groupBy, limit }: Query): void {
    if (groupBy.length > 0 || limit === undefined) return;
    throw malformed(
        'Non-grouped query that uses overall aggregate functions cannot also use LIMIT'
    );
}
