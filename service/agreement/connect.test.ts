import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { finish, readWork, readWorkLists, takeNext, type TakenEntry } from 'c/connectData';
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
    const working = () => ({ agentId: id, listIds: [list], now: Date.now() });
    return {
        id,
        ask,
        take: () => as(uiApi, () => takeNext(ask, working())),
        work: () => readWork(ask, working()),
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
    }, 180_000);
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
