import { STANDARD_OBJECTS } from '../schema/standardObjects.ts';
import { standardObjects } from '../schema/standardSchema.ts';
import type { ObjectSchema } from '../types.ts';
import { NO_GRANTS, NO_OBJECT_RIGHT, type Grants, type ObjectRight } from './grants.ts';

export const SYSTEM_ADMINISTRATOR = 'System Administrator';
export const STANDARD_USER = 'Standard User';
export const MINIMUM_ACCESS = 'Minimum Access - Salesforce';

const READ_CREATE_EDIT: ObjectRight = {
    ...NO_OBJECT_RIGHT,
    read: true,
    create: true,
    edit: true
};
const READ: ObjectRight = { ...NO_OBJECT_RIGHT, read: true };

const everyObject = standardObjects();
/** Account, Contact, Lead, Case: the objects a profile gives rights to. */
const businessObjects = everyObject.filter(isBusiness);
const setupObjects = everyObject.filter((object) => !isBusiness(object));

function isBusiness({ apiName }: ObjectSchema): boolean {
    return STANDARD_OBJECTS[apiName].fieldPermissions;
}

/** Everyone who is signed in may read who else there is; what they may do is for administrators. */
const SETUP_GRANTS: Grants = {
    ...NO_GRANTS,
    objects: new Map(setupObjects.map(({ apiName }) => [apiName.toLowerCase(), READ]))
};

const STANDARD_USER_GRANTS: Grants = {
    ...SETUP_GRANTS,
    objects: new Map([
        ...SETUP_GRANTS.objects,
        ...businessObjects.map(({ apiName }) => [apiName.toLowerCase(), READ_CREATE_EDIT] as const)
    ]),
    fields: new Map(
        businessObjects.flatMap(({ apiName, fields }) =>
            [...fields.keys()].map((field) => [
                `${apiName.toLowerCase()}.${field}`,
                { read: true, edit: true }
            ])
        )
    )
};

/** A profile that somebody adds is, as in Salesforce, a copy of Standard User under a new name. */
export function profileGrants(profileName: string): Grants {
    return profileName === MINIMUM_ACCESS ? SETUP_GRANTS : STANDARD_USER_GRANTS;
}
