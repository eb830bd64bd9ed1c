import * as libphonenumber from 'libphonenumber-js/max';
import papa from 'papaparse';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
    numberChange,
    numberView,
    readNumberReferences,
    readNumbers,
    saveRows,
    type Ask,
    type NumberFields,
    type NumberView
} from 'c/callbackSetupData';
import { readCsv } from '#csv';
import {
    numberImport,
    type NumberLibrary
} from '../../force-app/main/default/lwc/callbackNumberCsv/csv.ts';
import { startLocalOrg, type LocalOrg, type OrgSession } from '../../local-org/index.ts';
import { as, UiApi } from './testing/uiApi.ts';

/** The data code of the page "Numbers" against the embedded org, each admin in a session of their own. */
let org: LocalOrg;
let system: OrgSession;
let people = 0;
/** In E.164 up to the last five digits: every test has numbers of its own. */
let range: string;

beforeAll(async () => {
    org = await startLocalOrg({ file: ':memory:' });
    system = org.engine.systemSession();
});
afterAll(async () => {
    vi.useRealTimers();
    await org.close();
});
beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
    people += 1;
    range = `+4930${100 + people}`;
});

/** The org writes down whole seconds: what is changed twice within one looks unchanged. */
const aSecondLater = () => vi.setSystemTime(Date.now() + 1000);
const rows = (soql: string) => system.query(soql).records;

function create(object: string, all: readonly Record<string, unknown>[]): string[] {
    const operations = all.map((values) => ({ kind: 'create', object, values }) as const);
    return system.save(operations, { allOrNone: true }).map(({ id, errors }) => {
        if (!id) {
            throw new Error(JSON.stringify(errors));
        }
        return id;
    });
}

const createNumber = (label: string, last: number) =>
    create('Callback_Number__c', [
        { Name: label, Number__c: `${range}${10_000 + last}`, Active__c: true }
    ])[0];
const numberRow = (id: string) =>
    rows(
        `SELECT Name, Active__c, Language__c, Description__c FROM Callback_Number__c WHERE Id = '${id}'`
    )[0];
/** Every number of this test. */
const numbersOfRange = () =>
    rows(
        `SELECT Name, Number__c FROM Callback_Number__c WHERE Number__c LIKE '${range}%' ORDER BY Number__c`
    ).map((row) => `${String(row['Name'])} ${String(row['Number__c']).slice(range.length)}`);

/** Somebody with a browser: what they do, they do under their own rights. */
function signIn(permissionSet = 'Callback_Admin') {
    people += 1;
    const username = `numbers${people}@numbers.example`;
    const [id] = create('User', [
        {
            LastName: `Person ${people}`,
            Username: username,
            Email: username,
            Alias: `num${people}`,
            ProfileId: rows("SELECT Id FROM Profile WHERE Name = 'Standard User'")[0]['Id'],
            IsActive: true,
            TimeZoneSidKey: 'Europe/London',
            LocaleSidKey: 'en_GB',
            EmailEncodingKey: 'UTF-8',
            LanguageLocaleKey: 'en_US'
        }
    ]);
    const [set] = rows(`SELECT Id FROM PermissionSet WHERE Name = '${permissionSet}'`);
    create('PermissionSetAssignment', [{ AssigneeId: id, PermissionSetId: set['Id'] }]);
    const uiApi = new UiApi(org.signIn(username));
    const ask: Ask = async ({ query, variables }) => {
        const { data, errors } = await uiApi.graphql(query, variables);
        if (!data || errors?.length) {
            throw errors;
        }
        return data;
    };
    return {
        id,
        ask,
        uiApi,
        /** The number as this person's page shows it. */
        see: async (numberId: string): Promise<NumberView> =>
            (await readNumbers(ask)).map(numberView).find((one) => one.id === numberId)!,
        /** What became of a change of a number as it was seen. */
        change: async ({ record }: NumberView, fields: NumberFields): Promise<string> => {
            const [result] = await as(uiApi, () =>
                saveRows([numberChange(record, fields)!], { ask })
            );
            return result.kind;
        },
        /** What the page does with a file: checks it, plans, saves what is not as it should be. */
        import: async (text: string) => {
            const kind = numberImport(ask, () => Promise.resolve(libphonenumber as NumberLibrary));
            const read = readCsv(text, kind.columns, papa);
            if (read.kind === 'refused') {
                throw new Error(JSON.stringify(read.problems));
            }
            const { check, plan } = await kind.prepare();
            const items = plan(read.rows.flatMap((row) => check(row, () => undefined) ?? []));
            const results = await as(uiApi, () =>
                kind.save(
                    items.filter(({ action }) => action !== 'same'),
                    { onProgress: () => undefined, signal: new AbortController().signal }
                )
            );
            return {
                actions: countsOf(items.map(({ action }) => action)),
                results: countsOf(results.map((result) => result.kind))
            };
        }
    };
}

