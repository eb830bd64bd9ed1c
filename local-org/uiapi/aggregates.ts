import type { FieldNode, GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import type { ObjectSchema, OrgRecord } from '../engine/types.ts';
import { groupExpressions, groupOrder } from './aggregateSoql.ts';
import type { ColumnExtension } from './columns.ts';
import {
    connectionOf,
    orderAsSent,
    readSpan,
    spanOf,
    type Connection,
    type PageArguments
} from './paging.ts';
import { asFieldError, uiApiError, type UiApiContext } from './requestContext.ts';
import { objectTypeOf, selectedBelow, selectedFields } from './selectedFields.ts';
import { sourceText, type FilterInput, type Restriction } from './soqlText.ts';

/** What is known of one group, by expressions of SOQL: `Outcome__c`, `COUNT(Id)`. */
export type Group = ReadonlyMap<string, unknown>;

export interface AggregateArguments extends PageArguments, Restriction {
    readonly groupBy?: FilterInput | null;
}

/** How a field of an aggregate tells which function of SOQL it is. */
export interface FunctionExtension {
    readonly orgFunction?: string;
}

/** One page of groups; of records, where neither groups nor functions are asked for. */
export function readAggregates(
    object: ObjectSchema,
    args: AggregateArguments,
    { engine, session, variables }: UiApiContext,
    info: GraphQLResolveInfo
): Connection<Group> {
    const { schema } = engine;
    const span = spanOf(args);
    const source = sourceText(schema, object, args, session.userId);
    const groups = groupExpressions(schema, object, args.groupBy ?? {});
    const sent = orderAsSent(info, variables);
    if (groups.length === 0 && Object.keys(sent).length > 0) {
        throw uiApiError('orderBy needs groupBy', 'DataFetchingException');
    }
    const asked = expressionsAsked(info);
    const read = (soql: string) => asFieldError(() => readSpan(session, soql, span));

    if (groups.length > 0) {
        const columns = asked.size > 0 ? [...asked] : groups;
        const soql = `SELECT ${named(columns)} ${source} GROUP BY ${groups.join(', ')}`;
        const order = groupOrder(schema, object, sent, groups);
        const rows = read(`${soql} ORDER BY ${order.join(', ')}`);
        return connectionOf(toGroups(rows, columns), span, () =>
            asFieldError(() => session.query(soql).totalSize)
        );
    }
    if ([...asked].some((expression) => expression.includes('('))) {
        const columns = [...asked];
        const { records } = asFieldError(() => session.query(`SELECT ${named(columns)} ${source}`));
        return connectionOf(toGroups(records, columns), span, () => records.length);
    }
    const columns = [...new Set(['Id', ...asked])];
    const rows = read(`SELECT ${columns.join(', ')} ${source} ORDER BY Id`);
    const groupOf = (row: OrgRecord): Group =>
        new Map(columns.map((path) => [path, valueAt(row, path)]));
    return connectionOf(rows.map(groupOf), span, () =>
        asFieldError(() => session.query(`SELECT COUNT() ${source}`).totalSize)
    );
}

const named = (columns: readonly string[]) =>
    columns.map((expression, place) => `${expression} c${place}`).join(', ');

function toGroups(rows: readonly OrgRecord[], columns: readonly string[]): Group[] {
    return rows.map(
        (row) => new Map(columns.map((expression, place) => [expression, row[`c${place}`]]))
    );
}

function valueAt(row: OrgRecord, path: string): unknown {
    return path
        .split('.')
        .reduce<unknown>((from, name) => (from as OrgRecord | null | undefined)?.[name], row);
}

function expressionsAsked(info: GraphQLResolveInfo): Set<string> {
    const expressions = new Set<string>();
    for (const { field, nodes } of selectedBelow(info, ['edges', 'node', 'aggregate'])) {
        collect(objectTypeOf(info, field), nodes, '');
    }
    return expressions;

    function collect(type: GraphQLObjectType, nodes: readonly FieldNode[], prefix: string): void {
        for (const { field, nodes: below } of selectedFields(info, type, nodes)) {
            const { orgField, orgRelationship } = field.extensions as ColumnExtension;
            if (orgRelationship !== undefined) {
                collect(objectTypeOf(info, field), below, `${prefix}${orgRelationship}.`);
            } else if (orgField !== undefined) {
                const values = selectedFields(info, objectTypeOf(info, field), below);
                for (const { field: value } of values) {
                    const { orgFunction } = value.extensions as FunctionExtension;
                    const path = prefix + orgField;
                    expressions.add(orgFunction === undefined ? path : `${orgFunction}(${path})`);
                }
            }
        }
    }
}
