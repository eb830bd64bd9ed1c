import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as libphonenumber from 'libphonenumber-js/max';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import {
    agentViewOf,
    ChangeWatch,
    previewOf,
    readAgent,
    setDefaultNumber,
    setFavorites,
    stateOfAgent,
    stateOfErrors,
    type AgentView
} from 'c/callbackData';
import type { PhoneLibrary } from '#phone';
import type { AgentId, NumberId } from '#resolver';
import { startLocalOrg, type LocalOrg, type OrgSession } from '../../local-org/index.ts';
import { loadAgent, preview } from './testing/browserSide.ts';
import { actAs, UiApi } from './testing/uiApi.ts';

/** The browser's data module against the embedded org, in sessions of users with their own rights. */
let org: LocalOrg;
let system: OrgSession;
let numbers: NumberId[];
let metadataDir: string;

const PACKAGE = fileURLToPath(new URL('../../force-app/main/default', import.meta.url));

beforeAll(async () => {
    metadataDir = packageThatHides('Callback_Number__c.Description__c');
    org = await startLocalOrg({ file: ':memory:', metadataDir });
    system = org.engine.systemSession();
    numbers = create('Callback_Number__c', [
        { Name: 'Head office', Number__c: '+442079460000', Active__c: true },
        { Name: 'Berlin', Number__c: '+4930901820', Active__c: true, Country__c: 'DE' }
    ]) as NumberId[];
    create('Callback_Decision__c', [
        {
            Dial_Key__c: 'some call',
            Channel__c: 'Manual',
            Outcome__c: 'Presented',
            Decided_At__c: '2026-01-31T10:00:00.000+0000'
        }
    ]);
});
afterAll(async () => {
    await org.close();
    rmSync(metadataDir, { recursive: true });
});

/** A copy of the package whose permission set for agents lacks a field. */
function packageThatHides(field: string): string {
    const copy = mkdtempSync(join(tmpdir(), 'package-'));
    cpSync(PACKAGE, copy, { recursive: true });
    const agentSet = join(copy, 'permissionsets/Callback_Agent.permissionset-meta.xml');
    const all = readFileSync(agentSet, 'utf8');
    const less = all.replace(
        /<fieldPermissions>(?:(?!<\/fieldPermissions>)[^])*<\/fieldPermissions>/g,
        (one) => (one.includes(`<field>${field}</field>`) ? '' : one)
    );
    expect(less).not.toBe(all);
    writeFileSync(agentSet, less);
    return copy;
}

function create(object: string, rows: readonly Record<string, unknown>[]): string[] {
    const operations = rows.map((values) => ({ kind: 'create', object, values }) as const);
    return system.save(operations, { allOrNone: true }).map(({ id, errors }) => {
        if (id === undefined || id === null) {
            throw new Error(JSON.stringify(errors));
        }
        return id;
    });
}

/** Signs in a new user with these permission sets. */
function user(name: string, ...permissionSets: readonly string[]): UiApi {
    const profile = first("SELECT Id FROM Profile WHERE Name = 'Standard User'");
    const username = `${name.toLowerCase()}@data.example`;
    const [id] = create('User', [
        {
            LastName: name,
            Username: username,
            Email: username,
            Alias: name.toLowerCase().slice(0, 8),
            ProfileId: profile['Id'],
            IsActive: true,
            TimeZoneSidKey: 'Europe/London',
            LocaleSidKey: 'en_GB',
            EmailEncodingKey: 'UTF-8',
            LanguageLocaleKey: 'en_US'
        }
    ]);
    for (const set of permissionSets) {
        const { Id } = first(`SELECT Id FROM PermissionSet WHERE Name = '${set}'`);
        create('PermissionSetAssignment', [{ AssigneeId: id, PermissionSetId: Id }]);
    }
    return new UiApi(org.signIn(username));
}

function first(soql: string): Record<string, unknown> {
    return system.query(soql).records[0];
}

function organizationPolicy(values: Record<string, unknown>): void {
    system.save(
        system
            .query('SELECT Id FROM Callback_Policy__c')
            .records.map(({ Id }) => ({ kind: 'delete', id: String(Id) })),
        { allOrNone: true }
    );
    create('Callback_Policy__c', [
        {
            Name: 'Organization',
            Scope__c: 'Organization',
            Scope_Key__c: 'org',
            Restrict_Numbers__c: 'Inherit',
            Automate_Click_To_Dial__c: 'Inherit',
            Automate_Connect__c: 'Inherit',
            Agent_May_Override__c: 'Inherit',
            When_Unavailable__c: 'Inherit',
            ...values
        }
    ]);
}

