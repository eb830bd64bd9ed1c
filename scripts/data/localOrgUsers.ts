import type { OrgSession } from '../../local-org/index.ts';
import { soqlText } from './soqlText.ts';

/**
 * What an embedded org needs before anybody can sign in. In a real org these are there already,
 * or an administrator makes them in Setup: no API can.
 */

/** Administers the org and loads the data; the stand-in for the one who signed up for it. */
export const ADMIN_USERNAME = 'admin@callback-numbers.example';

interface FirstUser {
    readonly username: string;
    readonly name: string;
    readonly profile: string;
    readonly permissionSet: string;
}

/** @throws Error when the org refuses a profile */
export function ensureProfiles(session: OrgSession, names: readonly string[]): void {
    for (const name of names) {
        if (!find(session, 'Profile', 'Name', name)) create(session, 'Profile', { Name: name });
    }
}

/** Makes the user with their permission set, unless there is one of that username. Returns the id. */
export function ensureUser(session: OrgSession, user: FirstUser): string {
    const known = find(session, 'User', 'Username', user.username);
    if (known) return known;
    const id = create(session, 'User', {
        Username: user.username,
        Email: user.username,
        LastName: user.name,
        Alias: user.username.slice(0, 8),
        IsActive: true,
        ProfileId: find(session, 'Profile', 'Name', user.profile),
        TimeZoneSidKey: 'Europe/London',
        LocaleSidKey: 'en_GB',
        LanguageLocaleKey: 'en_US',
        EmailEncodingKey: 'UTF-8'
    });
    create(session, 'PermissionSetAssignment', {
        AssigneeId: id,
        PermissionSetId: find(session, 'PermissionSet', 'Name', user.permissionSet)
    });
    return id;
}

function find(
    session: OrgSession,
    object: string,
    field: string,
    value: string
): string | undefined {
    const { records } = session.query(
        `SELECT Id FROM ${object} WHERE ${field} = ${soqlText(value)}`
    );
    return records[0] && String(records[0].Id);
}

function create(session: OrgSession, object: string, values: Record<string, unknown>): string {
    const [{ id, errors }] = session.save([{ kind: 'create', object, values }], {
        allOrNone: true
    });
    if (!id) {
        const why = errors
            .map(({ statusCode, message }) => `${message} (${statusCode})`)
            .join('; ');
        throw new Error(`The local org refused a ${object}: ${why}`);
    }
    return id;
}
