import fc from 'fast-check';
import {
    availableNumbers,
    createDirectory,
    decide,
    isE164,
    lint,
    type Decision,
    type Dial,
    type Directory,
    type DirectoryRows,
    type Facts,
    type Rule
} from '../callbackResolver';
import { dial, directoryRows, lookUp, outside, type Outside } from './arbitraries';

const MORE = { numRuns: 500 };

/** Decides with whatever the outside world answers; counts the questions. */
function decideFully(
    directory: Directory,
    aDial: Dial,
    world: Outside
): { decision: Decision; rounds: number } {
    let facts: Facts = {};
    for (let rounds = 1; rounds < 50; rounds++) {
        const resolution = decide(directory, aDial, facts);
        if (resolution.status === 'decided') {
            return { decision: resolution.decision, rounds };
        }
        facts = lookUp(world, resolution.needs, facts);
    }
    throw new Error('The resolver keeps asking.');
}

/** The order of prefix rules, written down as naively as possible. */
function firstMatchingRule(rows: DirectoryRows, aDial: Dial): Rule | undefined {
    const directory = createDirectory(rows);
    const agent = directory.agents.get(aDial.agentId);
    const usable = new Set(availableNumbers(directory, aDial.agentId).map(({ id }) => id));
    const inOrder = rows.rules
        .filter(({ active }) => active)
        .sort(
            (a, b) =>
                a.priority - b.priority ||
                (b.type === 'numberPrefix' ? b.prefix.length : 0) -
                    (a.type === 'numberPrefix' ? a.prefix.length : 0) ||
                a.id.localeCompare(b.id)
        );
    return inOrder.find(
        (rule) =>
            rule.type === 'numberPrefix' &&
            isE164(aDial.number) &&
            aDial.number.startsWith(rule.prefix) &&
            (rule.channel === 'any' || rule.channel === aDial.channel) &&
            (!rule.agentGroupId || agent?.groupIds.includes(rule.agentGroupId)) &&
            usable.has(rule.numberId)
    );
}

describe('Whatever is configured and whoever calls', () => {
    it('the order in which things are read never matters', () => {
        fc.assert(
            fc.property(
                directoryRows.chain((rows) =>
                    fc.tuple(fc.constant(rows), shuffledRows(rows), dial, outside)
                ),
                ([rows, shuffled, aDial, world]) => {
                    const one = createDirectory(rows);
                    const other = createDirectory(shuffled);
                    expect(decideFully(other, aDial, world)).toEqual(
                        decideFully(one, aDial, world)
                    );
                    expect(lint(shuffled.rules, other)).toEqual(lint(rows.rules, one));
                }
            ),
            MORE
        );
    });

    it('only a number that is available to the agent is ever presented', () => {
        fc.assert(
            fc.property(directoryRows, dial, outside, (rows, aDial, world) => {
                const directory = createDirectory(rows);
                const { decision } = decideFully(directory, aDial, world);
                const presented =
                    decision.outcome === 'presented'
                        ? [{ id: decision.numberId, number: decision.number, active: true }]
                        : [];
                const available = availableNumbers(directory, aDial.agentId);
                expect(available).toEqual(
                    expect.arrayContaining(presented.map((one) => expect.objectContaining(one)))
                );
            }),
            MORE
        );
    });

    it('deciding twice is the same', () => {
        fc.assert(
            fc.property(directoryRows, dial, outside, (rows, aDial, world) => {
                const directory = createDirectory(rows);
                const first = decideFully(directory, aDial, world);
                expect(decideFully(directory, aDial, world)).toEqual(first);
            }),
            MORE
        );
    });

    it('a question is never asked twice, so that deciding comes to an end', () => {
        fc.assert(
            fc.property(directoryRows, dial, outside, (rows, aDial, world) => {
                const { rounds } = decideFully(createDirectory(rows), aDial, world);
                const selectors = rows.rules.filter(({ type }) => type === 'customSelector');
                expect(rounds).toBeLessThanOrEqual(selectors.length + 3);
            }),
            MORE
        );
    });

    it('facts nobody asked for change nothing', () => {
        fc.assert(
            fc.property(directoryRows, dial, outside, (rows, aDial, world) => {
                const directory = createDirectory(rows);
                const everything: Facts = {
                    fields: world.fields,
                    selectors: Object.fromEntries(rows.rules.map(({ id }) => [id, world.selector])),
                    dialEntry: world.dialEntry
                };
                expect(decide(directory, aDial, everything)).toEqual({
                    status: 'decided',
                    decision: decideFully(directory, aDial, world).decision
                });
            }),
            MORE
        );
    });

    it('the trace ends with the step that decided', () => {
        fc.assert(
            fc.property(directoryRows, dial, outside, (rows, aDial, world) => {
                const { decision } = decideFully(createDirectory(rows), aDial, world);
                const last = decision.trace[decision.trace.length - 1];
                expect(last.code.endsWith('_USED')).toBe(decision.outcome === 'presented');
            }),
            MORE
        );
    });

    it('prefix rules alone decide as a search through the sorted list would', () => {
        fc.assert(
            fc.property(directoryRows, dial, outside, (generated, generatedDial, world) => {
                const rows = {
                    ...generated,
                    rules: generated.rules.filter(({ type }) => type === 'numberPrefix'),
                    policies: generated.policies.map((policy) => ({
                        ...policy,
                        automateClickToDial: true,
                        whenUnavailable: 'useDefault' as const
                    }))
                };
                fc.pre(rows.policies.some(({ scope }) => scope === 'organization'));
                const { thisCallNumber: _, ...rest } = generatedDial;
                const aDial: Dial = { ...rest, channel: 'clickToDial' };
                const { decision } = decideFully(createDirectory(rows), aDial, world);
                const winner = firstMatchingRule(rows, aDial);
                expect(decision.ruleId).toBe(winner?.id);
            }),
            MORE
        );
    });
});

function shuffledRows(rows: DirectoryRows): fc.Arbitrary<DirectoryRows> {
    const shuffled = <T>(list: readonly T[]) =>
        fc.shuffledSubarray([...list], { minLength: list.length });
    return fc.record({
        numbers: shuffled(rows.numbers),
        agents: shuffled(rows.agents),
        assignments: shuffled(rows.assignments),
        policies: shuffled(rows.policies),
        rules: shuffled(rows.rules),
        dialLists: shuffled(rows.dialLists)
    });
}
