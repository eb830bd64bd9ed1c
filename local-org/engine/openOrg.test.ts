import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOrg } from './openOrg.ts';
import { ruleFile, type MetadataFiles } from './testing/metadataFiles.ts';
import {
    create,
    createUser,
    openTestOrg,
    TEST_PACKAGE,
    tryCreate,
    tryUpdate
} from './testing/testOrg.ts';
import type { OrgEngine, OrgSession } from './types.ts';

/** The product's own package, as it is deployed. */
const metadataDir = join(import.meta.dirname, '../../force-app/main/default');

let org: OrgEngine;
let system: OrgSession;
beforeAll(() => {
    org = openOrg({ file: ':memory:', metadataDir });
    system = org.systemSession();
});
afterAll(() => org.close());

const number = (digits: string) =>
    create(system, 'Callback_Number__c', { Name: digits, Number__c: digits, Active__c: true });
const agent = () => org.session(createUser(system, 'Standard User', ['Callback_Agent']));
const preference = (who: string, number: string) => ({
    Agent__c: who,
    Agent_Key__c: who,
    Default_Number__c: number
});

describe('the org opened with the product’s package', () => {
    it('has every object of the data model, ready to be described', () => {
        const names = [...org.schema.objects.values()].map(({ apiName }) => apiName);
        expect(names).toEqual(
            expect.arrayContaining([
                'Callback_Number__c',
                'Callback_Number_Assignment__c',
                'Callback_Preference__c',
                'Callback_Policy__c',
                'Callback_Rule__c',
                'Callback_Decision__c',
                'Agent_Group__c',
                'Agent_Group_Member__c',
                'Dial_List__c',
                'Dial_Entry__c'
            ])
        );
        for (const name of names) expect(system.describe(name).name).toBe(name);
    });

    it('shows the phone of its contact on a case, whatever becomes of either', () => {
        const contact = (Phone: string) =>
            create(system, 'Contact', { LastName: 'Geddes', Phone, MobilePhone: '07700 900412' });
        const [fiona, other] = [contact('0131 496 0412'), contact('0131 496 0433')];
        const id = create(system, 'Case', { Subject: 'Ferry', ContactId: fiona });
        const phones = () => {
            const soql = `SELECT ContactPhone, ContactMobile FROM Case WHERE Id = '${id}'`;
            const { ContactPhone, ContactMobile } = system.query(soql).records[0]!;
            return [ContactPhone, ContactMobile];
        };
        expect(phones()).toEqual(['0131 496 0412', '07700 900412']);
        expect(tryUpdate(system, 'Contact', fiona, { Phone: '0131 496 0400' }).success).toBe(true);
        expect(phones()).toEqual(['0131 496 0400', '07700 900412']);
        expect(tryUpdate(system, 'Case', id, { ContactId: other }).success).toBe(true);
        expect(phones()).toEqual(['0131 496 0433', '07700 900412']);
        expect(tryUpdate(system, 'Case', id, { ContactId: null }).success).toBe(true);
        expect(phones()).toEqual([null, null]);
        expect(tryUpdate(system, 'Case', id, { ContactPhone: '1' }).success).toBe(false);
    });

    it('refuses a callback number that is not in international form', () => {
        const refused = tryCreate(system, 'Callback_Number__c', {
            Name: 'x',
            Number__c: '020 7946'
        });
        expect(refused.errors[0]).toMatchObject({
            statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
            fields: ['Number__c']
        });
    });

    it('lets an agent keep their own preference, and nobody else’s', () => {
        const [ann, bob] = [agent(), agent()];
        const default1 = number('+442079460001');
        const id = create(ann, 'Callback_Preference__c', preference(ann.userId, default1));
        expect(ann.retrieve('Callback_Preference__c', id).Default_Number__c).toBe(default1);
        expect(() => bob.retrieve('Callback_Preference__c', id)).toThrow('does not exist');
        expect(
            tryUpdate(bob, 'Callback_Preference__c', id, { Default_Number__c: null }).success
        ).toBe(false);
        expect(
            tryCreate(ann, 'Callback_Preference__c', preference(bob.userId, default1)).errors[0]
                .statusCode
        ).toBe('FIELD_CUSTOM_VALIDATION_EXCEPTION');
    });

    it('lets the integration user log decisions, and keep them from being logged twice', () => {
        const { records } = system.query('SELECT Id, Username FROM User');
        const { Id } = records.find(({ Username }) => String(Username).startsWith('integration'))!;
        const service = org.session(String(Id));
        const logged = () =>
            service.save(
                [
                    {
                        kind: 'upsert',
                        object: 'Callback_Decision__c',
                        externalIdField: 'Dial_Key__c',
                        externalId: 'dial-1',
                        values: {
                            Agent__c: system.userId,
                            Outcome__c: 'Blocked',
                            Decided_At__c: '2026-03-04T05:06:07Z'
                        }
                    }
                ],
                { allOrNone: false }
            )[0];
        expect(logged()).toMatchObject({ success: true, created: true });
        expect(logged()).toMatchObject({ success: true, created: false });
        expect(tryCreate(service, 'Callback_Rule__c', {}).success).toBe(false);
    });

    it('clears an agent’s default when the number goes', () => {
        const ann = agent();
        const going = number('+442079460002');
        const id = create(ann, 'Callback_Preference__c', preference(ann.userId, going));
        system.save([{ kind: 'delete', id: going }], { allOrNone: true });
        expect(ann.retrieve('Callback_Preference__c', id).Default_Number__c).toBeNull();
    });
});

describe('opening an org', () => {
    const open = (files: MetadataFiles) => () => openTestOrg(files).close();

    it('names the validation rule that cannot be worked out', () => {
        const rule = (errorConditionFormula: string) =>
            ruleFile('Brand__c', 'Odd', { errorConditionFormula, errorMessage: 'Odd.' });
        expect(open({ ...TEST_PACKAGE, ...rule('Missing__c = 1') })).toThrow(
            'Validation rule Brand__c.Odd names Missing__c, which this org does not have.'
        );
        expect(open({ ...TEST_PACKAGE, ...rule('Owner.Missing = 1') })).toThrow('Owner.Missing');
        expect(open({ ...TEST_PACKAGE, ...rule('AND(') })).toThrow(
            /Validation rule Brand__c.Odd cannot be read/
        );
        expect(open({ ...TEST_PACKAGE, ...rule('$Profile.Name = Owner.Username') })).not.toThrow();
    });

    it('works without any package: standard objects, and somebody to sign in as', () => {
        const { system: session, close } = openTestOrg({});
        expect(session.query('SELECT Id FROM User').totalSize).toBe(2);
        close();
    });
});
