import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogLine } from 'c/callbackLogWords';
import {
    countByOutcome,
    countLog,
    placeBehind,
    readLog,
    readNames,
    readTrace,
    readUse,
    type Ask,
    type LogQuery
} from 'c/callbackSetupData';
import type { AgentId, E164, NumberId, RuleId } from '#resolver';
import { startOwnOrg, type OwnOrg } from '../contract/localOrg.ts';
import { createDecisionLog } from '../jsforce/decisionLog.ts';
import type { DecisionRecord } from '../ports.ts';
import { line } from '../useCases/testing/records.ts';
import { askingAs } from './testing/browserSide.ts';
import { as, UiApi } from './testing/uiApi.ts';

/** What the service has logged, read by the page's data code with the rights of an admin. */
let own: OwnOrg;
let admin: UiApi;
let numberIds: readonly string[];
let ruleId: string;

const DAY: LogQuery = { from: '2026-03-02T00:00:00.000Z', until: '2026-03-03T00:00:00.000Z' };
const at = (time: string) => Date.parse(`2026-03-02T${time}Z`);
const ask: Ask = (request) => askingAs(admin)(request);
const asked = <Answer>(work: () => Promise<Answer>) => as(admin, work);
const read = async (more: Partial<LogQuery>) =>
    (await asked(() => readLog(ask, { ...DAY, ...more }, 50))).rows.map(({ dialled }) => dialled);

function presented(number: number, more: Partial<DecisionRecord>): DecisionRecord {
    return line(more.decidedAt!, {
        agentId: own.agentId,
        decision: {
            outcome: 'presented',
            numberId: numberIds[number] as NumberId,
            number: ['+442079460001', '+4930901820'][number] as E164,
            source: 'rule',
            ruleId: ruleId as RuleId,
            trace: [
                {
                    code: 'RULE_USED',
                    ruleId: ruleId as RuleId,
                    numberId: numberIds[number] as NumberId
                }
            ]
        },
        ...more
    });
}

beforeAll(async () => {
    own = await startOwnOrg();
    admin = new UiApi(own.org.signIn('admin@callback-numbers.example'));
    numberIds = own.create('Callback_Number__c', [
        { Name: 'London', Number__c: '+442079460001', Active__c: true },
        { Name: 'Berlin', Number__c: '+4930901820', Active__c: true }
    ]);
    [ruleId] = own.create('Callback_Rule__c', [
        { Name: 'Any list', Priority__c: 10, Type__c: 'Dial list', Channel__c: 'Connect' }
    ]);
    const blocked = (time: string, dialedNumber: string) =>
        line(at(time), { agentId: own.agentId, decidedAt: at(time), dialedNumber });
    const written = await createDecisionLog(own.connection).write([
        presented(0, { decidedAt: at('08:00:00'), dialedNumber: '+442071110001' }),
        presented(0, { decidedAt: at('09:00:00'), dialedNumber: '+442071110002' }),
        presented(1, {
            decidedAt: at('09:00:00'),
            dialKey: 'the same moment',
            dialedNumber: '+4930111',
            channel: 'connect'
        }),
        blocked('10:00:00', '999'),
        presented(0, {
            decidedAt: at('11:00:00'),
            dialedNumber: '+442079999001',
            refusal: { code: 'CALLER_ID_REFUSED', reason: 'Not verified.' }
        }),
        blocked('23:30:00', '100%'),
        blocked('23:40:00', 'a_b'),
        line(1, { agentId: '005000000000001AAA' as AgentId, decidedAt: at('23:50:00') })
    ]);
    expect(written.every(({ status }) => status === 'written')).toBe(true);
});
afterAll(() => own.close());

