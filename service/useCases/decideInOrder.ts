import type { DecisionAnswer, DialRequest } from '../types.ts';

/** Dials whose facts are asked for together; bounds the memory of a long list. */
const TOGETHER = 2_000;

type Outcome = DecisionAnswer | { readonly error: Error; readonly dialKey?: string };

/**
 * Decides a list of any length, in its order. A dial that cannot be decided yields its error in
 * its place; the others are not affected.
 */
export async function* decideInOrder(
    dials: Iterable<DialRequest> | AsyncIterable<DialRequest>,
    decide: (dial: DialRequest) => DecisionAnswer | Promise<DecisionAnswer>
): AsyncGenerator<Outcome> {
    let chunk: (Outcome | Promise<Outcome>)[] = [];
    for await (const dial of dials) {
        chunk.push(attempt(dial, decide));
        if (chunk.length === TOGETHER) {
            yield* await Promise.all(chunk);
            chunk = [];
        }
    }
    yield* await Promise.all(chunk);
}

function attempt(
    dial: DialRequest,
    decide: (dial: DialRequest) => DecisionAnswer | Promise<DecisionAnswer>
): Outcome | Promise<Outcome> {
    const failed = (error: unknown): Outcome => ({
        error: error instanceof Error ? error : new Error(String(error)),
        ...(dial.dialKey !== undefined && { dialKey: dial.dialKey })
    });
    try {
        const answer = decide(dial);
        return answer instanceof Promise ? answer.catch(failed) : answer;
    } catch (error) {
        return failed(error);
    }
}
