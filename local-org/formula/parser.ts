import type { Expression, Operator } from './expression.ts';
import { FormulaError } from './formulaError.ts';
import { functionNamed } from './functions/index.ts';
import { tokensOf, type Token } from './tokens.ts';

/** Binary operators by the symbols they may be written as, with how tightly they bind. */
const BINARY: Readonly<Record<string, readonly [operator: Operator, binding: number]>> = {
    '||': ['or', 1],
    '&&': ['and', 2],
    '=': ['=', 3],
    '==': ['=', 3],
    '<>': ['<>', 3],
    '!=': ['<>', 3],
    '<': ['<', 4],
    '<=': ['<=', 4],
    '>': ['>', 4],
    '>=': ['>=', 4],
    '&': ['&', 5],
    '+': ['+', 6],
    '-': ['-', 6],
    '*': ['*', 7],
    '/': ['/', 7],
    '^': ['^', 8]
};
const SIGN_BINDING = 9;

const LITERALS: ReadonlyMap<string, boolean | null> = new Map([
    ['TRUE', true],
    ['FALSE', false],
    ['NULL', null]
]);

const DEEPEST_NESTING = 200;

/**
 * Reads a formula: operator precedence by binding power, everything left-associative.
 * @throws FormulaError
 */
export function parseFormula(formula: string): Expression {
    return new Parser(tokensOf(formula)).whole();
}

class Parser {
    readonly #tokens: readonly Token[];
    #next = 0;
    #depth = 0;

    constructor(tokens: readonly Token[]) {
        this.#tokens = tokens;
    }

    whole(): Expression {
        const expression = this.#expression(0);
        if (this.#token.kind !== 'end') throw this.#unexpected('an operator or the end');
        return expression;
    }

    get #token(): Token {
        return this.#tokens[this.#next];
    }

    #take(): Token {
        const token = this.#token;
        this.#next += 1;
        return token;
    }

    #accepts(symbol: string): boolean {
        const found = this.#token.kind === 'symbol' && this.#token.text === symbol;
        if (found) this.#next += 1;
        return found;
    }

    #expect(symbol: string): void {
        if (!this.#accepts(symbol)) throw this.#unexpected(`'${symbol}'`);
    }

    #unexpected(expected: string): FormulaError {
        const { kind, text, at } = this.#token;
        return new FormulaError(
            kind === 'end' ? 'Formula ends too early' : `Unexpected '${text}'`,
            at,
            expected
        );
    }

    /** An expression whose operators all bind tighter than `floor`. */
    #expression(floor: number): Expression {
        this.#depth += 1;
        if (this.#depth > DEEPEST_NESTING) {
            throw new FormulaError(`Nested deeper than ${DEEPEST_NESTING}`, this.#token.at);
        }
        let left = this.#operand();
        for (;;) {
            const { kind, text, at } = this.#token;
            const entry = kind === 'symbol' ? BINARY[text] : undefined;
            if (!entry || entry[1] <= floor) break;
            this.#next += 1;
            const [operator, binding] = entry;
            const operands = [left, this.#expression(binding)];
            left = { kind: 'operation', operator, operands, at };
        }
        this.#depth -= 1;
        return left;
    }

    #operand(): Expression {
        const token = this.#token;
        const { at } = token;
        if (this.#accepts('(')) {
            const inner = this.#expression(0);
            this.#expect(')');
            return inner;
        }
        if (this.#accepts('!')) return this.#prefixed('not', at);
        if (this.#accepts('-')) return this.#prefixed('negate', at);
        if (this.#accepts('+')) return this.#expression(SIGN_BINDING);
        if (token.kind === 'number')
            return { kind: 'literal', value: Number(this.#take().text), at };
        if (token.kind === 'text') return { kind: 'literal', value: this.#take().text, at };
        if (token.kind !== 'name') throw this.#unexpected('a value, a field or a function');
        this.#next += 1;
        if (this.#accepts('(')) return this.#call(token);
        const literal = LITERALS.get(token.text.toUpperCase());
        if (literal !== undefined) return { kind: 'literal', value: literal, at };
        return { kind: 'field', path: token.text.split('.').map((part) => part.trim()), at };
    }

    #prefixed(operator: Operator, at: number): Expression {
        return { kind: 'operation', operator, operands: [this.#expression(SIGN_BINDING)], at };
    }

    #call({ text, at }: Token): Expression {
        const name = text.toUpperCase();
        const definition = functionNamed(name);
        if (!definition) throw new FormulaError(`Unknown function ${name}`, at);
        const args: Expression[] = [];
        if (!this.#accepts(')')) {
            do args.push(this.#expression(0));
            while (this.#accepts(','));
            this.#expect(')');
        }
        const { least, most } = definition;
        if (args.length < least || args.length > most) {
            throw new FormulaError(
                `Function ${name} got ${args.length} parameters`,
                at,
                least === most ? String(least) : `${least} to ${most}`
            );
        }
        if (definition.ofField && args[0].kind !== 'field') {
            throw new FormulaError(
                `Function ${name} cannot be asked of this`,
                args[0].at,
                'a field'
            );
        }
        return { kind: 'call', name, args, at };
    }
}
