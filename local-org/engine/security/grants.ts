/** What a profile or a permission set gives; a user has the sum of all of theirs. */
export interface Grants {
    /** By API name in lower case. */
    readonly objects: ReadonlyMap<string, ObjectRight>;
    /** By `object.field` in lower case. */
    readonly fields: ReadonlyMap<string, FieldRight>;
    readonly customPermissions: ReadonlySet<string>;
    readonly userPermissions: ReadonlySet<string>;
}

export interface ObjectRight {
    readonly read: boolean;
    readonly create: boolean;
    readonly edit: boolean;
    readonly delete: boolean;
    /** Every record, whoever owns it. */
    readonly viewAll: boolean;
    readonly modifyAll: boolean;
    /** Every field, field permissions or not. */
    readonly viewAllFields: boolean;
}

export interface FieldRight {
    readonly read: boolean;
    readonly edit: boolean;
}

export const NO_OBJECT_RIGHT: ObjectRight = {
    read: false,
    create: false,
    edit: false,
    delete: false,
    viewAll: false,
    modifyAll: false,
    viewAllFields: false
};

export const EVERY_OBJECT_RIGHT: ObjectRight = {
    read: true,
    create: true,
    edit: true,
    delete: true,
    viewAll: true,
    modifyAll: true,
    viewAllFields: true
};

export const NO_GRANTS: Grants = {
    objects: new Map(),
    fields: new Map(),
    customPermissions: new Set(),
    userPermissions: new Set()
};

/** Right by right: what any of them gives is given. */
export function sumOf(list: readonly Grants[]): Grants {
    const objects = new Map<string, ObjectRight>();
    const fields = new Map<string, FieldRight>();
    for (const grants of list) {
        for (const [name, right] of grants.objects) {
            objects.set(name, either(objects.get(name) ?? NO_OBJECT_RIGHT, right));
        }
        for (const [name, right] of grants.fields) {
            fields.set(name, either(fields.get(name) ?? { read: false, edit: false }, right));
        }
    }
    return {
        objects,
        fields,
        customPermissions: new Set(list.flatMap((grants) => [...grants.customPermissions])),
        userPermissions: new Set(list.flatMap((grants) => [...grants.userPermissions]))
    };
}

function either<T extends ObjectRight | FieldRight>(first: T, second: T): T {
    const sum = { ...first };
    for (const name of Object.keys(first) as (keyof T)[]) sum[name] = first[name] || second[name];
    return sum;
}
