import { STANDARD_USER, MINIMUM_ACCESS, SYSTEM_ADMINISTRATOR } from './security/profiles.ts';
import type { PermissionSetMetadata } from './security/permissionSets.ts';
import { recordId } from './store/sequences.ts';
import type { Store } from './store/store.ts';
import type { OrgSession, SaveOperation, Values } from './types.ts';

/** What a new org holds before anybody has signed in. */

/** The first user is the administrator; what the org does itself is signed with their name. */
export const ADMIN_ID = recordId('005', 1);
export const ORGANIZATION_ID = recordId('00D', 1);

export const ADMIN_USERNAME = 'admin@callback-numbers.example';
export const INTEGRATION_USERNAME = 'integration@callback-numbers.example';
/** The service's permission set, assigned to the integration user where the package has it. */
const INTEGRATION_PERMISSION_SET = 'Callback_Integration';

const LOCALE: Values = {
    TimeZoneSidKey: 'Europe/London',
    LocaleSidKey: 'en_GB',
    EmailEncodingKey: 'UTF-8',
    LanguageLocaleKey: 'en_US'
};

export function fillNewOrg(system: OrgSession): void {
    const [administrator, , minimum] = create(system, 'Profile', [
        { Name: SYSTEM_ADMINISTRATOR },
        { Name: STANDARD_USER },
        { Name: MINIMUM_ACCESS }
    ]);
    create(system, 'User', [
        {
            ...LOCALE,
            FirstName: 'Ada',
            LastName: 'Admin',
            Username: ADMIN_USERNAME,
            Email: ADMIN_USERNAME,
            Alias: 'admin',
            ProfileId: administrator
        },
        {
            ...LOCALE,
            FirstName: 'Callback',
            LastName: 'Integration',
            Username: INTEGRATION_USERNAME,
            Email: INTEGRATION_USERNAME,
            Alias: 'integr',
            ProfileId: minimum
        }
    ]);
    create(system, 'Organization', [
        {
            Name: 'Callback Numbers',
            TimeZoneSidKey: 'Europe/London',
            DefaultLocaleSidKey: 'en_GB',
            LanguageLocaleKey: 'en_US'
        }
    ]);
}

/** Permission sets are the package's: a row for each, so that it can be assigned. */
export function bringPermissionSetsUpToDate(
    store: Store,
    system: OrgSession,
    permissionSets: readonly PermissionSetMetadata[]
): void {
    const known = new Map(
        store
            .all('SELECT id, name, label, description FROM permissionset')
            .map((row) => [String(row.name), row])
    );
    for (const { name, label, description } of permissionSets) {
        const row = known.get(name);
        const values = { Label: label, Description: description?.slice(0, 255) ?? null };
        if (!row) {
            const [id] = create(system, 'PermissionSet', [{ Name: name, ...values }]);
            if (name === INTEGRATION_PERMISSION_SET) assignToIntegrationUser(store, system, id);
        } else if (row.label !== values.Label || row.description !== values.Description) {
            save(system, [{ kind: 'update', object: 'PermissionSet', id: String(row.id), values }]);
        }
    }
}

function assignToIntegrationUser(store: Store, system: OrgSession, permissionSet: string): void {
    const user = store.first('SELECT id FROM user WHERE username = ?', [INTEGRATION_USERNAME]);
    if (!user) return;
    create(system, 'PermissionSetAssignment', [
        { AssigneeId: user.id, PermissionSetId: permissionSet }
    ]);
}

function create(system: OrgSession, object: string, rows: readonly Values[]): string[] {
    return save(
        system,
        rows.map((values) => ({ kind: 'create', object, values }))
    );
}

function save(system: OrgSession, operations: readonly SaveOperation[]): string[] {
    const results = system.save(operations, { allOrNone: true });
    const reasons = results.flatMap(({ errors }) => errors.map(({ message }) => message));
    if (reasons.length > 0) {
        throw new Error(`The new org could not be filled: ${reasons.join('; ')}`);
    }
    return results.map(({ id }) => id!);
}
