import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { saveRows } from 'c/callbackSetupData';
import {
    countByStatus,
    entryChange,
    finish,
    listChange,
    listFormOf,
    readCandidates,
    readEntries,
    readListRecords,
    readOnList,
    readWork,
    readWorkLists,
    release,
    takeNext,
    type Condition,
    type TakenEntry
} from 'c/connectData';
import { startLocalOrg, type LocalOrg, type OrgSession } from '../../local-org/index.ts';
import { as, UiApi } from './testing/uiApi.ts';

/** The worklist's own data code against the embedded org, each agent in a session of their own. */
let org: LocalOrg;
let system: OrgSession;
let profileId: string;
let people = 0;

beforeAll(async () => {
    org = await startLocalOrg({ file: ':memory:' });
    system = org.engine.systemSession();
    profileId = first("SELECT Id FROM Profile WHERE Name = 'Standard User'").Id;
});
afterAll(() => org.close());

let list: string;
beforeEach(() => {
    [list] = create('Dial_List__c', [{ Name: 'Autumn', Active__c: true }]);
});

interface Row {
    readonly [field: string]: unknown;
    readonly Id: string;
}
const rows = (soql: string) => system.query(soql).records as unknown as readonly Row[];
const first = (soql: string) => rows(soql)[0];

function create(object: string, all: readonly Record<string, unknown>[]): string[] {
    const operations = all.map((values) => ({ kind: 'create', object, values }) as const);
    return system.save(operations, { allOrNone: true }).map(({ id, errors }) => {
        if (!id) {
            throw new Error(JSON.stringify(errors));
        }
        return id;
    });
}

function update(object: string, id: string, values: Record<string, unknown>): void {
    system.save([{ kind: 'update', object, id, values }], { allOrNone: true });
}

function addEntries(count: number, more: Record<string, unknown> = {}): string[] {
    const entries: string[] = [];
    for (let from = 0; from < count; from += 200) {
        entries.push(
            ...create(
                'Dial_Entry__c',
                Array.from({ length: Math.min(200, count - from) }, (_, i) => ({
                    Dial_List__c: list,
                    Phone__c: '020 7946 0958',
                    Order__c: from + i + 1,
                    Status__c: 'New',
                    ...more
                }))
            )
        );
    }
    return entries;
}

/** A user with a browser: what they do, they do under their own rights. */
function signIn(permissionSet = 'Callback_Agent') {
    people += 1;
    const username = `agent${people}@connect.example`;
    const [id] = create('User', [
        {
            LastName: `Agent ${people}`,
            Username: username,
            Email: username,
            Alias: `agent${people}`.slice(0, 8),
            ProfileId: profileId,
            IsActive: true,
            TimeZoneSidKey: 'Europe/London',
            LocaleSidKey: 'en_GB',
            EmailEncodingKey: 'UTF-8',
            LanguageLocaleKey: 'en_US'
        }
    ]);
    const set = first(`SELECT Id FROM PermissionSet WHERE Name = '${permissionSet}'`).Id;
    create('PermissionSetAssignment', [{ AssigneeId: id, PermissionSetId: set }]);
    const uiApi = new UiApi(org.signIn(username));
    const ask = async ({ query, variables }: { query: unknown; variables: object }) => {
        const { data, errors } = await uiApi.graphql(query, { ...variables });
        if (!data || errors?.length) {
            throw errors;
        }
        return data;
    };
    const working = (agentId = id) => ({ agentId, listIds: [list], now: Date.now() });
    return {
        id,
        ask,
        /** In the name of another, where one is given. */
        take: (agentId?: string) => as(uiApi, () => takeNext(ask, working(agentId))),
        work: () => readWork(ask, working()),
        as: <Answer>(work: () => Promise<Answer>) => as(uiApi, work),
        lists: (groupIds: readonly string[] = []) => readWorkLists(ask, groupIds),
        finish: (entry: TakenEntry, outcome: Parameters<typeof finish>[2], whose = id) =>
            as(uiApi, () => finish(ask, entry, outcome, { agentId: whose, now: Date.now() }))
    };
}

