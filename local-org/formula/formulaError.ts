/** A formula that cannot be read, or cannot be worked out with the values it was given. */
export class FormulaError extends Error {
    /** Offset in the formula of what is wrong, from 0. */
    readonly position: number;
    /** What would have been right there, where that can be said. */
    readonly expected: string | undefined;

    constructor(problem: string, position: number, expected?: string) {
        super(
            `${problem} at character ${position + 1} of the formula` +
                (expected ? `; expected ${expected}` : '')
        );
        this.name = 'FormulaError';
        this.position = position;
        this.expected = expected;
    }
}
