import type { CallbackNumberService, DecisionAnswer, DialRequest } from '../../types.ts';
import type { HttpProblem, Problem } from '../problem.ts';
import { problemOfError } from '../problemOfError.ts';
import type { NdjsonLine } from './ndjsonDials.ts';

export interface BatchSummary {
    readonly type: 'summary';
    readonly complete: boolean;
    readonly dials: number;
    readonly presented: number;
    readonly blocked: number;
    readonly problems: number;
    readonly problem?: Problem;
}

export type BatchLine =
    | { readonly type: 'decision'; readonly index: number; readonly decision: DecisionAnswer }
    | {
          readonly type: 'problem';
          readonly index: number;
          readonly dialKey?: string;
          readonly problem: Problem;
      }
    | { readonly type: 'progress'; readonly done: number; readonly total?: number }
    | BatchSummary;

export interface BatchOptions {
    readonly items: AsyncIterable<NdjsonLine>;
    readonly total?: number;
    readonly service: Pick<CallbackNumberService, 'decideAll'>;
    readonly requestId: string;
    /** @throws where the caller may not decide this dial, or it is not one */
    readonly toDial: (value: unknown) => DialRequest;
    readonly onDecision: (answer: DecisionAnswer) => void;
    readonly onProblem: (code: string) => void;
    readonly onEnd: (summary: BatchSummary) => void;
}

/** So many dials are looked up together, and so many wait in memory at most. */
const TOGETHER = 1_000;

type Item = { readonly dial: DialRequest } | { readonly problem: HttpProblem };

/**
 * Answers the dials in the order they came. The order of answers and of refusals is kept by
 * deciding a thousand at a time: neither the request nor the answer is ever held as a whole.
 */
export async function* decideBatch(options: BatchOptions): AsyncGenerator<BatchLine> {
    const { items, total, onEnd } = options;
    const counts = { dials: 0, presented: 0, blocked: 0, problems: 0 };
    let complete = false;
    let problem: Problem | undefined;
    const summary = (): BatchSummary => ({ type: 'summary', complete, ...counts, problem });

    try {
        for await (const chunk of chunks(items, options.toDial)) {
            for await (const line of decideChunk(chunk, counts, options)) {
                yield line;
            }
            yield { type: 'progress', done: counts.dials, total };
        }
        complete = true;
    } catch (error) {
        problem = problemOfError(error).for(options.requestId);
    } finally {
        onEnd(summary());
    }
    yield summary();
}

async function* decideChunk(
    chunk: readonly Item[],
    counts: { dials: number; presented: number; blocked: number; problems: number },
    options: BatchOptions
): AsyncGenerator<BatchLine> {
    const dials = chunk.flatMap((item) => ('dial' in item ? [item.dial] : []));
    const answers = options.service.decideAll(dials)[Symbol.asyncIterator]();
    try {
        for (const item of chunk) {
            const index = counts.dials;
            const found = 'dial' in item ? await nextOf(answers) : { error: item.problem };
            counts.dials += 1;
            if ('error' in found) {
                const problem = problemOfError(found.error);
                counts.problems += 1;
                options.onProblem(problem.code);
                yield {
                    type: 'problem',
                    index,
                    dialKey: 'dial' in item ? item.dial.dialKey : undefined,
                    problem: problem.for(options.requestId)
                };
            } else {
                counts[found.outcome] += 1;
                options.onDecision(found);
                yield { type: 'decision', index, decision: found };
            }
        }
    } finally {
        await answers.return?.();
    }
}

async function nextOf<T>(answers: AsyncIterator<T>): Promise<T> {
    const { done, value } = await answers.next();
    if (done) {
        throw new Error('fewer answers than dials');
    }
    return value;
}

async function* chunks(
    items: AsyncIterable<NdjsonLine>,
    toDial: BatchOptions['toDial']
): AsyncGenerator<Item[]> {
    let chunk: Item[] = [];
    for await (const line of items) {
        chunk.push(itemOf(line, toDial));
        if (chunk.length === TOGETHER) {
            yield chunk;
            chunk = [];
        }
    }
    if (chunk.length > 0) {
        yield chunk;
    }
}

function itemOf(line: NdjsonLine, toDial: BatchOptions['toDial']): Item {
    if ('problem' in line) {
        return line;
    }
    try {
        return { dial: toDial(line.value) };
    } catch (error) {
        return { problem: problemOfError(error) };
    }
}
