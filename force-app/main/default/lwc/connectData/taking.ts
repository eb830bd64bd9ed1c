import { executeMutation, gql } from 'lightning/graphql';
import tooBusy from '@salesforce/label/c.Callback_Connect_Too_Busy';
import type { Ask } from 'c/callbackSetupData';
import { keyOf, lookAt } from './attempts';
import { readWork } from './reading';
import type { DialEntry, Next, TakenEntry, Working } from './types';

/**
 * Both or nothing. The key of the attempt is unique in the org: whoever comes second, having seen
 * the entry as it was before, is refused. No clock and no lock of ours decides.
 */
const TAKE = gql`
    mutation TakeEntry($attempt: Dial_Attempt__cCreateInput!, $entry: Dial_Entry__cUpdateInput!) {
        uiapi(input: { allOrNone: true }) {
            attempt: Dial_Attempt__cCreate(input: $attempt) {
                Record {
                    Id
                }
            }
            entry: Dial_Entry__cUpdate(input: $entry) {
                success
            }
        }
    }
`;

/** After so many collisions the list is read anew, and after so many readings something else is wrong. */
const TRIES_OF_A_READING = 5;
const READINGS = 20;

/**
 * The agent's own entry in progress, or the next one that nobody else has.
 * @throws the errors of an answer, or an Error when others were always first
 */
export async function takeNext(ask: Ask, working: Working): Promise<Next> {
    for (let reading = 0; reading < READINGS; reading += 1) {
        // eslint-disable-next-line no-await-in-loop -- what is left is known only after a collision
        const { mine, waiting, waitingCount, nextAt } = await readWork(ask, working);
        if (mine) {
            return { kind: 'entry', entry: mine, resumed: true, waitingCount };
        }
        if (waiting.length === 0) {
            return { kind: 'none', ...(nextAt !== undefined && { nextAt }) };
        }
        const tried = inTurn(waiting).slice(0, TRIES_OF_A_READING);
        let refused: unknown;
        for (const entry of tried) {
            // eslint-disable-next-line no-await-in-loop -- one after the other: an agent gets one
            const answer = await take(entry, working);
            if ('taken' in answer) {
                const left = waitingCount - 1;
                return { kind: 'entry', entry: answer.taken, resumed: false, waitingCount: left };
            }
            refused = answer.errors;
        }
        // Messages come in the language of the user: why it was refused is read from the records.
        // eslint-disable-next-line no-await-in-loop -- as above
        if (await isStillThere(ask, tried[tried.length - 1])) {
            throw refused;
        }
    }
    throw new Error(tooBusy);
}

/** In order; but those who met at the first one do not meet at the second again. */
function inTurn([first, ...others]: readonly DialEntry[]): DialEntry[] {
    const left = [...others];
    const mixed: DialEntry[] = [];
    while (left.length > 0) {
        mixed.push(...left.splice(Math.floor(Math.random() * left.length), 1));
    }
    return [first, ...mixed];
}

async function take(
    entry: DialEntry,
    { agentId, now }: Working
): Promise<{ readonly taken: TakenEntry } | { readonly errors: unknown }> {
    const attempt = entry.attempts + 1;
    const { data, errors } = await executeMutation<Taken>({
        query: TAKE,
        variables: {
            attempt: {
                Dial_Attempt__c: {
                    Dial_Entry__c: entry.id,
                    Number__c: attempt,
                    Key__c: keyOf(entry, attempt),
                    Agent__c: agentId,
                    Outcome__c: 'In progress',
                    Started_At__c: new Date(now).toISOString()
                }
            },
            entry: {
                Id: entry.id,
                Dial_Entry__c: {
                    Status__c: 'In progress',
                    Agent__c: agentId,
                    Attempts__c: attempt
                }
            }
        }
    });
    const attemptId = data?.uiapi?.attempt?.Record.Id;
    return attemptId && !errors?.length
        ? { taken: { ...entry, attempts: attempt, attemptId } }
        : { errors };
}

/** Nobody took it: it was not refused for being late. */
async function isStillThere(ask: Ask, entry: DialEntry): Promise<boolean> {
    const { attempt, isOpen } = await lookAt(ask, entry, entry.attempts + 1);
    return isOpen && !attempt;
}

interface Taken {
    readonly uiapi?: { readonly attempt?: { readonly Record: { readonly Id: string } } | null };
}
