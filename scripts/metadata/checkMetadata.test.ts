import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkMetadata } from './checkMetadata.ts';
import { PROJECT, usePackageCopy } from './packageCopy.ts';
import { PACKAGE_FOLDER } from './sourceTree.ts';

const NUMBER = 'objects/Callback_Number__c';
const RULE = 'objects/Callback_Rule__c';
const MEMBER = 'objects/Agent_Group_Member__c';
const PREFERENCE = 'objects/Callback_Preference__c';
const AGENT_SET = 'permissionsets/Callback_Agent.permissionset-meta.xml';
const RULE_LAYOUT = 'layouts/Callback_Rule__c-Callback Rule Layout.layout-meta.xml';
const APP = 'applications/Callback_Numbers.app-meta.xml';
const LABELS = 'labels/CustomLabels.labels-meta.xml';
const EDIT_AND_READ = '<allowEdit>true</allowEdit>\n        <allowRead>true';
const PREFIX_NEEDED = `${RULE}/validationRules/Prefix_Needed.validationRule-meta.xml`;

const copy = usePackageCopy();
const { path, edit } = copy;

/** Findings as printed, without the count. */
function findings(): string[] {
    return checkMetadata(copy.dir).lines().slice(0, -1);
}

function expectOnly(file: string, what: string): void {
    expect(findings()).toEqual([expect.stringContaining(`${PACKAGE_FOLDER}/${file}: ${what}`)]);
}

describe('The metadata check', () => {
    it('finds nothing in the package as it is, and counts what it looked at', () => {
        const report = checkMetadata(PROJECT);
        expect(report.lines()).toEqual([`${report.passed} passed, 0 failed`]);
        expect(report.passed).toBeGreaterThan(1000);
    });

    it('says with every finding what to do', () => {
        edit(APP, '<uiType>Lightning', '<uiType>Thunder');
        expect(findings()[0]).toMatch(/is "Thunder" — write one of .*Lightning/);
    });
});

describe('Against the schema of the metadata API it finds', () => {
    it.each([
        ['broken XML', '</label>', '</lable>', 'broken XML'],
        ['an unknown element', '<label>', '<caption>x</caption><label>', 'unknown element'],
        [
            'a value that is none of the choices',
            'Text</type>',
            'Words</type>',
            'CustomField/type is'
        ],
        [
            'a word where a number belongs',
            '>16</length>',
            '>long</length>',
            'CustomField/length is'
        ],
        [
            'a word where true or false belongs',
            '>true</unique>',
            '>yes</unique>',
            'CustomField/unique'
        ],
        [
            'an element that is there twice',
            '<label>',
            '<label>A</label><label>',
            'CustomField/label is there 2'
        ],
        ['a wrong root', 'CustomField', 'Field', 'broken XML'],
        [
            'a missing namespace',
            ' xmlns="http://soap.sforce.com/2006/04/metadata"',
            '',
            'wrong namespace'
        ]
    ])('%s', (_, from, to, what) => {
        const file = `${NUMBER}/fields/Number__c.field-meta.xml`;
        edit(file, from, to);
        expect(findings()).toContainEqual(
            expect.stringContaining(`${PACKAGE_FOLDER}/${file}: ${what}`)
        );
    });

    it('a missing required element', () => {
        edit(AGENT_SET, '<label>Callback Agent</label>', '');
        expect(findings()).toContainEqual(
            expect.stringContaining('PermissionSet/label is missing')
        );
    });

    it('a list that other elements interrupt', () => {
        edit(APP, '<uiType>Lightning</uiType>', '');
        edit(APP, '<tabs>Connect_Lists', '<uiType>Lightning</uiType><tabs>Connect_Lists');
        expectOnly(APP, 'CustomApplication/tabs is scattered');
    });

    it('a file of an unknown kind', () => {
        const file = 'tabs/Dial_List__c.tabb-meta.xml';
        writeFileSync(path(file), '<CustomTab/>');
        expectOnly(file, 'unknown kind of metadata');
    });
});

