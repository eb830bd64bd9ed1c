import type { DecisionAnswer, DialRequest } from '../types.ts';

/** Dials whose facts are asked for together; bounds the memory of a long list. */
const TOGETHER = 2_000;

type Outcome = DecisionAnswer | { readonly error: Error; readonly dialKey?: string };

/**
 * Decides a list of any length, in its order. A dial that cannot be decided yields its error in
 * its place; the others are not affected.
 * @param breathe awaited after each part of the list, so that a long one leaves room for others
 */
export async function* decideInOrder(
    dials: Iterable<DialRequest> | AsyncIterable<DialRequest>,
    decide: (dial: DialRequest) => DecisionAnswer | Promise<DecisionAnswer>,
    breathe: () => Promise<void>
): AsyncGenerator<Outcome> {
    let part: (Outcome | Promise<Outcome>)[] = [];
    for await (const dial of dials) {
        part.push(attempt(dial, decide));
        if (part.length === TOGETHER) {
            yield* await Promise.all(part);
            part = [];
            await breathe();
        }
    }
    yield* await Promise.all(part);
}

function attempt(
    dial: DialRequest,
    decide: (dial: DialRequest) => DecisionAnswer | Promise<DecisionAnswer>
): Outcome | Promise<Outcome> {
    const failed = (error: unknown): Outcome => ({
        error: error instanceof Error ? error : new Error(String(error)),
        ...(typeof dial?.dialKey === 'string' && { dialKey: dial.dialKey })
    });
    try {
        const answer = decide(dial);
        return answer instanceof Promise ? answer.catch(failed) : answer;
    } catch (error) {
        return failed(error);
    }
}
