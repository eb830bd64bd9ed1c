import { FormulaError } from '../formulaError.ts';
import { numberOf } from '../values.ts';
import { ofValues, type FunctionDefinition, type FunctionTable } from './definition.ts';

export const NUMBER: FunctionTable = {
    ABS: ofNumbers(1, 1, ([value]) => Math.abs(value)),
    CEILING: ofNumbers(1, 1, ([value]) => awayFromZero(value)),
    FLOOR: ofNumbers(1, 1, ([value]) => Math.trunc(value)),
    MIN: ofNumbers(1, Infinity, (values) => Math.min(...values)),
    MAX: ofNumbers(1, Infinity, (values) => Math.max(...values)),
    ROUND: ofNumbers(2, 2, ([value, digits]) => rounded(value, Math.trunc(digits))),
    MOD: ofNumbers(2, 2, ([value, divisor], at) => {
        if (divisor === 0) throw new FormulaError('Division by zero', at);
        return value % divisor;
    })
};

/** Blank as soon as one of the numbers is. */
function ofNumbers(
    least: number,
    most: number,
    run: (numbers: readonly number[], at: number) => number
): FunctionDefinition {
    return ofValues(least, most, (values, at) => {
        const numbers = values.map((value) => numberOf(value, at));
        return numbers.includes(null) ? null : run(numbers as number[], at);
    });
}

/** Salesforce rounds CEILING up and FLOOR down in size: CEILING(-2.5) is -3, FLOOR(-2.5) is -2. */
function awayFromZero(value: number): number {
    return Math.sign(value) * Math.ceil(Math.abs(value));
}

/** Half away from zero, at the decimal place asked for: 1.005 to two places is 1.01. */
function rounded(value: number, digits: number): number {
    const size = Number(`${Math.round(shifted(Math.abs(value), digits))}e${-digits}`);
    return Math.sign(value) * size;
}

/** By the decimal notation rather than by multiplying, which would turn 1.005 into 100.49999. */
function shifted(value: number, digits: number): number {
    const [mantissa, exponent = '0'] = String(value).split('e');
    return Number(`${mantissa}e${Number(exponent) + digits}`);
}