function countsOf(names: readonly string[]): Record<string, number> {
    return Object.fromEntries(
        [...new Set(names)].map((name) => [name, names.filter((one) => one === name).length])
    );
}

describe('Two admins with one number', () => {
    it('do not overwrite each other: who saves later is told, and both changes survive', async () => {
        const id = createNumber('Desk', 1);
        const [ann, ben] = [signIn(), signIn()];
        const [anns, bens] = [await ann.see(id), await ben.see(id)];
        aSecondLater();
        expect(await ann.change(anns, { label: 'Front Desk' })).toBe('saved');
        expect(await ben.change(bens, { language: 'de' })).toBe('conflict');
        expect(numberRow(id)).toMatchObject({ Name: 'Front Desk', Language__c: null });
        expect(await ben.change(await ben.see(id), { language: 'de' })).toBe('saved');
        expect(numberRow(id)).toMatchObject({ Name: 'Front Desk', Language__c: 'de' });
    });

    it('write nothing of what was not changed', async () => {
        const ann = signIn();
        const seen = await ann.see(createNumber('Desk', 1));
        const same = { label: 'Desk', active: true, language: '', country: null };
        expect(numberChange(seen.record, same)).toBeUndefined();
        expect(numberChange(seen.record, { ...same, active: false })).toMatchObject({
            fields: { Active__c: false }
        });
    });
});

describe('A supervisor', () => {
    it('reads numbers and changes none', async () => {
        const id = createNumber('Desk', 1);
        const supervisor = signIn('Callback_Supervisor');
        expect(await supervisor.change(await supervisor.see(id), { active: false })).toBe(
            'refused'
        );
        expect(numberRow(id)).toMatchObject({ Active__c: true });
    });
});

describe('What refers to numbers', () => {
    it('is named before they are retired, whoever made it', async () => {
        const [sales, help, unused] = ['Sales', 'Help', 'Unused'].map(createNumber);
        const ann = signIn();
        const agent = signIn('Callback_Agent');
        const prefix = { Type__c: 'Number prefix', Channel__c: 'Any', Callback_Number__c: sales };
        create('Callback_Rule__c', [
            { ...prefix, Name: 'Norway', Priority__c: 1, Active__c: true, Prefix__c: '+47' },
            { ...prefix, Name: 'Asleep', Priority__c: 2, Active__c: false, Prefix__c: '+46' }
        ]);
        create('Callback_Policy__c', [
            {
                Name: 'One person',
                Scope__c: 'User',
                Scope_Key__c: agent.id,
                Principal_Number__c: help
            }
        ]);
        create('Dial_List__c', [{ Name: 'Autumn', Active__c: true, Callback_Number__c: help }]);
        create('Callback_Preference__c', [
            { Agent__c: agent.id, Agent_Key__c: agent.id, Default_Number__c: sales }
        ]);
        create('Callback_Number_Assignment__c', [
            { Callback_Number__c: sales, Agent__c: agent.id, Key__c: `${sales}:${agent.id}` },
            { Callback_Number__c: help, Agent__c: agent.id, Key__c: `${help}:${agent.id}` }
        ]);

        expect(await readNumberReferences(ann.ask, [sales, help])).toEqual({
            rules: ['Norway'],
            principalOf: ['One person'],
            dialLists: ['Autumn'],
            defaultOf: [expect.stringMatching(/^Person \d+$/)],
            assignments: 2
        });
        expect(await readNumberReferences(ann.ask, [unused])).toEqual({
            rules: [],
            principalOf: [],
            dialLists: [],
            defaultOf: [],
            assignments: 0
        });
    });
});

