import type { VariableProblem } from './configError.ts';
import { problemOf } from './readEnvironment.ts';
import type { VariableName } from './variables.ts';

/** A path would never match what a browser says. */
export function originsOf(
    name: VariableName,
    value: string | undefined,
    problems: VariableProblem[]
): string[] {
    const origins = listOf(value);
    const wrongOne = origins.find(
        (origin) => !URL.canParse(origin) || new URL(origin).origin !== origin
    );
    if (wrongOne !== undefined) {
        problems.push(
            problemOf(name, `must hold origins only, without a path, but has "${wrongOne}"`)
        );
    }
    return origins;
}

/** The parts between commas. */
export function listOf(value: string | undefined): string[] {
    return (value ?? '')
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '');
}
