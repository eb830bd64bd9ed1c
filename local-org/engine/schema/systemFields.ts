import type { FieldSchema } from '../types.ts';

/** A field nobody may write, before it says what is special about it. */
const SYSTEM = {
    custom: false,
    required: false,
    unique: false,
    caseSensitive: false,
    externalId: false,
    restrictedPicklist: false,
    referenceTo: [],
    masterDetail: false,
    createable: false,
    updateable: false
} satisfies Partial<FieldSchema>;

const id = (apiName: string, label: string) =>
    ({ ...SYSTEM, apiName, label, type: 'id', length: 18 }) as const;
const datetime = (apiName: string, label: string) =>
    ({ ...SYSTEM, apiName, label, type: 'datetime' }) as const;
const toUser = (apiName: string, label: string) =>
    ({
        ...SYSTEM,
        apiName,
        label,
        type: 'reference',
        length: 18,
        referenceTo: ['User'],
        relationshipName: apiName.replace(/Id$/, '')
    }) as const;

/** What every object has. */
export const SYSTEM_FIELDS: readonly FieldSchema[] = [
    id('Id', 'Record ID'),
    { ...SYSTEM, apiName: 'IsDeleted', label: 'Deleted', type: 'boolean', defaultValue: 'false' },
    datetime('CreatedDate', 'Created Date'),
    toUser('CreatedById', 'Created By ID'),
    datetime('LastModifiedDate', 'Last Modified Date'),
    toUser('LastModifiedById', 'Last Modified By ID'),
    datetime('SystemModstamp', 'System Modstamp')
];

/** Objects with sharing of their own have an owner; details of a master do not. */
export const OWNER_FIELD: FieldSchema = {
    ...toUser('OwnerId', 'Owner ID'),
    relationshipName: 'Owner',
    createable: true,
    updateable: true
};
