import type { Value } from '../../engine/types.ts';
import type { Expression } from '../expression.ts';
import { FormulaError } from '../formulaError.ts';
import type { FormulaContext } from '../formulaContext.ts';
import { all, any, negation } from '../truth.ts';
import { areEqual, isBlank, truthOf } from '../values.ts';
import { ofValues, type FunctionDefinition, type FunctionTable } from './definition.ts';

const ANY_NUMBER = Infinity;

export const LOGIC: FunctionTable = {
    AND: {
        least: 1,
        most: ANY_NUMBER,
        run: (args, evaluate) =>
            all(args.length, (index) => truthOf(evaluate(args[index]), args[index].at))
    },
    OR: {
        least: 1,
        most: ANY_NUMBER,
        run: (args, evaluate) =>
            any(args.length, (index) => truthOf(evaluate(args[index]), args[index].at))
    },
    NOT: ofValues(1, 1, ([value], at) => negation(truthOf(value, at))),
    IF: {
        least: 3,
        most: 3,
        run: ([condition, yes, no], evaluate) =>
            evaluate(truthOf(evaluate(condition), condition.at) ? yes : no)
    },
    CASE: { least: 4, most: ANY_NUMBER, run: firstCase },
    BLANKVALUE: orElse(),
    NULLVALUE: orElse(),
    ISBLANK: ofValues(1, 1, ([value]) => isBlank(value)),
    /** Texts are never null to Salesforce, and so the empty text is not. */
    ISNULL: ofValues(1, 1, ([value]) => value === null),
    ISNEW: { least: 0, most: 0, run: (_args, _evaluate, { isNew }) => isNew },
    ISCHANGED: {
        least: 1,
        most: 1,
        ofField: true,
        run: ([field], evaluate, context, at) =>
            !context.isNew && !areEqual(evaluate(field), priorOf(field, context), at)
    },
    PRIORVALUE: {
        least: 1,
        most: 1,
        ofField: true,
        run: ([field], evaluate, context) =>
            context.isNew ? evaluate(field) : priorOf(field, context)
    }
};

/** `CASE(expression, value, result, value, result, …, else)` */
function firstCase(
    args: readonly Expression[],
    evaluate: (part: Expression) => Value,
    _context: FormulaContext,
    at: number
): Value {
    if (args.length % 2 === 1) {
        throw new FormulaError('Function CASE lacks a result', at, 'a last parameter for else');
    }
    const subject = evaluate(args[0]);
    for (let index = 1; index < args.length - 1; index += 2) {
        if (areEqual(subject, evaluate(args[index]), args[index].at)) {
            return evaluate(args[index + 1]);
        }
    }
    return evaluate(args[args.length - 1]);
}

function orElse(): FunctionDefinition {
    return {
        least: 2,
        most: 2,
        run: ([part, otherwise], evaluate) => {
            const value = evaluate(part);
            return isBlank(value) ? evaluate(otherwise) : value;
        }
    };
}

function priorOf(field: Expression, context: FormulaContext): Value {
    return field.kind === 'field' ? (context.prior(field.path) ?? null) : null;
}
