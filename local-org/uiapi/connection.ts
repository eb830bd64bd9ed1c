import type { GraphQLResolveInfo } from 'graphql';
import type { ObjectSchema, OrgRecord } from '../engine/types.ts';
import { selectedColumns } from './columns.ts';
import {
    connectionOf,
    orderAsSent,
    readSpan,
    spanOf,
    type Connection,
    type PageArguments
} from './paging.ts';
import { asFieldError, type UiApiContext } from './requestContext.ts';
import { objectTypeOf, selectedBelow } from './selectedFields.ts';
import { orderText, sourceText, type Restriction } from './soqlText.ts';

export type ConnectionArguments = PageArguments & Restriction;

/**
 * One page of the records of an object.
 * @param within a further condition: children of one parent
 */
export function readConnection(
    object: ObjectSchema,
    args: ConnectionArguments,
    { engine, session, variables }: UiApiContext,
    info: GraphQLResolveInfo,
    within = ''
): Connection<OrgRecord> {
    const span = spanOf(args);
    const source = sourceText(engine.schema, object, args, session.userId, within);
    const order = orderText(engine.schema, object, orderAsSent(info, variables));
    const soql = `SELECT ${columnsOf(info).join(', ')} ${source} ORDER BY ${order}`;
    const rows = asFieldError(() => readSpan(session, soql, span));
    return connectionOf(rows, span, () =>
        asFieldError(() => session.query(`SELECT COUNT() ${source}`).totalSize)
    );
}

function columnsOf(info: GraphQLResolveInfo): string[] {
    const columns = new Set(['Id']);
    for (const node of selectedBelow(info, ['edges', 'node'])) {
        const record = objectTypeOf(info, node.field);
        for (const column of selectedColumns(info, record, node.nodes)) columns.add(column);
    }
    return [...columns];
}
