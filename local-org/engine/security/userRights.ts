import type { Store } from '../store/store.ts';
import { NO_GRANTS, sumOf, type Grants } from './grants.ts';
import type { PermissionSetMetadata } from './permissionSets.ts';
import { profileGrants, SYSTEM_ADMINISTRATOR } from './profiles.ts';
import { allRights, grantedRights, type Rights } from './rights.ts';

/** The rights of every user, worked out when first asked for. */
export interface UserRights {
    /** Undefined for an unknown or inactive user. */
    of(userId: string): Rights | undefined;
    /** After a change to users, profiles or assignments. */
    forget(): void;
}

/** Records that say who may do what. */
export const RIGHTS_OBJECTS: ReadonlySet<string> = new Set([
    'User',
    'Profile',
    'PermissionSet',
    'PermissionSetAssignment'
]);

export function userRights(
    store: Store,
    permissionSets: readonly PermissionSetMetadata[]
): UserRights {
    const byName = new Map(permissionSets.map((set) => [set.name.toLowerCase(), set]));
    const cache = new Map<string, Rights | undefined>();

    const assigned = (userId: string): Grants[] =>
        store
            .all(
                `SELECT p.name AS name FROM permissionsetassignment a
                 JOIN permissionset p ON p.id = a.permissionsetid WHERE a.assigneeid = ?`,
                [userId]
            )
            .map((row) => byName.get(String(row.name).toLowerCase()) ?? NO_GRANTS);

    const workOut = (userId: string): Rights | undefined => {
        const user = store.first(
            `SELECT u.isactive AS active, p.id AS id, p.name AS name FROM user u
             JOIN profile p ON p.id = u.profileid WHERE u.id = ?`,
            [userId]
        );
        if (!user || user.active !== 1) return undefined;
        const profile = { id: String(user.id), name: String(user.name) };
        const sets = assigned(userId);
        const sum = sumOf(sets);
        const administrator =
            profile.name === SYSTEM_ADMINISTRATOR || sum.userPermissions.has('ModifyAllData');
        if (administrator) return allRights({ userId, profile }, sum.customPermissions);
        return grantedRights({ userId, profile }, sumOf([profileGrants(profile.name), ...sets]));
    };

    return {
        of: (userId) => {
            if (!cache.has(userId)) cache.set(userId, workOut(userId));
            return cache.get(userId);
        },
        forget: () => cache.clear()
    };
}