/** @throws when there was none */
async function entryOf(taking: ReturnType<ReturnType<typeof signIn>['take']>) {
    const next = await taking;
    if (next.kind !== 'entry') {
        throw new Error('There was no entry.');
    }
    return next.entry;
}

const entryNow = (id: string) =>
    first(
        `SELECT Id, Status__c, Agent__c, Attempts__c, Not_Before__c FROM Dial_Entry__c WHERE Id = '${id}'`
    );
const attemptsOf = (id: string) =>
    rows(
        `SELECT Number__c, Agent__c, Outcome__c FROM Dial_Attempt__c WHERE Dial_Entry__c = '${id}' ORDER BY Number__c`
    );

describe('Twenty agents at one list', () => {
    it('take 2,000 entries: none twice, none lost, in order, each finished by who took it', async () => {
        const entries = addEntries(2_000);
        const taken: { readonly entryId: string; readonly agentId: string }[] = [];
        const agents = Array.from({ length: 20 }, () => signIn());
        await Promise.all(
            agents.map(async (agent) => {
                for (;;) {
                    const next = await agent.take();
                    if (next.kind === 'none') {
                        return;
                    }
                    taken.push({ entryId: next.entry.id, agentId: agent.id });
                    expect(await agent.finish(next.entry, { kind: 'done' })).toEqual({
                        kind: 'finished'
                    });
                }
            })
        );

        expect(taken).toHaveLength(2_000);
        expect(new Set(taken.map(({ entryId }) => entryId))).toEqual(new Set(entries));
        // Nobody is called long before those who stand before them: twenty agents look at twenty.
        const places = new Map(entries.map((id, place) => [id, place]));
        const early = taken.map(({ entryId }, turn) => places.get(entryId)! - turn);
        expect(Math.max(...early)).toBeLessThan(40);
        // The org says the same.
        expect(
            rows(
                `SELECT Agent__c, Dial_Entry__c FROM Dial_Attempt__c WHERE Dial_Entry__r.Dial_List__c = '${list}' AND Outcome__c = 'Done' AND Number__c = 1`
            )
                .map(({ Agent__c, Dial_Entry__c }) => `${Dial_Entry__c} ${Agent__c}`)
                .sort()
        ).toEqual(taken.map(({ entryId, agentId }) => `${entryId} ${agentId}`).sort());
        expect(
            rows(
                `SELECT Id FROM Dial_Entry__c WHERE Dial_List__c = '${list}' AND (Status__c != 'Done' OR Attempts__c != 1)`
            )
        ).toEqual([]);
    }, 300_000);
});

describe('Two agents', () => {
    it('who read the same single entry: one gets it, the other hears that there is none', async () => {
        const [entry] = addEntries(1);
        const [ann, bob] = [signIn(), signIn()];
        const results = await Promise.all([ann.take(), bob.take()]);
        expect(results.map(({ kind }) => kind).sort()).toEqual(['entry', 'none']);
        expect(attemptsOf(entry)).toHaveLength(1);
    });

    it('never meet at an entry that was called again meanwhile', async () => {
        const [entry] = addEntries(1);
        const [ann, bob] = [signIn(), signIn()];
        const stale = (await bob.work()).waiting;
        await ann.finish(await entryOf(ann.take()), { kind: 'released' });
        // Bob's page still shows the entry as it was before.
        const { waiting } = await bob.work();
        expect([stale[0].attempts, waiting[0].attempts]).toEqual([0, 1]);
        const again = await entryOf(bob.take());
        expect(again).toMatchObject({ id: entry, attempts: 2 });
        expect(attemptsOf(entry).map(({ Outcome__c }) => Outcome__c)).toEqual([
            'Released',
            'In progress'
        ]);
    });
});

