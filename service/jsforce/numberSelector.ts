import type { Connection } from 'jsforce';
import pLimit from 'p-limit';
import { isE164, type Dial, type SelectorFact } from '#resolver';
import type { NumberSelector } from '../ports.ts';
import { TookTooLong, within } from '../within.ts';
import { placesBy } from './placesBy.ts';

/**
 * Calls a custom selector: a flow or an invocable Apex method of the customer's.
 *
 * It must declare these inputs, all texts and none of them required: `number` (E.164 where it is
 * a full telephone number), `agentId`, `channel`, `recordId`, `objectApiName`, `dialEntryId`,
 * `dialListId`; what is unknown is left out. Outputs, both texts: `callbackNumber` (blank: no
 * opinion) and `errorMessage` (refuses the call; the agent reads it).
 *
 * Dials of a list come several in one call, as every invocable action must expect.
 *
 * @param timeoutMs how long one dial waits; a call for several may take ten times as long
 */
export function createNumberSelector(
    connection: Connection,
    timeoutMs: number,
    onFailed: (message: string) => void = () => undefined
): NumberSelector {
    const listsAtOnce = pLimit(LISTS_AT_ONCE);

    async function ask(selector: string, dials: readonly Dial[]): Promise<SelectorFact[]> {
        try {
            // A dial that somebody waits for does not stand in line behind a list.
            const results =
                dials.length === 1
                    ? await within(timeoutMs, call(connection, selector, dials))
                    : await listsAtOnce(() =>
                          within(timeoutMs * 10, call(connection, selector, dials))
                      );
            return results.map((result) => readAnswer(result, selector, onFailed));
        } catch (error) {
            onFailed(`${selector}: ${(error as Error).message.trim().slice(0, LONGEST_MESSAGE)}`);
            const reason = error instanceof TookTooLong ? 'TIMED_OUT' : 'CALL_FAILED';
            return dials.map(() => ({ status: 'failed', reason }));
        }
    }

    return {
        async select(requests) {
            const facts: SelectorFact[] = [];
            await Promise.all(
                placesBy(requests, ({ selector }) => selector).map(async (places) => {
                    const { selector } = requests[places[0]];
                    const answers = await ask(
                        selector,
                        places.map((place) => requests[place].dial)
                    );
                    places.forEach((place, i) => (facts[place] = answers[i]));
                })
            );
            return facts;
        }
    };
}

interface ActionResult {
    readonly isSuccess: boolean;
    readonly errors?: readonly { readonly message?: string }[] | null;
    readonly outputValues?: Readonly<Record<string, unknown>> | null;
}

/** A namespace is part of the name: `flow:acme__Pick_Number`. */
const SELECTOR = /^(flow|apex):([a-zA-Z]\w*)$/;
const LONGEST_MESSAGE = 255;
const LISTS_AT_ONCE = 4;

/** One result a dial. */
async function call(
    connection: Connection,
    selector: string,
    dials: readonly Dial[]
): Promise<readonly ActionResult[]> {
    const [, kind, name] = SELECTOR.exec(selector) ?? [];
    if (kind === undefined) {
        throw new Error('is neither flow:Name nor apex:Name');
    }
    const inputs = dials.map(
        ({ agentId, channel, number, recordId, objectApiName, dialEntryId, dialListId }) => ({
            agentId,
            channel,
            number,
            recordId,
            objectApiName,
            dialEntryId,
            dialListId
        })
    );
    const results = await connection
        .requestPost<unknown>(`/actions/custom/${kind}/${name}`, { inputs })
        .catch(resultsOf);
    if (!Array.isArray(results) || results.length !== dials.length) {
        throw new Error(`answered ${JSON.stringify(results).slice(0, LONGEST_MESSAGE)}`);
    }
    return results as readonly ActionResult[];
}

/** Where some dials fail Salesforce answers 400, but still tells of each; jsforce throws that. */
function resultsOf(error: Error & { data?: unknown }): unknown {
    if (Array.isArray(error.data)) {
        return error.data;
    }
    throw error;
}

function readAnswer(
    { isSuccess, errors, outputValues }: ActionResult,
    selector: string,
    onFailed: (message: string) => void
): SelectorFact {
    if (!isSuccess) {
        const why = errors?.[0]?.message ?? 'failed without saying why';
        onFailed(`${selector}: ${why.slice(0, LONGEST_MESSAGE)}`);
        return { status: 'failed', reason: 'CALL_FAILED' };
    }
    const message = text(outputValues?.['errorMessage']);
    if (message !== '') {
        return { status: 'refused', message: message.slice(0, LONGEST_MESSAGE) };
    }
    const number = text(outputValues?.['callbackNumber']);
    if (number === '') {
        return { status: 'answered', number: null };
    }
    const plain = number.replace(/[\s().-]/g, '');
    return { status: 'answered', number: isE164(plain) ? plain : number };
}

function text(value: unknown): string {
    return typeof value === 'string' ? value.trim() : '';
}
