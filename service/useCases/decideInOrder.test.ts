import { describe, expect, it } from 'vitest';
import type { OrgPorts } from '../ports.ts';
import type { DecisionAnswer, DialRequest } from '../types.ts';
import {
    account,
    ADA,
    CONTACT,
    ENTRY,
    fieldRule,
    listRule,
    NUMBERS,
    prefixRule,
    selectorRule
} from './testing/account.ts';
import { open } from './testing/open.ts';

const entry = (n: number, more: Partial<DialRequest> = {}): DialRequest => ({
    agentId: ADA,
    channel: 'connect',
    number: `+44${2_079_460_000 + n}`,
    dialKey: `entry-${n}`,
    ...more
});

function* entries(count: number, more: Partial<DialRequest> = {}): Generator<DialRequest> {
    for (let n = 0; n < count; n++) {
        yield entry(n, more);
    }
}

type Answers = AsyncIterable<DecisionAnswer | { error: Error; dialKey?: string }>;

async function all(answers: Answers) {
    const found = [];
    for await (const answer of answers) {
        found.push(answer);
    }
    return found;
}

/** Counts how many questions come together. */
function counted() {
    const sizes = { fields: [] as number[], entries: [] as number[], selectors: [] as number[] };
    const spy = (ports: OrgPorts): OrgPorts => ({
        ...ports,
        records: {
            ...ports.records,
            readFields: (requests) => {
                sizes.fields.push(requests.length);
                return ports.records.readFields(requests);
            },
            readDialEntries: (ids) => {
                sizes.entries.push(ids.length);
                return ports.records.readDialEntries(ids);
            }
        },
        selector: {
            select: (requests) => {
                sizes.selectors.push(requests.length);
                return ports.selector.select(requests);
            }
        }
    });
    return { sizes, spy };
}

describe('A list of dials', () => {
    it('is answered in its order, from a plain or an asynchronous source', async () => {
        const service = await open(account(prefixRule('+44')));
        async function* later() {
            yield* entries(4_500);
        }
        for (const list of [entries(4_500), later(), [...entries(4_500)]]) {
            const answers = await all(service.decideAll(list));
            expect(answers.map(({ dialKey }) => dialKey)).toEqual(
                Array.from({ length: 4_500 }, (_, n) => `entry-${n}`)
            );
        }
    });

    it('is logged', async () => {
        const org = account();
        const service = await open(org);
        await all(service.decideAll(entries(500)));
        await service.flush();
        expect(org.log.size).toBe(500);
    });

    it('goes on after a dial that cannot be decided: the error stands in its place', async () => {
        const service = await open(account());
        const list = [
            entry(0),
            entry(1, { number: '' }),
            null as unknown as DialRequest,
            entry(3, { agentId: 'nobody' }),
            entry(4)
        ];
        const answers = await all(service.decideAll(list));
        expect(answers).toMatchObject([
            { outcome: 'presented' },
            { error: { code: 'INVALID_DIAL', field: 'number' }, dialKey: 'entry-1' },
            { error: { code: 'INVALID_DIAL' } },
            { error: { code: 'INVALID_DIAL', field: 'agentId' }, dialKey: 'entry-3' },
            { outcome: 'presented' }
        ]);
    });

    it('asks for the facts of many dials together', async () => {
        const { sizes, spy } = counted();
        const org = account(
            listRule(),
            fieldRule('LeadSource', 'Nothing'),
            selectorRule('flow:Gold')
        );
        org.rows.dialLists = [];
        org.selectors.set('flow:Gold', () => ({ status: 'answered', number: NUMBERS.berlin }));
        const service = await open(org, {}, spy);
        const answers = await all(
            service.decideAll(entries(4_500, { dialEntryId: ENTRY, recordId: CONTACT }))
        );
        expect(answers.every((answer) => 'source' in answer && answer.source === 'rule')).toBe(
            true
        );
        expect(sizes.fields).toEqual([2_000, 2_000, 500]);
        expect(sizes.entries).toEqual([2_000, 2_000, 500]);
        expect(sizes.selectors).toEqual(Array(45).fill(100));
    });

    it('is read only as far as its answers are taken', async () => {
        const service = await open(account());
        let read = 0;
        function* endless() {
            for (;;) {
                yield entry(read++);
            }
        }
        for await (const answer of service.decideAll(endless())) {
            if (answer.dialKey === 'entry-2500') {
                break;
            }
        }
        expect(read).toBeLessThanOrEqual(4_001);
    });

    it('ends with the error of its source', async () => {
        const service = await open(account());
        function* broken() {
            yield entry(0);
            throw new Error('The file ends here.');
        }
        await expect(all(service.decideAll(broken()))).rejects.toThrow('The file ends here.');
    });

    it('of 100,000 loses no line of the log although memory holds far fewer', async () => {
        const org = account(prefixRule('+44'));
        const lost: string[] = [];
        const service = await open(org, {
            capacity: 4_000,
            onRefused: (_, reason) => lost.push(reason)
        });
        let answered = 0;
        for await (const answer of service.decideAll(entries(100_000))) {
            answered += 'outcome' in answer ? 1 : 0;
        }
        await service.flush();
        expect(answered).toBe(100_000);
        expect(lost).toEqual([]);
        expect(org.log.size).toBe(100_000);
    });

    it('leaves others their turn', async () => {
        const service = await open(account(prefixRule('+44')));
        let turns = 0;
        const ticking = setInterval(() => turns++, 0);
        for await (const answer of service.decideAll(entries(50_000))) {
            void answer;
        }
        clearInterval(ticking);
        expect(turns).toBeGreaterThanOrEqual(10);
    });
});
