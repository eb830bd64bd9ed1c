import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ServiceError } from '../errors.ts';
import type { OrgPorts, RecordFieldsRequest, SelectorRequest } from '../ports.ts';
import type { DialRequest } from '../types.ts';
import {
    account,
    ADA,
    BEN,
    BERLIN,
    CONTACT,
    ENTRY,
    fieldRule,
    FORMER,
    listRule,
    NOBODY,
    NUMBERS,
    prefixRule,
    selectorRule
} from './testing/account.ts';
import { open } from './testing/open.ts';

const dial = (more: Partial<DialRequest> = {}): DialRequest => ({
    agentId: ADA,
    channel: 'clickToDial',
    number: '020 7946 0018',
    ...more
});

/** Ports that tell what is asked of them. */
function watched() {
    const asked = {
        records: [] as (readonly RecordFieldsRequest[])[],
        entries: [] as (readonly string[])[],
        selectors: [] as (readonly SelectorRequest[])[]
    };
    const spy = (ports: OrgPorts): OrgPorts => ({
        ...ports,
        records: {
            ...ports.records,
            readFields: (requests) => {
                asked.records.push(requests);
                return ports.records.readFields(requests);
            },
            readDialEntries: (ids) => {
                asked.entries.push(ids);
                return ports.records.readDialEntries(ids);
            }
        },
        selector: {
            select: (requests) => {
                asked.selectors.push(requests);
                return ports.selector.select(requests);
            }
        }
    });
    return { asked, spy };
}

describe('A decision', () => {
    it('names the number, the rule and the reason, and is logged', async () => {
        const rule = prefixRule('+44');
        const org = account(rule);
        const service = await open(org);

        const answer = await service.decide(dial({ dialKey: 'call-1' }));

        expect(answer).toMatchObject({
            outcome: 'presented',
            source: 'rule',
            callbackNumber: { id: BERLIN, label: 'Berlin', number: NUMBERS.berlin },
            rule: { id: rule.id, name: rule.name },
            dialedNumber: '+442079460018',
            dialKey: 'call-1',
            agentId: ADA,
            channel: 'clickToDial'
        });
        expect(answer.reason).toContain('Berlin');
        expect(Date.parse(answer.decidedAt)).toBeGreaterThan(0);
        await service.flush();
        expect([...org.log.values()]).toMatchObject([
            { dialKey: `${ADA}:call-1`, agentKnown: true, dialedNumber: '+442079460018' }
        ]);
    });

    it('that is only explained is not logged', async () => {
        const org = account();
        const service = await open(org);
        expect(await service.explain(dial())).toMatchObject({ source: 'principal' });
        await service.flush();
        expect(org.log.size).toBe(0);
    });

    it('of one agent cannot overwrite the line of another by naming its key', async () => {
        const org = account();
        const service = await open(org);
        await service.decide(dial({ dialKey: 'same' }));
        await service.decide(dial({ dialKey: 'same', agentId: BEN }));
        await service.decide(dial({ dialKey: 'same', number: '999' }));
        await service.flush();
        expect([...org.log.keys()].sort()).toEqual([`${ADA}:same`, `${BEN}:same`]);
        expect(org.log.get(`${ADA}:same`)?.dialedNumber).toBe('999');
    });

    it('has a key of its own where none is given', async () => {
        const service = await open(account());
        const [one, two] = [await service.explain(dial()), await service.explain(dial())];
        expect(one.dialKey).not.toBe(two.dialKey);
    });

    it.each([
        ['unknown', NOBODY, 'AGENT_UNKNOWN', false],
        ['inactive', FORMER, 'AGENT_INACTIVE', true]
    ])('for an agent who is %s is blocked, and logged', async (_, agentId, code, agentKnown) => {
        const org = account();
        const service = await open(org);
        expect(await service.decide(dial({ agentId, dialKey: 'k' }))).toMatchObject({
            outcome: 'blocked',
            errorCode: 'UNKNOWN_AGENT',
            trace: [{ code }]
        });
        await service.flush();
        expect(org.log.get(`${agentId}:k`)).toMatchObject({ agentKnown });
    });

    it('reads the number with the country of the agent', async () => {
        const service = await open(account(prefixRule('+49')));
        const number = '030 23125 417';
        expect(await service.explain(dial({ agentId: BEN, number }))).toMatchObject({
            dialedNumber: '+493023125417',
            source: 'rule'
        });
        expect(await service.explain(dial({ agentId: ADA, number }))).toMatchObject({
            source: 'principal'
        });
    });

    it('takes a choice for this call in any format', async () => {
        const service = await open(account());
        expect(await service.explain(dial({ thisCallNumber: '0049 30 901820' }))).toMatchObject({
            source: 'thisCall',
            callbackNumber: { id: BERLIN }
        });
    });

    it.each(['999', '112', '2410', '*21#', 'reception'])(
        'is made for %s as well, which is no full number',
        async (number) => {
            const service = await open(account(prefixRule('+44')));
            expect(await service.explain(dial({ number: ` ${number} ` }))).toMatchObject({
                outcome: 'presented',
                dialedNumber: number,
                source: 'principal'
            });
        }
    );

    it('accepts ids of 15 characters', async () => {
        const service = await open(account(fieldRule('LeadSource', 'web')));
        const request = dial({ agentId: ADA.slice(0, 15), recordId: CONTACT.slice(0, 15) });
        expect(await service.explain(request)).toMatchObject({ agentId: ADA, source: 'rule' });
    });
});