describe('Among references it finds', () => {
    it('a field that is gone, everywhere it is named', () => {
        rmSync(path(`${RULE}/fields/Prefix__c.field-meta.xml`));
        const found = findings().join('\n');
        for (const file of ['Prefix_Needed', 'Callback_Rule Layout', 'Callback_Admin']) {
            expect(found).toContain(file.replace('Callback_Rule L', 'Callback Rule L'));
        }
        expect(found).toContain('grants field Callback_Rule__c.Prefix__c, which does not exist');
        expect(found).toContain('shows the field Prefix__c, which Callback_Rule__c does not have');
        expect(found).toContain('names the field Prefix__c, which Callback_Rule__c does not have');
    });

    it('a lookup to an object that does not exist', () => {
        const file = `${RULE}/fields/Dial_List__c.field-meta.xml`;
        edit(file, '<referenceTo>Dial_List__c', '<referenceTo>Call_List__c');
        expect(findings()).toContainEqual(
            expect.stringContaining(`${file}: refers to the object Call_List__c`)
        );
    });

    it.each([
        ['a field', 'ISBLANK(Prefix__c)', 'ISBLANK(Prefx__c)', 'names the field Prefx__c'],
        ['a function', 'ISBLANK(Prefix__c)', 'ISEMPTY(Prefix__c)', 'the formula calls ISEMPTY'],
        [
            'a picklist value',
            '"Number prefix"',
            '"Prefix"',
            'the formula compares Type__c with "Prefix"'
        ],
        [
            'a closing bracket',
            'ISBLANK(Prefix__c)',
            'ISBLANK(Prefix__c',
            'the formula leaves a bracket open'
        ],
        ['an error field', 'Field>Prefix__c', 'Field>Prefix', 'names the field Prefix,']
    ])('in a validation rule, %s that is wrong', (_, from, to, what) => {
        edit(PREFIX_NEEDED, from, to);
        expectOnly(PREFIX_NEEDED, what);
    });

    it('a custom permission that is gone', () => {
        rmSync(path('customPermissions/Manage_Callback_Preferences.customPermission-meta.xml'));
        const found = findings().join('\n');
        expect(found).toContain('the formula names $Permission.Manage_Callback_Preferences');
        expect(found).toContain('grants name Manage_Callback_Preferences, which does not exist');
    });

    it('a tab that is gone, in apps and permission sets', () => {
        rmSync(path('tabs/Connect_Worklist.tab-meta.xml'));
        const found = findings().join('\n');
        expect(found).toContain(`${APP}: has the tab Connect_Worklist, which does not exist`);
        expect(found).toContain(`${AGENT_SET}: grants tab Connect_Worklist, which does not exist`);
    });

    it('a tab that shows a component which is missing or not made for tabs', () => {
        const tab = (component: string) =>
            `<CustomTab xmlns="http://soap.sforce.com/2006/04/metadata"><description>Try a dial.</description><label>Rehearsal</label><lwcComponent>${component}</lwcComponent><motif>Custom22: Telephone</motif></CustomTab>`;
        const file = 'tabs/Rehearsal.tab-meta.xml';
        writeFileSync(path(file), tab('callbackRehearsal'));
        expectOnly(file, 'shows the component callbackRehearsal, which does not exist');
        writeFileSync(path(file), tab('callbackResolver'));
        expectOnly(file, 'shows the component callbackResolver, which is not made for tabs');
    });

    it('a tab named after no object, and the app and sets that lose it', () => {
        renameSync(path('tabs/Agent_Group__c.tab-meta.xml'), path('tabs/Team__c.tab-meta.xml'));
        expect(findings()).toContainEqual(expect.stringContaining('is the tab of Team__c'));
    });

    it('a standard field that no such object has', () => {
        const file = 'permissionsets/Callback_Integration.permissionset-meta.xml';
        edit(file, 'Account.Industry', 'Account.Trade');
        expectOnly(file, 'grants field Account.Trade, which does not exist');
    });

    it('a related list of a field that does not refer here', () => {
        const file = 'layouts/Dial_List__c-Dial List Layout.layout-meta.xml';
        edit(file, 'Callback_Rule__c.Dial_List__c', 'Callback_Rule__c.Agent_Group__c');
        expectOnly(file, 'has the related list Callback_Rule__c.Agent_Group__c');
    });

    it('a list view with a column or a filter value that does not exist', () => {
        const file = 'objects/Callback_Decision__c/listViews/Blocked.listView-meta.xml';
        edit(file, '<value>Blocked', '<value>Stopped');
        expectOnly(file, 'filters Outcome__c by "Stopped"');
        edit(file, '<columns>Channel__c', '<columns>Chanel__c');
        expect(findings()).toContainEqual(expect.stringContaining('names the field Chanel__c'));
    });

    it('labels that are missing and labels that nothing uses', () => {
        edit(LABELS, 'Callback_Rule_Used', 'Callback_Rule_Picked');
        const found = findings().join('\n');
        expect(found).toContain('needs the label Callback_Rule_Used, which does not exist');
        expect(found).toContain('nothing uses the label Callback_Rule_Picked');
    });
});

describe('Among sharing models it finds', () => {
    const file = `${PREFERENCE}/Callback_Preference__c.object-meta.xml`;

    it('one that is wider than was decided', () => {
        edit(file, '<sharingModel>Private', '<sharingModel>Read');
        expectOnly(file, 'the sharing model is Read');
    });

    it('an external one that is wider than the internal one', () => {
        edit(file, '<externalSharingModel>Private', '<externalSharingModel>Read');
        expectOnly(file, 'the external sharing model is Read');
    });
});

