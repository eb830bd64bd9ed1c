/** The twelve keys in rows of three, with the letters that stand on telephones. */
export const PAD_KEYS = [
    ['1', ''],
    ['2', 'ABC'],
    ['3', 'DEF'],
    ['4', 'GHI'],
    ['5', 'JKL'],
    ['6', 'MNO'],
    ['7', 'PQRS'],
    ['8', 'TUV'],
    ['9', 'WXYZ'],
    ['*', ''],
    ['0', '+'],
    ['#', '']
] as const;

const STEPS: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -3,
    ArrowDown: 3
};

/** Where a key leads from the pad key at `at`; undefined where it does not lead to another one. */
export function padKeyAfter(key: string, at: number): number | undefined {
    if (key === 'Home' || key === 'End') {
        return key === 'Home' ? 0 : PAD_KEYS.length - 1;
    }
    const next = at + (STEPS[key] ?? NaN);
    return next >= 0 && next < PAD_KEYS.length ? next : undefined;
}

/** What is left of the number, or added to it, by a key pressed while a pad key has the focus. */
export function numberAfterKey(key: string, number: string): string | undefined {
    if (key === 'Backspace') {
        return number.slice(0, -1);
    }
    return /^[\d*#+]$/.test(key) ? number + key : undefined;
}
