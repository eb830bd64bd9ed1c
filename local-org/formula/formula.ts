/**
 * Salesforce formulas, as validation rules and default values are written in them.
 *
 *     evaluateFormula('AND(ISBLANK(Agent__c), NOT(ISNEW()))', context) // true, false or null
 *
 * Blank is blank: ISBLANK is true of `''` and of null, the two are equal, and blank text counts as
 * `''` in text functions and in `&`. A calculation with a blank number is blank, and so is `<` or
 * `>` with a blank: the answer is then null, which is not true, so a validation rule does not fire.
 * Texts are compared with case. Only what the answer depends on is looked at: `IF` and `CASE`
 * evaluate one branch, `AND` and `OR` stop at the first that settles it.
 *
 * Not known: functions beyond the tables in `functions/`, geolocation, VLOOKUP, image and link
 * functions; there is no check of types before evaluation.
 */
import { LRUCache } from 'lru-cache';
import type { Value } from '../engine/types.ts';
import { evaluate } from './evaluate.ts';
import type { Expression } from './expression.ts';
import type { FormulaContext } from './formulaContext.ts';
import { parseFormula } from './parser.ts';

export type { FormulaContext } from './formulaContext.ts';
export { FormulaError } from './formulaError.ts';

const parsed = new LRUCache<string, Expression>({ max: 1_000 });

/**
 * @param source the formula; what was read is kept by its text
 * @throws FormulaError when it cannot be read (unknown function, syntax) or worked out
 *   (a text where a number belongs, division by zero)
 */
export function evaluateFormula(source: string, context: FormulaContext): Value {
    return evaluate(expressionOf(source), context);
}

/**
 * The fields a formula mentions, each a path such as `['Parent__r', 'Name']`, once each; for
 * checking metadata, and for loading parents before evaluation.
 * @throws FormulaError when it cannot be read
 */
export function fieldsOfFormula(source: string): (readonly string[])[] {
    const paths = new Map<string, readonly string[]>();
    const visit = (part: Expression): void => {
        if (part.kind === 'field') {
            const key = part.path.join('.').toLowerCase();
            if (!paths.has(key)) paths.set(key, part.path);
        } else if (part.kind === 'call') part.args.forEach(visit);
        else if (part.kind === 'operation') part.operands.forEach(visit);
    };
    visit(expressionOf(source));
    return [...paths.values()];
}

function expressionOf(source: string): Expression {
    let expression = parsed.get(source);
    if (!expression) {
        expression = parseFormula(source);
        parsed.set(source, expression);
    }
    return expression;
}
