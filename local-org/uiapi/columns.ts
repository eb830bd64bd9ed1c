import type { FieldNode, GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import { objectTypeOf, selectedFields } from './selectedFields.ts';

/** The columns of SELECT that answer a selection on records of a type: `Id`, `Owner.Name`, … */
export function selectedColumns(
    info: GraphQLResolveInfo,
    type: GraphQLObjectType,
    nodes: readonly FieldNode[]
): string[] {
    const columns = new Set(['Id']);
    collect(type, nodes, '');
    return [...columns];

    function collect(object: GraphQLObjectType, of: readonly FieldNode[], prefix: string): void {
        for (const { field, nodes: within } of selectedFields(info, object, of)) {
            const { orgField, orgRelationship, orgColumns } = field.extensions as ColumnExtension;
            for (const column of orgColumns ?? []) columns.add(prefix + column);
            if (orgRelationship !== undefined) {
                // The id says whether there is a parent.
                columns.add(`${prefix}${orgRelationship}.Id`);
                collect(objectTypeOf(info, field), within, `${prefix}${orgRelationship}.`);
            } else if (orgField !== undefined) {
                columns.add(prefix + orgField);
            }
        }
    }
}

/** How a GraphQL field tells what it reads. */
export interface ColumnExtension {
    readonly orgField?: string;
    readonly orgRelationship?: string;
    readonly orgColumns?: readonly string[];
}