describe('Of the rules of a deploy it finds broken', () => {
    it.each([
        [
            'a required field in a permission set',
            AGENT_SET,
            'Callback_Rule__c.Prefix__c',
            'Callback_Rule__c.Type__c',
            'grants the required field Callback_Rule__c.Type__c'
        ],
        [
            'edit without read',
            AGENT_SET,
            EDIT_AND_READ,
            EDIT_AND_READ.replace('Read>true', 'Read>false'),
            'allowEdit on Callback_Preference__c without allowRead'
        ],
        [
            'a permission granted twice',
            AGENT_SET,
            '>Callback_Rule__c.Prefix__c<',
            '>Callback_Rule__c.Value__c<',
            'fieldPermissions has Callback_Rule__c.Value__c twice'
        ],
        [
            'a text that is too long',
            `${NUMBER}/fields/Country__c.field-meta.xml`,
            '>2</length>',
            '>300</length>',
            'length of a Text field'
        ],
        [
            'a file that is not named after its field',
            `${NUMBER}/fields/Country__c.field-meta.xml`,
            '<fullName>Country__c',
            '<fullName>Land__c',
            'fullName is not Country__c'
        ],
        [
            'a missing label',
            `${NUMBER}/fields/Active__c.field-meta.xml`,
            '<label>Active</label>',
            '',
            'has no label'
        ],
        [
            'a required lookup that would be cleared',
            `${MEMBER}/fields/Agent__c.field-meta.xml`,
            'Restrict<',
            'SetNull<',
            'a required lookup cannot be cleared'
        ],
        [
            'a relationship name that is taken',
            `${RULE}/fields/Agent_Group__c.field-meta.xml`,
            'Name>Rules<',
            'Name>Members<',
            'the relationship Agent_Group__c.Members'
        ],
        [
            'a picklist value that is there twice',
            `${RULE}/fields/Channel__c.field-meta.xml`,
            '<fullName>Connect',
            '<fullName>Any',
            'has a value twice'
        ],
        [
            'a required field left off its layout',
            RULE_LAYOUT,
            '<field>Priority__c</field>',
            '<field>LastModifiedDate</field>',
            'does not show Priority__c as required'
        ],
        [
            'a layout with too few columns',
            RULE_LAYOUT,
            '<style>TwoColumnsTopToBottom',
            '<style>OneColumn',
            'section Rule has 2 columns'
        ],
        [
            'a tab without its words in a language',
            'translations/de.translation-meta.xml',
            '<name>Callback_Log</name>',
            '<name>Callback_Diary</name>',
            'has no words for the tab Callback_Log'
        ],
        [
            'words for a tab that does not exist',
            'translations/fr.translation-meta.xml',
            '<name>Callback_Log</name>',
            '<name>Callback_Diary</name>',
            'translates the tab Callback_Diary'
        ],
        [
            'a tab without an icon',
            'tabs/Dial_List__c.tab-meta.xml',
            'Custom71: Headset',
            'Headset',
            'has no motif'
        ],
        [
            'a placeholder that is not explained',
            LABELS,
            'Step: rule decides; {0}: rule, {1}: number',
            'Step: rule decides; {0}: rule',
            'Callback_Rule_Used uses {0} {1} and explains {0}'
        ]
    ])('%s', (_, file, from, to, what) => {
        edit(file, from, to);
        expect(findings()).toContainEqual(
            expect.stringContaining(`${PACKAGE_FOLDER}/${file}: ${what}`)
        );
    });

    it('a right that grants nothing, and the fields it leaves without their object', () => {
        edit(AGENT_SET, '<allowRead>true', '<allowRead>false');
        const found = findings().join('\n');
        expect(found).toContain('the right on Agent_Group_Member__c grants nothing');
    });

    it('a detail that is readable without its master', () => {
        edit(AGENT_SET, '<object>Dial_List__c</object>', '<object>Account</object>');
        expect(findings()).toContainEqual(
            expect.stringContaining('allowRead on Dial_Entry__c without allowRead on its master')
        );
    });

    it('more than 25 external ids on one object', () => {
        const field = readFileSync(path(`${NUMBER}/fields/Number__c.field-meta.xml`), 'utf8');
        for (let i = 0; i < 25; i += 1) {
            const name = `Extra_${i}__c`;
            writeFileSync(
                path(`${NUMBER}/fields/${name}.field-meta.xml`),
                field.replace('Number__c', name)
            );
        }
        expect(findings()).toContainEqual(
            expect.stringContaining(
                'Callback_Number__c.object-meta.xml: has more than 25 external ids'
            )
        );
    });
});
