import type { Value } from '../engine/types.ts';
import { FormulaError } from './formulaError.ts';

/** Blank text and no value are one and the same to Salesforce. */
export function isBlank(value: Value): boolean {
    return value === null || value === '';
}

/** The text of a value; blank is the empty text. */
export function textOf(value: Value, at: number): string {
    if (value === null) return '';
    if (typeof value === 'string') return value;
    throw new FormulaError(`Got ${kindOf(value)}`, at, 'a text');
}

/** The number, or null for blank: every calculation with a blank is blank. */
export function numberOf(value: Value, at: number): number | null {
    if (isBlank(value)) return null;
    if (typeof value === 'number') return value;
    throw new FormulaError(`Got ${kindOf(value)}`, at, 'a number');
}

/** True, false, or null where a blank made it impossible to say. */
export function truthOf(value: Value, at: number): boolean | null {
    if (value === null || typeof value === 'boolean') return value;
    throw new FormulaError(`Got ${kindOf(value)}`, at, 'true or false');
}

/**
 * Texts count case. Blank equals blank, and a checkbox never ticked is false.
 * @throws FormulaError when a text is held against a number or the like
 */
export function areEqual(a: Value, b: Value, at: number): boolean {
    if (isBlank(a) || isBlank(b)) {
        if (typeof a === 'boolean' || typeof b === 'boolean') return (a || false) === (b || false);
        return isBlank(a) && isBlank(b);
    }
    refuseDifferentKinds(a, b, at);
    return a === b;
}

/** Negative, zero or positive; null when either is blank. */
export function order(a: Value, b: Value, at: number): number | null {
    if (isBlank(a) || isBlank(b)) return null;
    refuseDifferentKinds(a, b, at);
    if (a === b) return 0;
    return a! < b! ? -1 : 1;
}

export function kindOf(value: Value): string {
    if (typeof value === 'boolean') return 'a checkbox';
    if (typeof value === 'number') return 'a number';
    return value === null ? 'nothing' : 'a text';
}

function refuseDifferentKinds(a: Value, b: Value, at: number): void {
    if (typeof a === typeof b) return;
    throw new FormulaError(`Cannot compare ${kindOf(a)} with ${kindOf(b)}`, at);
}
