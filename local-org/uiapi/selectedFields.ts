import {
    getArgumentValues,
    GraphQLIncludeDirective,
    getDirectiveValues,
    GraphQLSkipDirective,
    getNamedType,
    isObjectType,
    Kind,
    type FieldNode,
    type GraphQLField,
    type GraphQLObjectType,
    type GraphQLResolveInfo,
    type SelectionNode,
    type SelectionSetNode
} from 'graphql';
import type { UiApiContext } from './requestContext.ts';

/** What a query asks of an object, fragments opened. */
export interface SelectedField {
    /** Alias, or the name. */
    readonly key: string;
    readonly field: GraphQLField<unknown, UiApiContext>;
    readonly args: Readonly<Record<string, unknown>>;
    readonly nodes: readonly FieldNode[];
}

export function selectedFields(
    info: GraphQLResolveInfo,
    type: GraphQLObjectType,
    nodes: readonly FieldNode[]
): SelectedField[] {
    const byKey = new Map<string, FieldNode[]>();
    for (const { selectionSet } of nodes) if (selectionSet) open(selectionSet);
    return [...byKey].flatMap(([key, same]) => {
        const field = type.getFields()[same[0].name.value];
        if (!field) return []; // __typename
        const args = getArgumentValues(field, same[0], info.variableValues);
        return [{ key, field, args, nodes: same }];
    });

    function open({ selections }: SelectionSetNode): void {
        for (const selection of selections.filter((one) => isWanted(one, info))) {
            if (selection.kind === Kind.FIELD) {
                const key = (selection.alias ?? selection.name).value;
                byKey.set(key, [...(byKey.get(key) ?? []), selection]);
            } else if (selection.kind === Kind.INLINE_FRAGMENT) {
                if (fits(selection.typeCondition?.name.value)) open(selection.selectionSet);
            } else {
                const fragment = info.fragments[selection.name.value];
                if (fits(fragment?.typeCondition.name.value)) open(fragment.selectionSet);
            }
        }
    }

    function fits(condition: string | undefined): boolean {
        if (condition === undefined || condition === type.name) return true;
        const wanted = info.schema.getType(condition);
        return wanted !== undefined && !isObjectType(wanted);
    }
}

/** What is selected below the field that is answered, by the names on the way: `edges`, `node`. */
export function selectedBelow(
    info: GraphQLResolveInfo,
    path: readonly string[]
): readonly Pick<SelectedField, 'field' | 'nodes'>[] {
    const answered = info.parentType.getFields()[info.fieldName]!;
    return path.reduce<readonly Pick<SelectedField, 'field' | 'nodes'>[]>(
        (above, name) =>
            above.flatMap(({ field, nodes }) =>
                selectedFields(info, objectTypeOf(info, field), nodes).filter(
                    (below) => below.field.name === name
                )
            ),
        [{ field: answered, nodes: info.fieldNodes }]
    );
}

/** The object type behind a field: of a list or union the one the org answers with. */
export function objectTypeOf(
    info: GraphQLResolveInfo,
    field: GraphQLField<unknown, UiApiContext>
): GraphQLObjectType {
    const type = getNamedType(field.type);
    if (isObjectType(type)) return type;
    return info.schema.getType('User') as GraphQLObjectType;
}

function isWanted(node: SelectionNode, info: GraphQLResolveInfo): boolean {
    const skip = getDirectiveValues(GraphQLSkipDirective, node, info.variableValues);
    const include = getDirectiveValues(GraphQLIncludeDirective, node, info.variableValues);
    return skip?.if !== true && include?.if !== false;
}
