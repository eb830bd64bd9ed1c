import { isId, to18 } from '../../ids.ts';
import { momentOf } from '../dates.ts';
import { FormulaError } from '../formulaError.ts';
import { numberOf, textOf } from '../values.ts';
import { ofValues, type FunctionDefinition, type FunctionTable } from './definition.ts';
import { matchesWhole } from './javaPattern.ts';

export const TEXT: FunctionTable = {
    TEXT: ofValues(1, 1, ([value], at) => {
        if (typeof value === 'boolean') throw new FormulaError('Got a checkbox', at, 'no checkbox');
        if (typeof value === 'number') return plainNumber(value);
        if (momentOf(value) === undefined) return value ?? '';
        return (value as string).replace('T', ' ').replace(/(?:\.\d+)?(?:\+0000|Z)$/, 'Z');
    }),
    VALUE: ofValues(1, 1, ([value], at) => {
        const text = textOf(value, at).trim();
        if (text === '') return null;
        if (!isNumber(text)) throw new FormulaError(`"${text}" is not a number`, at);
        return Number(text);
    }),
    ISNUMBER: ofValues(1, 1, ([value], at) => isNumber(textOf(value, at).trim())),
    LEN: ofValues(1, 1, ([value], at) => textOf(value, at).length),
    LEFT: ofTextAndNumber((text, count) => text.slice(0, count)),
    RIGHT: ofTextAndNumber((text, count) => text.slice(Math.max(0, text.length - count))),
    MID: ofValues(3, 3, ([value, from, count], at) => {
        const start = Math.max(1, wholeNumber(from, at)) - 1;
        return textOf(value, at).slice(start, start + Math.max(0, wholeNumber(count, at)));
    }),
    BEGINS: ofTexts((text, start) => text.startsWith(start)),
    CONTAINS: ofTexts((text, part) => text.includes(part)),
    INCLUDES: ofTexts((values, value) => values.split(';').includes(value)),
    ISPICKVAL: ofTexts((picked, value) => picked === value),
    REGEX: ofTexts((text, pattern, at) => matchesWhole(text, pattern, at)),
    /** Position of the first text in the second, from 1; 0 where it is not. */
    FIND: ofValues(2, 3, ([sought, value, from = 1], at) => {
        const start = wholeNumber(from, at);
        const text = textOf(sought, at);
        return start < 1 || text === '' ? 0 : textOf(value, at).indexOf(text, start - 1) + 1;
    }),
    SUBSTITUTE: ofValues(3, 3, ([value, old, fresh], at) => {
        const [text, from] = [textOf(value, at), textOf(old, at)];
        return from === '' ? text : text.split(from).join(textOf(fresh, at));
    }),
    TRIM: ofText((text) => text.trim()),
    UPPER: ofText((text) => text.toUpperCase(), 2),
    LOWER: ofText((text) => text.toLowerCase(), 2),
    LPAD: padded((text, length, pad) => text.padStart(length, pad)),
    RPAD: padded((text, length, pad) => text.padEnd(length, pad)),
    CASESAFEID: ofText((id) => (isId(id) ? to18(id) : id))
};

/** A second parameter, the locale of UPPER and LOWER, is taken and not used. */
function ofText(run: (text: string) => string, most = 1): FunctionDefinition {
    return ofValues(1, most, ([value], at) => run(textOf(value, at)));
}

function ofTexts(run: (a: string, b: string, at: number) => boolean): FunctionDefinition {
    return ofValues(2, 2, ([a, b], at) => run(textOf(a, at), textOf(b, at), at));
}

function ofTextAndNumber(run: (text: string, count: number) => string): FunctionDefinition {
    return ofValues(2, 2, ([value, count], at) =>
        run(textOf(value, at), Math.max(0, wholeNumber(count, at)))
    );
}

function padded(run: (text: string, length: number, pad: string) => string): FunctionDefinition {
    return ofValues(2, 3, ([value, length, pad = ' '], at) => {
        const most = Math.max(0, wholeNumber(length, at));
        return run(textOf(value, at), most, textOf(pad, at)).slice(0, most);
    });
}

function wholeNumber(value: Parameters<typeof numberOf>[0], at: number): number {
    return Math.trunc(numberOf(value, at) ?? 0);
}

function isNumber(text: string): boolean {
    return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text);
}

/** Without exponent and thousands separators. */
function plainNumber(value: number): string {
    const short = String(value);
    if (!short.includes('e')) return short;
    return value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 });
}
