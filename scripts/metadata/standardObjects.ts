import { fileURLToPath } from 'node:url';
import { DeclaredTypes } from './declaredTypes.ts';

/** jsforce publishes the fields of every standard object as types. */
const DECLARATIONS = fileURLToPath(
    new URL('../../node_modules/jsforce/lib/types/standard-schema.d.ts', import.meta.url)
);

const types = new DeclaredTypes(DECLARATIONS);

/** jsforce took its list from one org, which lacks these. */
const ALSO: Readonly<Record<string, readonly string[]>> = { Account: ['Rating'] };

/** Fields that every custom object has. */
const FIELDS_OF_CUSTOM_OBJECTS = [
    'Id',
    'Name',
    'IsDeleted',
    'CreatedById',
    'CreatedDate',
    'LastModifiedById',
    'LastModifiedDate',
    'SystemModstamp',
    'LastViewedDate',
    'LastReferencedDate'
];
const OWNER = 'OwnerId';
const USER_RELATIONSHIPS: Readonly<Record<string, string>> = {
    Owner: 'User',
    CreatedBy: 'User',
    LastModifiedBy: 'User'
};

/** What Salesforce brings along. Names are compared as written. */
export class StandardObjects {
    has(object: string): boolean {
        return types.named(`Fields$${object}`) !== undefined;
    }

    fieldsOf(object: string): ReadonlySet<string> {
        const fields = types.named(`Fields$${object}`);
        const names = fields?.kind === 'group' ? fields.elements.keys() : [];
        return new Set([...names, ...(ALSO[object] ?? [])]);
    }

    /** Fields of a custom object that no file declares. A detail has no owner of its own. */
    fieldsOfCustomObject(isDetail: boolean): readonly string[] {
        return isDetail ? FIELDS_OF_CUSTOM_OBJECTS : [...FIELDS_OF_CUSTOM_OBJECTS, OWNER];
    }

    /** Object at the end of `Owner.` or, on a standard object, of any relationship with a field. */
    parentOf(object: string, relationship: string): string | undefined {
        const known = USER_RELATIONSHIPS[relationship];
        if (known) {
            return known;
        }
        // Contact.Account is the object Account; only same-named relationships are followed.
        return this.fieldsOf(object).has(`${relationship}Id`) && this.has(relationship)
            ? relationship
            : undefined;
    }
}
