import { mkdtempSync, readFileSync, rmSync, cpSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from 'jsforce';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADMIN_USERNAME, startLocalOrg, type LocalOrg } from '../../local-org/index.ts';
import { ImportError } from './importError.ts';
import { importPlan } from './importPlan.ts';
import { ensureAssigned, ensureProfiles } from './localOrgSetup.ts';
import { readPlan } from './plan.ts';
import { SAMPLE_PLAN, seedLocalOrg } from './seedLocalOrg.ts';

let org: LocalOrg;
let folder: string;

beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'data-'));
    cpSync('data', folder, { recursive: true });
    org = await startLocalOrg({ file: ':memory:' });
});

afterEach(async () => {
    await org.close();
    rmSync(folder, { recursive: true });
});

const planFile = () => join(folder, 'sample-plan.json');
const plan = readPlan(SAMPLE_PLAN);
const total = plan.steps.reduce((sum, { records }) => sum + records.length, 0);

/** The profiles are there, the data is not. */
function emptyOrg(): Connection {
    const session = org.engine.systemSession();
    ensureProfiles(session, ['Call Centre Agent', 'Call Centre Supervisor']);
    ensureAssigned(session, ADMIN_USERNAME, 'Callback_Admin');
    return connect();
}

function connect(username = ADMIN_USERNAME): Connection {
    const { accessToken, instanceUrl } = org.signIn(username);
    return new Connection({ instanceUrl, accessToken, version: '66.0' });
}

/** Changes a file of the copied plan as if somebody had made a mistake in it. */
function change(file: string, from: string, to: string): void {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
}

async function count(connection: Connection, object: string): Promise<number> {
    return (await connection.query(`SELECT COUNT() FROM ${object}`)).totalSize;
}

describe('importing the sample plan into the embedded org', () => {
    it('creates every record once, and says how far it is', async () => {
        const connection = emptyOrg();
        const seen: [number, number, string][] = [];
        const report = await importPlan(connection, planFile(), (...progress) =>
            seen.push(progress)
        );

        expect(report).toMatchObject({ created: total, kept: 0 });
        for (const { object, records } of plan.steps) {
            const firstUsers = ['User', 'PermissionSetAssignment'].includes(object) ? 2 : 0;
            expect(await count(connection, object), object).toBe(records.length + firstUsers);
        }
        expect(seen.at(-1)).toEqual([total, total, 'Callback_Rule__c']);
        expect(seen.map(([done]) => done)).toEqual(
            seen.map(([done]) => done).sort((a, b) => a - b)
        );
    });

    it('puts ids in the place of every reference', async () => {
        const connection = emptyOrg();
        const { ids } = await importPlan(connection, planFile());
        const one = async (soql: string) =>
            (await connection.query<Record<string, unknown>>(soql)).records[0];

        const user = await one(
            `SELECT Profile.Name FROM User WHERE Id = '${ids.get('AnnaBerger')}'`
        );
        expect(user).toMatchObject({ Profile: { Name: 'Call Centre Agent' } });
        const assignment = await one(
            `SELECT Key__c FROM Callback_Number_Assignment__c WHERE Id = '${ids.get('LarkfieldBerlinForGermanyService')}'`
        );
        expect(assignment.Key__c).toBe(
            `${ids.get('LarkfieldBerlin')}:${ids.get('GermanyService')}`
        );
        const entry = await one(
            `SELECT Record_Id__c, Dial_List__r.Name FROM Dial_Entry__c WHERE Id = '${ids.get('Storm01')}'`
        );
        expect(entry).toMatchObject({
            Record_Id__c: ids.get('FionaGeddes'),
            Dial_List__r: { Name: 'Storm Elin call-backs' }
        });
    });

    it('changes nothing when it is repeated, and leaves alone what people changed', async () => {
        const connection = emptyOrg();
        const { ids } = await importPlan(connection, planFile());
        await connection.update('Callback_Number__c', {
            Id: ids.get('LarkfieldParis')!,
            Name: 'Paris, renamed by an admin'
        });

        const again = await importPlan(connection, planFile());

        expect(again).toMatchObject({ created: 0, kept: total });
        expect(again.ids).toEqual(ids);
        const renamed = await connection.retrieve('Callback_Number__c', ids.get('LarkfieldParis')!);
        expect(renamed.Name).toBe('Paris, renamed by an admin');
    });

    it('goes on where it broke off', async () => {
        const connection = emptyOrg();
        change('contacts.json', '"LastName": "Ström"', '"LastName": null');
        await expect(importPlan(connection, planFile())).rejects.toThrow(ImportError);
        expect(await count(connection, 'Account')).toBe(10);
        expect(await count(connection, 'Contact')).toBe(0);

        const report = await importPlan(connection, SAMPLE_PLAN);

        expect(report.created + report.kept).toBe(total);
        expect(await count(connection, 'Account')).toBe(10);
        expect(await count(connection, 'Contact')).toBe(40);
        expect(await count(connection, 'Callback_Rule__c')).toBe(27);
    });

    it('makes no doubles when a request was carried out and its answer never came', async () => {
        const connection = emptyOrg();
        org.faults.set({ dropAnswerNext: 1, match: { kind: 'collection:create' } });
        await expect(importPlan(connection, planFile())).rejects.toThrow(
            /users\.json, GraceWhitfield: .*Then start the import again/s
        );

        const report = await importPlan(connection, planFile());

        expect(report).toMatchObject({ kept: 40, created: total - 40 });
        expect(await count(connection, 'User')).toBe(42);
    });

    it('goes on after the org was out of reach in the middle', async () => {
        const connection = emptyOrg();
        let progress = 0;
        const breakOff = (done: number) => {
            progress = done;
            if (done > 100) throw new Error('The cable was pulled');
        };
        await expect(importPlan(connection, planFile(), breakOff)).rejects.toThrow('cable');

        const report = await importPlan(connection, planFile());

        expect(report).toMatchObject({ kept: progress, created: total - progress });
    });
});