describe('A file of numbers', () => {
    const fileOf = (count: number, label = 'Desk') =>
        [
            'Label,Number,Description',
            ...Array.from(
                { length: count },
                (_, at) => `${label} ${at},${range}${10_000 + at},From the file`
            )
        ].join('\n');

    it('that breaks off in the middle is repeated without doubles', async () => {
        const ann = signIn();
        const whole = ann.uiApi.graphql.bind(ann.uiApi);
        let mutations = 0;
        ann.uiApi.graphql = async (query, variables) => {
            mutations += String(query).includes('mutation') ? 1 : 0;
            if (mutations === 3) {
                throw new Error('The network is gone.');
            }
            const answer = await whole(query, variables);
            if (mutations === 2) {
                throw new Error('The answer is lost.');
            }
            return answer;
        };
        const broken = await ann.import(fileOf(600));
        expect(broken.results).toEqual({ saved: 200, unknown: 400 });
        expect(numbersOfRange()).toHaveLength(400);

        ann.uiApi.graphql = whole;
        const repeated = await ann.import(fileOf(600));
        expect(repeated).toEqual({
            actions: { create: 200, same: 400 },
            results: { saved: 200 }
        });
        expect(numbersOfRange()).toHaveLength(600);
        expect((await ann.import(fileOf(600))).actions).toEqual({ same: 600 });
    });

    it('changes what it says of numbers that are there, and nothing else', async () => {
        const id = createNumber('Old name', 0);
        const ann = signIn();
        await ann.change(await ann.see(id), { language: 'de' });
        const { actions, results } = await ann.import(fileOf(2, 'New'));
        expect(actions).toEqual({ create: 1, update: 1 });
        expect(results).toEqual({ saved: 2 });
        expect(numberRow(id)).toMatchObject({
            Name: 'New 0',
            Language__c: 'de',
            Active__c: true,
            Description__c: 'From the file'
        });
    });

    it('does not overwrite what another admin changed after the preview', async () => {
        const id = createNumber('Desk', 0);
        const [ann, ben] = [signIn(), signIn()];
        const whole = ann.uiApi.graphql.bind(ann.uiApi);
        let isMeanwhile = true;
        ann.uiApi.graphql = async (query, variables) => {
            // The page looks once more right before it writes.
            if (isMeanwhile && String(query).includes('query Stamps')) {
                isMeanwhile = false;
                aSecondLater();
                await ben.change(await ben.see(id), { label: "Ben's Desk" });
            }
            return whole(query, variables);
        };
        expect((await ann.import(fileOf(2))).results).toEqual({ saved: 1, conflict: 1 });
        expect(numbersOfRange()).toEqual(["Ben's Desk 10000", 'Desk 1 10001']);
    });

    it('is refused by the org row by row where somebody else was faster, and the others are kept', async () => {
        const ann = signIn();
        const whole = ann.uiApi.graphql.bind(ann.uiApi);
        ann.uiApi.graphql = (query, variables) => {
            if (String(query).includes('mutation')) {
                createNumber('Faster', 1);
            }
            return whole(query, variables);
        };
        expect((await ann.import(fileOf(3))).results).toEqual({ saved: 2, refused: 1 });
        expect(numbersOfRange()).toEqual(['Desk 0 10000', 'Faster 10001', 'Desk 2 10002']);
    });
});
