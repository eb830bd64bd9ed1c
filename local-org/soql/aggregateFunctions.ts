import type { FieldType } from '../engine/types.ts';
import { comparabilityOf } from './literalValue.ts';
import { fieldOperand, refuseUnsearchable, type CompiledOperand } from './operand.ts';
import { errorAt, malformed } from './queryError.ts';
import type { FunctionCall } from './query.ts';
import type { Scope } from './scope.ts';

interface AggregateFunction {
    /** Of a field of this type; undefined where it takes none such. */
    resultType(type: FieldType): FieldType | undefined;
    sql(column: string): string;
}

const ofNumbers = (type: FieldType) => (comparabilityOf(type) === 'number' ? 'double' : undefined);
const ofOrdered = (type: FieldType) =>
    type === 'boolean' || type === 'multipicklist' ? undefined : type;

/** Nulls are left out by all of them, as SQLite does. */
const FUNCTIONS: Readonly<Record<string, AggregateFunction>> = {
    COUNT: { resultType: () => 'int', sql: (column) => `COUNT(${column})` },
    COUNT_DISTINCT: { resultType: () => 'int', sql: (column) => `COUNT(DISTINCT ${column})` },
    MIN: { resultType: ofOrdered, sql: (column) => `MIN(${column})` },
    MAX: { resultType: ofOrdered, sql: (column) => `MAX(${column})` },
    SUM: { resultType: ofNumbers, sql: (column) => `SUM(${column})` },
    AVG: { resultType: ofNumbers, sql: (column) => `AVG(${column})` }
};

export function isAggregate({ name }: FunctionCall): boolean {
    return Object.hasOwn(FUNCTIONS, name);
}

/** `COUNT()`, which counts rows and stands alone. */
export function isBareCount({ name, args }: FunctionCall): boolean {
    return name === 'COUNT' && args.length === 0;
}

/** A function over the rows of a group, such as `MAX(CreatedDate)`. */
export function aggregateOperand(call: FunctionCall, scope: Scope): CompiledOperand {
    const [argument] = call.args;
    if (call.args.length !== 1 || argument.kind !== 'path') {
        throw malformed(`${call.name} takes one field; COUNT() stands alone in a query`);
    }
    const field = fieldOperand(argument, scope);
    refuseUnsearchable(field, 'grouped', scope);
    const { resultType, sql } = FUNCTIONS[call.name];
    const type = resultType(field.type);
    if (type === undefined) {
        const message = `field ${field.name} does not support aggregate operator ${call.name}`;
        throw errorAt(scope.soql, call.at, 'MALFORMED_QUERY', message);
    }
    return {
        sql: sql(field.sql),
        type,
        name: call.text,
        at: call.at,
        caseSensitive: field.caseSensitive
    };
}
