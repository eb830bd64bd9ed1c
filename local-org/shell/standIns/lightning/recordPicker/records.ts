import { send } from 'platform/uiApi';
import { searchQuery, type Wanted } from './search';

/** Service. Records as the record picker shows them. */
export interface PickedRecord {
    readonly id: string;
    readonly label: string;
    readonly detail: string | undefined;
}

interface Node {
    readonly [field: string]: unknown;
    readonly Id: string;
}

/** @throws FetchResponse, or Error with what the org said */
export async function readRecords(wanted: Wanted): Promise<PickedRecord[]> {
    const { data, errors } = await send<{
        data?: { uiapi: { query: Record<string, { edges: readonly { node: Node }[] } | null> } };
        errors?: readonly { readonly message: string }[];
    }>('POST', 'graphql', searchQuery(wanted));
    const found = data?.uiapi.query[wanted.objectApiName];
    if (!found) {
        throw new Error(errors?.[0]?.message ?? 'The org gave no answer.');
    }
    const { primary, additional } = wanted.display;
    return found.edges.map(({ node }) => ({
        id: node.Id,
        label: textAt(node, primary) ?? node.Id,
        detail: additional.map((path) => textAt(node, path)).find((text) => text !== undefined)
    }));
}

/** The name field of an object: `Name`, or what is in its place. */
export async function nameFieldOf(objectApiName: string): Promise<string> {
    const { nameFields } = await send<{ nameFields: readonly string[] }>(
        'GET',
        `ui-api/object-info/${encodeURIComponent(objectApiName)}`
    );
    return nameFields[0] ?? 'Name';
}

function textAt(node: Node, path: string): string | undefined {
    const field = path
        .split('.')
        .reduce<unknown>((from, name) => (from as Node | null | undefined)?.[name], node) as
        { readonly value: unknown; readonly displayValue: string | null } | null | undefined;
    const text = field?.displayValue ?? field?.value;
    return text === null || text === undefined || text === '' ? undefined : String(text);
}