describe('An agent', () => {
    it('whose browser broke off comes back to the same entry', async () => {
        addEntries(2);
        const ann = signIn();
        const entry = await entryOf(ann.take());
        expect(await ann.take()).toEqual({
            kind: 'entry',
            entry,
            resumed: true,
            waitingCount: 1
        });
    });

    it('finishes an entry that somebody set in progress by hand', async () => {
        const ann = signIn();
        const [entry] = addEntries(1, { Status__c: 'In progress', Agent__c: ann.id });
        const mine = await entryOf(ann.take());
        expect(mine.attemptId).toBeUndefined();
        expect(await ann.finish(mine, { kind: 'done' })).toEqual({ kind: 'finished' });
        expect(entryNow(entry)).toMatchObject({ Status__c: 'Done', Attempts__c: 1 });
        expect(attemptsOf(entry)).toMatchObject([{ Agent__c: ann.id, Outcome__c: 'Done' }]);
    });

    it('is told when a supervisor gave the entry to the list again, and overwrites nothing', async () => {
        const [entry] = addEntries(1);
        const [ann, bob] = [signIn(), signIn()];
        const supervisor = signIn('Callback_Supervisor');
        const mine = await entryOf(ann.take());
        expect(await supervisor.finish(mine, { kind: 'released' }, ann.id)).toEqual({
            kind: 'finished'
        });
        const bobs = await entryOf(bob.take());
        expect(bobs.id).toBe(entry);

        expect(await ann.finish(mine, { kind: 'done' })).toEqual({ kind: 'lost' });
        expect(entryNow(entry)).toMatchObject({ Status__c: 'In progress', Agent__c: bob.id });
        expect(await bob.finish(bobs, { kind: 'done' })).toEqual({ kind: 'finished' });
    });

    it('may record the same outcome again after an answer that got lost', async () => {
        const [entry] = addEntries(1);
        const ann = signIn();
        const mine = await entryOf(ann.take());
        await ann.finish(mine, { kind: 'skipped' });
        expect(await ann.finish(mine, { kind: 'skipped' })).toEqual({ kind: 'finished' });
        expect(await ann.finish(mine, { kind: 'done' })).toEqual({ kind: 'lost' });
        expect(entryNow(entry)).toMatchObject({ Status__c: 'Skipped', Agent__c: ann.id });
        expect(attemptsOf(entry)).toHaveLength(1);
    });

    it('is told when the list went with everything on it', async () => {
        addEntries(1);
        const ann = signIn();
        const mine = await entryOf(ann.take());
        system.save([{ kind: 'delete', id: list }], { allOrNone: true });
        expect(await ann.finish(mine, { kind: 'done' })).toEqual({ kind: 'lost' });
    });

    it('can neither take an entry nor end one in the name of another', async () => {
        const [entry, other] = addEntries(2);
        const [ann, bob] = [signIn(), signIn()];
        const mine = await entryOf(ann.take());
        await expect(bob.finish(mine, { kind: 'done' })).rejects.toBeDefined();
        expect(entryNow(entry)).toMatchObject({ Status__c: 'In progress', Agent__c: ann.id });
        await expect(bob.take(signIn().id)).rejects.toBeDefined();
        expect(entryNow(other)).toMatchObject({ Status__c: 'New', Agent__c: null });
    });

    it('without the right to add attempts gets no entry, and changes none', async () => {
        const [entry] = addEntries(1);
        const reader = signIn('Callback_Integration');
        await expect(reader.take()).rejects.toBeDefined();
        expect(entryNow(entry)).toMatchObject({ Status__c: 'New', Agent__c: null });
    });
});

describe('An entry to be called later', () => {
    it('is offered when its time has come, and then before the others, to anybody', async () => {
        const [entry] = addEntries(1);
        const [ann, bob] = [signIn(), signIn()];
        const notBefore = Math.floor(Date.now() / 1000) * 1000 + 3_600_000;
        await ann.finish(await entryOf(ann.take()), { kind: 'later', notBefore });
        expect(await bob.take()).toEqual({ kind: 'none', nextAt: notBefore });

        addEntries(1, { Order__c: 0 });
        update('Dial_Entry__c', entry, {
            Not_Before__c: new Date(Date.now() - 60_000).toISOString()
        });
        expect((await entryOf(bob.take())).id).toBe(entry);
        expect(entryNow(entry)).toMatchObject({ Agent__c: bob.id, Attempts__c: 2 });
    });
});

