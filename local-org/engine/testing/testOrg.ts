import { openOrg } from '../openOrg.ts';
import type { OrgEngine, OrgSession, SaveResult, Values } from '../types.ts';
import {
    fieldFile,
    objectFile,
    objectPermission,
    permissionSetFile,
    picklist,
    ruleFile,
    writePackage,
    type MetadataFiles
} from './metadataFiles.ts';

/**
 * A small package with one of everything the engine has to keep to:
 * brands (everybody's), lines (private, with a field of every type), extensions (details of a
 * line), visits (everybody's, of a line).
 */
export const TEST_PACKAGE: MetadataFiles = {
    ...objectFile('Brand__c', {
        label: 'Brand',
        pluralLabel: 'Brands',
        nameField: { label: 'Brand Name', type: 'Text' },
        sharingModel: 'ReadWrite'
    }),
    ...fieldFile('Brand__c', 'Code__c', {
        type: 'Text',
        length: 10,
        unique: true,
        caseSensitive: false,
        externalId: true,
        required: true
    }),
    ...fieldFile('Brand__c', 'Legacy_Key__c', { type: 'Text', length: 20, externalId: true }),
    ...fieldFile('Brand__c', 'Exact_Key__c', {
        type: 'Text',
        length: 20,
        unique: true,
        caseSensitive: true,
        externalId: true
    }),

    ...objectFile('Line__c', {
        label: 'Line',
        pluralLabel: 'Lines',
        nameField: { label: 'Line Number', type: 'AutoNumber', displayFormat: 'L-{0000}' },
        sharingModel: 'Private'
    }),
    ...fieldFile('Line__c', 'Brand__c', {
        type: 'Lookup',
        referenceTo: 'Brand__c',
        relationshipName: 'Lines',
        deleteConstraint: 'SetNull'
    }),
    ...fieldFile('Line__c', 'Backup_Brand__c', {
        type: 'Lookup',
        referenceTo: 'Brand__c',
        relationshipName: 'Backup_Lines',
        deleteConstraint: 'Restrict'
    }),
    ...fieldFile('Line__c', 'Agent__c', { type: 'Lookup', referenceTo: 'User' }),
    ...fieldFile('Line__c', 'Label__c', { type: 'Text', length: 12 }),
    ...fieldFile('Line__c', 'Status__c', picklist(true, ['New', 'Live', 'Gone'], 'New')),
    ...fieldFile('Line__c', 'Colour__c', picklist(false, ['Red', 'Blue'])),
    ...fieldFile('Line__c', 'Tags__c', {
        ...picklist(true, ['a', 'b', 'c']),
        type: 'MultiselectPicklist',
        visibleLines: 3
    }),
    ...fieldFile('Line__c', 'Open__c', { type: 'Checkbox', defaultValue: true }),
    ...fieldFile('Line__c', 'Rate__c', { type: 'Number', precision: 5, scale: 2 }),
    ...fieldFile('Line__c', 'Order__c', {
        type: 'Number',
        precision: 4,
        scale: 0,
        defaultValue: '10'
    }),
    ...fieldFile('Line__c', 'Since__c', { type: 'Date', defaultValue: 'TODAY()' }),
    ...fieldFile('Line__c', 'Seen__c', { type: 'DateTime' }),
    ...fieldFile('Line__c', 'From__c', { type: 'Time' }),
    ...fieldFile('Line__c', 'Mail__c', { type: 'Email' }),
    ...fieldFile('Line__c', 'Phone__c', { type: 'Phone' }),
    ...fieldFile('Line__c', 'Notes__c', { type: 'LongTextArea', length: 1000, visibleLines: 3 }),
    ...fieldFile('Line__c', 'Secret__c', { type: 'Text', length: 50 }),
    ...ruleFile('Line__c', 'Gone_Lines_Stay_Gone', {
        errorConditionFormula:
            'AND(NOT(ISNEW()), ISPICKVAL(PRIORVALUE(Status__c), "Gone"), NOT(ISPICKVAL(Status__c, "Gone")))',
        errorDisplayField: 'Status__c',
        errorMessage: 'A line that is gone stays gone.'
    }),
    ...ruleFile('Line__c', 'Label_Is_Not_Bad', {
        errorConditionFormula: 'Label__c = "bad"',
        errorDisplayField: 'Label__c',
        errorMessage: 'Choose another label.'
    }),
    ...ruleFile('Line__c', 'Bad_Label_Costs_Nothing', {
        errorConditionFormula: 'AND(Label__c = "bad", Rate__c > 0)',
        errorMessage: 'A bad label has no rate.'
    }),
    ...ruleFile('Line__c', 'Brand_Is_Not_Closed', {
        errorConditionFormula: 'Brand__r.Name = "Closed"',
        errorMessage: 'The brand is closed.'
    }),
    ...ruleFile('Line__c', 'Sleeping', {
        active: false,
        errorConditionFormula: 'TRUE',
        errorMessage: 'Never.'
    }),

    ...objectFile('Extension__c', {
        label: 'Extension',
        pluralLabel: 'Extensions',
        nameField: { label: 'Extension', type: 'Text' },
        sharingModel: 'ControlledByParent'
    }),
    ...fieldFile('Extension__c', 'Line__c', {
        type: 'MasterDetail',
        referenceTo: 'Line__c',
        relationshipName: 'Extensions'
    }),
    ...objectFile('Remark__c', {
        label: 'Remark',
        pluralLabel: 'Remarks',
        nameField: { label: 'Remark', type: 'Text' },
        sharingModel: 'ControlledByParent'
    }),
    ...fieldFile('Remark__c', 'Extension__c', {
        type: 'MasterDetail',
        referenceTo: 'Extension__c',
        relationshipName: 'Remarks',
        writeRequiresMasterRead: true
    }),
    ...fieldFile('Extension__c', 'Digits__c', { type: 'Text', length: 6 }),

    ...objectFile('Visit__c', {
        label: 'Visit',
        pluralLabel: 'Visits',
        nameField: { label: 'Visit', type: 'Text' },
        sharingModel: 'ReadWrite'
    }),
    ...fieldFile('Visit__c', 'Line__c', { type: 'Lookup', referenceTo: 'Line__c' }),

    ...fieldFile('Contact', 'Tier__c', { type: 'Text', length: 20 }),

    ...permissionSetFile('Line_Agent', {
        objectPermissions: [
            objectPermission('Brand__c', ['allowRead']),
            objectPermission('Visit__c', ['allowRead']),
            objectPermission('Line__c', ['allowRead', 'allowCreate', 'allowEdit', 'allowDelete']),
            objectPermission('Extension__c', [
                'allowRead',
                'allowCreate',
                'allowEdit',
                'allowDelete'
            ]),
            objectPermission('Remark__c', ['allowRead', 'allowCreate', 'allowEdit', 'allowDelete'])
        ],
        fieldPermissions: [
            { field: 'Line__c.Brand__c', readable: true, editable: true },
            { field: 'Line__c.Label__c', readable: true, editable: true },
            { field: 'Line__c.Status__c', readable: true, editable: false },
            { field: 'Visit__c.Line__c', readable: true, editable: true },
            { field: 'Extension__c.Digits__c', readable: true, editable: true },
            { field: 'Contact.MailingAddress', readable: true, editable: false }
        ]
    }),
    ...permissionSetFile('Line_Viewer', {
        objectPermissions: [objectPermission('Line__c', ['allowRead', 'viewAllRecords'])],
        fieldPermissions: [{ field: 'Line__c.Secret__c', readable: true, editable: false }]
    }),
    ...permissionSetFile('Line_Admin', {
        objectPermissions: [
            objectPermission('Brand__c', [
                'allowCreate',
                'allowDelete',
                'allowEdit',
                'allowRead',
                'modifyAllRecords',
                'viewAllRecords'
            ]),
            objectPermission('Line__c', [
                'allowCreate',
                'allowDelete',
                'allowEdit',
                'allowRead',
                'modifyAllRecords',
                'viewAllRecords'
            ])
        ]
    })
};

