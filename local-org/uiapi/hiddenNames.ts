import {
    getNamedType,
    GraphQLError,
    type ASTNode,
    type ASTVisitor,
    type GraphQLNamedType,
    type ValidationContext,
    type ValidationRule
} from 'graphql';
import { OrgError } from '../engine/orgError.ts';
import type { OrgSession } from '../engine/types.ts';
import type { ColumnExtension } from './columns.ts';

/**
 * What the user may not read is not in the schema Salesforce shows them, so it is refused as a name
 * that does not exist. The schema here is the same for everybody, and this rule hides the rest.
 */
export function hiddenNames(session: OrgSession): ValidationRule {
    const readable = readableFields(session);
    return (context: ValidationContext): ASTVisitor => {
        const check = (
            name: string,
            parent: GraphQLNamedType | null | undefined,
            what: unknown,
            fieldType: GraphQLNamedType | undefined,
            node: ASTNode
        ) => {
            const owner = parent?.extensions.orgObject as string | undefined;
            const { orgField } = (what ?? {}) as ColumnExtension;
            const target = targetOf(fieldType);
            const hidden =
                (owner !== undefined &&
                    orgField !== undefined &&
                    !readable(owner)?.has(orgField)) ||
                (target !== undefined && !readable(target));
            if (!hidden) return undefined;
            context.reportError(
                new GraphQLError(`Field '${name}' in type '${parent?.name}' is undefined`, {
                    nodes: node
                })
            );
            // What lies below is not known either, and one error is enough.
            return false;
        };
        return {
            Field: (node) => {
                const field = context.getFieldDef();
                const type = field ? getNamedType(field.type) : undefined;
                return check(
                    node.name.value,
                    context.getParentType(),
                    field?.extensions,
                    type,
                    node
                );
            },
            ObjectField: (node) => {
                const parent = getNamedType(context.getParentInputType()) ?? null;
                const type = parent && 'getFields' in parent ? parent.getFields() : {};
                const field = (type as Record<string, { extensions?: unknown }>)[node.name.value];
                return check(node.name.value, parent, field?.extensions, undefined, node);
            }
        };
    };
}

/** The object a field leads to: itself, or through a connection or an operation. */
function targetOf(type: GraphQLNamedType | undefined): string | undefined {
    if (!type) return undefined;
    const own = type.extensions.orgObject ?? type.extensions.orgTarget;
    return own as string | undefined;
}

/** Nothing for an object the user may not read. */
function readableFields(session: OrgSession): (object: string) => ReadonlySet<string> | undefined {
    const known = new Map<string, ReadonlySet<string> | undefined>();
    return (object) => {
        if (!known.has(object)) known.set(object, describedFields(session, object));
        return known.get(object);
    };
}

function describedFields(session: OrgSession, object: string): ReadonlySet<string> | undefined {
    try {
        const { fields } = session.describe(object) as { fields: { name: string }[] };
        return new Set(fields.map(({ name }) => name));
    } catch (error) {
        if (error instanceof OrgError && error.errorCode === 'NOT_FOUND') return undefined;
        throw error;
    }
}
