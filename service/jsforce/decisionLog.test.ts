import type { Connection } from 'jsforce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AgentId, E164, NumberId, RuleId } from '#resolver';
import { startOwnOrg, type OwnOrg } from '../contract/localOrg.ts';
import type { DecisionRecord } from '../ports.ts';
import { line, lines } from '../useCases/testing/records.ts';
import { createDecisionLog } from './decisionLog.ts';

describe('The log in Salesforce', () => {
    let own: OwnOrg;
    beforeAll(async () => {
        own = await startOwnOrg();
    });
    afterAll(() => own.close());

    const logged = async (dialKey: string) =>
        (
            await own.admin.query(
                `SELECT Agent__c, Presented_Number__c, Callback_Number__c, Rule__c FROM Callback_Decision__c WHERE Dial_Key__c = '${dialKey}'`
            )
        ).records[0];

    it('takes a line whose number and rule have been deleted since, without pointing at them', async () => {
        const [numberId] = own.create('Callback_Number__c', [
            { Name: 'Berlin', Number__c: '+4930901820', Active__c: true }
        ]);
        const [ruleId] = own.create('Callback_Rule__c', [
            { Name: 'Any list', Priority__c: 10, Type__c: 'Dial list', Channel__c: 'Connect' }
        ]);
        const record = line(1, {
            agentId: own.agentId,
            decision: {
                outcome: 'presented',
                numberId: numberId as NumberId,
                number: '+4930901820' as E164,
                source: 'rule',
                ruleId: ruleId as RuleId,
                trace: [{ code: 'AGENT_UNKNOWN' }]
            }
        });
        await own.admin.destroy('Callback_Number__c', numberId);
        await own.admin.destroy('Callback_Rule__c', ruleId);
        const good = line(2, { agentId: own.agentId });

        expect(await createDecisionLog(own.connection).write([record, good])).toEqual([
            { status: 'written' },
            { status: 'written' }
        ]);
        expect(await logged(record.dialKey)).toMatchObject({
            Presented_Number__c: '+4930901820',
            Callback_Number__c: null,
            Rule__c: null
        });
        expect(await logged(good.dialKey)).toMatchObject({ Agent__c: own.agentId });
    });

    it('takes a line of a user whom the org no longer shows', async () => {
        const record = line(3, { agentId: '005000000000001AAA' as AgentId, agentKnown: true });
        expect(await createDecisionLog(own.connection).write([record])).toEqual([
            { status: 'written' }
        ]);
        expect(await logged(record.dialKey)).toMatchObject({ Agent__c: null });
    });

    it('takes a trace of any length', async () => {
        const trace = Array.from({ length: 3_000 }, (_, n) => ({
            code: 'RULE_FIELD_NOT_MATCHED' as const,
            ruleId: `a07${String(n).padStart(12, '0')}AAA` as RuleId
        }));
        const record: DecisionRecord = line(4, {
            agentId: own.agentId,
            decision: { outcome: 'blocked', errorCode: 'NO_PRINCIPAL_NUMBER', trace }
        });
        expect(await createDecisionLog(own.connection).write([record])).toEqual([
            { status: 'written' }
        ]);
    });

    it('takes 200 lines with one request', async () => {
        own.org.requests.reset();
        const batch = lines(200, 1_000).map((each) => ({ ...each, agentId: own.agentId }));
        await createDecisionLog(own.connection).write(batch);
        expect(own.org.requests.snapshot().byKind).toEqual({ 'collection:upsert': 1 });
    });
});

describe('What becomes of a line', () => {
    const said = (answer: (() => unknown) | unknown[]) =>
        createDecisionLog({
            sobject: () => ({
                upsert: async () => (typeof answer === 'function' ? answer() : answer)
            })
        } as unknown as Connection).write([line(1)]);
    const throwing = (errorCode: string | undefined) => () => {
        throw Object.assign(new Error('said Salesforce'), { errorCode });
    };
    const failing = (statusCode: string, message: string) => [
        { success: false, errors: [{ statusCode, message, fields: ['Dialed_Number__c'] }] }
    ];

    it.each([
        undefined,
        'ERROR_HTTP_503',
        'ERROR_HTTP_429',
        'SERVER_UNAVAILABLE',
        'REQUEST_LIMIT_EXCEEDED',
        'UNABLE_TO_LOCK_ROW'
    ])('it is kept while the org is in trouble: %s', async (code) => {
        expect(await said(throwing(code))).toEqual([
            { status: 'retry', reason: expect.stringContaining('said Salesforce') }
        ]);
    });

    it.each(['INVALID_SESSION_ID', 'API_DISABLED_FOR_ORG', 'INVALID_FIELD', 'NOT_FOUND'])(
        'it is kept for what an admin can mend: %s',
        async (code) => {
            expect(await said(throwing(code))).toMatchObject([{ status: 'retry' }]);
        }
    );

    it('it is given up where the request itself is wrong', async () => {
        expect(await said(throwing('JSON_PARSER_ERROR'))).toMatchObject([{ status: 'refused' }]);
    });

    it('a locked row is kept', async () => {
        expect(await said(failing('UNABLE_TO_LOCK_ROW', 'locked'))).toMatchObject([
            { status: 'retry' }
        ]);
    });

    it('a refused row says why without the value', async () => {
        const message = 'Dialled Number: data value too large: +442079460018 (max length=64)';
        expect(await said(failing('STRING_TOO_LONG', message))).toEqual([
            { status: 'refused', reason: 'STRING_TOO_LONG Dialed_Number__c' }
        ]);
    });
});
