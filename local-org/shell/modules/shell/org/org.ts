import { boot } from 'browser/boot';
import { send, type FetchResponse } from 'platform/uiApi';
import type { ShellBoot } from '../../../boot';

/** Service. What the page asks the org, with the rights of the user. */

export const { shell } = boot as unknown as ShellBoot;

export interface FieldInfo {
    readonly apiName: string;
    readonly label: string;
    readonly dataType: string;
    readonly custom: boolean;
    readonly relationshipName: string | null;
    readonly referenceToInfos: readonly { readonly apiName: string }[];
}

export interface ObjectInfo {
    readonly apiName: string;
    readonly label: string;
    readonly labelPlural: string;
    readonly nameFields: readonly string[];
    readonly fields: Readonly<Record<string, FieldInfo>>;
}

export interface FieldValue {
    readonly value: unknown;
    readonly displayValue: string | null;
}

export interface OrgRecord {
    readonly id: string;
    readonly apiName: string;
    readonly fields: Readonly<Record<string, FieldValue>>;
}

/** What the org says instead of an answer. */
export class OrgRefusal extends Error {
    readonly status: number;

    constructor(status: number, message: string) {
        super(message);
        this.status = status;
    }
}

/** Why something is not shown. */
export interface Problem {
    readonly kind: 'noAccess' | 'sessionOver' | 'failed';
    /** What the org said. */
    readonly reason: string;
}

export function problemOf(error: unknown): Problem {
    const { status, message } = error as OrgRefusal;
    switch (status) {
        case 401:
            return { kind: 'sessionOver', reason: message };
        case 403:
        case 404:
            return { kind: 'noAccess', reason: message };
        default:
            return { kind: 'failed', reason: message };
    }
}

async function ask(path: string, body?: unknown): Promise<unknown> {
    try {
        return await send(body === undefined ? 'GET' : 'POST', path, body);
    } catch (error) {
        const { status, body: said } = error as FetchResponse;
        const [first] = (Array.isArray(said) ? said : [said]) as { message?: string }[];
        throw new OrgRefusal(status, first?.message ?? `HTTP ${status}`);
    }
}

const infos = new Map<string, Promise<ObjectInfo>>();

/** @throws OrgRefusal 404 where the user may not read the object */
export function objectInfo(object: string): Promise<ObjectInfo> {
    let info = infos.get(object);
    if (!info) {
        info = ask(`ui-api/object-info/${encodeURIComponent(object)}`) as Promise<ObjectInfo>;
        infos.set(object, info);
        info.catch(() => infos.delete(object));
    }
    return info;
}

/** @param fields `Contact.Account.Name`; those that the user may not read are left out */
export function readRecord(id: string, fields: readonly string[]): Promise<OrgRecord> {
    const asked = new URLSearchParams({ optionalFields: fields.join(',') });
    return ask(`ui-api/records/${id}?${asked}`) as Promise<OrgRecord>;
}

/** @throws OrgRefusal also for errors inside a good answer */
export async function askGraphql<Data>(
    query: string,
    variables: Readonly<Record<string, unknown>>
): Promise<Data> {
    const { data, errors } = (await ask('graphql', { query, variables })) as {
        data?: Data;
        errors?: readonly { readonly message: string }[];
    };
    if (errors?.length || !data) {
        throw new OrgRefusal(200, errors?.[0]?.message ?? '');
    }
    return data;
}
