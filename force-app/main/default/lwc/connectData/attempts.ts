import { gql } from 'lightning/graphql';
import type { Ask } from 'c/callbackSetupData';
import type { DialEntry } from './types';

/** What the org says of an attempt and its entry, after it refused to write them. */
export interface AttemptNow {
    readonly id: string;
    readonly agentId: string | null;
    readonly outcome: string;
}

interface Value {
    readonly value: string | null;
}

const LOOK = gql`
    query ConnectAttempt($entryId: ID!, $key: String!) {
        uiapi {
            query {
                attempts: Dial_Attempt__c(where: { Key__c: { eq: $key } }, first: 1) {
                    edges {
                        node {
                            Id
                            Agent__c {
                                value
                            }
                            Outcome__c {
                                value
                            }
                        }
                    }
                }
                entries: Dial_Entry__c(where: { Id: { eq: $entryId } }, first: 1) {
                    edges {
                        node {
                            Id
                            Status__c {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

/** Unique in the org: of two who want the same attempt, one is refused. */
export function keyOf({ id }: DialEntry, attempt: number): string {
    return `${id}:${attempt}`;
}

/** @throws the errors of the answer */
export async function lookAt(
    ask: Ask,
    entry: DialEntry,
    attempt: number
): Promise<{ readonly attempt?: AttemptNow; readonly isOpen: boolean }> {
    const variables = { entryId: entry.id, key: keyOf(entry, attempt) };
    const { attempts, entries } = ((await ask({ query: LOOK, variables })) as LookAnswer).uiapi
        .query;
    const [found] = attempts.edges;
    return {
        ...(found && {
            attempt: {
                id: found.node.Id,
                agentId: found.node.Agent__c.value,
                outcome: found.node.Outcome__c.value ?? ''
            }
        }),
        isOpen: entries.edges[0]?.node.Status__c.value === 'New'
    };
}

interface LookAnswer {
    readonly uiapi: {
        readonly query: {
            readonly attempts: Edges<{ Id: string; Agent__c: Value; Outcome__c: Value }>;
            readonly entries: Edges<{ Id: string; Status__c: Value }>;
        };
    };
}
interface Edges<Node> {
    readonly edges: readonly { readonly node: Readonly<Node> }[];
}
