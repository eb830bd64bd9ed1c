import type { FieldSchema, ObjectSchema, OrgSchema } from '../engine/types.ts';

/** Where the relationships of an object lead. */

export interface Parent {
    readonly field: FieldSchema;
    readonly object: ObjectSchema;
}

export interface Child {
    readonly name: string;
    readonly field: FieldSchema;
    readonly object: ObjectSchema;
}

export function parents(schema: OrgSchema, object: ObjectSchema): Parent[] {
    return [...object.fields.values()].flatMap((field) => {
        const target = field.relationshipName && parentObject(schema, field);
        return target ? [{ field, object: target }] : [];
    });
}

/** @param name of the relationship, in any spelling */
export function parentOf(
    schema: OrgSchema,
    object: ObjectSchema,
    name: string
): Parent | undefined {
    return parents(schema, object).find(
        ({ field }) => field.relationshipName?.toLowerCase() === name.toLowerCase()
    );
}

/** The owner of a record that a queue may own has more than one type: `Owner { ... on User { … } }`. */
export function mayBeOwnedByQueue(object: ObjectSchema, field: FieldSchema): boolean {
    return (
        field.apiName === 'OwnerId' &&
        (object.custom || object.apiName === 'Case' || object.apiName === 'Lead')
    );
}

export function children(schema: OrgSchema, object: ObjectSchema): Child[] {
    return [...schema.objects.values()].flatMap((child) =>
        [...child.fields.values()]
            .filter(({ referenceTo }) => referenceTo.includes(object.apiName))
            .flatMap((field) => {
                const base = field.childRelationshipName;
                return base ? [{ name: base, field, object: child }] : [];
            })
    );
}

function parentObject(schema: OrgSchema, { referenceTo }: FieldSchema): ObjectSchema | undefined {
    const name = referenceTo.includes('User') ? 'User' : referenceTo[0];
    return name === undefined ? undefined : schema.object(name);
}
