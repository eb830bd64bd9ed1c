import * as libphonenumber from 'libphonenumber-js/max';
import papa from 'papaparse';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
    assign,
    countPairs,
    previewPairs,
    readPairs,
    savePairs,
    type Ask,
    type PairRequest,
    type PairResult
} from 'c/callbackSetupData';
import { readCsv } from '#csv';
import type { PhoneLibrary } from '#phone';
import {
    assignmentFile,
    assignmentImport
} from '../../force-app/main/default/lwc/callbackAssignCsv/csv.ts';
import { startLocalOrg, type LocalOrg, type OrgSession } from '../../local-org/index.ts';
import { as, UiApi } from './testing/uiApi.ts';

/** The data code of the page "Agents and groups" against the embedded org, each admin in a session of their own. */
let org: LocalOrg;
let system: OrgSession;
let profileId: string;
let people = 0;

beforeAll(async () => {
    org = await startLocalOrg({ file: ':memory:' });
    system = org.engine.systemSession();
    profileId = String(first("SELECT Id FROM Profile WHERE Name = 'Standard User'"));
});
afterAll(() => org.close());

let agents: string[];
let numbers: string[];
let group: string;
let groupName: string;
beforeEach(() => {
    people += 1;
    agents = create(
        'User',
        Array.from({ length: 40 }, (_, at) => userNamed(`assignee${people}x${at}`))
    );
    numbers = create(
        'Callback_Number__c',
        Array.from({ length: 16 }, (_, at) => ({
            Name: `Number ${at}`,
            Number__c: `+4930${10_000_000 + people * 100 + at}`,
            Active__c: true
        }))
    );
    groupName = `Group ${people}`;
    [group] = create('Agent_Group__c', [{ Name: groupName }]);
});

const first = (soql: string) => system.query(soql).records[0]?.['Id'];

function userNamed(name: string) {
    const username = `${name}@assignments.example`;
    return {
        LastName: name,
        Username: username,
        Email: username,
        Alias: name.slice(-8),
        ProfileId: profileId,
        IsActive: true,
        TimeZoneSidKey: 'Europe/London',
        LocaleSidKey: 'en_GB',
        EmailEncodingKey: 'UTF-8',
        LanguageLocaleKey: 'en_US'
    };
}

function create(object: string, rows: readonly Record<string, unknown>[]): string[] {
    const operations = rows.map((values) => ({ kind: 'create', object, values }) as const);
    return system.save(operations, { allOrNone: true }).map(({ id, errors }) => {
        if (!id) {
            throw new Error(JSON.stringify(errors));
        }
        return id;
    });
}

/** Somebody with a browser: what they do, they do under their own rights. */
function signIn(permissionSet = 'Callback_Admin') {
    people += 1;
    const user = userNamed(`person${people}`);
    const [id] = create('User', [user]);
    const set = first(`SELECT Id FROM PermissionSet WHERE Name = '${permissionSet}'`);
    create('PermissionSetAssignment', [{ AssigneeId: id, PermissionSetId: set }]);
    const uiApi = new UiApi(org.signIn(user.Username));
    const graphql = uiApi.graphql.bind(uiApi);
    let requests = 0;
    uiApi.graphql = (query, variables) => {
        requests += 1;
        return graphql(query, variables);
    };
    const ask: Ask = async ({ query, variables }) => {
        const { data, errors } = await uiApi.graphql(query, variables);
        if (!data || errors?.length) {
            throw errors;
        }
        return data;
    };
    return {
        ask,
        requests: () => requests,
        preview: (request: PairRequest) => previewPairs(ask, request),
        save: (plan: Parameters<typeof savePairs>[0], options = {}) =>
            as(uiApi, () => savePairs(plan, { ask, ...options })),
        during: <Answer>(work: () => Promise<Answer>) => as(uiApi, work),
        assign: (request: PairRequest) => as(uiApi, () => assign(request, { ask }))
    };
}