describe('what the org refuses', () => {
    it.each([
        [
            'a required field without a value',
            () => change('contacts.json', '"LastName": "Ström"', '"LastName": null'),
            [
                /contacts\.json, BirgittaStrom, LastName: .*REQUIRED_FIELD_MISSING/,
                /Give the field a value/
            ]
        ],
        [
            'a value that is not in the picklist',
            () =>
                change('callback-rules.json', '"Operator__c": "contains"', '"Operator__c": "has"'),
            [
                /callback-rules\.json, RuleVillaEnquiries, Operator__c: .*INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST/,
                /picklist/
            ]
        ],
        [
            'what a validation rule forbids',
            () => change('callback-numbers.json', '"+493023125110"', '"030 23125110"'),
            [
                /callback-numbers\.json, LarkfieldBerlin, Number__c: .*FIELD_CUSTOM_VALIDATION_EXCEPTION/,
                /validation rule/
            ]
        ],
        [
            'a field there is none of',
            () => change('leads.json', '"Company": "Frost household"', '"Firm": "Frost household"'),
            [/leads\.json, AbigailFrost/, /Deploy the package|Correct the cause/]
        ]
    ])('is named by file, record and field, with what to do: %s', async (_, spoil, messages) => {
        const connection = emptyOrg();
        spoil();
        const error = await importPlan(connection, planFile()).catch((error: Error) => error);
        expect(error).toBeInstanceOf(ImportError);
        for (const message of messages) expect((error as Error).message).toMatch(message);
    });

    it('does not blame the records that were undone with the bad one', async () => {
        const connection = emptyOrg();
        change('callback-numbers.json', '"+493023125110"', '"030 23125110"');
        const error = await importPlan(connection, planFile()).catch((error: Error) => error);
        expect((error as ImportError).faults.map(({ ref }) => ref)).toEqual(['LarkfieldBerlin']);
        expect(await count(connection, 'Callback_Number__c')).toBe(0);
    });
});

describe('an org that lacks a profile', () => {
    it('is told how to make it, before anything is sent', async () => {
        const connection = emptyOrg();
        change('users.json', '@Profile:Call Centre Agent', '@Profile:Night Shift');
        await expect(importPlan(connection, planFile())).rejects.toThrow(
            /Profile "Night Shift".*In Setup open Profiles, clone "Standard User"/s
        );
        expect(await count(connection, 'Callback_Number__c')).toBe(0);
    });

    it('can name another one to stand in', async () => {
        const connection = emptyOrg();
        change('users.json', '@Profile:Call Centre Agent', '@Profile:Night Shift');
        const { ids } = await importPlan(connection, planFile(), undefined, {
            profiles: { 'Night Shift': 'Standard User' }
        });
        const { records } = await connection.query<Record<string, unknown>>(
            `SELECT Profile.Name FROM User WHERE Id = '${ids.get('OliverPemberton')}'`
        );
        expect(records[0]).toMatchObject({ Profile: { Name: 'Standard User' } });
    });
});

describe('seeding the embedded org', () => {
    it('leaves users who can sign in: the admin, the service and the agents', async () => {
        await seedLocalOrg(org);
        for (const name of ['admin', 'integration', 'anna.berger', 'katrin.vogel']) {
            const { userId } = org.signIn(`${name}@callback-numbers.example`);
            expect(userId, name).toMatch(/^005/);
        }
    });

    it('is not repeated once it is done: what somebody deletes stays deleted', async () => {
        await seedLocalOrg(org);
        const connection = connect();
        const { records } = await connection.query<{ Id: string }>(
            'SELECT Id FROM Callback_Rule__c LIMIT 1'
        );
        await connection.destroy('Callback_Rule__c', records[0]!.Id);

        await seedLocalOrg(org);

        expect(await count(connection, 'Callback_Rule__c')).toBe(26);
    });

    it('is made good by the next start when it broke off', async () => {
        change('contacts.json', '"LastName": "Ström"', '"LastName": null');
        await expect(seedLocalOrg(org, undefined, planFile())).rejects.toThrow(ImportError);
        await seedLocalOrg(org);
        expect(await count(connect(), 'Contact')).toBe(40);
    });

    it('lets an agent see their own default and nobody else’s', async () => {
        await seedLocalOrg(org);
        const { records } = await connect('anna.berger@callback-numbers.example').query<
            Record<string, unknown>
        >('SELECT Agent__r.Username FROM Callback_Preference__c');
        expect(records).toHaveLength(1);
        expect(records[0]).toMatchObject({
            Agent__r: { Username: 'anna.berger@callback-numbers.example' }
        });
    });
});
