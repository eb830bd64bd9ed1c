import fc from 'fast-check';
import { NEW_RULE } from 'c/callbackRuleForm';
import { compareRules, type Ordered } from 'c/callbackResolver';
import { HIGHEST_PRIORITY, renumber } from '../renumber';

const rule = (id: string, priority: number, prefix?: string): Ordered => ({
    id,
    priority,
    type: prefix ? 'numberPrefix' : 'recordField',
    prefix
});
const renumbered = (wanted: readonly Ordered[]) => {
    const changes = renumber(wanted);
    return wanted.map((one) => ({ ...one, priority: changes.get(one.id) ?? one.priority }));
};
const isInOrder = (rules: readonly Ordered[]) =>
    rules.every((one, at) => at === 0 || compareRules(rules[at - 1], one) < 0);

/** The fewest changes there can be, by trying every choice of rules that stay. */
function fewest(wanted: readonly Ordered[]): number {
    let best = wanted.length;
    for (let stays = 0; stays < 2 ** wanted.length; stays += 1) {
        const changes = wanted.filter((_, at) => !(stays & (1 << at))).length;
        if (changes < best && fits(wanted, stays)) {
            best = changes;
        }
    }
    return best;
}
function fits(wanted: readonly Ordered[], stays: number): boolean {
    let before: Ordered | undefined;
    return wanted.every((one, at) => {
        const isKept = Boolean(stays & (1 << at));
        const tied = before && { ...one, priority: before.priority };
        const lowest = !before
            ? -HIGHEST_PRIORITY
            : compareRules(before, tied!) < 0
              ? before.priority
              : before.priority + 1;
        const fitting = isKept ? one.priority >= lowest : lowest <= HIGHEST_PRIORITY;
        before = isKept ? one : { ...one, priority: lowest };
        return fitting;
    });
}

describe('Renumbering rules', () => {
    it('changes nothing where the order is right already', () => {
        expect(renumber([rule('b', 10), rule('c', 10), rule('a', 30)])).toEqual(new Map());
    });

    it('gives one rule that was moved a place between its neighbours', () => {
        const moved = [rule('a', 10), rule('d', 40), rule('b', 20), rule('c', 30)];
        expect(renumber(moved)).toEqual(new Map([['d', 15]]));
    });

    it('leaves gaps of 10 at the end, and room before the first', () => {
        expect(renumber([rule('a', 10), rule('c', 30), rule('d', 40), rule('b', 20)])).toEqual(
            new Map([['b', 50]])
        );
        expect(renumber([rule('c', 30), rule('a', 10), rule('b', 20)])).toEqual(
            new Map([['c', 5]])
        );
    });

    it('gives a new rule a priority wherever it stands', () => {
        expect(renumber([rule('a', 10), rule(NEW_RULE, 10)])).toEqual(new Map([[NEW_RULE, 20]]));
        expect(renumber([rule(NEW_RULE, 10)])).toEqual(new Map([[NEW_RULE, 10]]));
    });

    it('moves neighbours aside only where there is no room', () => {
        const crowded = [rule('z', 1), rule('y', 9), rule('x', 2), rule('w', 3)];
        expect(isInOrder(renumbered(crowded))).toBe(true);
        expect(renumber(crowded).size).toBe(2);
    });

    it('always gives the order wanted, with as few changes as possible', () => {
        const rules = fc
            .uniqueArray(
                fc.record({
                    id: fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1 }),
                    priority: fc.oneof(
                        fc.integer({ min: -3, max: 12 }),
                        fc.integer({ min: HIGHEST_PRIORITY - 3, max: HIGHEST_PRIORITY })
                    ),
                    prefix: fc.constantFrom(undefined, '+4', '+44')
                }),
                { selector: ({ id }) => id, maxLength: 7 }
            )
            .map((all) => all.map(({ id, priority, prefix }) => rule(id, priority, prefix)));
        fc.assert(
            fc.property(rules, (wanted) => {
                const result = renumbered(wanted);
                expect(isInOrder(result)).toBe(true);
                expect(Math.max(0, ...result.map(({ priority }) => priority))).toBeLessThanOrEqual(
                    HIGHEST_PRIORITY
                );
                expect(renumber(wanted).size).toBe(fewest(wanted));
            }),
            { numRuns: 500 }
        );
    });
});