function wish(
    assigneeIds: readonly string[],
    wanted: { readonly add?: readonly string[]; readonly remove?: readonly string[] }
): PairRequest {
    const assignees = assigneeIds.map((id) => ({ id, kind: 'agent' }) as const);
    return { kind: 'number', assignees, add: [], remove: [], ...wanted };
}

/** Every key in the org that is about these numbers, in order. */
const keys = (): string[] =>
    system
        .query(
            `SELECT Key__c FROM Callback_Number_Assignment__c WHERE Callback_Number__c IN ('${numbers.join("','")}')`
        )
        .records.map((row) => String(row['Key__c']))
        .sort();
const keysOf = (numberIds: readonly string[], assigneeIds: readonly string[]) =>
    numberIds.flatMap((number) => assigneeIds.map((assignee) => `${number}:${assignee}`));
const kinds = (results: readonly PairResult[]) => [
    ...new Set(results.map(({ result }) => result.kind))
];

describe('Two admins at once', () => {
    it('lose nothing of each other, whatever both of them add and take away', async () => {
        const [ann, ben] = [signIn(), signIn()];
        await ann.assign(wish(agents, { add: [numbers[14], numbers[15]] }));

        const [anns, bens] = await Promise.all([
            ann.assign(
                wish(agents.slice(0, 30), { add: numbers.slice(0, 10), remove: [numbers[14]] })
            ),
            ben.assign(wish(agents.slice(20), { add: numbers.slice(5, 14), remove: [numbers[14]] }))
        ]);

        for (const results of [anns, bens]) {
            expect(kinds(results).filter((kind) => kind !== 'saved' && kind !== 'already')).toEqual(
                []
            );
        }
        expect(anns).toHaveLength(330);
        expect(bens).toHaveLength(200);
        expect(keys()).toEqual(
            [
                ...new Set([
                    ...keysOf(numbers.slice(0, 10), agents.slice(0, 30)),
                    ...keysOf(numbers.slice(5, 14), agents.slice(20)),
                    ...keysOf([numbers[15]], agents)
                ])
            ].sort()
        );
    });

    it('who saves later finds done what the other did since the preview, and undoes none of it', async () => {
        const [ann, ben] = [signIn(), signIn()];
        await ann.assign(wish(agents.slice(0, 2), { add: [numbers[0], numbers[1]] }));
        const plan = await ann.preview(
            wish(agents.slice(0, 3), { add: [numbers[2]], remove: [numbers[0]] })
        );
        expect(plan.items).toEqual([
            { itemId: numbers[2], action: 'add', changes: 3, same: 0 },
            { itemId: numbers[0], action: 'remove', changes: 2, same: 1 }
        ]);

        // One that Ann adds, one that she takes away, one that she never saw, one taken and given anew.
        await ben.assign(wish([agents[0]], { add: [numbers[2]], remove: [numbers[0]] }));
        await ben.assign(wish([agents[2]], { add: [numbers[0]] }));
        await ben.assign(wish([agents[1]], { remove: [numbers[0]] }));
        await ben.assign(wish([agents[1]], { add: [numbers[0]] }));

        const results = await ann.save(plan);
        expect(results.map(({ result }) => result.kind)).toEqual([
            'already',
            'saved',
            'saved',
            'already',
            'already'
        ]);
        expect(keys()).toEqual(
            [
                ...keysOf([numbers[2]], agents.slice(0, 3)),
                ...keysOf([numbers[1]], agents.slice(0, 2)),
                ...keysOf([numbers[0]], [agents[1], agents[2]])
            ].sort()
        );
    });

    it('who are faster by a moment only are no failure: the org refuses a second record of a pair', async () => {
        const [ann, ben] = [signIn(), signIn()];
        await ann.assign(wish([agents[0]], { add: [numbers[0]] }));
        const request = wish(agents.slice(0, 2), { add: [numbers[1]], remove: [numbers[0]] });
        const plan = await ann.preview(request);
        let looks = 0;
        const results = await ann.save(plan, {
            ask: async (question: Parameters<Ask>[0]) => {
                const answer = await ann.ask(question);
                looks += 1;
                if (looks === 1) {
                    await ben.assign(request);
                }
                return answer;
            }
        });
        expect(kinds(results)).toEqual(['already']);
        expect(looks).toBe(2);
        expect(keys()).toEqual(keysOf([numbers[1]], agents.slice(0, 2)).sort());
    });
});