function blankFieldRule(object: string, field: string): string {
    organizationPolicy({ Principal_Number__c: numbers[0], Automate_Click_To_Dial__c: 'Yes' });
    const [rule] = create('Callback_Rule__c', [
        {
            Name: `${field} is blank`,
            Priority__c: 10,
            Active__c: true,
            Channel__c: 'Any',
            Type__c: 'Record field',
            Object__c: object,
            Field__c: field,
            Operator__c: 'is blank',
            Callback_Number__c: numbers[1]
        }
    ]);
    return rule;
}

function preferenceOf(agentId: string): Record<string, unknown> {
    const { records } = system.query(
        `SELECT OwnerId, Default_Number__c, Favorites__c FROM Callback_Preference__c WHERE Agent_Key__c = '${agentId}'`
    );
    expect(records).toHaveLength(1);
    return records[0];
}

describe('An agent', () => {
    it('without any configuration sees that nothing is configured', async () => {
        const agent = await loadAgent(user('New', 'Callback_Agent'));
        expect(stateOfAgent(agent).kind).toBe('notConfigured');
    });

    it('is ready with an active number and a principal number, and reads national numbers', async () => {
        organizationPolicy({ Principal_Number__c: numbers[0], Default_Country__c: 'GB' });
        const agent = await loadAgent(user('Ready', 'Callback_Agent'));
        expect(stateOfAgent(agent).kind).toBe('ready');
        expect(agent).toMatchObject({ principalNumberId: numbers[0], defaultNumberId: null });
        expect(agent.numbers.map(({ label }) => label)).toEqual(['Berlin', 'Head office']);
        expect(agent.readNumber('020 7946 0018')).toBe('+442079460018');
    });

    it('without the permission set is told every object that is hidden', async () => {
        const uiApi = user('Stranger');
        const errors = await loadAgent(uiApi).then(
            () => undefined,
            (thrown: unknown) => thrown
        );
        expect(stateOfErrors(errors)).toEqual({
            kind: 'noPermission',
            missing: [
                'Agent_Group_Member__c',
                'Callback_Number__c',
                'Callback_Preference__c',
                'Callback_Rule__c',
                'Dial_List__c'
            ]
        });
    });

    it.each([
        ['field', 'Callback_Number__c', 'Description__c'],
        ['record', 'Callback_Decision__c', 'Source__c']
    ])(
        'from whom a %s is hidden leaves the decision to those who can read it',
        async (_, object, field) => {
            const record = {
                Callback_Number__c: numbers[1],
                Callback_Decision__c: first('SELECT Id FROM Callback_Decision__c')['Id'] as string
            }[object];
            const rule = blankFieldRule(object, field);
            const uiApi = user(`Blind${field.slice(0, 3)}`, 'Callback_Agent');
            const call = {
                channel: 'clickToDial',
                number: '+442079460018',
                recordId: record,
                objectApiName: object
            } as const;

            const agent = await loadAgent(uiApi);
            const inPage = await preview(uiApi, agent, call);
            expect(inPage.seen).toEqual({ kind: 'open', reason: 'hiddenField', ruleId: rule });

            const withMoreRights = user(`Sees${field.slice(0, 3)}`, 'Callback_Admin');
            const read = await preview(withMoreRights, agent, call);
            expect(read.seen).toMatchObject({ decision: { number: '+4930901820' } });
            system.save([{ kind: 'delete', id: rule }], { allOrNone: true });
        }
    );
});

describe('What an agent keeps', () => {
    it('is one record of their own: made by the first choice, changed by the next', async () => {
        const uiApi = user('Keeper', 'Callback_Agent');
        actAs(uiApi);
        await setDefaultNumber(await loadAgent(uiApi), numbers[1]);
        const agent = await loadAgent(uiApi);
        expect(agent.defaultNumberId).toBe(numbers[1]);
        await setFavorites(agent, [numbers[1], numbers[0]]);
        expect((await loadAgent(uiApi)).favoriteIds).toEqual([numbers[1], numbers[0]]);
        await setDefaultNumber(agent, null);
        expect(preferenceOf(uiApi.userId)).toMatchObject({
            OwnerId: uiApi.userId,
            Default_Number__c: null,
            Favorites__c: `${numbers[1]};${numbers[0]}`
        });
    });

    it('is kept also when another page was first', async () => {
        const uiApi = user('Racer', 'Callback_Agent');
        actAs(uiApi);
        const before = await loadAgent(uiApi);
        await setFavorites(before, [numbers[0]]);
        await setDefaultNumber(before, numbers[1]);
        const agent = await loadAgent(uiApi);
        expect(agent).toMatchObject({
            defaultNumberId: numbers[1],
            favoriteIds: [numbers[0]]
        });
    });

    it('cannot be written in the name of another', async () => {
        const [one, other] = [user('One', 'Callback_Agent'), user('Other', 'Callback_Agent')];
        actAs(other);
        await setDefaultNumber(await loadAgent(other), numbers[0]);
        actAs(one);
        const foreign: AgentView = { ...(await loadAgent(one)), agentId: other.userId as AgentId };
        await expect(setDefaultNumber(foreign, numbers[1])).rejects.toBeDefined();
        expect(preferenceOf(other.userId)).toMatchObject({ Default_Number__c: numbers[0] });
    });
});

