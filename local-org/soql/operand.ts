import type { FieldSchema, FieldType } from '../engine/types.ts';
import { dateFunction } from './dateFunctions.ts';
import { errorAt, malformed } from './queryError.ts';
import type { FunctionCall, Operand, Path } from './query.ts';
import type { FieldReference, Scope } from './scope.ts';

/** Something a condition, a grouping or an ordering is about, as SQL. */
export interface CompiledOperand {
    readonly sql: string;
    readonly type: FieldType;
    /** As messages call it: the field's name, or the call as written. */
    readonly name: string;
    readonly at: number;
    /** The column is declared without NOCASE. */
    readonly caseSensitive: boolean;
    /** The field itself, where it is one. */
    readonly field?: FieldReference;
}

/** A field, or a function of a date. */
export function operandOf(operand: Operand, scope: Scope): CompiledOperand {
    return operand.kind === 'path' ? fieldOperand(operand, scope) : dateOperand(operand, scope);
}

export function fieldOperand(path: Path, scope: Scope): CompiledOperand {
    const field = scope.field(path);
    return {
        sql: field.sql,
        type: field.field.type,
        name: field.field.apiName,
        at: path.at,
        caseSensitive: field.field.caseSensitive,
        field
    };
}

/** `CALENDAR_YEAR(CreatedDate)` */
function dateOperand(call: FunctionCall, scope: Scope): CompiledOperand {
    const known = dateFunction(call.name);
    const [argument] = call.args;
    if (!known) throw unsupportedFunction(call, scope);
    if (call.args.length !== 1 || argument.kind !== 'path') {
        throw malformed(`${call.name} takes a date or dateTime field`);
    }
    const { field, sql } = scope.field(argument);
    const fits = field.type === 'datetime' || (field.type === 'date' && !known.ofTime);
    if (!fits) {
        throw errorAt(
            scope.soql,
            argument.at,
            'INVALID_FIELD',
            `field '${field.apiName}' does not support the function ${call.name}`
        );
    }
    const { at, text: name } = call;
    return { sql: known.sql(sql), type: known.type, name, at, caseSensitive: true };
}

export function unsupportedFunction(call: FunctionCall, scope: Scope): Error {
    const message = `unexpected token: '${call.name}'`;
    return errorAt(scope.soql, call.at, 'MALFORMED_QUERY', message);
}

/** Long texts and compound addresses can be read, and no more. */
export function refuseUnsearchable(
    { field, at, name }: CompiledOperand,
    what: 'filtered' | 'sorted' | 'grouped',
    scope: Scope
): void {
    if (!field || isSearchable(field.field)) return;
    const message = `field '${name}' can not be ${what} in a query call`;
    throw errorAt(scope.soql, at, 'INVALID_FIELD', message);
}

const LONGEST_SEARCHABLE_TEXT = 255;

function isSearchable(field: FieldSchema): boolean {
    if (field.type === 'address') return false;
    return field.type !== 'textarea' || (field.length ?? 0) <= LONGEST_SEARCHABLE_TEXT;
}