describe('Lists to work through', () => {
    it('are the active ones: those of the agent’s groups, and those of nobody', async () => {
        const [mine, other] = create('Agent_Group__c', [{ Name: 'Mine' }, { Name: 'Other' }]);
        create('Dial_List__c', [
            { Name: 'B mine', Active__c: true, Agent_Group__c: mine },
            { Name: 'C other', Active__c: true, Agent_Group__c: other },
            { Name: 'D over', Active__c: false }
        ]);
        update('Dial_List__c', list, {
            Name: 'A all',
            Time_Zone__c: 'Europe/London',
            Call_From__c: '09:00:00.000Z',
            Call_Until__c: '19:30:00.000Z'
        });
        const lists = (await signIn().lists([mine])).filter(({ name }) => /^[A-D] /.test(name));
        expect(lists.map(({ name }) => name)).toEqual(['A all', 'B mine']);
        expect(lists[0].hours).toEqual({
            timeZone: 'Europe/London',
            from: '09:00:00.000Z',
            until: '19:30:00.000Z'
        });
    });
});

describe('Those who keep lists', () => {
    it('make one, and change only what they changed', async () => {
        const supervisor = signIn('Callback_Supervisor');
        const form = { ...listFormOf(), name: ' Winter ', from: '09:00', until: '17:30' };
        const change = listChange({ ...form, timeZone: 'Europe/Berlin' })!;
        const [made] = await supervisor.as(() => saveRows([change], { ask: supervisor.ask }));
        expect(made).toMatchObject({ kind: 'saved' });
        const find = async () =>
            (await readListRecords(supervisor.ask)).find(({ name }) => name === 'Winter')!;
        const before = await find();
        expect(before).toMatchObject({
            active: true,
            hours: { timeZone: 'Europe/Berlin', from: '09:00:00.000Z', until: '17:30:00.000Z' }
        });
        expect(listChange(listFormOf(before), before)).toBeUndefined();
        expect(listChange({ ...listFormOf(before), active: false }, before)).toMatchObject({
            kind: 'update',
            fields: { Active__c: false }
        });
    });

    it('see how far a list has come, page by page', async () => {
        const [first] = addEntries(120);
        const ann = signIn();
        await ann.finish(await entryOf(ann.take()), { kind: 'done' });
        const supervisor = signIn('Callback_Supervisor');
        expect(await countByStatus(supervisor.ask, list)).toEqual({
            waiting: 119,
            inProgress: 0,
            done: 1,
            skipped: 0
        });
        const page = await readEntries(supervisor.ask, list);
        expect([page.rows.length, page.totalCount]).toEqual([50, 120]);
        expect(page.rows[0]).toMatchObject({ id: first, status: 'done', agentId: ann.id });
        const next = await readEntries(supervisor.ask, list, { after: page.next });
        expect(next.rows[0].id).not.toBe(first);
        const done = await readEntries(supervisor.ask, list, { status: 'done' });
        expect(done.rows.map(({ id }) => id)).toEqual([first]);
    });

    it('give an entry back that an agent has, also one set in progress by hand', async () => {
        addEntries(1);
        const ann = signIn();
        const supervisor = signIn('Callback_Supervisor');
        const mine = await entryOf(ann.take());
        const [byHand] = addEntries(1, { Status__c: 'In progress', Agent__c: ann.id });
        const { rows: inProgress } = await readEntries(supervisor.ask, list, {
            status: 'inProgress'
        });
        expect(inProgress).toHaveLength(2);
        for (const entry of inProgress) {
            expect(await supervisor.as(() => release(supervisor.ask, entry, Date.now()))).toEqual({
                kind: 'finished'
            });
        }
        for (const id of [mine.id, byHand]) {
            expect(entryNow(id)).toMatchObject({ Status__c: 'New', Agent__c: null });
            expect(attemptsOf(id)).toMatchObject([{ Agent__c: ann.id, Outcome__c: 'Released' }]);
        }
        expect(await ann.finish(mine, { kind: 'done' })).toEqual({ kind: 'lost' });
    });

    it('put nobody on a list twice, also when an import is repeated by two at once', async () => {
        const [contact] = create('Contact', [{ LastName: 'Kite', Phone: '020 7946 0958' }]);
        const [anna, ben] = [signIn('Callback_Supervisor'), signIn('Callback_Admin')];
        const changes = [
            { phone: '020 7946 0958', recordId: contact, objectApiName: 'Contact', who: contact },
            { phone: '+44 20 7946 0959', who: '+442079460959' }
        ].map((entry, at) => entryChange(list, { ...entry, order: at + 1 }));
        const results = await Promise.all(
            [anna, ben].map((one) => one.as(() => saveRows(changes, { ask: one.ask })))
        );
        expect(results.flat().filter(({ kind }) => kind === 'saved')).toHaveLength(2);
        expect(results.flat().filter(({ kind }) => kind === 'refused')).toHaveLength(2);
        const { whos, lastOrder } = await readOnList(anna.ask, list, (text) =>
            text.replace(/^\+?44 ?|\s/g, '')
        );
        expect([...whos]).toEqual(expect.arrayContaining([contact, '+442079460959']));
        expect(lastOrder).toBe(2);
    });

    it('may not be agents', async () => {
        const ann = signIn();
        const results = await ann.as(() =>
            saveRows(
                [
                    listChange({ ...listFormOf(), name: 'Mine' })!,
                    entryChange(list, { phone: '999', order: 1, who: '999' })
                ],
                { ask: ann.ask }
            )
        );
        expect(results.map(({ kind }) => kind)).toEqual(['refused', 'refused']);
    });
});

