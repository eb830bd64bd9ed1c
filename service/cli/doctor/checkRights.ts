import type { Connection } from 'jsforce';
import { codeOf } from '../../jsforce/orgErrors.ts';
import { bad, good, type Finding } from './findings.ts';
import { NEEDED_RIGHTS, type NeededRights } from './neededRights.ts';

const GONE = new Set(['NOT_FOUND', 'INVALID_TYPE', 'ERROR_HTTP_404']);

interface Described {
    readonly createable: boolean;
    readonly updateable: boolean;
    readonly queryable: boolean;
    readonly fields: readonly {
        readonly name: string;
        readonly createable: boolean;
        readonly updateable: boolean;
    }[];
}

/** What the signed-in user may not do of what the service does, as the org's describes show it. */
export async function checkRights(connection: Connection, username: string): Promise<Finding[]> {
    const remedy = `Assign the permission set Callback_Integration to ${username}, in the version of this package.`;
    const missing: Finding[] = [];
    for (const needed of NEEDED_RIGHTS) {
        const found = await describe(connection, needed.object);
        missing.push(...lacking(needed, found).map((text) => bad(text, remedy)));
    }
    return missing.length > 0
        ? missing
        : [good(`${username} may read and write all that the service needs`)];
}

async function describe(connection: Connection, object: string): Promise<Described | undefined> {
    try {
        return (await connection.describe(object)) as unknown as Described;
    } catch (error) {
        if (GONE.has(codeOf(error) ?? '')) {
            return undefined;
        }
        throw error;
    }
}

function lacking(
    { object, reads, writes = [] }: NeededRights,
    found: Described | undefined
): string[] {
    if (!found?.queryable) {
        return [`No right to read ${object}, or the org has no such object`];
    }
    const fields = new Map(found.fields.map((field) => [field.name, field]));
    const unreadable = [...new Set([...reads, ...writes])].filter((name) => !fields.has(name));
    const lines = unreadable.length > 0 ? [`No right to read ${list(object, unreadable)}`] : [];
    if (writes.length === 0) {
        return lines;
    }
    if (!found.createable || !found.updateable) {
        return [...lines, `No right to create and change records of ${object}`];
    }
    // What may be set once, at the start, is enough for keys and owners.
    const fixed = writes.filter((name) => fields.get(name)?.createable === false);
    return fixed.length > 0 ? [...lines, `No right to write ${list(object, fixed)}`] : lines;
}

function list(object: string, names: readonly string[]): string {
    return names.map((name) => `${object}.${name}`).join(', ');
}
