import * as libphonenumber from 'libphonenumber-js/max';
import type { NumberId, Rule, RuleId } from 'c/callbackResolver';
import { changedByDraft, BLANK_CALL, type Expectation } from 'c/callbackSimulation';
import {
    expectationAcceptance,
    expectationChange,
    readExpectations,
    runExpectations,
    type Ask,
    type RunOptions
} from 'c/callbackSetupData';
import {
    AGENT,
    answerOf,
    BERLIN,
    CONFIGURED,
    HEAD_OFFICE,
    ruleRow
} from '../../../../../test/agentAnswers';

const CONTACT = '003000000000001AAA';

const germany: Rule = {
    id: 'new' as RuleId,
    type: 'numberPrefix',
    name: 'Germany',
    priority: 10,
    active: true,
    channel: 'any',
    prefix: '+49',
    numberId: BERLIN as NumberId
};
const industry = ruleRow('a04000000000001AAA', {
    Type__c: 'Record field',
    Object__c: 'Contact',
    Field__c: 'Account.Industry',
    Operator__c: 'equals',
    Value__c: 'Travel'
});
const selector = ruleRow('a04000000000002AAA', {
    Type__c: 'Custom selector',
    Selector__c: 'flow:Pick',
    Callback_Number__c: null
});

/** Expects the head office for a call to Germany, unless told otherwise. */
const expectation = (more: object = {}, call: object = {}): Expectation => ({
    id: 'e1',
    name: 'Germans',
    seen: '09:00',
    agentName: 'Anna',
    numberName: 'Head office',
    expected: { outcome: 'presented', numberId: HEAD_OFFICE },
    call: { ...BLANK_CALL, agentId: AGENT, number: '+49 30 23125 417', ...call },
    ...more
});

const options = (rows = CONFIGURED, more: Omit<Partial<RunOptions>, 'readRecord'> = {}) => {
    const asked: string[] = [];
    const ask: Ask = ({ query, variables }) => {
        asked.push(String(query));
        return Promise.resolve(answerOf(rows, { query: String(query), variables }).data);
    };
    const readRecord = jest.fn().mockResolvedValue(null);
    return { asked, ask, readRecord, phoneLibrary: libphonenumber as never, ...more };
};
const kindsOf = async (list: readonly Expectation[], run: RunOptions) =>
    (await runExpectations(list, run)).map(({ verdict }) => verdict.kind);

