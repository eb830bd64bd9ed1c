import type { Value } from '../../engine/types.ts';
import type { Expression } from '../expression.ts';
import type { FormulaContext } from '../formulaContext.ts';

export interface FunctionDefinition {
    /** Parameters it takes. */
    readonly least: number;
    readonly most: number;
    /** Its first parameter must be a field, not a calculation. */
    readonly ofField?: boolean;
    /** Parameters come as they are written: only what the function looks at is worked out. */
    run(
        args: readonly Expression[],
        evaluate: (part: Expression) => Value,
        context: FormulaContext,
        at: number
    ): Value;
}

export type FunctionTable = Readonly<Record<string, FunctionDefinition>>;

/** A function of values, all of them needed. */
export function ofValues(
    least: number,
    most: number,
    run: (values: readonly Value[], at: number) => Value
): FunctionDefinition {
    return {
        least,
        most,
        run: (args, evaluate, _context, at) => run(args.map(evaluate), at)
    };
}
