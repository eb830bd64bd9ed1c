import type { FieldType } from '../engine/types.ts';
import { isId, to18 } from '../ids.ts';
import { rangeOf } from './dateRanges.ts';
import type { CompiledOperand } from './operand.ts';
import { errorAt, malformed } from './queryError.ts';
import type { Literal } from './query.ts';
import type { Scope } from './scope.ts';
import { textOfLiteral } from './stringLiteral.ts';

/** A literal as the store writes values of the field's type. */
export type LiteralValue =
    | { readonly kind: 'null' }
    | { readonly kind: 'value'; readonly value: string | number }
    /** Days, the first included and the second not. */
    | { readonly kind: 'range'; readonly from: string; readonly until: string };

const NULL: LiteralValue = { kind: 'null' };

/** How the literals of a type are written, and what messages call the type. */
export type Comparability = 'text' | 'id' | 'boolean' | 'number' | 'date' | 'datetime' | 'time';

export function comparabilityOf(type: FieldType): Comparability {
    switch (type) {
        case 'id':
        case 'reference':
            return 'id';
        case 'boolean':
        case 'date':
        case 'datetime':
        case 'time':
            return type;
        case 'int':
        case 'double':
        case 'currency':
        case 'percent':
            return 'number';
        default:
            return 'text';
    }
}

/**
 * @throws OrgError INVALID_FIELD when the literal is of another type than the field,
 *   INVALID_QUERY_FILTER_OPERATOR for a text that is no id, MALFORMED_QUERY for a bad escape or date
 */
export function valueOf(literal: Literal, operand: CompiledOperand, scope: Scope): LiteralValue {
    const comparability = comparabilityOf(operand.type);
    // A checkbox that was never ticked is false.
    if (literal.kind === 'null') return comparability === 'boolean' ? value(0) : NULL;
    switch (comparability) {
        case 'text': {
            if (literal.kind !== 'text') break;
            const text = textOfLiteral(literal.raw);
            return text === '' ? NULL : value(text);
        }
        case 'id':
            if (literal.kind === 'text') return idValue(literal.raw, operand, scope);
            break;
        case 'boolean':
            if (literal.kind === 'boolean') return value(Number(literal.value));
            break;
        case 'number':
            if (literal.kind === 'number') return value(literal.value);
            break;
        case 'time':
            if (literal.kind === 'time') return value(timeText(literal.text));
            break;
        case 'date':
        case 'datetime':
            if (literal.kind === 'range') return rangeValue(literal, comparability, scope);
            if (literal.kind === comparability)
                return value(momentText(literal.text, literal.kind));
    }
    throw wrongType(operand, comparability, scope);
}

function value(bound: string | number): LiteralValue {
    return { kind: 'value', value: bound };
}

function idValue(raw: string, { at }: CompiledOperand, scope: Scope): LiteralValue {
    if (isId(raw)) return value(to18(raw));
    const message = `invalid ID field: ${raw}`;
    throw errorAt(scope.soql, at, 'INVALID_QUERY_FILTER_OPERATOR', message);
}

function rangeValue(
    { name, count }: Literal & { kind: 'range' },
    type: 'date' | 'datetime',
    scope: Scope
): LiteralValue {
    const range = rangeOf(name, count, scope.context.now);
    if (!range) throw malformed(`invalid date: ${name}:${count}`);
    const text = (moment: Date) =>
        type === 'date' ? moment.toISOString().slice(0, 10) : storedDatetime(moment);
    return { kind: 'range', from: text(range.from), until: text(range.until) };
}

function momentText(text: string, type: 'date' | 'datetime'): string {
    const day = text.slice(0, 10);
    const moment = new Date(type === 'date' ? day : text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
    const midnight = new Date(`${day}T00:00:00Z`);
    // 31 February is a day to Date.
    const exists = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
    if (!exists || Number.isNaN(moment.getTime())) throw malformed(`invalid date: ${text}`);
    return type === 'date' ? day : storedDatetime(moment);
}

function storedDatetime(moment: Date): string {
    return moment.toISOString().replace('Z', '+0000');
}

/** `08:30:00Z` → `08:30:00.000Z` */
function timeText(text: string): string {
    const [, time, fraction = ''] = /^([\d:]+)(?:\.(\d+))?Z$/.exec(text)!;
    const [hours, minutes, seconds] = time.split(':').map(Number);
    if (hours > 23 || minutes > 59 || seconds > 59) throw malformed(`invalid time: ${text}`);
    return `${time}.${fraction.padEnd(3, '0').slice(0, 3)}Z`;
}

const TYPE_NAMES: Readonly<Record<Comparability, string>> = {
    text: 'string',
    id: 'ID',
    boolean: 'boolean',
    number: 'double',
    date: 'date',
    datetime: 'dateTime',
    time: 'time'
};

function wrongType(operand: CompiledOperand, comparability: Comparability, scope: Scope): Error {
    const inQuotes = comparability === 'text' || comparability === 'id';
    const type = operand.type === 'int' ? 'int' : TYPE_NAMES[comparability];
    return errorAt(
        scope.soql,
        operand.at,
        'INVALID_FIELD',
        `value of filter criterion for field '${operand.name}' must be of type ${type} and ` +
            `should ${inQuotes ? '' : 'not '}be enclosed in quotes`
    );
}
