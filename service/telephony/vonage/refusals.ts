import { CallRefused, type CallRefusalCode } from '../port.ts';
import { reasonText } from '../reasonText.ts';
import { within } from '../../within.ts';

/** A problem as the vendor's APIs answer with it (RFC 7807), as far as it matters here. */
interface Problem {
    readonly type?: string;
    readonly title?: string;
    readonly detail?: string;
    readonly invalid_parameters?: readonly { readonly name?: string; readonly reason?: string }[];
}

/** What the SDK throws where there was an answer. */
interface Failed {
    readonly response?: { readonly status: number; text(): Promise<string> };
}

/**
 * Why the vendor did not take the request for a call.
 * @param number the number dialled; it does not stand in the reason
 * @param answersWithinMs the SDK's own limit ends where the answer begins, its body is read here
 */
export async function refusalOf(
    error: unknown,
    number: string,
    answersWithinMs: number
): Promise<CallRefused> {
    if (error instanceof CallRefused) {
        return error;
    }
    const { response } = error as Failed;
    if (response === undefined) {
        const isLate = (error as Error)?.name === 'AbortError';
        return new CallRefused(
            'CALL_NOT_STARTED',
            isLate ? 'It gave no answer in time.' : 'It cannot be reached.',
            error
        );
    }
    const problem = await problemOf(response, answersWithinMs);
    const wrong = problem.invalid_parameters ?? [];
    const words =
        wrong.length > 0
            ? wrong.map(({ name, reason }) => reason ?? `${name} is not valid.`)
            : [problem.title, problem.detail];
    const reason = reasonText(words.filter(Boolean).join('. '), number);
    return new CallRefused(
        codeOf(response.status, problem),
        reason || `It answered ${response.status}.`,
        error
    );
}

function codeOf(
    status: number,
    { type = '', invalid_parameters: wrong = [] }: Problem
): CallRefusalCode {
    if (status === 429 || /throttled|rate-limit/.test(type)) {
        return 'TELEPHONY_BUSY';
    }
    const names = wrong.map(({ name = '' }) => name);
    if (names.some((name) => /(^|\.)from\b/.test(name))) {
        return 'CALLER_ID_REFUSED';
    }
    return names.some((name) => /\bendpoint\b|^to\b/.test(name))
        ? 'NUMBER_REFUSED'
        : 'CALL_NOT_STARTED';
}

async function problemOf(
    response: NonNullable<Failed['response']>,
    answersWithinMs: number
): Promise<Problem> {
    try {
        return JSON.parse(await within(answersWithinMs, response.text())) as Problem;
    } catch {
        // Something in between answered, or the answer stops half-way.
        return {};
    }
}
