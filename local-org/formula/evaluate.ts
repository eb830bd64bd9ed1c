import type { Value } from '../engine/types.ts';
import { daysBetween, daysLater, momentOf } from './dates.ts';
import type { Expression, Operator } from './expression.ts';
import { FormulaError } from './formulaError.ts';
import type { FormulaContext } from './formulaContext.ts';
import { functionNamed } from './functions/index.ts';
import { all, any, negation } from './truth.ts';
import { areEqual, isBlank, numberOf, order, textOf, truthOf } from './values.ts';

/** Works an expression out; a part that does not matter to the answer is not looked at. */
export function evaluate(expression: Expression, context: FormulaContext): Value {
    switch (expression.kind) {
        case 'literal':
            return expression.value;
        case 'field':
            return context.field(expression.path) ?? null;
        case 'call': {
            const { name, args, at } = expression;
            return functionNamed(name)!.run(args, (part) => evaluate(part, context), context, at);
        }
        case 'operation':
            return operate(expression.operator, expression.operands, context, expression.at);
    }
}

function operate(
    operator: Operator,
    operands: readonly Expression[],
    context: FormulaContext,
    at: number
): Value {
    const value = (index: number) => evaluate(operands[index], context);
    const truth = (index: number) => truthOf(value(index), operands[index].at);
    switch (operator) {
        case 'and':
            return all(operands.length, truth);
        case 'or':
            return any(operands.length, truth);
        case 'not':
            return negation(truth(0));
        case '=':
            return areEqual(value(0), value(1), at);
        case '<>':
            return !areEqual(value(0), value(1), at);
        case '<':
        case '<=':
        case '>':
        case '>=':
            return compared(operator, order(value(0), value(1), at));
        case '&':
            return textOf(value(0), operands[0].at) + textOf(value(1), operands[1].at);
        case 'negate':
            return arithmetic('-', 0, value(0), at);
        default:
            return arithmetic(operator, value(0), value(1), at);
    }
}

function compared(operator: '<' | '<=' | '>' | '>=', ordering: number | null): boolean | null {
    if (ordering === null) return null;
    if (ordering === 0) return operator === '<=' || operator === '>=';
    return ordering < 0 === operator.startsWith('<');
}

function arithmetic(operator: '+' | '-' | '*' | '/' | '^', a: Value, b: Value, at: number): Value {
    if (operator === '+' || operator === '-') {
        const date = dateSum(operator, a, b);
        if (date !== undefined) return date;
        const text = typeof a === 'string' || typeof b === 'string';
        if (text && operator === '+') return textOf(a, at) + textOf(b, at);
    }
    const left = numberOf(a, at);
    const right = numberOf(b, at);
    if (left === null || right === null) return null;
    switch (operator) {
        case '+':
            return left + right;
        case '-':
            return left - right;
        case '*':
            return left * right;
        case '/':
            if (right === 0) throw new FormulaError('Division by zero', at);
            return left / right;
        case '^':
            return left ** right;
    }
}

/** A date so many days later or earlier, or the days between two; undefined where no date is. */
function dateSum(operator: '+' | '-', a: Value, b: Value): Value | undefined {
    const [left, right] = [momentOf(a), momentOf(b)];
    if (left === undefined && right === undefined) return undefined;
    if (isBlank(a) || isBlank(b)) return null;
    if (operator === '-' && left !== undefined && right !== undefined) {
        return daysBetween(right, left);
    }
    if (left !== undefined && typeof b === 'number') {
        return daysLater(a as string, operator === '+' ? b : -b);
    }
    if (right !== undefined && typeof a === 'number' && operator === '+') {
        return daysLater(b as string, a);
    }
    return undefined;
}
