import { gql } from 'lightning/graphql';
import { fieldsOfRows, FULL_PAGE, readAllPages, readPage, type Ask } from './asking';
import type { NumberRecord } from './lists';
import { OBJECTS } from './objects';
import type { RowChange } from './saveRows';

const ALL = `first: ${FULL_PAGE}, upperBound: 100000, after: $after, orderBy: { Id: { order: ASC } }`;

const RULES = gql`
    query NumberRules($ids: [ID]!, $after: String) { uiapi { query {
        rows: Callback_Rule__c(
            where: { Callback_Number__c: { in: $ids }, Active__c: { eq: true } }, ${ALL}
        ) ${fieldsOfRows('Name')}
    } } }
`;
const POLICIES = gql`
    query NumberPolicies($ids: [ID]!, $after: String) { uiapi { query {
        rows: Callback_Policy__c(where: { Principal_Number__c: { in: $ids } }, ${ALL})
            ${fieldsOfRows('Name')}
    } } }
`;
const DIAL_LISTS = gql`
    query NumberDialLists($ids: [ID]!, $after: String) { uiapi { query {
        rows: Dial_List__c(where: { Callback_Number__c: { in: $ids } }, ${ALL})
            ${fieldsOfRows('Name')}
    } } }
`;
const PREFERENCES = gql`
    query NumberPreferences($ids: [ID]!, $after: String) { uiapi { query {
        rows: Callback_Preference__c(where: { Default_Number__c: { in: $ids } }, ${ALL})
            ${fieldsOfRows('Agent__r.Name')}
    } } }
`;
const ASSIGNMENTS = gql`
    query NumberAssignments($ids: [ID]!) {
        uiapi {
            query {
                rows: Callback_Number_Assignment__c(
                    where: { Callback_Number__c: { in: $ids } }
                    first: 1
                ) {
                    totalCount
                    edges {
                        node {
                            Id
                        }
                    }
                    pageInfo {
                        hasNextPage
                        endCursor
                    }
                }
            }
        }
    }
`;

/** What an admin may say of a callback number. Missing: left as it is. Null or empty: nothing. */
export interface NumberFields {
    readonly label?: string;
    readonly active?: boolean;
    /** ISO 3166 alpha-2. */
    readonly country?: string | null;
    readonly language?: string | null;
    readonly description?: string | null;
}

/** @param number E.164 */
export function numberCreation(number: string, fields: NumberFields): RowChange {
    return {
        kind: 'create',
        object: OBJECTS.number,
        fields: { Number__c: number, Active__c: true, ...rowFieldsOf(fields) }
    };
}

/** Only what is said; undefined where the number says that already. */
export function numberChange(record: NumberRecord, fields: NumberFields): RowChange | undefined {
    const before = record as unknown as Readonly<Record<string, unknown>>;
    const changed = Object.entries(rowFieldsOf(fields)).filter(
        ([name, value]) => (before[name] ?? null) !== value
    );
    return changed.length > 0
        ? {
              kind: 'update',
              object: OBJECTS.number,
              id: record.Id,
              fields: Object.fromEntries(changed),
              seen: record.SystemModstamp
          }
        : undefined;
}

/** A number without the names of its fields. */
export interface NumberView {
    /** As it was read. */
    readonly record: NumberRecord;
    readonly id: string;
    /** E.164. */
    readonly number: string;
    readonly label: string;
    readonly active: boolean;
    readonly country: string | null;
    readonly language: string | null;
    readonly description: string | null;
}

export function numberView(record: NumberRecord): NumberView {
    return {
        record,
        id: record.Id,
        number: record.Number__c,
        label: record.Name,
        active: record.Active__c,
        country: record.Country__c,
        language: record.Language__c,
        description: record.Description__c
    };
}

/** What refers to some numbers, by name: what they are used for would no longer happen. */
export interface NumberReferences {
    readonly rules: readonly string[];
    /** Names of the policies whose principal number one of them is. */
    readonly principalOf: readonly string[];
    readonly dialLists: readonly string[];
    /** Agents whose default one of them is. */
    readonly defaultOf: readonly string[];
    /** How many agents and groups one of them is assigned to. */
    readonly assignments: number;
}

export async function readNumberReferences(
    ask: Ask,
    ids: readonly string[]
): Promise<NumberReferences> {
    const names = async (query: typeof RULES, field = 'Name') => {
        const rows = await readAllPages<Readonly<Record<string, unknown>>>(ask, {
            query,
            variables: { ids }
        });
        return rows.map((row) => String(row[field] ?? '')).sort((a, b) => a.localeCompare(b));
    };
    const { totalCount } = await readPage(ask, { query: ASSIGNMENTS, variables: { ids } });
    return {
        rules: await names(RULES),
        principalOf: await names(POLICIES),
        dialLists: await names(DIAL_LISTS),
        defaultOf: await names(PREFERENCES, 'Agent__r.Name'),
        assignments: totalCount ?? 0
    };
}

/** By field. Empty texts are none. */
function rowFieldsOf({ label, active, country, language, description }: NumberFields) {
    const fields = {
        Name: label,
        Active__c: active,
        Country__c: country === '' ? null : country,
        Language__c: language === '' ? null : language,
        Description__c: description === '' ? null : description
    };
    return Object.fromEntries(
        Object.entries(fields).filter(([, value]) => value !== undefined)
    ) as Readonly<Record<string, string | boolean | null>>;
}