describe('A call that the telephony did not make', () => {
    const refusal = { code: 'CALLER_ID_REFUSED', reason: 'Not verified.' } as const;

    it('is the line of its decision, with the refusal and nothing else changed', async () => {
        const org = account(prefixRule('+44'));
        const service = await open(org);
        const asked = dial({ dialKey: 'call-1', recordId: CONTACT });
        const answer = await service.decide(asked);
        await service.flush();
        const [before] = [...org.log.values()];

        service.recordRefusal(asked, answer, refusal);
        await service.flush();

        expect([...org.log.values()]).toEqual([{ ...before, refusal }]);
    });

    it('keeps the number it was for, though the agent has moved to another country', async () => {
        const org = account();
        const service = await open(org);
        const asked = dial({ dialKey: 'call-1' });
        const answer = await service.decide(asked);
        const [policy, ...others] = org.rows.policies;
        Object.assign(org.rows, { policies: [{ ...policy, defaultCountry: 'DE' }, ...others] });
        await service.reload();

        service.recordRefusal(asked, answer, refusal);
        await service.flush();

        expect(org.log.get(`${ADA}:call-1`)).toMatchObject({
            dialedNumber: '+442079460018',
            refusal
        });
    });

    it('was none where the decision was that there is no call', async () => {
        const service = await open(account());
        const asked = dial({ agentId: NOBODY });
        const answer = await service.decide(asked);
        expect(() => service.recordRefusal(asked, answer, refusal)).toThrow('decided');
    });
});

describe('Facts', () => {
    it('are not asked for where prefixes and defaults decide', async () => {
        const { asked, spy } = watched();
        const service = await open(account(prefixRule('+49'), prefixRule('+44')), {}, spy);
        await service.decide(dial());
        await service.decide(dial({ number: '999', recordId: CONTACT }));
        await service.decide(dial({ channel: 'manual', number: '+33199001234' }));
        expect(asked).toEqual({ records: [], entries: [], selectors: [] });
    });

    it('of dials that arrive together are asked for together', async () => {
        const { asked, spy } = watched();
        const org = account(
            fieldRule('LeadSource', 'Web'),
            fieldRule('Account.Industry', 'Banking')
        );
        const service = await open(org, {}, spy);
        const answers = await Promise.all(
            Array.from({ length: 200 }, () => service.decide(dial({ recordId: CONTACT })))
        );
        expect(answers.every((answer) => answer.outcome === 'presented')).toBe(true);
        expect(asked.records.map(({ length }) => length)).toEqual([200]);
        expect(asked.records[0][0].fields).toEqual(['LeadSource', 'Account.Industry']);
    });

    it('are read anew for every dial, since records change', async () => {
        const org = account(fieldRule('LeadSource', 'Web'));
        const service = await open(org);
        expect(await service.explain(dial({ recordId: CONTACT }))).toMatchObject({
            source: 'rule'
        });
        org.records.set(CONTACT, { LeadSource: 'Phone' });
        expect(await service.explain(dial({ recordId: CONTACT }))).toMatchObject({
            source: 'principal'
        });
    });

    it('are of the object that the record id says, not of the one the caller says', async () => {
        const { asked, spy } = watched();
        const service = await open(account(fieldRule('LeadSource', 'Web')), {}, spy);
        const stranger = { recordId: '00Q000000000001EAA', objectApiName: 'Contact' };
        expect(await service.explain(dial(stranger))).toMatchObject({ source: 'principal' });
        expect(asked.records).toEqual([]);
        await expect(
            service.explain(dial({ recordId: CONTACT, objectApiName: 'Lead' }))
        ).rejects.toMatchObject({ code: 'INVALID_DIAL', field: 'objectApiName' });
    });

    it('about a dial entry bring its list', async () => {
        const service = await open(account(listRule()));
        const request = dial({ channel: 'connect', dialEntryId: ENTRY });
        expect(await service.explain(request)).toMatchObject({
            source: 'rule',
            callbackNumber: { id: BERLIN }
        });
    });

    it('come from one selector after the other, each told of the dial', async () => {
        const { asked, spy } = watched();
        const org = account(selectorRule('flow:First'), selectorRule('apex:Second'));
        org.selectors.set('flow:First', () => ({ status: 'answered', number: null }));
        org.selectors.set('apex:Second', () => ({ status: 'answered', number: NUMBERS.berlin }));
        const service = await open(org, {}, spy);
        expect(await service.explain(dial({ recordId: CONTACT }))).toMatchObject({
            source: 'rule',
            rule: { name: 'apex:Second' }
        });
        expect(asked.selectors.map(([{ selector }]) => selector)).toEqual([
            'flow:First',
            'apex:Second'
        ]);
        expect(asked.selectors[0][0].dial).toMatchObject({
            agentId: ADA,
            number: '+442079460018',
            recordId: CONTACT,
            objectApiName: 'Contact'
        });
    });

    it("from a selector may be numbers as the agent's country writes them", async () => {
        const org = account(selectorRule('flow:Local'));
        org.selectors.set('flow:Local', () => ({ status: 'answered', number: '(030) 901820' }));
        const service = await open(org);
        expect(await service.explain(dial({ agentId: BEN }))).toMatchObject({
            source: 'rule',
            callbackNumber: { id: BERLIN }
        });
    });

    it('that cannot be had end in a decision all the same, with the trace saying so', async () => {
        const org = account(fieldRule('LeadSource', 'Web'), selectorRule('flow:Gone'));
        const service = await open(org);
        org.outage = 'The org is away.';
        const answer = await service.explain(dial({ recordId: CONTACT }));
        expect(answer).toMatchObject({ outcome: 'presented', source: 'principal' });
        expect(answer.trace).toEqual(
            expect.arrayContaining([
                expect.objectContaining({ code: 'RULE_FIELD_UNREADABLE', reason: 'READ_FAILED' }),
                expect.objectContaining({ code: 'RULE_SELECTOR_FAILED', reason: 'CALL_FAILED' })
            ])
        );
        org.outage = undefined;
    });

    it('are not asked for any more once a dial has waited for long enough', async () => {
        const names = Array.from({ length: 40 }, (_, n) => `flow:Slow_${n}`);
        const org = account(...names.map(selectorRule));
        const never = new Promise<never>(() => undefined);
        names.forEach((name) => org.selectors.set(name, () => never));
        const service = await open(org);
        const started = performance.now();
        const answer = await service.explain(dial());
        expect(performance.now() - started).toBeLessThan(7_000);
        expect(answer).toMatchObject({ source: 'principal' });
        expect(answer.trace.filter(({ code }) => code === 'RULE_SELECTOR_FAILED')).toHaveLength(40);
    });
});

