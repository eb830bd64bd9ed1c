import { previewOf, type CallToPreview } from 'c/callbackData';
import type { Facts, RuleId } from 'c/callbackResolver';
import { BERLIN, HEAD_OFFICE, ruleRow } from '../../../../../test/agentAnswers';
import { agentWith } from './agent';

const CALL: CallToPreview = {
    channel: 'clickToDial',
    number: '020 7946 0018',
    recordId: '003000000000001AAA',
    objectApiName: 'Contact'
};
const FIRST = 'a06000000000001AAA' as RuleId;
const SECOND = 'a06000000000002AAA';
const industry = {
    Type__c: 'Record field',
    Object__c: 'Contact',
    Field__c: 'Account.Industry',
    Operator__c: 'equals',
    Value__c: 'Banking'
};
const department = { ...industry, Field__c: 'Department', Value__c: 'Finance', Priority__c: 20 };
const selector = { Type__c: 'Custom selector', Selector__c: 'flow:Pick', Priority__c: 5 };
const unreadable = { status: 'unreadable', reason: 'FIELD_NOT_FOUND' } as const;

function fields(values: NonNullable<Facts['fields']>): Facts {
    return { fields: values };
}

describe('A preview', () => {
    it('is decided where the directory is enough', async () => {
        expect(previewOf(await agentWith(), { ...CALL, channel: 'manual' })).toMatchObject({
            kind: 'decided',
            decision: { numberId: HEAD_OFFICE, source: 'principal' }
        });
    });

    it('takes the number as dialled in the country of the agent', async () => {
        const rules = [ruleRow(FIRST, { Prefix__c: '+4420' })];
        expect(previewOf(await agentWith({ rules }), CALL)).toMatchObject({
            decision: { numberId: BERLIN, source: 'rule', ruleId: FIRST }
        });
    });

    it('honours the number chosen for this call; one that is gone blocks it', async () => {
        const agent = await agentWith();
        expect(previewOf(agent, { ...CALL, thisCallNumberId: BERLIN })).toMatchObject({
            decision: { numberId: BERLIN, source: 'thisCall' }
        });
        expect(previewOf(agent, { ...CALL, thisCallNumberId: 'a00000000000099AAA' })).toMatchObject(
            { decision: { outcome: 'blocked', errorCode: 'NUMBER_NOT_CONFIGURED' } }
        );
    });

    it('asks for all fields at once, in the form of getRecord, and for the id that leads to a parent', async () => {
        const rules = [ruleRow(FIRST, industry), ruleRow(SECOND, department)];
        expect(previewOf(await agentWith({ rules }), CALL)).toEqual({
            kind: 'needsRecord',
            recordId: CALL.recordId,
            fields: ['Contact.Account.Industry', 'Contact.AccountId', 'Contact.Department']
        });
    });

    it('is decided with the facts of the record', async () => {
        const agent = await agentWith({ rules: [ruleRow(FIRST, industry)] });
        const banking = fields({ 'Account.Industry': { status: 'read', value: 'Banking' } });
        expect(previewOf(agent, CALL, banking)).toMatchObject({ decision: { ruleId: FIRST } });
        const blank = fields({ 'Account.Industry': { status: 'read', value: null } });
        expect(previewOf(agent, CALL, blank)).toMatchObject({ decision: { source: 'principal' } });
    });

    it('is open at the first rule whose field the agent may not see', async () => {
        const rules = [ruleRow(FIRST, industry), ruleRow(SECOND, department)];
        const facts = fields({
            'Account.Industry': unreadable,
            Department: { status: 'read', value: 'Finance' }
        });
        expect(previewOf(await agentWith({ rules }), CALL, facts)).toEqual({
            kind: 'open',
            reason: 'hiddenField',
            ruleId: FIRST
        });
    });

    it('asks for any field, whatever its name', async () => {
        const rules = [ruleRow(FIRST, { ...industry, Field__c: 'constructor' })];
        expect(previewOf(await agentWith({ rules }), CALL)).toMatchObject({
            kind: 'needsRecord',
            fields: ['Contact.constructor']
        });
    });

    it('is not open by a hidden field of a rule for somebody else or another channel', async () => {
        const rules = [
            ruleRow(FIRST, { ...industry, Agent_Group__c: 'a01000000000009AAA' }),
            ruleRow(SECOND, { ...industry, Channel__c: 'Connect' }),
            ruleRow('a06000000000003AAA', { ...industry, Priority__c: 30 })
        ];
        const facts = fields({ 'Account.Industry': unreadable });
        expect(previewOf(await agentWith({ rules }), CALL, facts)).toMatchObject({
            kind: 'open',
            ruleId: 'a06000000000003AAA'
        });
    });

    it('is decided where a rule before the hidden field matches', async () => {
        const rules = [
            ruleRow(FIRST, { Prefix__c: '+44', Priority__c: 1 }),
            ruleRow(SECOND, industry)
        ];
        const facts = fields({ 'Account.Industry': unreadable });
        expect(previewOf(await agentWith({ rules }), CALL, facts)).toMatchObject({
            decision: { ruleId: FIRST }
        });
    });

    it('is open at a selector, without reading the record for rules behind it', async () => {
        const rules = [ruleRow(FIRST, selector), ruleRow(SECOND, industry)];
        expect(previewOf(await agentWith({ rules }), CALL)).toEqual({
            kind: 'open',
            reason: 'selector',
            ruleId: FIRST
        });
    });

    it('on Connect reads the list of the entry, and is open where the entry is hidden', async () => {
        const rules = [ruleRow(FIRST, { Type__c: 'Dial list', Channel__c: 'Any' })];
        const policies = [
            {
                Id: 'a03000000000001AAA',
                Scope__c: 'Organization',
                Scope_Key__c: 'org',
                Principal_Number__c: HEAD_OFFICE,
                Automate_Connect__c: 'Yes'
            }
        ];
        const agent = await agentWith({ rules, policies });
        const call: CallToPreview = {
            channel: 'connect',
            number: '999',
            dialEntryId: 'a07000000000001AAA'
        };
        expect(previewOf(agent, call)).toEqual({
            kind: 'needsRecord',
            recordId: call.dialEntryId,
            fields: ['Dial_Entry__c.Dial_List__c']
        });
        const hidden: Facts = { dialEntry: { status: 'unreadable', reason: 'RECORD_NOT_FOUND' } };
        expect(previewOf(agent, call, hidden)).toEqual({
            kind: 'open',
            reason: 'hiddenField',
            ruleId: FIRST
        });
    });
});