describe('A save', () => {
    it('may be repeated, and then writes nothing', async () => {
        const ann = signIn();
        const request = wish(agents, { add: numbers.slice(0, 5) });
        expect(kinds(await ann.assign(request))).toEqual(['saved']);
        const before = ann.requests();
        expect(await ann.assign(request)).toEqual([]);
        expect(ann.requests() - before).toBe(1);
        expect(keys()).toHaveLength(200);
    });

    it('names what the org refuses, and keeps the rest', async () => {
        const ann = signIn();
        const plan = await ann.preview(wish(agents.slice(0, 3), { add: numbers.slice(0, 2) }));
        system.save([{ kind: 'delete', id: numbers[0] }], { allOrNone: true });
        const results = await ann.save(plan);
        expect(
            results.filter(({ result }) => result.kind === 'refused').map(({ change }) => change)
        ).toEqual(plan.changes.slice(0, 3));
        expect(keys()).toEqual(keysOf([numbers[1]], agents.slice(0, 3)).sort());
    });

    it('that is stopped says what it did not try, and can be finished later', async () => {
        const ann = signIn();
        const plan = await ann.preview(wish(agents, { add: numbers.slice(0, 10) }));
        const stop = new AbortController();
        const results = await ann.save(plan, {
            signal: stop.signal,
            onProgress: () => stop.abort()
        });
        expect(results.map(({ result }) => result.kind)).toEqual([
            ...Array<string>(200).fill('saved'),
            ...Array<string>(200).fill('notTried')
        ]);
        await ann.save(plan);
        expect(keys()).toHaveLength(400);
    });

    it('takes one request for 200 rows, and two to look', async () => {
        const ann = signIn();
        await ann.assign(wish(agents, { add: numbers.slice(0, 15) }));
        expect(ann.requests()).toBe(5);
    });

    it('writes nothing for a supervisor', async () => {
        const supervisor = signIn('Callback_Supervisor');
        const results = await supervisor.assign(wish(agents, { add: [numbers[0]] }));
        expect(kinds(results)).toEqual(['refused']);
        expect(keys()).toEqual([]);
    });
});

describe('What several have', () => {
    it('is counted by the org, agents and groups together', async () => {
        const ann = signIn();
        await ann.assign(wish(agents, { add: [numbers[0]] }));
        await ann.assign(wish(agents.slice(0, 7), { add: [numbers[1]] }));
        await ann.assign({
            kind: 'number',
            assignees: [{ id: group, kind: 'group' }],
            add: [numbers[0]],
            remove: []
        });
        const asked = ann.requests();
        expect(
            Object.fromEntries(await countPairs(ann.ask, 'number', [...agents.slice(0, 20), group]))
        ).toEqual({ [numbers[0]]: 21, [numbers[1]]: 7 });
        expect(ann.requests() - asked).toBe(1);
    });

    it('is read to the end', async () => {
        const ann = signIn();
        const more = create(
            'User',
            Array.from({ length: 160 }, (_, at) => userNamed(`many${people}x${at}`))
        );
        const everybody = [...agents, ...more];
        await ann.assign(wish(everybody, { add: numbers.slice(0, 11) }));
        expect(await readPairs(ann.ask, 'number', everybody)).toHaveLength(2200);
    });

    it('are groups too, and members are added and taken away as numbers are', async () => {
        const ann = signIn();
        const request = {
            ...wish(agents.slice(0, 4), { add: [group] }),
            kind: 'membership'
        } as const;
        expect(kinds(await ann.assign(request))).toEqual(['saved']);
        await ann.assign({
            ...request,
            assignees: request.assignees.slice(0, 1),
            add: [],
            remove: [group]
        });
        expect(Object.fromEntries(await countPairs(ann.ask, 'membership', agents))).toEqual({
            [group]: 3
        });
        const pairs = await readPairs(ann.ask, 'membership', agents);
        expect(pairs.map(({ assigneeId }) => assigneeId).sort()).toEqual(agents.slice(1, 4).sort());
    });
});