describe('A dial that cannot be read', () => {
    const text = (value: unknown) => value as string;
    it.each<[string, Partial<DialRequest>]>([
        ['agentId', { agentId: '' }],
        ['agentId', { agentId: "005' OR Id != '" }],
        ['agentId', { agentId: '005000000000001AAB' }],
        ['agentId', { agentId: text(undefined) }],
        ['agentId', { agentId: text(5) }],
        ['channel', { channel: text('fax') as never }],
        ['channel', { channel: text('constructor') as never }],
        ['number', { number: '' }],
        ['number', { number: '   ' }],
        ['number', { number: '1'.repeat(65) }],
        ['number', { number: '020\u00007946' }],
        ['number', { number: '020\n7946' }],
        ['number', { number: '\ud800' }],
        ['number', { number: text(442079460018) }],
        ['recordId', { recordId: 'x' }],
        ['recordId', { recordId: '003-00000000001' }],
        ['objectApiName', { objectApiName: 'Contact WHERE' }],
        ['objectApiName', { objectApiName: text(['Contact']) }],
        ['thisCallNumber', { thisCallNumber: '' }],
        ['thisCallNumber', { thisCallNumber: text(null) }],
        ['dialEntryId', { dialEntryId: '*' }],
        ['dialListId', { dialListId: text({}) }],
        ['dialKey', { dialKey: '' }],
        ['dialKey', { dialKey: 'two words' }],
        ['dialKey', { dialKey: 'k'.repeat(65) }],
        ['dialKey', { dialKey: text(7) }]
    ])('is refused naming the field: %s %j', async (field, wrong) => {
        const org = account();
        const service = await open(org);
        const refusal = { code: 'INVALID_DIAL', field, message: expect.stringContaining(field) };
        await expect(service.decide(dial(wrong))).rejects.toMatchObject(refusal);
        await expect(service.explain(dial(wrong))).rejects.toMatchObject(refusal);
        await service.flush();
        expect(org.log.size).toBe(0);
    });

    it('is refused where it is no object at all', async () => {
        const service = await open(account());
        for (const nothing of [null, undefined, 'dial', 7]) {
            await expect(service.decide(nothing as unknown as DialRequest)).rejects.toMatchObject({
                code: 'INVALID_DIAL'
            });
        }
    });

    it('is decided or refused as invalid, whatever it holds', async () => {
        const service = await open(account(prefixRule('+44'), fieldRule('LeadSource', 'Web')));
        const anything = fc.oneof(fc.string(), fc.anything());
        const fields = [
            'agentId',
            'number',
            'recordId',
            'objectApiName',
            'thisCallNumber',
            'dialKey'
        ];
        await fc.assert(
            fc.asyncProperty(fc.constantFrom(...fields), anything, async (field, value) => {
                const answer = await service
                    .explain({ ...dial(), [field]: value })
                    .catch((error: ServiceError) => error);
                expect('outcome' in answer || answer.code === 'INVALID_DIAL').toBe(true);
            }),
            { numRuns: 300 }
        );
    });
});