describe('The log as the page reads it', () => {
    it('has the newest decision first, with what is known of it', async () => {
        const { rows, next } = await asked(() => readLog(ask, { ...DAY, channel: 'connect' }, 50));
        expect(next).toBeUndefined();
        expect(rows).toEqual([
            {
                id: expect.any(String),
                name: expect.stringMatching(/^DECISION-\d+$/),
                decidedAt: expect.stringContaining('2026-03-02T09:00:00'),
                agent: expect.any(String),
                channel: 'connect',
                dialled: '+4930111',
                recordId: '',
                outcome: 'presented',
                label: 'Berlin',
                number: '+4930901820',
                source: 'rule',
                rule: 'Any list',
                errorCode: '',
                telephonyReason: ''
            } satisfies Record<keyof LogLine, unknown>
        ]);
    });

    it('says of a call that the telephony refused which number it was to present, and why it was not made', async () => {
        const { rows } = await asked(() => readLog(ask, { ...DAY, outcome: 'refused' }, 50));
        expect(rows).toMatchObject([
            {
                dialled: '+442079999001',
                outcome: 'refused',
                label: 'London',
                number: '+442079460001',
                source: 'rule',
                rule: 'Any list',
                errorCode: 'CALLER_ID_REFUSED',
                telephonyReason: 'Not verified.'
            }
        ]);
        expect(await read({ outcome: 'presented', numberId: numberIds[0] })).toHaveLength(2);
    });

    it('comes page by page, none twice and none left out, also within one moment', async () => {
        const pages: LogLine[] = [];
        let isMore = true;
        while (isMore) {
            const page = await asked(() => readLog(ask, DAY, 1, placeBehind(pages)));
            pages.push(...page.rows);
            isMore = page.next !== undefined;
        }
        const whole = await asked(() => readLog(ask, DAY, 50));
        expect(pages).toEqual(whole.rows);
        expect(pages).toHaveLength(8);
        expect(await asked(() => countLog(ask, DAY))).toBe(8);
    });

    it.each<[Partial<LogQuery>, readonly string[]]>([
        [{ outcome: 'blocked', errorCode: 'NO_PRINCIPAL_NUMBER', dialled: '99' }, ['999', '999']],
        [{ errorCode: 'CALLER_ID_REFUSED' }, ['+442079999001']],
        [{ dialled: '020 7111' }, ['+442071110002', '+442071110001']],
        [{ dialled: '+44 (0)20 7111 0001' }, ['+442071110001']],
        [{ dialled: '0%' }, ['100%']],
        [{ dialled: 'a_b' }, ['a_b']],
        [{ dialled: '_' }, ['a_b']],
        [{ until: '2026-03-02T09:00:00.000Z' }, ['+442071110001']]
    ])('is filtered by %j', async (more, dialled) => {
        expect(await read(more)).toEqual(dialled);
    });

    it('is filtered by agent, number and rule', async () => {
        expect(await read({ agentId: own.agentId })).toHaveLength(7);
        expect(await read({ numberId: numberIds[1] })).toEqual(['+4930111']);
        expect(await read({ ruleId, numberId: numberIds[0] })).toHaveLength(3);
    });

    it('gives the trace of a decision, and what that speaks of is called now', async () => {
        const [gone] = own.create('Callback_Number__c', [
            { Name: 'Paris', Number__c: '+33142000000', Active__c: true }
        ]);
        const { rows } = await asked(() => readLog(ask, { ...DAY, channel: 'connect' }, 1));
        const trace = await asked(() => readTrace(ask, rows[0].id));
        expect(JSON.parse(trace!)).toEqual([{ code: 'RULE_USED', ruleId, numberId: numberIds[1] }]);
        await own.admin.destroy('Callback_Number__c', gone);
        const names = await asked(() => readNames(ask, [numberIds[1], gone], [ruleId]));
        expect([...names.numbers!]).toEqual([
            [numberIds[1], { label: 'Berlin', number: '+4930901820' }]
        ]);
        expect([...names.rules!]).toEqual([[ruleId, { name: 'Any list' }]]);
    });

    it('counts calls by number that was seen, and by rule, most first', async () => {
        expect(await asked(() => readUse(ask, DAY, 10))).toEqual({
            numbers: [
                { label: 'London', number: '+442079460001', calls: 2 },
                { label: 'Berlin', number: '+4930901820', calls: 1 }
            ],
            rules: [{ rule: 'Any list', calls: 4 }]
        });
        expect((await asked(() => readUse(ask, DAY, 1))).numbers).toHaveLength(1);
    });

    it('counts blocked and refused calls by days of the user, more than the org takes in one request', async () => {
        const hour = (n: number) => new Date(at('00:00:00') + n * 3_600_000).toISOString();
        const spans = Array.from({ length: 24 }, (_, n) => ({ from: hour(n), until: hour(n + 1) }));
        const counted = async (outcome: 'blocked' | 'refused') => {
            const counts = await asked(() => countByOutcome(ask, DAY, outcome, spans));
            return counts.flatMap((count, n) => (count > 0 ? [[n, count]] : []));
        };
        expect(await counted('blocked')).toEqual([
            [10, 1],
            [23, 3]
        ]);
        expect(await counted('refused')).toEqual([[11, 1]]);
    });
});

describe('An agent', () => {
    it('is told that there is no log for them', async () => {
        const username = own.org.engine.systemSession().retrieve('User', own.agentId)[
            'Username'
        ] as string;
        const agent = new UiApi(own.org.signIn(username));
        const errors = await as(agent, () => readLog(askingAs(agent), DAY, 50)).catch(
            (thrown: unknown) => thrown
        );
        expect(JSON.stringify(errors)).toContain('Callback_Decision__c');
    });
});
