/** `@{ref.id}`: values of earlier subrequests of a composite, put into a later one. */

/** Answers of earlier subrequests by their reference id. */
export type AnsweredBodies = ReadonlyMap<string, unknown>;

export class UnresolvedReference extends Error {
    constructor(path: string, referenceId: string) {
        super(
            `Invalid reference specified. No value for ${path} found in ${referenceId}. ` +
                'Make sure there are no syntax errors.'
        );
        this.name = 'UnresolvedReference';
    }
}

const REFERENCE = /@\{(\w+)((?:\.\w+|\[\d+\])*)\}/g;
const WHOLE_REFERENCE = /^@\{(\w+)((?:\.\w+|\[\d+\])*)\}$/;

/**
 * A copy of `value` with every reference in its strings filled in. A string that is nothing but a
 * reference takes the value as it is; inside a longer text the value becomes text, through `encode`.
 * @throws UnresolvedReference
 */
export function fillReferences<T>(
    value: T,
    answered: AnsweredBodies,
    encode?: (text: string) => string
): T;
export function fillReferences(
    value: unknown,
    answered: AnsweredBodies,
    encode: (text: string) => string = (text) => text
): unknown {
    if (typeof value === 'string') {
        const whole = WHOLE_REFERENCE.exec(value);
        if (whole) return lookUp(whole[1]!, whole[2]!, answered);
        return value.replace(REFERENCE, (_, referenceId: string, path: string) =>
            encode(String(lookUp(referenceId, path, answered)))
        );
    }
    if (Array.isArray(value)) return value.map((item) => fillReferences(item, answered, encode));
    if (typeof value === 'object' && value !== null) {
        return Object.fromEntries(
            Object.entries(value).map(([name, item]) => [
                name,
                fillReferences(item, answered, encode)
            ])
        );
    }
    return value;
}

function lookUp(referenceId: string, path: string, answered: AnsweredBodies): unknown {
    let value = answered.get(referenceId);
    for (const step of path.match(/\w+/g) ?? []) {
        value =
            typeof value === 'object' && value !== null && Object.hasOwn(value, step)
                ? (value as Record<string, unknown>)[step]
                : undefined;
    }
    if (value === undefined || value === null) {
        throw new UnresolvedReference(referenceId + path, referenceId);
    }
    return value;
}
