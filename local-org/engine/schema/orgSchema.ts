import type { ObjectSchema, OrgSchema } from '../types.ts';
import { customObject, type ObjectMetadata } from './customSchema.ts';
import { standardObjects } from './standardSchema.ts';

/** Key prefixes of the custom objects by API name: `a00`, `a01`, … */
export type KeyPrefixes = ReadonlyMap<string, string>;

/** Standard objects, with what the package adds to them, and the package's own objects. */
export function buildSchema(metadata: readonly ObjectMetadata[], prefixes: KeyPrefixes): OrgSchema {
    const added = new Map(metadata.map((object) => [object.apiName, object]));
    const objects = [
        ...standardObjects().map((object) => extended(object, added.get(object.apiName))),
        ...metadata
            .filter((object) => object.definition)
            .map((object) => customObject(object, prefixes.get(object.apiName)!))
    ];
    for (const { apiName, definition } of metadata) {
        if (definition || objects.some((object) => object.apiName === apiName)) continue;
        throw new Error(
            `objects/${apiName}: the embedded org has no standard object of this name. ` +
                'Add it to local-org/engine/schema/standardObjects.ts.'
        );
    }
    return schemaOf(objects);
}

export function schemaOf(list: readonly ObjectSchema[]): OrgSchema {
    const objects = new Map(list.map((object) => [object.apiName.toLowerCase(), object]));
    const byPrefix = new Map(list.map((object) => [object.keyPrefix, object]));
    return {
        objects,
        object: (apiName) => objects.get(apiName.toLowerCase()),
        objectOfId: (id) => byPrefix.get(id.slice(0, 3))
    };
}

function extended(object: ObjectSchema, added: ObjectMetadata | undefined): ObjectSchema {
    if (!added) return object;
    return {
        ...object,
        fields: new Map([
            ...object.fields,
            ...added.fields.map((field) => [field.apiName.toLowerCase(), field] as const)
        ]),
        validationRules: added.validationRules
    };
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Prefixes once given stay; new objects get the next free ones, in order of name. */
export function assignKeyPrefixes(
    customObjects: readonly string[],
    given: KeyPrefixes
): ReadonlyMap<string, string> {
    const prefixes = new Map(given);
    const taken = new Set(given.values());
    let next = 0;
    for (const apiName of [...customObjects].sort()) {
        if (prefixes.has(apiName)) continue;
        let prefix: string;
        do prefix = `a${DIGITS[Math.floor(next / 62)]}${DIGITS[next++ % 62]}`;
        while (taken.has(prefix));
        taken.add(prefix);
        prefixes.set(apiName, prefix);
    }
    return prefixes;
}
