import type { Connection } from 'jsforce';
import { remedyFor } from './importError.ts';
import type { Plan } from './plan.ts';
import { referencesIn } from './references.ts';
import { soqlText } from './soqlText.ts';

/** Ids of records of the org itself, by object and name. */
export type Lookups = ReadonlyMap<string, string>;

export function lookupKey(object: string, name: string): string {
    return `${object}:${name}`;
}

/**
 * Finds everything the plan names as `@Object:Name`, with one query an object.
 * @param profiles other profiles to take, by the name in the plan
 * @throws Error naming what the org lacks and how to make it
 */
export async function findLookups(
    connection: Connection,
    plan: Plan,
    profiles: Readonly<Record<string, string>> = {}
): Promise<Lookups> {
    const found = new Map<string, string>();
    const missing: string[] = [];
    for (const [object, names] of wanted(plan)) {
        const inOrg = (name: string) => (object === 'Profile' && profiles[name]) || name;
        const list = [...names].map((name) => soqlText(inOrg(name))).join(', ');
        const { records } = await connection
            .query<{ Id: string; Name: string }>(
                `SELECT Id, Name FROM ${object} WHERE Name IN (${list})`
            )
            .catch((error: unknown) => {
                throw cannotAsk(object, error);
            });
        const ids = new Map(records.map(({ Id, Name }) => [Name, Id]));
        for (const name of names) {
            const id = ids.get(inOrg(name));
            if (id) found.set(lookupKey(object, name), id);
            else missing.push(howToMake(object, inOrg(name)));
        }
    }
    if (missing.length > 0) {
        throw new Error(
            `The org lacks what the plan points to, nothing was sent:\n  ${missing.join('\n  ')}`
        );
    }
    return found;
}

function cannotAsk(object: string, cause: unknown): Error {
    const { errorCode = 'REQUEST_FAILED', message } = cause as Error & { errorCode?: string };
    return new Error(
        `The org cannot be asked for its records of ${object}, nothing was sent: ` +
            `${message} (${errorCode})\nWhat to do: ${remedyFor(errorCode)}`,
        { cause }
    );
}

function wanted({ steps }: Plan): Map<string, Set<string>> {
    const names = new Map<string, Set<string>>();
    const values = steps.flatMap(({ records }) =>
        records.flatMap((record) => Object.values(record.values))
    );
    for (const reference of values.flatMap(referencesIn)) {
        if (reference.kind !== 'lookup') continue;
        const { object, name } = reference;
        names.set(object, (names.get(object) ?? new Set()).add(name));
    }
    return names;
}

function howToMake(object: string, name: string): string {
    switch (object) {
        case 'Profile':
            return (
                `Profile "${name}": no API can make a profile. In Setup open Profiles, clone ` +
                `"Standard User" and call the clone "${name}"; or let another profile stand in ` +
                `with --profile "${name}=<name of a profile>" (a different one for each).`
            );
        case 'PermissionSet':
            return `PermissionSet "${name}": deploy the package first, it brings this permission set.`;
        default:
            return `${object} "${name}": make it first.`;
    }
}