describe('A filter over contacts', () => {
    const marked = 'Filtered';
    const condition = (field: string, dataType: string, more: Partial<Condition>): Condition => ({
        field,
        dataType,
        operator: 'equals',
        value: '',
        ...more
    });
    const names = async (...conditions: Condition[]) => {
        const supervisor = signIn('Callback_Supervisor');
        const { found } = await readCandidates(
            supervisor.ask,
            {
                objectApiName: 'Contact',
                phoneField: 'Phone',
                conditions: [condition('Department', 'String', { value: marked }), ...conditions]
            },
            { limit: 10_000 }
        );
        return found.map(({ name }) => name).sort();
    };

    beforeAll(() => {
        create(
            'Contact',
            [
                {
                    LastName: 'Ash 100%',
                    Phone: '020 7946 0001',
                    LeadSource: 'Web',
                    HasOptedOutOfEmail: true
                },
                { LastName: 'Beech', Phone: '020 7946 0002', Birthdate: '1980-05-01' },
                { LastName: 'Cedar', LeadSource: 'Web' },
                { LastName: 'Dogwood', Phone: '020 7946 0004', LeadSource: 'Other' }
            ].map((values) => ({ Department: marked, ...values }))
        );
    });

    it('finds those with a number only', async () => {
        expect(await names()).toEqual(['Ash 100%', 'Beech', 'Dogwood']);
    });

    it.each<[string, Condition, readonly string[]]>([
        ['equals', condition('LeadSource', 'Picklist', { value: 'Web' }), ['Ash 100%']],
        [
            'does not equal, and is not blank',
            condition('LeadSource', 'Picklist', { operator: 'notEquals', value: 'Web' }),
            ['Beech', 'Dogwood']
        ],
        [
            'contains',
            condition('LastName', 'String', { operator: 'contains', value: 'ee' }),
            ['Beech']
        ],
        [
            'starts with',
            condition('LastName', 'String', { operator: 'startsWith', value: 'd' }),
            ['Dogwood']
        ],
        [
            'takes a percent sign for what it is',
            condition('LastName', 'String', { operator: 'contains', value: '0%' }),
            ['Ash 100%']
        ],
        ['is blank', condition('LeadSource', 'Picklist', { operator: 'blank' }), ['Beech']],
        [
            'is not blank',
            condition('LeadSource', 'Picklist', { operator: 'notBlank' }),
            ['Ash 100%', 'Dogwood']
        ],
        [
            'is later than a day',
            condition('Birthdate', 'Date', { operator: 'greater', value: '1980-01-01' }),
            ['Beech']
        ],
        [
            'is created before now',
            condition('CreatedDate', 'DateTime', { operator: 'less', value: '2000-01-01' }),
            []
        ]
    ])('%s', async (_, one, expected) => {
        expect(await names(one)).toEqual(expected);
    });
});
