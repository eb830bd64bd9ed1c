import type { Decision, E164, NumberId, RuleId } from 'c/callbackResolver';
import {
    BLANK_CALL,
    changedByDraft,
    expectedOf,
    verdictOn,
    type Expectation,
    type Outlook,
    type Verdict
} from 'c/callbackSimulation';

const names = { numbers: new Map(), rules: new Map() };
const presented = (id: string, more: object = {}): Decision => ({
    outcome: 'presented',
    numberId: id as NumberId,
    number: '+442079460001' as E164,
    source: 'principal',
    trace: [],
    ...more
});
const BLOCKED: Decision = { outcome: 'blocked', errorCode: 'NO_PRINCIPAL_NUMBER', trace: [] };
const decided = (decision: Decision): Outlook => ({ kind: 'decided', decision });
const open: Outlook = { kind: 'open', reason: 'selector', ruleId: 'r' as RuleId };

describe('What becomes of an expectation', () => {
    it.each([
        ['the same number', presented('a'), presented('a'), 'passed'],
        [
            'the same number on another way',
            presented('a'),
            presented('a', { ruleId: 'r' }),
            'passed'
        ],
        ['another number', presented('a'), presented('b'), 'changed'],
        ['a number where the call was blocked', BLOCKED, presented('a'), 'changed'],
        ['a blocked call where there was a number', presented('a'), BLOCKED, 'changed'],
        ['the same error', BLOCKED, BLOCKED, 'passed'],
        [
            'another error',
            BLOCKED,
            { ...BLOCKED, errorCode: 'NUMBER_NOT_AVAILABLE' } as Decision,
            'changed'
        ]
    ])('%s', (_, before, now, kind) => {
        expect(verdictOn(expectedOf(before), decided(now), names)).toMatchObject({
            kind,
            decision: now
        });
    });

    it('is open where only the service can tell', () => {
        expect(verdictOn(expectedOf(BLOCKED), open, names)).toEqual({ ...open, names });
    });
});

describe('Whether a draft makes a difference', () => {
    const expectation: Expectation = {
        id: 'e',
        name: '',
        seen: '',
        call: BLANK_CALL,
        agentName: '',
        expected: expectedOf(presented('a')),
        numberName: ''
    };
    const verdict = (outlook: Outlook) => verdictOn(expectation.expected!, outlook, names);
    const A = verdict(decided(presented('a')));
    const B = verdict(decided(presented('b')));
    const C = verdict(decided(presented('c')));
    const failed: Verdict = { kind: 'failed', errors: ['Away.'] };

    it.each([
        ['the number changes', A, B, true],
        ['what was not as expected is now so', B, A, true],
        ['one wrong number becomes another one', B, C, true],
        ['it is decided as before', B, B, false],
        ['only the service can tell any more', A, verdict(open), true],
        ['it could not be read', failed, A, false],
        ['it can no longer be read', A, failed, false]
    ])('%s', (_, before, now, changes) => {
        expect(changedByDraft({ expectation, before, verdict: now })).toBe(changes);
    });

    it('there is none without a draft', () => {
        expect(changedByDraft({ expectation, verdict: B })).toBe(false);
    });
});
