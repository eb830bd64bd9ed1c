import type { FieldSchema, ObjectSchema } from '../engine/types.ts';
import { errorAt } from './queryError.ts';
import type { Query } from './query.ts';
import type { SoqlContext } from './soqlContext.ts';

const HOW_TO_NAME = 'Please reference your WSDL or the describe call for the appropriate names.';

/** @throws OrgError INVALID_TYPE when there is no such object, or it is not readable */
export function objectOf(soql: string, context: SoqlContext, from: Query['from']): ObjectSchema {
    const object = context.schema.object(from.name);
    if (object && context.canReadObject(object)) return object;
    throw errorAt(
        soql,
        from.at,
        'INVALID_TYPE',
        `sObject type '${from.name}' is not supported. If you are attempting to use a custom ` +
            `object, be sure to append the '__c' after the entity name. ${HOW_TO_NAME}`
    );
}

export interface ChildRelationship {
    readonly name: string;
    readonly object: ObjectSchema;
    /** The child's reference to the parent. */
    readonly field: FieldSchema;
}

/** @throws OrgError INVALID_TYPE when the parent has no such children, or they are not readable */
export function childrenOf(
    soql: string,
    context: SoqlContext,
    parent: ObjectSchema,
    from: Query['from']
): ChildRelationship {
    const wanted = from.name.toLowerCase();
    for (const object of context.schema.objects.values()) {
        for (const field of object.fields.values()) {
            const fits =
                field.childRelationshipName?.toLowerCase() === wanted &&
                field.referenceTo.includes(parent.apiName);
            if (fits && context.canReadObject(object) && context.canReadField(object, field)) {
                return { name: field.childRelationshipName!, object, field };
            }
        }
    }
    throw errorAt(
        soql,
        from.at,
        'INVALID_TYPE',
        `Didn't understand relationship '${from.name}' in FROM part of query call. If you are ` +
            `attempting to use a custom relationship, be sure to append the '__r' after the ` +
            `custom relationship name. ${HOW_TO_NAME}`
    );
}
