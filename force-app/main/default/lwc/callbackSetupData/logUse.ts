import { gql } from 'lightning/graphql';
import type { ParsedQuery } from 'lightning/graphql';
import type { Ask } from './asking';
import { COUNTED, countIn, type Counted } from './counting';
import { OUTCOME_VALUES, whereOf, type LogQuery, type LogWhere } from './logFilter';

/** One bar: what it stands for, and how many calls. */
export interface NumberUse {
    readonly label: string;
    readonly number: string;
    readonly calls: number;
}
export interface RuleUse {
    readonly rule: string;
    readonly calls: number;
}

const MOST_CALLS_FIRST = 'orderBy: { Id: { function: COUNT, order: DESC } }';

const USE = gql`
    query LogUse($numbers: Callback_Decision__c_Filter, $rules: Callback_Decision__c_Filter, $first: Int!) {
        uiapi { aggregate {
            numbers: Callback_Decision__c(where: $numbers, first: $first, ${MOST_CALLS_FIRST}, groupBy: {
                Presented_Number__c: { group: true }, Callback_Number__r: { Name: { group: true } }
            }) { edges { node { aggregate {
                Presented_Number__c { value } Callback_Number__r { Name { value } } Id { count { value } }
            } } } }
            rules: Callback_Decision__c(where: $rules, first: $first, ${MOST_CALLS_FIRST}, groupBy: {
                Rule__c: { group: true }, Rule__r: { Name: { group: true } }
            }) { edges { node { aggregate { Rule__r { Name { value } } Id { count { value } } } } } }
        } }
    }
`;

/** The numbers that were presented most and the rules that decided most. */
export async function readUse(
    ask: Ask,
    query: LogQuery,
    first: number
): Promise<{ readonly numbers: readonly NumberUse[]; readonly rules: readonly RuleUse[] }> {
    const where = whereOf(query);
    const answer = await ask({
        query: USE,
        variables: {
            // A refused call has a number too, which nobody saw.
            numbers: both(where, { Outcome__c: { eq: OUTCOME_VALUES.presented } }),
            rules: both(where, { Rule__c: { ne: null } }),
            first
        }
    });
    const { numbers, rules } = (answer as UseAnswer).uiapi.aggregate;
    return {
        numbers: groupsOf(numbers).map((group) => ({
            label: group.Callback_Number__r?.Name?.value ?? '',
            number: group.Presented_Number__c?.value ?? '',
            calls: group.Id.count.value
        })),
        rules: groupsOf(rules).map((group) => ({
            rule: group.Rule__r?.Name?.value ?? '',
            calls: group.Id.count.value
        }))
    };
}

export interface Span {
    readonly from: string;
    readonly until: string;
}

/**
 * Days of the user are no group of the org, whose days are those of UTC: they are counted one by
 * one, as many in a request as the org takes.
 */
const MOST_COUNTS = 10;

/** How many of these calls had this outcome in each of the spans. */
export async function countByOutcome(
    ask: Ask,
    query: LogQuery,
    outcome: 'blocked' | 'refused',
    spans: readonly Span[]
): Promise<readonly number[]> {
    const counts: number[] = [];
    for (let at = 0; at < spans.length; at += MOST_COUNTS) {
        const wheres = spans
            .slice(at, at + MOST_COUNTS)
            .map((span) => whereOf({ ...query, ...span, outcome }));
        // eslint-disable-next-line no-await-in-loop -- the page asks one question at a time
        const answer = await ask({
            query: countsQuery(wheres.length),
            variables: Object.fromEntries(wheres.map((where, i) => [`w${i}`, where]))
        });
        const { aggregate } = (answer as CountsAnswer).uiapi;
        counts.push(...wheres.map((_, i) => countIn(aggregate[`c${i}`])));
    }
    return counts;
}

const countsQueries = new Map<number, ParsedQuery>();

/** The same document each time, which the platform knows again. */
function countsQuery(count: number): ParsedQuery {
    let query = countsQueries.get(count);
    if (!query) {
        const each = Array.from({ length: count }, (_, i) => i);
        query = gql`query LogCounts(${each.map((i) => `$w${i}: Callback_Decision__c_Filter`).join(', ')}) {
            uiapi { aggregate {
                ${each.map((i) => `c${i}: Callback_Decision__c(where: $w${i}) ${COUNTED}`).join('\n')}
            } }
        }`;
        countsQueries.set(count, query);
    }
    return query;
}

function both(one: LogWhere, other: LogWhere): LogWhere {
    return { and: [one, other] };
}

function groupsOf(groups: Groups): readonly Group[] {
    return groups.edges.map(({ node }) => node.aggregate);
}

interface Text {
    readonly value: string | null;
}
interface Group {
    readonly Id: { readonly count: { readonly value: number } };
    readonly Presented_Number__c?: Text;
    readonly Callback_Number__r?: { readonly Name?: Text } | null;
    readonly Rule__r?: { readonly Name?: Text } | null;
}
interface Groups {
    readonly edges: readonly { readonly node: { readonly aggregate: Group } }[];
}
interface UseAnswer {
    readonly uiapi: { readonly aggregate: { readonly numbers: Groups; readonly rules: Groups } };
}
interface CountsAnswer {
    readonly uiapi: {
        readonly aggregate: Readonly<Record<string, Counted>>;
    };
}
