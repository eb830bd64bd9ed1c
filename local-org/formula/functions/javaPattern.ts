import { FormulaError } from '../formulaError.ts';

const known = new Map<string, RegExp>();
const MOST_KEPT = 500;

/**
 * Whether the whole text matches a Java pattern. Java and JavaScript agree on what patterns of
 * formulas use; `(?i)` and its like at the start become flags.
 * @throws FormulaError for a pattern JavaScript does not know, such as possessive quantifiers
 */
export function matchesWhole(text: string, pattern: string, at: number): boolean {
    let regExp = known.get(pattern);
    if (!regExp) {
        regExp = compiled(pattern, at);
        if (known.size >= MOST_KEPT) known.clear();
        known.set(pattern, regExp);
    }
    return regExp.test(text);
}

function compiled(pattern: string, at: number): RegExp {
    const [inline, letters] = /^\(\?([ims]+)\)/.exec(pattern) ?? ['', ''];
    const body = `^(?:${pattern.slice(inline.length)})$`;
    // The end is the end of the text, with or without m; in Java m changes only `^` and `$` inside.
    const flags = [...new Set(letters)].filter((letter) => letter !== 'm').join('');
    try {
        return new RegExp(body, `${flags}u`);
    } catch {
        // Java lets any punctuation be escaped, JavaScript only without the u flag, which in turn
        // would read \p{…} as a plain p.
        if (/\\[pP]\{/.test(pattern)) throw badPattern(pattern, at);
    }
    try {
        return new RegExp(body, flags);
    } catch {
        throw badPattern(pattern, at);
    }
}

function badPattern(pattern: string, at: number): FormulaError {
    return new FormulaError(`Invalid regular expression "${pattern}"`, at);
}
