import { gql } from 'lightning/graphql';
import type { NumberId, RuleId } from 'c/callbackResolver';
import { fieldsOfRows, readPage, type Ask } from './asking';

const TRACE = gql`
    query LogTrace($id: ID!) { uiapi { query {
        rows: Callback_Decision__c(where: { Id: { eq: $id } }, first: 1) ${fieldsOfRows('Trace__c')}
    } } }
`;
const NAMES = gql`
    query LogNames($numbers: [ID], $rules: [ID], $first: Int!) {
        uiapi {
            query {
                numbers: Callback_Number__c(where: { Id: { in: $numbers } }, first: $first) {
                    edges {
                        node {
                            Id
                            Name {
                                value
                            }
                            Number__c {
                                value
                            }
                        }
                    }
                }
                rules: Callback_Rule__c(where: { Id: { in: $rules } }, first: $first) {
                    edges {
                        node {
                            Id
                            Name {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

/** `Trace__c` as it was written; undefined where the decision is gone. */
export async function readTrace(ask: Ask, id: string): Promise<string | undefined> {
    const { rows } = await readPage<{ Trace__c: string | null }>(ask, {
        query: TRACE,
        variables: { id }
    });
    return rows[0]?.Trace__c ?? undefined;
}

/** What numbers and rules are called, by id. */
export interface LogNames {
    readonly numbers: ReadonlyMap<NumberId, { readonly label: string; readonly number: string }>;
    readonly rules: ReadonlyMap<RuleId, { readonly name: string }>;
}

/** What numbers and rules are called now; those that are gone have no name. */
export async function readNames(
    ask: Ask,
    numberIds: readonly string[],
    ruleIds: readonly string[]
): Promise<LogNames> {
    const variables = {
        numbers: numberIds,
        rules: ruleIds,
        first: Math.max(1, numberIds.length, ruleIds.length)
    };
    const { numbers, rules } = ((await ask({ query: NAMES, variables })) as NamesAnswer).uiapi
        .query;
    return {
        numbers: new Map(
            numbers.edges.map(({ node }) => [
                node.Id as NumberId,
                { label: node.Name.value, number: node.Number__c.value }
            ])
        ),
        rules: new Map(
            rules.edges.map(({ node }) => [node.Id as RuleId, { name: node.Name.value }])
        )
    };
}

interface Edges<Node> {
    readonly edges: readonly { readonly node: { readonly Id: string } & Node }[];
}
interface Text {
    readonly value: string;
}
interface NamesAnswer {
    readonly uiapi: {
        readonly query: {
            readonly numbers: Edges<{ readonly Name: Text; readonly Number__c: Text }>;
            readonly rules: Edges<{ readonly Name: Text }>;
        };
    };
}
