import type { Values } from '../engine/types.ts';
import { malformedBody } from './restAnswer.ts';

/** Readers of JSON bodies that refuse in Salesforce's words. */

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws OrgError JSON_PARSER_ERROR */
export function bodyObject(body: unknown): JsonObject {
    if (body === undefined) {
        throw malformedBody(
            'The HTTP entity body is required, but this request has no entity body.'
        );
    }
    if (!isObject(body)) {
        const token = Array.isArray(body) ? 'START_ARRAY' : 'VALUE';
        throw malformedBody(
            `Can not deserialize instance of object out of ${token} token at [line:1, column:1]`
        );
    }
    return body;
}

/** @throws OrgError JSON_PARSER_ERROR */
export function listIn(body: JsonObject, name: string): readonly JsonObject[] {
    const list = body[name];
    if (!Array.isArray(list) || !list.every(isObject)) {
        throw malformedBody(`"${name}" must be an array of objects`);
    }
    return list;
}

/** A record as the client sends it: its type, its id and the values proper. */
export interface SentRecord {
    readonly type?: string;
    readonly id?: string;
    readonly referenceId?: string;
    readonly values: Values;
}

export function sentRecord(record: JsonObject): SentRecord {
    const { attributes, ...rest } = record;
    const { type, referenceId } = isObject(attributes) ? attributes : {};
    const idName = Object.keys(rest).find((name) => name.toLowerCase() === 'id');
    const { [idName ?? 'Id']: id, ...values } = rest;
    return {
        ...(typeof type === 'string' && { type }),
        ...(typeof id === 'string' && { id }),
        ...(typeof referenceId === 'string' && { referenceId }),
        values
    };
}
