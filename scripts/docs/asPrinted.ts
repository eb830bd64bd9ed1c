/** How a guide prints what differs from run to run. */
const ANYTHING = '…';

/**
 * Compares an answer with the one that is printed, in which `…` stands for whatever is there; as
 * the last element of a list, for the rest of it.
 * @returns what differs, and where; empty where nothing does
 */
export function differences(printed: unknown, actual: unknown, path = 'answer'): string[] {
    if (printed === ANYTHING && actual !== undefined) {
        return [];
    }
    if (Array.isArray(printed) && Array.isArray(actual)) {
        const open = printed.at(-1) === ANYTHING;
        const shown = open ? printed.slice(0, -1) : printed;
        return shown.length > actual.length || (!open && shown.length < actual.length)
            ? [`${path} has ${actual.length} elements`]
            : shown.flatMap((one, at) => differences(one, actual[at], `${path}[${at}]`));
    }
    if (isObject(printed) && isObject(actual)) {
        const names = new Set([...Object.keys(printed), ...Object.keys(actual)]);
        return [...names].flatMap((name) =>
            differences(printed[name], actual[name], `${path}.${name}`)
        );
    }
    const same =
        typeof printed === 'string' && typeof actual === 'string'
            ? patternOf(printed).test(actual)
            : printed === actual;
    return same ? [] : [`${path} is ${JSON.stringify(actual)}, not ${JSON.stringify(printed)}`];
}

/** @returns lines of the printed text that are nowhere in the actual one */
export function linesMissing(printed: string, actual: string): string[] {
    const lines = actual.split('\n').map((line) => line.trimEnd());
    return printed
        .split('\n')
        .filter((line) => line.trim() !== ANYTHING)
        .filter((line) => !lines.some((other) => patternOf(line.trimEnd()).test(other)));
}

function patternOf(printed: string): RegExp {
    const texts = printed
        .split(ANYTHING)
        .map((text) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
    return new RegExp(`^${texts.join('.+')}$`, 's');
}

function isObject(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
