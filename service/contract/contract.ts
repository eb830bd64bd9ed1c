import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
    isE164,
    type AgentGroupId,
    type AgentId,
    type Decision,
    type Dial,
    type DialListId,
    type DirectoryRows,
    type E164,
    type NumberId,
    type RuleId
} from '#resolver';
import type { DecisionRecord, OrgPorts } from '../ports.ts';
import { RUN, SELECTOR_LIMIT_MS, type ContractWorld, type SelectorSketch } from './world.ts';

/** Unlikely to be anybody's: the suite also runs against an org that is in use. */
const E164_BASE = 990_000_000_000 + (Date.now() % 1_000_000_000);
let numbers = 0;
const nextNumber = () => `+${E164_BASE + ++numbers}` as E164;
const NOT_THERE = '003000000000000AAA';
const MISSING_ENTRY = 'a06000000000000AAA';
const STRANGER = '005000000000000AAA' as AgentId;

/** What every adapter of every port must do. Each `it` adds what it needs and nothing depends on another. */
export function portsKeepTheirContract(createWorld: () => ContractWorld | Promise<ContractWorld>) {
    let world: ContractWorld;
    let ports: OrgPorts;

    beforeAll(async () => {
        world = await createWorld();
        ({ ports } = world);
    });
    afterAll(() => world?.close());

    const load = () => ports.directory.load();
    const addNumber = (active = true) =>
        world.addNumber({ label: `Number ${RUN}`, number: nextNumber(), active });

    describe('The directory', () => {
        it('has every number, retired ones too, with what is known of it', async () => {
            const known = { label: `Berlin ${RUN}`, number: nextNumber(), active: true };
            const berlin = { ...known, country: 'DE', language: 'de' };
            const closed = { label: `Closed ${RUN}`, number: nextNumber(), active: false };
            const ids = [await world.addNumber(berlin), await world.addNumber(closed)];

            const { numbers: found } = await load();

            expect(byId(found, ids[0])).toEqual({ id: ids[0], ...berlin });
            expect(byId(found, ids[1])).toEqual({ id: ids[1], ...closed });
            expect(found.every(({ number }) => isE164(number))).toBe(true);
        });

        it('has the agents with their profile and groups, active or not', async () => {
            const groups = [
                await world.addGroup(`Sales ${RUN}`, [world.agentId]),
                await world.addGroup(`Support ${RUN}`, [world.agentId])
            ];

            const { agents } = await load();

            const agent = byId(agents, world.agentId)!;
            expect(agent).toMatchObject({ active: true, profileId: world.profileId });
            expect(agent.groupIds).toEqual(expect.arrayContaining(groups));
            expect(byId(agents, world.formerAgentId)?.active ?? false).toBe(false);
        });

        it('has assignments to agents and to groups', async () => {
            const numberId = await addNumber();
            const agentGroupId = await world.addGroup(`Desk ${RUN}`, []);
            await world.assign(numberId, { agentId: world.agentId });
            await world.assign(numberId, { agentGroupId });

            const { assignments } = await load();

            expect(assignments.filter((each) => each.numberId === numberId)).toEqual(
                expect.arrayContaining([
                    { numberId, agentId: world.agentId },
                    { numberId, agentGroupId }
                ])
            );
        });

        it('has policies with what they set, and without what they leave to others', async () => {
            const principalNumberId = await addNumber();
            const settings = {
                principalNumberId,
                defaultCountry: 'DE',
                restrictNumbers: false,
                automateConnect: true,
                whenUnavailable: 'block'
            } as const;
            await world.addPolicy(settings);

            const { policies } = await load();

            expect(policies.find(({ scopeKey }) => scopeKey === world.agentId)).toEqual({
                scope: 'user',
                scopeKey: world.agentId,
                ...settings
            });
        });

        it('has rules of every type, with all that they say', async () => {
            const numberId = await addNumber();
            const agentGroupId = await world.addGroup(`Gold ${RUN}`, []);
            const dialListId = await world.addDialList(`Spring ${RUN}`, numberId);
            const base = { priority: 7, active: true, channel: 'any' } as const;
            const rules = [
                { ...base, type: 'numberPrefix', name: 'Germany', prefix: '+49', numberId },
                {
                    ...base,
                    type: 'recordField',
                    name: 'Directors',
                    channel: 'clickToDial',
                    objectApiName: 'Contact',
                    field: 'Title',
                    operator: 'isOneOf',
                    value: 'Director;Manager',
                    numberId,
                    agentGroupId
                },
                {
                    ...base,
                    type: 'recordField',
                    name: 'No title',
                    objectApiName: 'Contact',
                    field: 'Title',
                    operator: 'isBlank',
                    numberId
                },
                {
                    ...base,
                    type: 'dialList',
                    name: 'Spring',
                    channel: 'connect',
                    dialListId,
                    numberId
                },
                { ...base, type: 'dialList', name: 'Any list', channel: 'connect' },
                {
                    ...base,
                    type: 'customSelector',
                    name: 'Gold',
                    selector: 'flow:Gold',
                    active: false
                }
            ] as const;
            const added = [];
            for (const rule of rules) {
                added.push({ ...rule, id: await world.addRule(rule) });
            }

            const found = await load();

            expect(added.map(({ id }) => byId(found.rules, id))).toEqual(added);
        });

        it('has dial lists, with and without a number', async () => {
            const numberId = await addNumber();
            const lists = [
                {
                    id: await world.addDialList(`With ${RUN}`, numberId),
                    name: `With ${RUN}`,
                    numberId
                },
                { id: await world.addDialList(`Without ${RUN}`), name: `Without ${RUN}` }
            ];

            const { dialLists } = await load();

            expect(lists.map(({ id }) => byId(dialLists, id))).toEqual(lists);
        });

        it('tells how far reading it is, up to the last row of each kind', async () => {
            const last = new Map<string, { rows: number; total: number }>();
            const rows = await ports.directory.load(({ object, ...far }) => last.set(object, far));
            for (const kind of ['numbers', 'agents', 'assignments', 'rules'] as const) {
                const far = last.get(kind);
                expect(far?.rows, kind).toBe(far?.total);
                expect(far?.rows, kind).toBeGreaterThanOrEqual(rows[kind].length);
            }
        });

        it('is a copy: what is loaded stays as it was', async () => {
            const before: DirectoryRows = await load();
            const count = before.numbers.length;
            await addNumber();
            expect(before.numbers).toHaveLength(count);
            expect((await load()).numbers).toHaveLength(count + 1);
        });
    });

    describe('The record reader', () => {
        it('knows objects by what their ids begin with', async () => {
            const entry = await world.addDialEntry(await world.addDialList(`Prefixes ${RUN}`));
            const prefixes = await ports.records.keyPrefixes();
            expect(prefixes.get('003')).toBe('Contact');
            expect(prefixes.get(entry.slice(0, 3))).toBe('Dial_Entry__c');
        });

        it('reads fields in any spelling, those of a parent too, blank ones as null', async () => {
            const director = await world.addContact({
                lastName: 'Obi',
                leadSource: 'Web',
                industry: 'Banking'
            });
            const orphan = await world.addContact({ lastName: 'Doe' });

            const facts = await ports.records.readFields([
                contact(director, 'LeadSource', 'ACCOUNT.industry', 'LastName'),
                contact(orphan, 'leadsource', 'Account.Industry')
            ]);

            expect(facts).toEqual([
                {
                    LeadSource: { status: 'read', value: 'Web' },
                    'ACCOUNT.industry': { status: 'read', value: 'Banking' },
                    LastName: { status: 'read', value: 'Obi' }
                },
                {
                    leadsource: { status: 'read', value: null },
                    'Account.Industry': { status: 'read', value: null }
                }
            ]);
        });

        it('answers request by request, whatever objects they name', async () => {
            const one = await world.addContact({ lastName: 'One' });
            const two = await world.addContact({ lastName: 'Two' });
            const facts = await ports.records.readFields([
                contact(two, 'LastName'),
                { objectApiName: 'No_Such_Object__c', recordId: one, fields: ['Name'] },
                contact(one, 'LastName'),
                contact(two, 'LastName')
            ]);
            expect(facts).toEqual([
                { LastName: { status: 'read', value: 'Two' } },
                { Name: { status: 'unreadable', reason: 'FIELD_NOT_FOUND' } },
                { LastName: { status: 'read', value: 'One' } },
                { LastName: { status: 'read', value: 'Two' } }
            ]);
        });

        it('says of a record that is not there just that', async () => {
            const there = await world.addContact({ lastName: 'There' });
            expect(
                await ports.records.readFields([
                    contact(NOT_THERE, 'LastName'),
                    contact(there, 'LastName')
                ])
            ).toEqual([
                { LastName: { status: 'unreadable', reason: 'RECORD_NOT_FOUND' } },
                { LastName: { status: 'read', value: 'There' } }
            ]);
        });

        it.each([
            'No_Such_Field__c',
            'Account.No_Such_Field__c',
            'Nobody.Name',
            'Account.Owner.Name',
            "Title FROM Contact WHERE LastName != '",
            'constructor',
            ''
        ])('says of a field that is not there, or too far away, just that: %s', async (field) => {
            const id = await world.addContact({ lastName: 'Obi' });
            expect(await ports.records.readFields([contact(id, field, 'LastName')])).toEqual([
                {
                    [field]: { status: 'unreadable', reason: 'FIELD_NOT_FOUND' },
                    LastName: { status: 'read', value: 'Obi' }
                }
            ]);
        });

        it('knows the list of a dial entry, and none of an entry that is not there', async () => {
            const list = await world.addDialList(`Entries ${RUN}`);
            const entry = await world.addDialEntry(list);
            expect(
                await ports.records.readDialEntries([MISSING_ENTRY, entry, NOT_THERE, entry])
            ).toEqual([
                { dialListId: null },
                { dialListId: list },
                { dialListId: null },
                { dialListId: list }
            ]);
        });
    });

    describe('Preferences', () => {
        const defaultInForce = async () =>
            byId((await load()).agents, world.agentId)?.defaultNumberId;

        it('are set, set anew and cleared, and the directory has them', async () => {
            const [one, two] = [await addNumber(), await addNumber()];
            await ports.preferences.setDefault(world.agentId, one);
            expect(await defaultInForce()).toBe(one);
            await ports.preferences.setDefault(world.agentId, two);
            expect(await defaultInForce()).toBe(two);
            await ports.preferences.setDefault(world.agentId, null);
            expect(await defaultInForce()).toBeUndefined();
        });

        it('of somebody who is not a user are refused', async () => {
            await expect(
                ports.preferences.setDefault(STRANGER, await addNumber())
            ).rejects.toMatchObject({ code: 'ORG_REFUSED' });
        });
    });

    describe('The log', () => {
        const presented = async (): Promise<Decision> => {
            const numberId = await addNumber();
            const { numbers: found } = await load();
            const { number } = byId(found, numberId)!;
            const base = { priority: 7, active: true, channel: 'any', numberId } as const;
            const ruleId = await world.addRule({
                ...base,
                type: 'numberPrefix',
                name: `Log ${RUN}`,
                prefix: '+49'
            });
            const trace = [{ code: 'RULE_USED', ruleId, numberId }] as const;
            return { outcome: 'presented', numberId, number, source: 'rule', ruleId, trace };
        };
        const blocked: Decision = {
            outcome: 'blocked',
            errorCode: 'UNKNOWN_AGENT',
            trace: [{ code: 'AGENT_UNKNOWN' }]
        };
        let lines = 0;
        const record = (more: Partial<DecisionRecord>): DecisionRecord => ({
            dialKey: `${world.agentId}:${RUN}-${++lines}`,
            agentId: world.agentId,
            agentKnown: true,
            channel: 'clickToDial',
            dialedNumber: '+4930901820',
            decision: blocked,
            decidedAt: Date.parse('2026-11-22T09:30:00Z'),
            ...more
        });

        it('takes a presented decision with all that there is to say about it', async () => {
            const decision = await presented();
            const line = record({ decision, recordId: NOT_THERE });

            expect(await ports.log.write([line])).toEqual([{ status: 'written' }]);

            expect(await world.logged(line.dialKey)).toEqual({
                agentId: world.agentId,
                channel: 'clickToDial',
                dialedNumber: '+4930901820',
                outcome: 'presented',
                presentedNumber: decision.outcome === 'presented' && decision.number,
                source: 'rule',
                ruleId: decision.ruleId,
                errorCode: null,
                trace: decision.trace,
                decidedAt: line.decidedAt
            });
        });

        it('takes a blocked decision about somebody who is not a user', async () => {
            const line = record({ agentId: STRANGER, agentKnown: false, channel: 'manual' });
            expect(await ports.log.write([line])).toEqual([{ status: 'written' }]);
            expect(await world.logged(line.dialKey)).toMatchObject({
                agentId: null,
                channel: 'manual',
                outcome: 'blocked',
                errorCode: 'UNKNOWN_AGENT',
                presentedNumber: null,
                source: null
            });
        });

        it('keeps one line for one key: the last one', async () => {
            const first = record({ decision: await presented() });
            await ports.log.write([first]);
            await ports.log.write([{ ...first, decision: blocked, dialedNumber: '999' }]);
            expect(await world.logged(first.dialKey)).toMatchObject({
                outcome: 'blocked',
                dialedNumber: '999',
                presentedNumber: null,
                ruleId: null
            });
        });

        it('tells keys apart by case', async () => {
            const keys = ['a', 'A'].map((letter) => `${world.agentId}:${RUN}-case-${letter}`);
            const outcomes = await ports.log.write(
                keys.map((dialKey, i) => record({ dialKey, dialedNumber: String(i) }))
            );
            expect(outcomes).toEqual([{ status: 'written' }, { status: 'written' }]);
            expect((await world.logged(keys[0]))?.dialedNumber).toBe('0');
            expect((await world.logged(keys[1]))?.dialedNumber).toBe('1');
        });

        it('takes a whole batch at once', async () => {
            const batch = Array.from({ length: ports.log.batchSize }, () => record({}));
            const outcomes = await ports.log.write(batch);
            expect(outcomes.filter(({ status }) => status === 'written')).toHaveLength(200);
            for (const line of [batch[0], batch[199]]) {
                expect(await world.logged(line.dialKey)).toBeDefined();
            }
        });

        it('takes nothing without complaint', async () => {
            expect(await ports.log.write([])).toEqual([]);
        });
    });

    describe('A selector', () => {
        /** Undefined where the org is not ours to put logic into; then the answer stays unknown. */
        async function ask(name: string, says?: SelectorSketch) {
            if (says && !world.addSelector) {
                return undefined;
            }
            if (says) {
                world.addSelector?.(name, says);
            }
            const [fact] = await ports.selector.select([requestTo(name)]);
            return fact;
        }
        const requestTo = (selector: string, number = '+4930901820') => ({
            ruleId: 'a07000000000001AAA' as RuleId,
            selector,
            dial: {
                agentId: world.agentId,
                channel: 'connect',
                number,
                recordId: NOT_THERE,
                objectApiName: 'Contact',
                dialEntryId: MISSING_ENTRY,
                dialListId: 'a05000000000001AAA' as DialListId
            } satisfies Dial
        });
        const needsOwnOrg = (fact: unknown) => fact ?? expect.anything();

        it('picks a number, or none', async () => {
            const number = nextNumber();
            const picked = await ask('flow:Picks', () => ({ status: 'answered', number }));
            const none = await ask('apex:PicksNone', () => ({ status: 'answered', number: null }));
            expect(needsOwnOrg(picked)).toEqual({ status: 'answered', number });
            expect(needsOwnOrg(none)).toEqual({ status: 'answered', number: null });
        });

        it('is told everything about the dial', async () => {
            let told: unknown;
            await ask('flow:Listens', (dial) => {
                told = { ...dial };
                return { status: 'answered', number: null };
            });
            expect(needsOwnOrg(told)).toMatchObject({
                agentId: world.agentId,
                number: '+4930901820',
                recordId: NOT_THERE,
                objectApiName: 'Contact',
                dialEntryId: MISSING_ENTRY,
                dialListId: 'a05000000000001AAA'
            });
        });

        it('refuses a call in its own words', async () => {
            const refused = { status: 'refused', message: 'Do not call this customer.' } as const;
            expect(needsOwnOrg(await ask('apex:Refuses', () => refused))).toEqual(refused);
        });

        it('that fails, or is not there, is a failed call', async () => {
            const failed = { status: 'failed', reason: 'CALL_FAILED' } as const;
            const thrower = await ask('apex:Fails', () => failed);
            expect(needsOwnOrg(thrower)).toMatchObject({ status: 'failed' });
            for (const name of ['flow:No_Such_Flow', 'apex:', 'quick:Action', '../../query']) {
                expect(await ask(name), name).toEqual(failed);
            }
        });

        it('answers each of many dials, also where it fails for some', async () => {
            if (!world.addSelector) {
                expect(world.cutOff).toBeUndefined();
                return;
            }
            world.addSelector('flow:EachByItself', ({ number }) =>
                number === '+4930901821'
                    ? { status: 'failed', reason: 'CALL_FAILED' }
                    : { status: 'answered', number: number ?? null }
            );
            const requests = [
                requestTo('flow:EachByItself', '+4930901820'),
                requestTo('flow:EachByItself', '+4930901821'),
                requestTo('flow:No_Such_Flow'),
                requestTo('flow:EachByItself', '+4930901822')
            ];
            expect(await ports.selector.select(requests)).toEqual([
                { status: 'answered', number: '+4930901820' },
                { status: 'failed', reason: 'CALL_FAILED' },
                { status: 'failed', reason: 'CALL_FAILED' },
                { status: 'answered', number: '+4930901822' }
            ]);
            expect(await ports.selector.select([])).toEqual([]);
        });

        it('that takes too long is not waited for', async () => {
            let done: () => void = () => undefined;
            const endless = new Promise<void>((resolve) => (done = resolve));
            const started = performance.now();
            const fact = await ask('flow:Sleeps', async () => {
                await endless;
                return { status: 'answered', number: null };
            });
            const took = performance.now() - started;
            done();
            expect(needsOwnOrg(fact)).toEqual({ status: 'failed', reason: 'TIMED_OUT' });
            expect(took).toBeLessThan(SELECTOR_LIMIT_MS * 10);
        });
    });

    describe('An org that cannot be reached', () => {
        it('is an error to loading and to preferences, and a fact to everything else', async () => {
            const contactId = await world.addContact({ lastName: 'Away' });
            const line: DecisionRecord = {
                dialKey: `${world.agentId}:${RUN}-away`,
                agentId: world.agentId,
                agentKnown: true,
                channel: 'manual',
                dialedNumber: '999',
                decision: {
                    outcome: 'blocked',
                    errorCode: 'NO_PRINCIPAL_NUMBER',
                    trace: [{ code: 'PRINCIPAL_NOT_SET' }]
                },
                decidedAt: 0
            };
            if (!world.cutOff) {
                // Nobody cuts off somebody's own org; the embedded one shows that the adapter copes.
                expect(world.addSelector).toBeUndefined();
                return;
            }
            const comeBack = world.cutOff();
            const away = { code: 'ORG_UNREACHABLE' };
            await expect(load()).rejects.toMatchObject(away);
            await expect(ports.records.keyPrefixes()).rejects.toMatchObject(away);
            await expect(ports.preferences.setDefault(world.agentId, null)).rejects.toMatchObject(
                away
            );
            expect(await ports.records.readFields([contact(contactId, 'LastName')])).toEqual([
                { LastName: { status: 'unreadable', reason: 'READ_FAILED' } }
            ]);
            expect(await ports.records.readDialEntries([MISSING_ENTRY])).toEqual([
                { dialListId: null }
            ]);
            expect(await ports.log.write([line])).toEqual([
                { status: 'retry', reason: expect.stringMatching(/./) }
            ]);
            comeBack();
            expect(await ports.records.readFields([contact(contactId, 'LastName')])).toEqual([
                { LastName: { status: 'read', value: 'Away' } }
            ]);
            expect(await ports.log.write([line])).toEqual([{ status: 'written' }]);
        });
    });
}

function contact(recordId: string, ...fields: string[]) {
    return { objectApiName: 'Contact', recordId, fields };
}

function byId<Row extends { readonly id: string }>(
    rows: readonly Row[],
    id: NumberId | AgentGroupId | AgentId | string | undefined
): Row | undefined {
    return rows.find((row) => row.id === id);
}
