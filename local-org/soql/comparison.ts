import { comparabilityOf, valueOf, type LiteralValue } from './literalValue.ts';
import type { CompiledOperand } from './operand.ts';
import { errorAt, malformed } from './queryError.ts';
import type { ComparisonOperator, Literal } from './query.ts';
import type { Scope } from './scope.ts';
import { combined, negated, sql, type Sql } from './sqlFragment.ts';
import { patternOfLiteral, textOfLiteral } from './stringLiteral.ts';
import { holdsValue, isOneOf, textEquals, textIsLike, textIsOneOf } from './textMatch.ts';

/**
 * One comparison as SQL. It may be null where a null is compared, which counts as false; `!=`,
 * NOT IN and EXCLUDES are the opposites of `=`, IN and INCLUDES, and so true of nulls.
 * @throws OrgError INVALID_FIELD, INVALID_QUERY_FILTER_OPERATOR
 */
export function compare(
    operand: CompiledOperand,
    operator: ComparisonOperator,
    literals: readonly Literal[],
    scope: Scope
): Sql {
    refuseOperator(operand, operator, scope);
    const values = () => literals.map((literal) => valueOf(literal, operand, scope));
    switch (operator) {
        case '=':
            return equals(operand, values()[0]);
        case '!=':
            return differs(operand, values()[0]);
        case '<':
        case '<=':
        case '>':
        case '>=':
            return ordered(operand, operator, values()[0]);
        case 'LIKE':
            return isLike(operand, literals[0], scope);
        case 'IN':
            return isAmong(operand, values());
        case 'NOT IN':
            return negated(isAmong(operand, values()));
        case 'INCLUDES':
            return includes(operand, literals);
        case 'EXCLUDES':
            return negated(includes(operand, literals));
    }
}

function equals(operand: CompiledOperand, value: LiteralValue): Sql {
    const { sql: column, type } = operand;
    switch (value.kind) {
        case 'null':
            return sql(`${column} IS NULL`);
        case 'range':
            return sql(`(${column} >= ? AND ${column} < ?)`, value.from, value.until);
        case 'value':
            // A checkbox of a parent that is not there counts as unticked.
            if (type === 'boolean') return sql(`ifnull(${column}, 0) = ?`, value.value);
            if (comparabilityOf(type) !== 'text') return sql(`${column} = ?`, value.value);
            return textEquals(column, String(value.value), operand.caseSensitive);
    }
}

function differs(operand: CompiledOperand, value: LiteralValue): Sql {
    if (value.kind === 'null') return sql(`${operand.sql} IS NOT NULL`);
    return negated(equals(operand, value));
}

function ordered(
    { sql: column }: CompiledOperand,
    operator: '<' | '<=' | '>' | '>=',
    value: LiteralValue
): Sql {
    switch (value.kind) {
        case 'null':
            return sql('0');
        case 'value':
            return sql(`${column} ${operator} ?`, value.value);
        case 'range': {
            // Before it, or up to its end; after it, or from its start.
            const bound = operator === '<' || operator === '>=' ? value.from : value.until;
            return sql(`${column} ${operator.startsWith('<') ? '<' : '>='} ?`, bound);
        }
    }
}

function isAmong(operand: CompiledOperand, values: readonly LiteralValue[]): Sql {
    const plain = values.flatMap((value) => (value.kind === 'value' ? [value.value] : []));
    const conditions = values
        .filter((value) => value.kind === 'range')
        .map((value) => equals(operand, value));
    if (plain.length > 0) {
        conditions.push(
            comparabilityOf(operand.type) === 'text'
                ? textIsOneOf(operand.sql, plain.map(String), operand.caseSensitive)
                : isOneOf(operand.sql, plain)
        );
    }
    if (values.some((value) => value.kind === 'null')) {
        conditions.push(sql(`${operand.sql} IS NULL`));
    }
    return combined(conditions, 'OR');
}

function isLike(operand: CompiledOperand, literal: Literal, scope: Scope): Sql {
    if (literal.kind === 'null') return sql('0');
    // The same refusal as for every literal of the wrong type.
    if (literal.kind !== 'text') return equals(operand, valueOf(literal, operand, scope));
    return textIsLike(operand.sql, patternOfLiteral(literal.raw), operand.caseSensitive);
}

/** `INCLUDES ('a;b', 'c')`: a and b, or c. */
function includes(operand: CompiledOperand, literals: readonly Literal[]): Sql {
    const alternatives = literals.map((literal) => {
        if (literal.kind !== 'text') throw malformed('INCLUDES and EXCLUDES take texts in quotes');
        const values = textOfLiteral(literal.raw).split(';');
        return combined(
            values.map((value) => holdsValue(operand.sql, value)),
            'AND'
        );
    });
    return combined(alternatives, 'OR');
}

const EQUALITY: readonly ComparisonOperator[] = ['=', '!='];
const LISTS: readonly ComparisonOperator[] = [...EQUALITY, 'IN', 'NOT IN'];
const ORDERED: readonly ComparisonOperator[] = [...LISTS, '<', '<=', '>', '>='];

function operatorsOf(type: CompiledOperand['type']): readonly ComparisonOperator[] {
    if (type === 'boolean') return EQUALITY;
    if (type === 'multipicklist') return [...LISTS, 'INCLUDES', 'EXCLUDES'];
    return comparabilityOf(type) === 'text' ? [...ORDERED, 'LIKE'] : ORDERED;
}

const TYPE_NAMES: Readonly<Record<string, string>> = { reference: 'id', datetime: 'dateTime' };

function refuseOperator(
    { type, at }: CompiledOperand,
    operator: ComparisonOperator,
    scope: Scope
): void {
    if (operatorsOf(type).includes(operator)) return;
    const message = `invalid operator on ${TYPE_NAMES[type] ?? type} field`;
    throw errorAt(scope.soql, at, 'INVALID_QUERY_FILTER_OPERATOR', message);
}
