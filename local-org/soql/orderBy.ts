import { refuseUnsearchable, type CompiledOperand } from './operand.ts';
import { malformed } from './queryError.ts';
import type { Operand, Ordering, Query } from './query.ts';
import type { Scope } from './scope.ts';
import { joined, NOTHING, sql, type Sql, type SqlValue } from './sqlFragment.ts';

/** Fields in GROUP BY and in ORDER BY, as in Salesforce. */
const MOST_FIELDS = 32;

export function refuseTooMany(fields: readonly unknown[], clause: 'GROUP BY' | 'ORDER BY'): void {
    if (fields.length <= MOST_FIELDS) return;
    throw malformed(`${clause} takes at most ${MOST_FIELDS} fields`);
}

/** Without the words ORDER BY; nothing where no order is asked. */
export function ordering(
    query: Query,
    scope: Scope,
    operand: (operand: Operand) => CompiledOperand
): Sql {
    refuseTooMany(query.orderBy, 'ORDER BY');
    return joined(
        query.orderBy.map((one) => orderedBy(one, operand(one.operand), scope)),
        ', '
    );
}

export function orderByClause(order: Sql): Sql {
    return order.sql === '' ? NOTHING : joined([sql('ORDER BY'), order], ' ');
}

/** Nulls come first, whether ascending or descending, unless NULLS LAST is said. */
function orderedBy(one: Ordering, operand: CompiledOperand, scope: Scope): Sql {
    refuseUnsearchable(operand, 'sorted', scope);
    const direction = one.descending ? 'DESC' : 'ASC';
    const key = sortKey(operand);
    // An index gives the order downwards only where nothing is said of nulls.
    if (one.descending && isNeverNull(operand)) return { ...key, sql: `${key.sql} DESC` };
    return { ...key, sql: `${key.sql} ${direction} NULLS ${one.nullsLast ? 'LAST' : 'FIRST'}` };
}

const ALWAYS_SET: ReadonlySet<string> = new Set(['Id', 'CreatedDate', 'SystemModstamp']);

/** A field of the object in FROM that every record has; the parent may be missing. */
function isNeverNull({ field }: CompiledOperand): boolean {
    if (!field || field.table.path.length > 0) return false;
    return field.field.required || ALWAYS_SET.has(field.field.apiName);
}

/** Picklists are ordered as their values are defined, values not defined after them. */
function sortKey({ sql: column, field }: CompiledOperand): Sql {
    const values = field?.field.type === 'picklist' ? (field.field.picklistValues ?? []) : [];
    if (values.length === 0) return sql(column);
    const params: SqlValue[] = [];
    const places = values.map(({ value }, place) => {
        params.push(value, place);
        return 'WHEN ? THEN ?';
    });
    params.push(values.length);
    const known = `CASE ${column} ${places.join(' ')} ELSE ? END`;
    return { sql: `CASE WHEN ${column} IS NULL THEN NULL ELSE ${known} END`, params };
}
