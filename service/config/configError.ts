/** One variable that cannot be used as it is. */
export interface VariableProblem {
    readonly name: string;
    /** What is wrong with it, as the end of a sentence that starts with its name. */
    readonly problem: string;
    /** What it is for. */
    readonly expected: string;
    readonly example?: string;
}

/** Every variable that is missing or wrong, at once, so that one start finds them all. */
export class ConfigError extends Error {
    readonly problems: readonly VariableProblem[];

    constructor(problems: readonly VariableProblem[]) {
        super(ConfigError.#text(problems));
        this.name = 'ConfigError';
        this.problems = problems;
    }

    static #text(problems: readonly VariableProblem[]): string {
        const noun = problems.length === 1 ? 'variable needs' : 'variables need';
        const lines = problems.map(({ name, problem, expected, example }) => {
            const shown = example === undefined ? '' : `\n      Example: ${name}=${example}`;
            return `  ${name} ${problem}.\n      ${expected}.${shown}`;
        });
        return [
            `The configuration cannot be used: ${problems.length} environment ${noun} attention.`,
            ...lines,
            'All variables with examples: .env.example. Start with: node --env-file=.env'
        ].join('\n');
    }
}
