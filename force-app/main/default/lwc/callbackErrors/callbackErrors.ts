/**
 * Service. Reduces what the platform throws or answers to sentences that can be shown: fetch
 * errors, errors of the record API with their fields, GraphQL errors, JavaScript errors, texts.
 */
import unknownError from '@salesforce/label/c.Callback_Error_Unknown';

/**
 * @returns distinct sentences in the order found; one that says so where nothing was said
 */
export function reduceErrors(errors: unknown): string[] {
    const found = [...new Set(sentencesOf(errors, 0).map((text) => text.trim()))].filter(Boolean);
    return found.length > 0 || errors === null || errors === undefined ? found : [unknownError];
}

/** Deeper than any error of the platform; ends errors that hold themselves. */
const DEEPEST = 8;

function sentencesOf(error: unknown, depth: number): string[] {
    if (typeof error === 'string') {
        return [error];
    }
    if (typeof error !== 'object' || error === null || depth > DEEPEST) {
        return [];
    }
    if (Array.isArray(error)) {
        return error.flatMap((one) => sentencesOf(one, depth + 1));
    }
    const known = error as PlatformError;
    const details = [
        ...sentencesOf(known.body, depth + 1),
        ...sentencesOf(known.output, depth + 1),
        ...sentencesOf(known.errors, depth + 1),
        ...sentencesOf(known.pageErrors, depth + 1),
        ...Object.values(known.fieldErrors ?? {}).flatMap((one) => sentencesOf(one, depth + 1))
    ];
    // The message above the details says only that there are some.
    return details.length > 0 ? details : sentencesOf(known.message ?? known.statusText, depth + 1);
}

interface PlatformError {
    readonly body?: unknown;
    readonly output?: unknown;
    readonly errors?: unknown;
    readonly pageErrors?: unknown;
    readonly fieldErrors?: Readonly<Record<string, unknown>>;
    readonly message?: unknown;
    readonly statusText?: unknown;
}