describe('Trying expectations', () => {
    it('reads each agent once, and tells how far it is', async () => {
        const onProgress = jest.fn();
        const run = options(CONFIGURED, { onProgress });
        const blocked = { outcome: 'blocked', errorCode: 'NUMBER_NOT_AVAILABLE' };
        expect(await kindsOf([expectation(), expectation({ expected: blocked })], run)).toEqual([
            'passed',
            'changed'
        ]);
        expect(run.asked).toHaveLength(2);
        expect(onProgress.mock.calls).toEqual([
            [1, 2],
            [2, 2]
        ]);
    });

    it('tries a draft of rules, and what is saved for comparison', async () => {
        const run = options(CONFIGURED, { draft: { rules: [germany] } });
        const british = expectation({}, { number: '020 7946 0018' });
        const judged = await runExpectations([expectation(), british], run);
        expect(judged.map(({ verdict, before }) => [verdict.kind, before?.kind])).toEqual([
            ['changed', 'passed'],
            ['passed', 'passed']
        ]);
        expect(judged.map(changedByDraft)).toEqual([true, false]);
        expect(judged[0].verdict).toMatchObject({ decision: { numberId: BERLIN, ruleId: 'new' } });
    });

    it('tries a draft of policies', async () => {
        const run = options(CONFIGURED, { draft: { policies: [] } });
        const [{ verdict }] = await runExpectations([expectation()], run);
        expect(verdict).toMatchObject({
            kind: 'changed',
            decision: { errorCode: 'NO_PRINCIPAL_NUMBER' }
        });
    });

    it('reads what rules ask about the record', async () => {
        const run = options({ ...CONFIGURED, rules: [industry] });
        run.readRecord.mockResolvedValue({
            id: CONTACT,
            apiName: 'Contact',
            fields: {
                AccountId: { value: '001000000000001AAA' },
                Account: {
                    value: { id: '', apiName: 'Account', fields: { Industry: { value: 'Travel' } } }
                }
            }
        });
        const call = { recordId: CONTACT, objectApiName: 'Contact' };
        const expected = { outcome: 'presented', numberId: BERLIN };
        expect(await kindsOf([expectation({ expected }, call)], run)).toEqual(['passed']);
        expect(run.readRecord).toHaveBeenCalledWith({
            recordId: CONTACT,
            fields: ['Contact.Account.Industry', 'Contact.AccountId']
        });
    });

    it('says so where only the service can tell', async () => {
        const [{ verdict }] = await runExpectations(
            [expectation()],
            options({ ...CONFIGURED, rules: [selector] })
        );
        expect(verdict).toMatchObject({ kind: 'open', reason: 'selector', ruleId: selector.Id });
    });

    it('says so where the agent or the number is deleted, and asks nothing', async () => {
        const run = options();
        const gone = [expectation({}, { agentId: '' }), expectation({ expected: undefined })];
        const judged = await runExpectations(gone, run);
        expect(judged.map(({ verdict }) => verdict)).toEqual([
            { kind: 'unusable', reason: 'agentGone' },
            { kind: 'unusable', reason: 'numberGone' }
        ]);
        expect(run.asked).toEqual([]);
    });

    it('goes on with the others where one cannot be read', async () => {
        const run = options({ ...CONFIGURED, rules: [industry] });
        run.readRecord.mockRejectedValue(new Error('The org is away.'));
        const call = { recordId: CONTACT, objectApiName: 'Contact' };
        const judged = await runExpectations([expectation({}, call), expectation()], run);
        expect(judged.map(({ verdict }) => verdict)).toMatchObject([
            { kind: 'failed', errors: ['The org is away.'] },
            { kind: 'passed' }
        ]);
    });

    it('stops before the next one', async () => {
        const stop = new AbortController();
        const run = options(CONFIGURED, { signal: stop.signal, onProgress: () => stop.abort() });
        expect(await kindsOf([expectation(), expectation()], run)).toEqual(['passed']);
    });
});

it('what is kept is what is read', async () => {
    const value = (of: unknown) => ({ value: of });
    const change = expectationChange('Germans', expectation().call, {
        outcome: 'presented',
        numberId: HEAD_OFFICE as NumberId,
        number: '+442079460000' as never,
        source: 'principal',
        trace: []
    }) as { readonly fields: Readonly<Record<string, unknown>> };
    const node = {
        Id: 'e1',
        SystemModstamp: value('09:00'),
        Agent__r: { Name: value('Anna') },
        Expected_Number__r: { Name: value('Head office') },
        ...Object.fromEntries(Object.entries(change.fields).map(([f, of]) => [f, value(of)]))
    };
    const deleted = {
        ...node,
        Id: 'e2',
        Expected_Number__c: value(null),
        Expected_Number__r: null
    };
    const pageInfo = { hasNextPage: false, endCursor: null };
    const ask: Ask = () =>
        Promise.resolve({
            uiapi: { query: { rows: { edges: [{ node }, { node: deleted }], pageInfo } } }
        });
    expect(await readExpectations(ask)).toEqual([
        expectation(),
        expectation({ id: 'e2', expected: undefined, numberName: '' })
    ]);
});

it('what is accepted is said where it was seen, and nothing else is written', () => {
    const blocked = { outcome: 'blocked', errorCode: 'SELECTOR_ERROR', trace: [] } as const;
    expect(expectationAcceptance(expectation(), blocked)).toEqual({
        kind: 'update',
        object: 'Callback_Expectation__c',
        id: 'e1',
        seen: '09:00',
        fields: {
            Expected_Outcome__c: 'Blocked',
            Expected_Number__c: null,
            Expected_Error__c: 'SELECTOR_ERROR'
        }
    });
});
