import type { OrgSession } from '../../local-org/index.ts';
import { soqlText } from './soqlText.ts';

/** What somebody does in Setup before the data can be loaded, done for an embedded org. */

/** Profiles can be made in Setup alone: no API of Salesforce can. @throws Error */
export function ensureProfiles(session: OrgSession, names: readonly string[]): void {
    for (const Name of names) ensure(session, 'Profile', { Name });
}

/** @throws Error when the org has no such user or permission set */
export function ensureAssigned(session: OrgSession, username: string, permissionSet: string): void {
    const AssigneeId = find(session, 'User', { Username: username });
    const PermissionSetId = find(session, 'PermissionSet', { Name: permissionSet });
    if (!AssigneeId || !PermissionSetId) {
        throw new Error(
            `The local org has no ${AssigneeId ? `permission set ${permissionSet}` : `user ${username}`}. ` +
                'Its file may come from another version: delete it and start again.'
        );
    }
    ensure(session, 'PermissionSetAssignment', { AssigneeId, PermissionSetId });
}

/** Id of the record with all these values. */
export function find(
    session: OrgSession,
    object: string,
    values: Readonly<Record<string, string>>
): string | undefined {
    const conditions = Object.entries(values).map(
        ([field, value]) => `${field} = ${soqlText(value)}`
    );
    const { records } = session.query(`SELECT Id FROM ${object} WHERE ${conditions.join(' AND ')}`);
    return records[0] && String(records[0].Id);
}

function ensure(
    session: OrgSession,
    object: string,
    values: Readonly<Record<string, string>>
): void {
    if (find(session, object, values)) return;
    const [{ errors }] = session.save([{ kind: 'create', object, values }], { allOrNone: true });
    if (errors.length > 0) {
        const why = errors.map(({ statusCode, message }) => `${message} (${statusCode})`);
        throw new Error(`The local org refused a ${object}: ${why.join('; ')}`);
    }
}
