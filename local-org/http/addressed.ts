import type { FieldSchema, ObjectSchema } from '../engine/types.ts';
import type { RestRequest } from './resource.ts';
import { notFound } from './restAnswer.ts';

/** What the segments of an address name. */

/** The object of `:object`, in any spelling. @throws OrgError NOT_FOUND */
export function addressedObject({ engine, params }: RestRequest): ObjectSchema {
    const object = engine.schema.object(params.object!);
    if (!object) throw notFound();
    return object;
}

/** A field by which a record can be addressed: an external id, an id lookup such as Username, or Id. */
export function keyField(object: ObjectSchema, name: string): FieldSchema | undefined {
    const field = object.fields.get(name.toLowerCase());
    return field && (field.externalId || field.idLookup || field.type === 'id') ? field : undefined;
}

export function isRecordId(text: string): boolean {
    return /^(?:[a-zA-Z0-9]{15}|[a-zA-Z0-9]{18})$/.test(text);
}
