import { setDefaults } from 'jsforce/lib/request.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startOwnOrg, type OwnOrg } from '../contract/localOrg.ts';
import { createCallbackNumberService, type WatchedService } from '../index.ts';
import type { DialRequest } from '../types.ts';

/** The whole library, over jsforce, with an org that has its troubles. */

let own: OwnOrg;
let service: WatchedService;
let contacts: string[];
let london: string;
let berlin: string;

beforeAll(async () => {
    own = await startOwnOrg();
    [london, berlin] = own.create('Callback_Number__c', [
        { Name: 'London', Number__c: '+442079460000', Active__c: true },
        { Name: 'Berlin', Number__c: '+4930901820', Active__c: true }
    ]);
    own.create('Callback_Policy__c', [
        {
            Name: 'All',
            Scope__c: 'Organization',
            Scope_Key__c: 'org',
            Principal_Number__c: london,
            Default_Country__c: 'GB',
            Automate_Click_To_Dial__c: 'Yes',
            Automate_Connect__c: 'Yes'
        }
    ]);
    own.create('Callback_Rule__c', [
        {
            Name: 'Germany',
            Priority__c: 10,
            Active__c: true,
            Channel__c: 'Any',
            Type__c: 'Number prefix',
            Prefix__c: '+49',
            Callback_Number__c: berlin
        },
        {
            Name: 'Web',
            Priority__c: 20,
            Active__c: true,
            Channel__c: 'Any',
            Type__c: 'Record field',
            Object__c: 'Contact',
            Field__c: 'LeadSource',
            Operator__c: 'equals',
            Value__c: 'Web',
            Callback_Number__c: berlin
        }
    ]);
    contacts = own.create(
        'Contact',
        Array.from({ length: 200 }, (_, n) => ({ LastName: `Contact ${n}`, LeadSource: 'Web' }))
    );
    setDefaults({ retry: { maxRetries: 0 } });
});
afterAll(async () => {
    setDefaults({});
    await own.close();
});
beforeEach(async () => {
    service = await createCallbackNumberService({
        connection: own.connection,
        gatherMs: 10,
        onRefused: () => undefined,
        onTrouble: () => undefined
    });
    own.org.requests.reset();
});
afterEach(async () => {
    own.org.faults.clear();
    await service.close();
});

const dial = (more: Partial<DialRequest> = {}): DialRequest => ({
    agentId: own.agentId,
    channel: 'clickToDial',
    number: '020 7946 0018',
    ...more
});
const logged = async (dialKey: string) =>
    (
        await own.admin.query(
            `SELECT Dialed_Number__c FROM Callback_Decision__c WHERE Dial_Key__c = '${own.agentId}:${dialKey}'`
        )
    ).records.map(({ Dialed_Number__c: number }) => number as string);
const requests = () => own.org.requests.snapshot();

describe('The service over jsforce', () => {
    it('decides by prefixes and defaults without any request', async () => {
        for (const number of ['+49 30 901820', '999', '020 7946 0018']) {
            await service.explain(dial({ number }));
        }
        expect(requests().total).toBe(0);
    });

    it('decides 200 dials by a field with one query', async () => {
        await service.explain(dial({ recordId: contacts[0] }));
        own.org.requests.reset();
        const answers = await Promise.all(
            contacts.map((recordId) => service.explain(dial({ recordId })))
        );
        expect(answers.every(({ outcome }) => outcome === 'presented')).toBe(true);
        expect(requests().byKind).toEqual({ query: 1 });
    });

    it('logs 1,000 dials with five requests', async () => {
        for (let n = 0; n < 1_000; n++) {
            await service.decide(dial({ dialKey: `thousand-${n}` }));
        }
        await service.flush();
        expect(requests().byKind).toEqual({ 'collection:upsert': 5 });
    });

    it('logs a decision once although the answer to the log was lost', async () => {
        own.org.faults.set({ dropAnswerNext: 1, match: { kind: 'collection:upsert' } });
        await service.decide(dial({ dialKey: 'lost-answer' }));
        await service.flush();
        expect(requests().byKind).toEqual({ 'collection:upsert': 2 });
        expect(await logged('lost-answer')).toEqual(['+442079460018']);
    });

    it('keeps answering while Salesforce is away, and logs when it is back', async () => {
        own.org.faults.set({ failNext: 2, match: { kind: 'collection:upsert' } });
        expect(await service.decide(dial({ dialKey: 'away' }))).toMatchObject({
            source: 'principal'
        });
        await service.flush();
        expect(await logged('away')).toEqual(['+442079460018']);
    });

    it('decides without a field that cannot be read in time', async () => {
        own.org.faults.set({ failNext: 1, match: { kind: 'query' } });
        const answer = await service.explain(dial({ recordId: contacts[0] }));
        expect(answer).toMatchObject({ source: 'principal' });
        expect(answer.trace).toContainEqual(
            expect.objectContaining({ code: 'RULE_FIELD_UNREADABLE', reason: 'READ_FAILED' })
        );
    });

    it('takes quotes and backslashes for what they are', async () => {
        const nasty = [`'`, `\\`, `\\'`, `"`, `%`, `_`, `/`, `?`, `#`, `'--`, `\\u0027`];
        for (const [n, key] of nasty.entries()) {
            await service.decide(dial({ number: `${key}${n}`, dialKey: `n${n}${key}` }));
        }
        await service.flush();
        const { records } = await own.admin.query(
            `SELECT Dial_Key__c, Dialed_Number__c FROM Callback_Decision__c WHERE Dial_Key__c LIKE '${own.agentId}:n%'`
        );
        expect(records.map((row) => [row.Dial_Key__c, row.Dialed_Number__c]).sort()).toEqual(
            nasty.map((key, n) => [`${own.agentId}:n${n}${key}`, `${key}${n}`]).sort()
        );
        expect(service.log.refused).toBe(0);
    });

    it('writes a default that belongs to the agent', async () => {
        expect(await service.setDefault(own.agentId, '+49 30 901820')).toMatchObject({
            defaultNumber: { id: berlin }
        });
        const { records } = await own.admin.query(
            'SELECT OwnerId, Agent__c, Default_Number__c FROM Callback_Preference__c'
        );
        expect(records).toMatchObject([
            { OwnerId: own.agentId, Agent__c: own.agentId, Default_Number__c: berlin }
        ]);
        await service.reload();
        expect(service.availableNumbers(own.agentId).defaultNumber?.id).toBe(berlin);
    });
});
