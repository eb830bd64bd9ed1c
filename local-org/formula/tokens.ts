import { FormulaError } from './formulaError.ts';

export interface Token {
    readonly kind: 'number' | 'text' | 'name' | 'symbol' | 'end';
    /** As written; of a text literal what it stands for. */
    readonly text: string;
    readonly at: number;
}

const BLANK = /(?:\s+|\/\*[^]*?\*\/)+/y;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
/** `Field__c`, `Parent__r.Field__c`, `$User.Id`, `LEFT`. */
const NAME = /\$?[A-Za-z_]\w*(?:\s*\.\s*[A-Za-z_]\w*)*/y;
const SYMBOL = /&&|\|\||<>|!=|==|<=|>=|[-+*/^&<>=!(),]/y;

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** @throws FormulaError for a character no formula has, or a text or comment without end */
export function tokensOf(formula: string): Token[] {
    const tokens: Token[] = [];
    let at = 0;
    const match = (pattern: RegExp): string | undefined => {
        pattern.lastIndex = at;
        return pattern.exec(formula)?.[0];
    };
    while (at < formula.length) {
        const blank = match(BLANK);
        if (blank) {
            at += blank.length;
            continue;
        }
        if (formula.startsWith('/*', at)) throw new FormulaError('Comment without end', at, '*/');
        const quote = formula[at];
        if (quote === '"' || quote === "'") {
            const end = endOfText(formula, at);
            tokens.push({ kind: 'text', text: unescaped(formula.slice(at + 1, end)), at });
            at = end + 1;
            continue;
        }
        const number = match(NUMBER);
        const name = number === undefined ? match(NAME) : undefined;
        const text = number ?? name ?? match(SYMBOL);
        if (text === undefined) throw new FormulaError(`Unexpected '${formula[at]}'`, at);
        tokens.push({ kind: kindOf(number, name), text, at });
        at += text.length;
    }
    tokens.push({ kind: 'end', text: '', at: formula.length });
    return tokens;
}

function kindOf(number: string | undefined, name: string | undefined): Token['kind'] {
    if (number !== undefined) return 'number';
    return name === undefined ? 'symbol' : 'name';
}

function endOfText(formula: string, start: number): number {
    for (let at = start + 1; at < formula.length; at += 1) {
        if (formula[at] === '\\') at += 1;
        else if (formula[at] === formula[start]) return at;
    }
    throw new FormulaError('Text without end', start, formula[start]);
}

/** A backslash that stands before nothing special is dropped: a pattern needs `\\d`, not `\d`. */
function unescaped(text: string): string {
    return text.replace(/\\([^])/g, (_, character: string) => ESCAPES[character] ?? character);
}