describe('A file of assignments', () => {
    const file = (...lines: readonly string[]) =>
        ['Number,Agent,Group,Action', ...lines].join('\n');
    const usernameOf = (id: string) =>
        String(system.query(`SELECT Username FROM User WHERE Id = '${id}'`).records[0]['Username']);
    const e164Of = (id: string) =>
        String(
            system.query(`SELECT Number__c FROM Callback_Number__c WHERE Id = '${id}'`).records[0][
                'Number__c'
            ]
        );

    /** What the page does with a file: checks it, plans, and saves what is not as it should be. */
    async function imported(admin: ReturnType<typeof signIn>, text: string) {
        const kind = assignmentImport(admin.ask, () =>
            Promise.resolve(libphonenumber as PhoneLibrary)
        );
        const read = readCsv(text, kind.columns, papa);
        if (read.kind === 'refused') {
            throw new Error(JSON.stringify(read.problems));
        }
        const { check, plan } = await kind.prepare();
        const problems: unknown[] = [];
        const records = read.rows.flatMap((row) => check(row, (one) => problems.push(one)) ?? []);
        const items = plan(records);
        const results = await admin.during(() =>
            kind.save(
                items.filter(({ action }) => action !== 'same'),
                { onProgress: () => undefined, signal: new AbortController().signal }
            )
        );
        return {
            problems,
            actions: items.map(({ action }) => action),
            results: results.map((result) => result.kind)
        };
    }

    it('adds and removes what it says, names what nobody knows, and may be imported again', async () => {
        const ann = signIn();
        await ann.assign(wish([agents[0]], { add: [numbers[0]] }));
        const text = file(
            `${e164Of(numbers[1])},${usernameOf(agents[0]).toUpperCase()},,add`,
            `${e164Of(numbers[0])},${usernameOf(agents[0])},,remove`,
            `${e164Of(numbers[2])},,${groupName},`,
            `${e164Of(numbers[2])},nobody@acme.example,,add`
        );
        const first = await imported(ann, text);
        expect(first.problems).toMatchObject([{ code: 'unknownAgent', row: 5, column: 'Agent' }]);
        expect(first.actions.sort()).toEqual(['create', 'create', 'remove']);
        expect(first.results).toEqual(['saved', 'saved', 'saved']);
        const expected = [`${numbers[1]}:${agents[0]}`, `${numbers[2]}:${group}`].sort();
        expect(keys()).toEqual(expected);
        expect((await imported(ann, text)).actions).toEqual(['same', 'same', 'same']);
        expect(keys()).toEqual(expected);
    });

    it('that was exported can be imported as it is', async () => {
        const ann = signIn();
        await ann.assign(wish(agents.slice(0, 3), { add: numbers.slice(0, 2) }));
        const text = assignmentFile(await readPairs(ann.ask, 'number', agents.slice(0, 2)), {
            numbers: numbers.map((id) => ({ id, number: e164Of(id) })) as never,
            agents: agents.map((id) => ({ id, username: usernameOf(id) })) as never,
            groups: []
        });
        expect((await imported(ann, text)).actions).toEqual(Array(4).fill('same'));
        await ann.assign(wish(agents.slice(0, 3), { remove: numbers.slice(0, 2) }));
        await imported(ann, text);
        expect(keys()).toEqual(keysOf(numbers.slice(0, 2), agents.slice(0, 2)).sort());
    });
});
