import { compare } from './comparison.ts';
import { objectOf } from './objects.ts';
import { operandOf, refuseUnsearchable, type CompiledOperand } from './operand.ts';
import { errorAt, malformed, tooComplicated } from './queryError.ts';
import type { ComparisonOperator, Condition, Operand, Query } from './query.ts';
import type { FieldReference, Scope } from './scope.ts';
import { combined, joined, negated, sql, type Sql } from './sqlFragment.ts';

/** What a condition may be about: fields in WHERE, groups and aggregates in HAVING. */
export type OperandCompiler = (operand: Operand) => CompiledOperand;

/** SQLite takes 32,766; some are left for the other clauses. */
const MOST_PARAMETERS = 30_000;

/** The rows of a query: visible to the user, in its scope, and meeting its WHERE. */
export function rowConditions(query: Query, scope: Scope): Sql {
    const { root, context } = scope;
    const conditions = [
        context.visibleRows(root.object, root.alias) ?? undefined,
        scopeCondition(query, scope),
        query.where &&
            compileCondition(query.where, scope, (operand) => filterOperand(operand, scope))
    ].filter((condition) => condition !== undefined);
    const all = joined(
        conditions.map((condition) => ({ ...condition, sql: `(${condition.sql})` })),
        ' AND '
    );
    if (all.params.length > MOST_PARAMETERS) throw tooComplicated();
    return all;
}

/** `WHERE …`, or nothing where nothing is asked. */
export function whereClause(conditions: Sql): Sql {
    return conditions.sql === '' ? conditions : joined([sql('WHERE'), conditions], ' ');
}

export function compileCondition(
    condition: Condition,
    scope: Scope,
    operand: OperandCompiler
): Sql {
    const compiled = (one: Condition) => compileCondition(one, scope, operand);
    switch (condition.kind) {
        case 'all':
            return combined(condition.conditions.map(compiled), 'AND');
        case 'any':
            return combined(condition.conditions.map(compiled), 'OR');
        case 'not':
            return negated(compiled(condition.condition));
        case 'comparison': {
            const left = operand(condition.operand);
            const { operator, values, subquery } = condition;
            if (subquery) return semiJoin(left, operator, subquery, scope);
            return compare(left, operator, values, scope);
        }
    }
}

function filterOperand(operand: Operand, scope: Scope): CompiledOperand {
    const compiled = operandOf(operand, scope);
    refuseUnsearchable(compiled, 'filtered', scope);
    return compiled;
}

/** `AccountId IN (SELECT Id FROM Account WHERE …)` and its opposite. */
function semiJoin(
    left: CompiledOperand,
    operator: ComparisonOperator,
    query: Query,
    outer: Scope
): Sql {
    if (operator !== 'IN' && operator !== 'NOT IN') {
        throw malformed(`${operator} takes no subquery; use IN or NOT IN`);
    }
    if (outer.inSemiJoin) throw malformed('Nesting of semi join sub-selects is not supported');
    if (!left.field || !isIdField(left.field)) {
        throw errorAt(
            outer.soql,
            left.at,
            'INVALID_FIELD',
            'The left operand field in the where expression for outer query should be an id ' +
                `field, cannot use: '${left.name}'`
        );
    }
    const object = objectOf(outer.soql, outer.context, query.from);
    const scope = outer.inner(object, query.from, true);
    const selected = selectedId(query, scope);
    const where = whereClause(rowConditions(query, scope));
    const select = joined([sql(`SELECT ${selected.sql} FROM`), scope.tables, where], ' ');
    const among = { sql: `${left.sql} IN (${select.sql})`, params: select.params };
    return operator === 'IN' ? among : negated(among);
}

function selectedId(query: Query, scope: Scope): FieldReference {
    if (query.groupBy.length > 0 || query.orderBy.length > 0 || query.limit !== undefined) {
        throw malformed('Semi join sub-selects take no GROUP BY, ORDER BY or LIMIT');
    }
    const [item] = query.select;
    if (query.select.length !== 1 || item.kind !== 'field') {
        throw malformed('Semi join sub-selects must select exactly one field');
    }
    const selected = scope.field(item.path);
    if (isIdField(selected)) return selected;
    throw errorAt(
        scope.soql,
        item.path.at,
        'INVALID_FIELD',
        'The inner select field in the where expression should be an id field, cannot use: ' +
            `'${selected.field.apiName}'`
    );
}

function isIdField({ field }: FieldReference): boolean {
    return field.type === 'id' || field.type === 'reference';
}

/** `USING SCOPE mine` */
function scopeCondition({ scope: name }: Query, scope: Scope): Sql | undefined {
    if (name === undefined || name === 'everything') return undefined;
    const owner = scope.root.object.fields.get('ownerid');
    if (name !== 'mine' || !owner) throw malformed(`Scope not supported here: ${name}`);
    return sql(`${scope.root.alias}."ownerid" = ?`, scope.context.userId);
}