export const TEST_TIME = new Date('2026-03-04T05:06:07.890Z');

export interface TestOrg {
    readonly org: OrgEngine;
    /** Every right. */
    readonly system: OrgSession;
    close(): void;
}

/** An org in memory with the test package, its clock standing at TEST_TIME unless told otherwise. */
export function openTestOrg(
    files: MetadataFiles = TEST_PACKAGE,
    now: () => Date = () => TEST_TIME
): TestOrg {
    const { dir, remove } = writePackage(files);
    const org = openOrg({ file: ':memory:', metadataDir: dir, now });
    remove();
    return { org, system: org.systemSession(), close: () => org.close() };
}

/** Creates one record. @returns its id. @throws Error with Salesforce's words when it is refused */
export function create(session: OrgSession, object: string, values: Values): string {
    const result = tryCreate(session, object, values);
    if (!result.success) throw new Error(JSON.stringify(result.errors));
    return result.id!;
}

export function tryCreate(session: OrgSession, object: string, values: Values): SaveResult {
    return session.save([{ kind: 'create', object, values }], { allOrNone: false })[0];
}

export function tryUpdate(
    session: OrgSession,
    object: string,
    id: string,
    values: Values
): SaveResult {
    return session.save([{ kind: 'update', object, id, values }], { allOrNone: false })[0];
}

export function tryDelete(session: OrgSession, id: string): SaveResult {
    return session.save([{ kind: 'delete', id }], { allOrNone: false })[0];
}

let users = 0;

/** A user with a profile and permission sets, by name. */
export function createUser(
    system: OrgSession,
    profile: string,
    permissionSets: readonly string[] = []
): string {
    const idOf = (object: string, name: string) =>
        String(system.query(`SELECT Id FROM ${object} WHERE Name = '${name}'`).records[0].Id);
    users += 1;
    const id = create(system, 'User', {
        LastName: `User ${users}`,
        Username: `user${users}@callback-numbers.example`,
        Email: `user${users}@callback-numbers.example`,
        Alias: `user${users}`,
        ProfileId: idOf('Profile', profile),
        TimeZoneSidKey: 'Europe/London',
        LocaleSidKey: 'en_GB',
        EmailEncodingKey: 'UTF-8',
        LanguageLocaleKey: 'en_US'
    });
    for (const name of permissionSets) {
        create(system, 'PermissionSetAssignment', {
            AssigneeId: id,
            PermissionSetId: idOf('PermissionSet', name)
        });
    }
    return id;
}
