import { readFileSync } from 'node:fs';
import { customCleanEnv, EnvMissingError, type CleanedEnv } from 'envalid';
import type { VariableProblem } from './configError.ts';
import { FROM_FILE, SPECS, type VariableName } from './variables.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Values by variable, each checked by itself; what belongs together is checked in loadConfig.ts. */
export type Clean = ReturnType<typeof clean>;

export function readEnvironment(environment: Environment, problems: VariableProblem[]): Clean {
    return clean(withFiles(environment, problems), problems);
}

export function problemOf(name: VariableName, problem: string): VariableProblem {
    const { desc, example } = SPECS[name];
    return { name, problem, expected: desc ?? '', example };
}

function clean(environment: Record<string, string>, problems: VariableProblem[]) {
    // The identity keeps wrong variables readable as undefined, so that checks across them go on.
    return customCleanEnv(environment, SPECS, (values) => values as CleanedEnv<typeof SPECS>, {
        reporter: ({ errors }) => {
            for (const [name, error] of Object.entries(errors)) {
                const key = name as VariableName;
                const missing = error instanceof EnvMissingError;
                problems.push(
                    problemOf(key, missing ? 'is missing' : wrong(key, environment[key], error))
                );
            }
        }
    });
}

function wrong(name: VariableName, value: string, error: Error): string {
    const shown = FROM_FILE.includes(name) ? '' : ` "${value.slice(0, 80)}"`;
    // envalid's own messages repeat the value; ours continue the sentence.
    const reason = /^(is|must)/.test(error.message) ? error.message : 'cannot be used';
    return `${reason}${shown && `, but is${shown}`}`;
}

/** Blank counts as not set; `NAME_FILE` is read where `NAME` itself is not set. */
function withFiles(environment: Environment, problems: VariableProblem[]): Record<string, string> {
    const values: Record<string, string> = {};
    for (const [name, value] of Object.entries(environment)) {
        if (value !== undefined && value.trim() !== '') {
            values[name] = value.trim();
        }
    }
    for (const name of FROM_FILE) {
        const path = values[`${name}_FILE`];
        if (path === undefined) {
            continue;
        }
        if (values[name] !== undefined) {
            problems.push(problemOf(name, `and ${name}_FILE are both set; keep one`));
            continue;
        }
        try {
            values[name] = readFileSync(path, 'utf8').trim();
        } catch (error) {
            const reason = (error as NodeJS.ErrnoException).code ?? 'unknown error';
            problems.push({
                name: `${name}_FILE`,
                problem: `names a file that cannot be read (${reason}): ${path}`,
                expected: `A file that holds: ${SPECS[name].desc}`,
                example: './keys/key.pem'
            });
        }
    }
    return values;
}
