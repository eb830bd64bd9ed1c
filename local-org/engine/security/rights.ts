import type { FieldSchema, ObjectSchema } from '../types.ts';
import { EVERY_OBJECT_RIGHT, NO_OBJECT_RIGHT, type Grants, type ObjectRight } from './grants.ts';

/** What one user may do: the sum of profile and permission sets, asked object by object. */
export interface Rights {
    readonly userId: string;
    readonly profile: { readonly id: string; readonly name: string } | null;
    readonly customPermissions: ReadonlySet<string>;
    object(object: ObjectSchema): ObjectRight;
    /** May see the field in queries, records and describes. */
    canRead(object: ObjectSchema, field: FieldSchema): boolean;
    /** May fill the field in a new record. */
    canCreate(object: ObjectSchema, field: FieldSchema): boolean;
    /** May change the field of a record. */
    canUpdate(object: ObjectSchema, field: FieldSchema): boolean;
}

type Person = Pick<Rights, 'userId' | 'profile'>;

/** Every right there is: administrators, and the org itself. */
export function allRights(person: Person, customPermissions: ReadonlySet<string>): Rights {
    return {
        ...person,
        customPermissions,
        object: () => EVERY_OBJECT_RIGHT,
        canRead: () => true,
        canCreate: (_, field) => field.createable,
        canUpdate: (_, field) => field.updateable
    };
}

export function grantedRights(person: Person, grants: Grants): Rights {
    const viewAllData = grants.userPermissions.has('ViewAllData');
    const cache = new Map<ObjectSchema, RightsOnObject>();
    const on = (object: ObjectSchema): RightsOnObject => {
        let rights = cache.get(object);
        if (!rights) cache.set(object, (rights = rightsOnObject(object, grants, viewAllData)));
        return rights;
    };
    return {
        ...person,
        customPermissions: grants.customPermissions,
        object: (object) => on(object).right,
        canRead: (object, field) => on(object).readable.has(field),
        canCreate: (object, field) =>
            field.createable && on(object).right.create && on(object).editable.has(field),
        canUpdate: (object, field) =>
            field.updateable && on(object).right.edit && on(object).editable.has(field)
    };
}

interface RightsOnObject {
    readonly right: ObjectRight;
    readonly readable: ReadonlySet<FieldSchema>;
    readonly editable: ReadonlySet<FieldSchema>;
}

function rightsOnObject(
    object: ObjectSchema,
    grants: Grants,
    viewAllData: boolean
): RightsOnObject {
    const given = grants.objects.get(object.apiName.toLowerCase()) ?? NO_OBJECT_RIGHT;
    const right = viewAllData ? { ...given, read: true, viewAll: true } : given;
    const readable = new Set<FieldSchema>();
    const editable = new Set<FieldSchema>();
    for (const field of object.fields.values()) {
        if (!right.read) break;
        const name = `${object.apiName}.${permissionField(object, field)}`.toLowerCase();
        const open = !field.permissionable;
        const grant = grants.fields.get(name);
        if (open || right.viewAllFields || grant?.read) readable.add(field);
        if (open || grant?.edit) editable.add(field);
    }
    return { right, readable, editable };
}

/** A street has no permission of its own: it is a part of its address. */
function permissionField(object: ObjectSchema, field: FieldSchema): string {
    const compound = object.fields.get(field.compoundField?.toLowerCase() ?? '');
    return compound?.permissionable ? compound.apiName : field.apiName;
}
