import fc from 'fast-check';
import { planPairs, type Pair, type PairRequest } from 'c/callbackSetupData';
import { rowChangeOf } from '../pairs';

const ITEMS = ['n1', 'n2', 'n3', 'n4'];
const AGENTS = ['a1', 'a2', 'a3'];

const items = fc.uniqueArray(fc.constantFrom(...ITEMS));
const requests: fc.Arbitrary<PairRequest> = fc
    .record({ ids: fc.uniqueArray(fc.constantFrom(...AGENTS)), add: items, remove: items })
    .map(({ ids, add, remove }) => ({
        kind: 'number',
        assignees: ids.map((id) => ({ id, kind: 'agent' })),
        add,
        remove: remove.filter((id) => !add.includes(id))
    }));
const existing: fc.Arbitrary<readonly Pair[]> = fc.uniqueArray(
    fc
        .tuple(fc.constantFrom(...ITEMS), fc.constantFrom(...AGENTS))
        .map(([itemId, assigneeId]) => ({ itemId, assigneeId, recordId: itemId + assigneeId })),
    { selector: ({ recordId }) => recordId }
);

it('plans exactly what leads from what is there to what is wanted', () => {
    fc.assert(
        fc.property(requests, existing, (request, pairs) => {
            const plan = planPairs(request, pairs);
            const after = new Set(pairs.map(({ recordId }) => recordId));
            for (const change of plan.changes) {
                const key = change.itemId + change.assignee.id;
                // Nothing is made that is there, nothing deleted that is not.
                expect(after.has(key)).toBe(change.action === 'remove');
                after[change.action === 'add' ? 'add' : 'delete'](key);
            }
            const ids = new Set(request.assignees.map(({ id }) => id));
            const wanted = ITEMS.flatMap((item) =>
                AGENTS.map((agent) => item + agent).filter((key) => {
                    const isConcerned = ids.has(key.slice(2));
                    if (isConcerned && request.add.includes(item)) {
                        return true;
                    }
                    const stays = !isConcerned || !request.remove.includes(item);
                    return stays && pairs.some(({ recordId }) => recordId === key);
                })
            );
            expect([...after].sort()).toEqual(wanted.sort());
        })
    );
});

it('counts for each item what changes and what stays', () => {
    fc.assert(
        fc.property(requests, existing, (request, pairs) => {
            const { changes, items: plans } = planPairs(request, pairs);
            expect(plans.map(({ itemId }) => itemId)).toEqual([...request.add, ...request.remove]);
            for (const plan of plans) {
                const own = changes.filter(({ itemId }) => itemId === plan.itemId);
                expect(plan.changes).toBe(own.length);
                expect(plan.changes + plan.same).toBe(request.assignees.length);
            }
        })
    );
});

it('writes a pair under the key that its object asks for', () => {
    const made = (kind: 'agent' | 'group') =>
        rowChangeOf('number', { action: 'add', itemId: 'n1', assignee: { id: 'x', kind } });
    expect(made('agent')).toEqual({
        kind: 'create',
        object: 'Callback_Number_Assignment__c',
        fields: { Callback_Number__c: 'n1', Agent__c: 'x', Key__c: 'n1:x' }
    });
    expect(made('group')).toMatchObject({ fields: { Agent_Group__c: 'x' } });
    expect(
        rowChangeOf('membership', {
            action: 'add',
            itemId: 'g1',
            assignee: { id: 'a1', kind: 'agent' }
        })
    ).toEqual({
        kind: 'create',
        object: 'Agent_Group_Member__c',
        fields: { Agent_Group__c: 'g1', Agent__c: 'a1', Key__c: 'g1:a1' }
    });
});
