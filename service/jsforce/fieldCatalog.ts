import type { Connection } from 'jsforce';
import { LONGEST_REQUEST_MS, within } from '../within.ts';

/** A field as a rule spells it, or undefined where the org has none the service may read. */
export interface FieldCatalog {
    /** The field's own spelling; at most one relationship is followed. */
    find(objectApiName: string, field: string): Promise<string | undefined>;
    /** Asks anew about every object known; what cannot be had again stays as it was. */
    renew(): Promise<void>;
}

interface DescribedField {
    readonly name: string;
    readonly type?: string;
    readonly relationshipName?: string | null;
    readonly referenceTo?: readonly string[] | null;
}

/** Names by lower-case name: Salesforce ignores the case of names. */
interface Described {
    readonly fields: ReadonlyMap<string, string>;
    readonly relationships: ReadonlyMap<string, { name: string; to: readonly string[] }>;
}

/**
 * What the org says about its objects, asked once each. Names in rules are looked up here before
 * they get into a query: what stands in a query is the org's own spelling, never a rule's text.
 */
export function createFieldCatalog(connection: Connection): FieldCatalog {
    const described = new Map<string, Promise<Described | undefined>>();

    function describe(object: string): Promise<Described | undefined> {
        const key = object.toLowerCase();
        let known = described.get(key);
        if (!known) {
            known = ask(connection, object);
            described.set(key, known);
            // An error is not remembered: the next dial asks again.
            known.catch(() => described.delete(key));
        }
        return known;
    }

    return {
        async find(objectApiName, field) {
            const [first, second, ...more] = field.toLowerCase().split('.');
            const object = await describe(objectApiName);
            if (!object || more.length > 0) {
                return undefined;
            }
            if (second === undefined) {
                return object.fields.get(first);
            }
            const relationship = object.relationships.get(first);
            // What several objects share under one relationship cannot be read by one query.
            const parent =
                relationship?.to.length === 1 ? await describe(relationship.to[0]) : undefined;
            const name = parent?.fields.get(second);
            return name && `${relationship!.name}.${name}`;
        },
        async renew() {
            await Promise.all(
                [...described].map(async ([key, before]) => {
                    const now = ask(connection, key);
                    await now.then(
                        () => described.set(key, now),
                        () => described.set(key, before)
                    );
                })
            );
        }
    };
}

/** Fields of several parts, or too large for a query of many rows: none of them is a text. */
const NOT_TEXT = new Set(['address', 'location', 'base64', 'complexvalue']);
const UNKNOWN_OBJECT = new Set(['NOT_FOUND', 'INVALID_TYPE', 'ERROR_HTTP_404']);

async function ask(connection: Connection, object: string): Promise<Described | undefined> {
    try {
        const { fields } = (await within(LONGEST_REQUEST_MS, connection.describe(object))) as {
            fields: readonly DescribedField[];
        };
        return {
            fields: new Map(
                fields
                    .filter(({ type }) => !NOT_TEXT.has(type ?? ''))
                    .map(({ name }) => [name.toLowerCase(), name])
            ),
            relationships: new Map(
                fields.flatMap(({ relationshipName, referenceTo }) =>
                    relationshipName && referenceTo
                        ? [
                              [
                                  relationshipName.toLowerCase(),
                                  { name: relationshipName, to: referenceTo }
                              ] as const
                          ]
                        : []
                )
            )
        };
    } catch (error) {
        if (UNKNOWN_OBJECT.has((error as { errorCode?: string }).errorCode ?? '')) {
            return undefined;
        }
        throw error;
    }
}
