import { executeMutation, gql } from 'lightning/graphql';
import type { Ask } from 'c/callbackSetupData';
import { keyOf, lookAt } from './attempts';
import type { Finished, Outcome, TakenEntry } from './types';

/** The org refuses to end an attempt twice, and then nothing of this is written. */
const FINISH = gql`
    mutation FinishEntry($attempt: Dial_Attempt__cUpdateInput!, $entry: Dial_Entry__cUpdateInput!) {
        uiapi(input: { allOrNone: true }) {
            attempt: Dial_Attempt__cUpdate(input: $attempt) {
                success
            }
            entry: Dial_Entry__cUpdate(input: $entry) {
                success
            }
        }
    }
`;

/** For an entry that somebody set in progress by hand. */
const FINISH_UNRECORDED = gql`
    mutation FinishUnrecordedEntry(
        $attempt: Dial_Attempt__cCreateInput!
        $entry: Dial_Entry__cUpdateInput!
    ) {
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

const OUTCOMES: Readonly<Record<Outcome['kind'], string>> = {
    done: 'Done',
    later: 'Call later',
    skipped: 'Skipped',
    released: 'Released'
};

/**
 * Records what became of an attempt, and sets the entry free or aside: both or nothing. Repeating
 * it after an answer that got lost changes nothing.
 * @param agentId who had the entry
 * @throws the errors of the answer
 */
export async function finish(
    ask: Ask,
    entry: TakenEntry,
    outcome: Outcome,
    { agentId, now }: { readonly agentId: string | null; readonly now: number }
): Promise<Finished> {
    const { attemptId } = entry;
    const attempt = attemptId ? entry.attempts : entry.attempts + 1;
    const ended = {
        Outcome__c: OUTCOMES[outcome.kind],
        Ended_At__c: new Date(now).toISOString()
    };
    const { data, errors } = await executeMutation<Ended>({
        query: attemptId ? FINISH : FINISH_UNRECORDED,
        variables: {
            attempt: {
                ...(attemptId && { Id: attemptId }),
                Dial_Attempt__c: attemptId
                    ? ended
                    : {
                          ...ended,
                          Dial_Entry__c: entry.id,
                          Number__c: attempt,
                          Key__c: keyOf(entry, attempt),
                          Agent__c: agentId
                      }
            },
            entry: {
                Id: entry.id,
                Dial_Entry__c: { ...entryAfter(outcome), Attempts__c: attempt }
            }
        }
    });
    if (data?.uiapi?.attempt && !errors?.length) {
        return { kind: 'finished' };
    }
    const after = (await lookAt(ask, entry, attempt)).attempt;
    if (after?.outcome === ended.Outcome__c && after.agentId === agentId) {
        return { kind: 'finished' };
    }
    if (after?.outcome === 'In progress' || (!after && !attemptId)) {
        throw errors;
    }
    return { kind: 'lost' };
}

interface Ended {
    readonly uiapi?: { readonly attempt?: object | null };
}

/** Who is done with an entry stays on it; one that is called again is for anybody. */
function entryAfter(outcome: Outcome): Readonly<Record<string, unknown>> {
    switch (outcome.kind) {
        case 'done':
            return { Status__c: 'Done' };
        case 'skipped':
            return { Status__c: 'Skipped' };
        case 'later':
            return {
                Status__c: 'New',
                Agent__c: null,
                Not_Before__c: new Date(outcome.notBefore).toISOString()
            };
        case 'released':
            return { Status__c: 'New', Agent__c: null };
    }
}