describe('A look for changes', () => {
    it('sees every kind of record an agent depends on: new, changed and gone', async () => {
        const uiApi = user('Watcher', 'Callback_Agent');
        const watch = new ChangeWatch(uiApi.userId);
        // A minute lies between two looks: moments in an org count seconds.
        vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
        onTestFinished(() => void vi.useRealTimers());
        const mayHaveChanged = () => {
            vi.setSystemTime(Date.now() + 60_000);
            return watch.mayHaveChanged(({ query, variables }) => uiApi.graphql(query, variables));
        };
        const settle = async () => {
            while (await mayHaveChanged());
        };
        const group = create('Agent_Group__c', [{ Name: 'Watchers' }])[0];
        const number = create('Callback_Number__c', [
            { Name: 'Watched', Number__c: '+4930901899', Active__c: true }
        ])[0];
        const made: [string, Record<string, unknown>][] = [
            [
                'Agent_Group_Member__c',
                {
                    Agent__c: uiApi.userId,
                    Agent_Group__c: group,
                    Key__c: `${group}:${uiApi.userId}`
                }
            ],
            [
                'Callback_Number_Assignment__c',
                { Callback_Number__c: number, Agent_Group__c: group, Key__c: `${number}:${group}` }
            ],
            ['Dial_List__c', { Name: 'Watched list' }]
        ];
        for (const [object, values] of made) {
            await settle();
            const [id] = create(object, [values]);
            expect(await mayHaveChanged()).toBe(true);
            await settle();
            system.save([{ kind: 'delete', id }], { allOrNone: true });
            expect(await mayHaveChanged()).toBe(true);
        }
        await settle();
        system.save(
            [
                {
                    kind: 'update',
                    object: 'Callback_Number__c',
                    id: number,
                    values: { Active__c: false }
                }
            ],
            { allOrNone: true }
        );
        expect(await mayHaveChanged()).toBe(true);
        await settle();
        organizationPolicy({ Principal_Number__c: numbers[1] });
        expect(await mayHaveChanged()).toBe(true);
        await settle();
        actAs(uiApi);
        await setDefaultNumber(await loadAgent(uiApi), numbers[0]);
        expect(await mayHaveChanged()).toBe(true);
        await settle();
        expect(await mayHaveChanged()).toBe(false);
    });
});

describe('A large account', () => {
    it('is read to the end, beyond the 4,000 records of plain paging', async () => {
        for (let from = 0; from < 4_400; from += 200) {
            create(
                'Callback_Number__c',
                Array.from({ length: 200 }, (_, i) => ({
                    Name: `Branch ${from + i}`,
                    Number__c: `+4989${String(1_000_000 + from + i)}`,
                    Active__c: true
                }))
            );
        }
        const uiApi = user('Many', 'Callback_Agent');
        const steps: string[] = [];
        const rows = await readAgent(uiApi.userId, ({ step, query, variables }) => {
            steps.push(step);
            return uiApi.graphql(query, variables);
        });
        const agent = agentViewOf(uiApi.userId as AgentId, rows, libphonenumber as PhoneLibrary);
        expect(agent.directory.numbers.size).toBeGreaterThan(4_400);
        expect(agent.directory.numbers.size).toBe(
            system.query('SELECT COUNT() FROM Callback_Number__c').totalSize
        );
        expect(steps).toEqual(['lists', 'lists', 'lists', 'assignments']);
        const chosen = agent.numbers.at(-1)!;
        const call = {
            channel: 'manual',
            number: '999',
            thisCallNumberId: chosen.id
        } as const;
        expect(previewOf(agent, call)).toMatchObject({
            kind: 'decided',
            decision: { number: chosen.number, source: 'thisCall' }
        });
    });
});
