import {
    valueFromASTUntyped,
    type FieldNode,
    type GraphQLObjectType,
    type GraphQLResolveInfo
} from 'graphql';
import type { ObjectSchema, OrgRecord } from '../engine/types.ts';
import { selectedColumns } from './columns.ts';
import { asFieldError, uiApiError, type UiApiContext } from './requestContext.ts';
import { objectTypeOf, selectedFields } from './selectedFields.ts';
import { conditionText, orderText, type FilterInput } from './soqlText.ts';

/** One page of the records of an object, as a Relay connection. */
export interface Connection {
    readonly edges: readonly { readonly node: OrgRecord; readonly cursor: string }[];
    readonly totalCount: () => number;
    readonly pageResultCount: number;
    readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly hasPreviousPage: boolean;
        readonly startCursor: string | null;
        readonly endCursor: string | null;
    };
}

export interface ConnectionArguments {
    readonly first?: number | null;
    readonly after?: string | null;
    readonly where?: FilterInput | null;
    readonly scope?: 'EVERYTHING' | 'MINE' | null;
    readonly upperBound?: number | null;
}

const FIRST = 10;
const MOST_FIRST = 2_000;
/** Records that can be reached without `upperBound`. */
const MOST_REACHED = 4_000;
const MOST_OFFSET = 2_000;

/** @param within a further condition: children of one parent */
export function readConnection(
    object: ObjectSchema,
    args: ConnectionArguments,
    { engine, session, variables }: UiApiContext,
    info: GraphQLResolveInfo,
    within = ''
): Connection {
    const from = placeAfter(args.after);
    const count = pageSize(args, from);
    const mine = args.scope === 'MINE' && object.fields.has('ownerid');
    const conditions = [
        within,
        mine ? `OwnerId = '${session.userId}'` : '',
        conditionText(engine.schema, object, args.where ?? {})
    ].filter((text) => text !== '');
    const source =
        `FROM ${object.apiName}` +
        (conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '');
    const order = orderText(engine.schema, object, orderAsSent(info, variables));
    const columns = columnsOf(info).join(', ');
    const soql = `SELECT ${columns} ${source} ORDER BY ${order}`;

    const rows = asFieldError(() => readRows(session, soql, from, count + 1));
    const edges = rows.slice(0, count).map((node, index) => ({
        node,
        cursor: cursorOf(from + index)
    }));
    return {
        edges,
        totalCount: () => asFieldError(() => session.query(`SELECT COUNT() ${source}`).totalSize),
        pageResultCount: edges.length,
        pageInfo: {
            hasNextPage: rows.length > count,
            hasPreviousPage: from > 0,
            startCursor: edges[0]?.cursor ?? null,
            endCursor: edges.at(-1)?.cursor ?? null
        }
    };
}

/** SOQL skips 2,000 rows at most; beyond, the rows before are read and left out. */
function readRows(
    session: UiApiContext['session'],
    soql: string,
    from: number,
    count: number
): readonly OrgRecord[] {
    if (from <= MOST_OFFSET && count <= MOST_FIRST) {
        return session.query(`${soql} LIMIT ${count} OFFSET ${from}`).records;
    }
    let page = session.query(`${soql} LIMIT ${from + count}`);
    const records = [...page.records];
    while (page.nextLocator !== undefined) {
        page = session.queryMore(page.nextLocator);
        records.push(...page.records);
    }
    return records.slice(from);
}

function pageSize({ first, upperBound }: ConnectionArguments, from: number): number {
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
function orderAsSent(info: GraphQLResolveInfo, variables: UiApiContext['variables']): FilterInput {
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

function columnsOf(info: GraphQLResolveInfo): string[] {
    const type = info.parentType.getFields()[info.fieldName];
    const connection = objectTypeOf(info, type);
    const columns = new Set(['Id']);
    for (const edges of named(info, connection, info.fieldNodes, 'edges')) {
        for (const node of named(info, objectTypeOf(info, edges.field), edges.nodes, 'node')) {
            const record = objectTypeOf(info, node.field);
            for (const column of selectedColumns(info, record, node.nodes)) columns.add(column);
        }
    }
    return [...columns];
}

function named(
    info: GraphQLResolveInfo,
    type: GraphQLObjectType,
    nodes: readonly FieldNode[],
    name: string
) {
    return selectedFields(info, type, nodes).filter(({ field }) => field.name === name);
}
