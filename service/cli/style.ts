import type { CommandIo } from './io.ts';

/** Each is taken back by its own code, so that they can stand inside one another. */
const CODES = {
    bold: [1, 22],
    dim: [2, 22],
    red: [31, 39],
    green: [32, 39],
    yellow: [33, 39]
} as const;

export type Style = Readonly<Record<keyof typeof CODES, (text: string) => string>>;

/** Colours where somebody looks and NO_COLOR does not ask for none (no-color.org). */
export function styleFor({ env, terminal }: CommandIo): Style {
    const wanted = terminal.out && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
    const paint = (on: number, off: number) => (text: string) =>
        wanted ? `\u001b[${on}m${text}\u001b[${off}m` : text;
    return Object.fromEntries(
        Object.entries(CODES).map(([name, [on, off]]) => [name, paint(on, off)])
    ) as Style;
}

/** Marks that can be told apart without colour. */
export const MARKS = { good: '✓', bad: '✗', warning: '!', neutral: '·' } as const;

/** Without control characters: texts of the org must not move the cursor. */
export function plain(text: string): string {
    return text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ');
}

/** Two columns, the first as wide as its widest text. */
export function aligned(rows: readonly (readonly [string, string])[], indent = '  '): string {
    const width = Math.max(0, ...rows.map(([name]) => name.length));
    return rows.map(([name, text]) => `${indent}${name.padEnd(width)}  ${text}`).join('\n');
}
