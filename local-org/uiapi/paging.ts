import { valueFromASTUntyped, type GraphQLResolveInfo } from 'graphql';
import type { OrgRecord } from '../engine/types.ts';
import { uiApiError, type UiApiContext } from './requestContext.ts';
import type { FilterInput } from './soqlText.ts';

/** Pages of an answer, as Relay cursor connections have them. */

export interface PageArguments {
    readonly first?: number | null;
    readonly after?: string | null;
    readonly upperBound?: number | null;
}

export interface Connection<Node> {
    readonly edges: readonly { readonly node: Node; readonly cursor: string }[];
    readonly totalCount: () => number;
    readonly pageResultCount: number;
    readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly hasPreviousPage: boolean;
        readonly startCursor: string | null;
        readonly endCursor: string | null;
    };
}

/** The rows that are wanted: so many, from a place counted from 0. */
export interface Span {
    readonly from: number;
    readonly count: number;
}

const FIRST = 10;
const MOST_FIRST = 2_000;
/** Records that can be reached without `upperBound`. */
const MOST_REACHED = 4_000;

/** @throws GraphQLError for a page that there cannot be */
export function spanOf(args: PageArguments): Span {
    const from = placeAfter(args.after);
    return { from, count: pageSize(args, from) };
}

/** @param rows those of the span, and one more where there are more */
export function connectionOf<Node>(
    rows: readonly Node[],
    { from, count }: Span,
    totalCount: () => number
): Connection<Node> {
    const edges = rows
        .slice(0, count)
        .map((node, index) => ({ node, cursor: cursorOf(from + index) }));
    return {
        edges,
        totalCount,
        pageResultCount: edges.length,
        pageInfo: {
            hasNextPage: rows.length > count,
            hasPreviousPage: from > 0,
            startCursor: edges[0]?.cursor ?? null,
            endCursor: edges.at(-1)?.cursor ?? null
        }
    };
}

/** The rows of the span and one more. */
export function readSpan(
    session: UiApiContext['session'],
    soql: string,
    { from, count }: Span
): readonly OrgRecord[] {
    return session.querySpan(soql, { offset: from, limit: count + 1 });
}

function pageSize({ first, upperBound }: PageArguments, from: number): number {
    const count = first ?? FIRST;
    if (count < 1 || count > MOST_FIRST) {
        throw uiApiError(
            `first must be between 1 and ${MOST_FIRST}, and is ${count}`,
            'DataFetchingException'
        );
    }
    if (typeof upperBound === 'number') {
        if (count < 200) {
            throw uiApiError(
                `With upperBound, first must be between 200 and ${MOST_FIRST}, and is ${count}`,
                'DataFetchingException'
            );
        }
        return Math.max(0, Math.min(count, upperBound - from));
    }
    if (from >= MOST_REACHED) {
        throw uiApiError(
            `Without upperBound only the first ${MOST_REACHED} records can be reached`,
            'DataFetchingException'
        );
    }
    return Math.min(count, MOST_REACHED - from);
}

/** `v1:9` in base64: the place of a record, counted from 0. */
function cursorOf(place: number): string {
    return Buffer.from(`v1:${place}`).toString('base64');
}

function placeAfter(cursor: string | null | undefined): number {
    if (cursor === null || cursor === undefined) return 0;
    const place = /^v1:(\d{1,9})$/.exec(Buffer.from(cursor, 'base64').toString('utf8'))?.[1];
    if (place === undefined) {
        throw uiApiError(`The cursor ${cursor} is not valid`, 'DataFetchingException');
    }
    return Number(place) + 1;
}

/** The first key orders before the second, so the order in which they were sent is kept. */
export function orderAsSent(
    info: GraphQLResolveInfo,
    variables: UiApiContext['variables']
): FilterInput {
    const argument = info.fieldNodes[0].arguments?.find(({ name }) => name.value === 'orderBy');
    if (!argument) return {};
    const defaults = Object.fromEntries(
        (info.operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
            defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : []
        )
    );
    const sent = valueFromASTUntyped(argument.value, { ...defaults, ...variables });
    return (sent ?? {}) as FilterInput;
}
