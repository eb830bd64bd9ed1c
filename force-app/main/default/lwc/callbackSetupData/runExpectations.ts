import { agentViewOf, type AgentView, type Draft } from 'c/callbackData';
import { reduceErrors } from 'c/callbackErrors';
import type { PhoneLibrary } from 'c/callbackPhone';
import type { AgentId } from 'c/callbackResolver';
import { verdictOn, type Expectation, type Judged, type Verdict } from 'c/callbackSimulation';
import type { Ask } from './asking';
import { outlookOf, readRowsOfAgent, type ReadRecord } from './simulating';

export interface RunOptions {
    readonly ask: Ask;
    readonly readRecord: ReadRecord;
    readonly phoneLibrary: PhoneLibrary;
    /** Tries the calls with these rules or policies, and with the saved ones for comparison. */
    readonly draft?: Draft;
    /** Told after each expectation. */
    readonly onProgress?: (done: number, total: number) => void;
    /** Stops before the next expectation. */
    readonly signal?: AbortSignal;
}

/**
 * Tries every call anew. Each agent is read once.
 * @returns one for each expectation, in their order; fewer where it was stopped; never rejects
 */
export async function runExpectations(
    expectations: readonly Expectation[],
    { ask, readRecord, phoneLibrary, draft, onProgress, signal }: RunOptions
): Promise<readonly Judged[]> {
    const rowsOf = remembering((agentId) => readRowsOfAgent(ask, agentId));
    const viewOf = async (agentId: string, of?: Draft): Promise<AgentView> =>
        agentViewOf(agentId as AgentId, await rowsOf(agentId), phoneLibrary, of);
    const judged: Judged[] = [];
    for (const expectation of expectations) {
        if (signal?.aborted) {
            break;
        }
        const judge = (of?: Draft) =>
            verdictOf(expectation, () => viewOf(expectation.call.agentId, of), readRecord);
        judged.push({
            expectation,
            // eslint-disable-next-line no-await-in-loop -- one after the other, so that it can be stopped
            verdict: await judge(draft),
            // eslint-disable-next-line no-await-in-loop -- as above
            ...(draft && { before: await judge() })
        });
        onProgress?.(judged.length, expectations.length);
    }
    return judged;
}

async function verdictOf(
    { call, expected }: Expectation,
    view: () => Promise<AgentView>,
    readRecord: ReadRecord
): Promise<Verdict> {
    if (call.agentId === '') {
        return { kind: 'unusable', reason: 'agentGone' };
    }
    if (!expected) {
        return { kind: 'unusable', reason: 'numberGone' };
    }
    try {
        const agent = await view();
        return verdictOn(expected, await outlookOf(agent, call, readRecord), agent.directory);
    } catch (errors) {
        return { kind: 'failed', errors: reduceErrors(errors) };
    }
}

function remembering<Answer>(
    ask: (key: string) => Promise<Answer>
): (key: string) => Promise<Answer> {
    const known = new Map<string, Promise<Answer>>();
    return (key) => {
        const answer = known.get(key) ?? ask(key);
        known.set(key, answer);
        return answer;
    };
}
