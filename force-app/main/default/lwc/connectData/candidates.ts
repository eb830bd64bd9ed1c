import { gql, type ParsedQuery } from 'lightning/graphql';
import { readPage, type Ask } from 'c/callbackSetupData';

/** Objects whose records are called from lists. */
export const CANDIDATE_OBJECTS = ['Contact', 'Lead'] as const;

export type ConditionOperator =
    'equals' | 'notEquals' | 'contains' | 'startsWith' | 'greater' | 'less' | 'blank' | 'notBlank';

/** One line of a filter. All of them must be true. */
export interface Condition {
    /** API name. */
    readonly field: string;
    /** As `getObjectInfo` gives it. */
    readonly dataType: string;
    readonly operator: ConditionOperator;
    /** As typed; dates as `2026-11-23`. */
    readonly value: string;
}

export interface CandidateFilter {
    readonly objectApiName: string;
    readonly phoneField: string;
    readonly conditions: readonly Condition[];
}

/** A record with a telephone number that the filter finds. */
export interface Candidate {
    /** 18 characters. */
    readonly recordId: string;
    readonly name: string;
    readonly phone: string;
}

export interface Candidates {
    readonly found: readonly Candidate[];
    /** Of all that the filter finds. */
    readonly totalCount: number;
}

export interface CandidateOptions {
    /** At most so many. */
    readonly limit: number;
    readonly signal?: AbortSignal;
    /** Told how many have come so far. */
    readonly onProgress?: (read: number, total: number) => void;
}

/** The telephone field that most people fill in. */
export const USUAL_PHONE_FIELD = 'Phone';

/** What the org takes for one page of many. */
const [LEAST_PAGE, FULL_PAGE] = [200, 2000];
const NUMBERS = ['Double', 'Currency', 'Percent', 'Int', 'Long'];
const MOMENTS = ['Date', 'DateTime'];

/** What can be asked of a field of this type; nothing where it cannot be filtered by. */
export function operatorsOf(dataType: string): readonly ConditionOperator[] {
    if (dataType === 'Boolean') {
        return ['equals'];
    }
    if (NUMBERS.includes(dataType)) {
        return ['equals', 'notEquals', 'greater', 'less', 'blank', 'notBlank'];
    }
    if (MOMENTS.includes(dataType)) {
        return ['greater', 'less', 'blank', 'notBlank'];
    }
    return ['String', 'Picklist', 'Phone', 'Email', 'Url'].includes(dataType)
        ? ['equals', 'notEquals', 'contains', 'startsWith', 'blank', 'notBlank']
        : [];
}

/** Whether a value makes sense to this condition. */
export function isComplete({ field, dataType, operator, value }: Condition): boolean {
    if (field === '' || operator === 'blank' || operator === 'notBlank') {
        return field !== '';
    }
    if (NUMBERS.includes(dataType)) {
        return value.trim() !== '' && Number.isFinite(Number(value));
    }
    if (MOMENTS.includes(dataType)) {
        return !Number.isNaN(Date.parse(value));
    }
    return value.trim() !== '';
}

/** Records by their ids. @throws the errors of an answer */
export async function readCandidates(
    ask: Ask,
    filter: CandidateFilter,
    { limit, signal, onProgress }: CandidateOptions
): Promise<Candidates> {
    const { objectApiName, phoneField } = filter;
    const query = queryOf(objectApiName, phoneField);
    const where = whereOf(filter);
    const found: Candidate[] = [];
    let after: string | undefined;
    let totalCount = 0;
    do {
        const variables = {
            where,
            first: Math.max(LEAST_PAGE, Math.min(limit, FULL_PAGE)),
            after: after ?? null
        };
        // eslint-disable-next-line no-await-in-loop -- a page says where the next one begins
        const page = await readPage<CandidateRow>(ask, { query, variables });
        found.push(
            ...page.rows.map((row) => ({
                recordId: row.Id,
                name: String(row.Name ?? ''),
                phone: String(row[phoneField] ?? '')
            }))
        );
        totalCount = page.totalCount ?? found.length;
        after = page.next;
        onProgress?.(found.length, totalCount);
    } while (after !== undefined && found.length < limit && !signal?.aborted);
    return { found: found.slice(0, limit), totalCount };
}

type CandidateRow = { readonly Id: string } & Readonly<Record<string, unknown>>;

/** The platform knows a query by being the same. */
const queries = new Map<string, ParsedQuery>();

function queryOf(object: string, phoneField: string): ParsedQuery {
    const key = `${object}.${phoneField}`;
    const query =
        queries.get(key) ??
        gql`query ConnectCandidates($where: ${object}_Filter, $first: Int, $after: String) {
            uiapi { query {
                rows: ${object}(
                    where: $where
                    first: $first
                    upperBound: 100000
                    after: $after
                    orderBy: { Id: { order: ASC } }
                ) {
                    edges { node { Id Name { value } ${phoneField} { value } } }
                    pageInfo { hasNextPage endCursor }
                    totalCount
                }
            } }
        }`;
    queries.set(key, query);
    return query;
}

function whereOf({ phoneField, conditions }: CandidateFilter): object {
    return { and: [{ [phoneField]: { ne: null } }, ...conditions.map(conditionOf)] };
}

function conditionOf(condition: Condition): object {
    const { field, operator } = condition;
    switch (operator) {
        case 'blank':
            return { [field]: { eq: null } };
        case 'notBlank':
            return { [field]: { ne: null } };
        case 'contains':
            return { [field]: { like: `%${literal(condition.value)}%` } };
        case 'startsWith':
            return { [field]: { like: `${literal(condition.value)}%` } };
        default: {
            const name = { equals: 'eq', notEquals: 'ne', greater: 'gt', less: 'lt' }[operator];
            return { [field]: { [name]: valueOf(condition) } };
        }
    }
}

function valueOf({ dataType, value }: Condition): unknown {
    if (dataType === 'Boolean') {
        return value === 'true';
    }
    if (NUMBERS.includes(dataType)) {
        return Number(value);
    }
    if (MOMENTS.includes(dataType)) {
        const day = value.slice(0, 10);
        return { value: dataType === 'Date' ? day : `${day}T00:00:00.000Z` };
    }
    return value;
}

/** What a person types stands for itself, also `%` and `_`. */
function literal(text: string): string {
    return text.replace(/[\\%_]/g, '\\$&');
}
