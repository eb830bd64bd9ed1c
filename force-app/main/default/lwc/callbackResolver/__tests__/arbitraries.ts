import fc from 'fast-check';
import type {
    Dial,
    DialEntryFact,
    DirectoryRows,
    Facts,
    FieldFact,
    Need,
    SelectorFact
} from '../callbackResolver';

/** Small worlds, so that numbers, agents, groups and rules keep meeting each other. */
const numberId = fc.constantFrom('n0', 'n1', 'n2', 'n3');
const agentId = fc.constantFrom('a0', 'a1', 'a2');
const groupId = fc.constantFrom('g0', 'g1');
const listId = fc.constantFrom('l0', 'l1');
const ruleId = fc.integer({ min: 0, max: 999 }).map((n) => `r${String(n).padStart(3, '0')}`);
const digits = (minLength: number, maxLength: number) =>
    fc
        .array(fc.constantFrom('1', '2'), { minLength, maxLength })
        .map((chosen) => `+${chosen.join('')}`);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const field = fc.constantFrom('City', 'Account.Name');

const ruleBase = {
    id: ruleId,
    name: fc.constant('a rule'),
    priority: fc.integer({ min: 1, max: 3 }),
    active: fc.boolean(),
    channel: fc.constantFrom('any', 'clickToDial', 'connect'),
    agentGroupId: maybe(groupId)
};

const rule = fc.oneof(
    {
        weight: 3,
        arbitrary: fc.record({
            ...ruleBase,
            type: fc.constant('numberPrefix'),
            prefix: digits(1, 8),
            numberId
        })
    },
    {
        weight: 2,
        arbitrary: fc.record({
            ...ruleBase,
            type: fc.constant('recordField'),
            objectApiName: fc.constantFrom('Contact', 'Lead'),
            field,
            operator: fc.constantFrom('equals', 'startsWith', 'contains', 'isOneOf', 'isBlank'),
            value: maybe(fc.constantFrom('ab', 'a', 'b; ab', '')),
            numberId
        })
    },
    fc.record({
        ...ruleBase,
        type: fc.constant('dialList'),
        dialListId: maybe(listId),
        numberId: maybe(numberId)
    }),
    fc.record({
        ...ruleBase,
        type: fc.constant('customSelector'),
        selector: fc.constant('flow:Pick_Number')
    })
);

const policySettings = {
    principalNumberId: maybe(numberId),
    restrictNumbers: maybe(fc.boolean()),
    automateClickToDial: maybe(fc.boolean()),
    automateConnect: maybe(fc.boolean()),
    agentMayOverride: maybe(fc.boolean()),
    whenUnavailable: maybe(fc.constantFrom('useDefault', 'block'))
};
const policy = (scope: string, scopeKey: string) =>
    fc.record({ scope: fc.constant(scope), scopeKey: fc.constant(scopeKey), ...policySettings });

export const directoryRows = fc.record({
    numbers: fc.tuple(
        ...['n0', 'n1', 'n2', 'n3'].map((id, i) =>
            fc.record({
                id: fc.constant(id),
                label: fc.constantFrom('Office', 'Sales'),
                number: fc.constant(`+442079460${i}00`),
                active: fc.boolean()
            })
        )
    ),
    agents: fc.tuple(
        ...['a0', 'a1'].map((id) =>
            fc.record({
                id: fc.constant(id),
                name: fc.constant(id),
                active: fc.boolean(),
                profileId: fc.constantFrom('p0', 'p1'),
                groupIds: fc.uniqueArray(groupId),
                defaultNumberId: maybe(numberId)
            })
        )
    ),
    assignments: fc.array(
        fc.oneof(
            fc.record({ numberId, agentId: fc.constantFrom('a0', 'a1') }),
            fc.record({ numberId, agentGroupId: groupId })
        )
    ),
    policies: fc
        .tuple(
            ...['org', 'p0', 'p1', 'a0', 'a1'].map((key) =>
                maybe(
                    policy(
                        key === 'org' ? 'organization' : key.startsWith('p') ? 'profile' : 'user',
                        key
                    )
                )
            )
        )
        .map((policies) => policies.filter((one) => one !== undefined)),
    rules: fc.uniqueArray(rule, { selector: ({ id }) => id, maxLength: 12 }),
    dialLists: fc.tuple(
        ...['l0', 'l1'].map((id) =>
            fc.record({
                id: fc.constant(id),
                name: fc.constant(id),
                numberId: maybe(numberId)
            })
        )
    )
}) as unknown as fc.Arbitrary<DirectoryRows>;

export const dial = fc.record({
    agentId,
    channel: fc.constantFrom('manual', 'clickToDial', 'connect'),
    number: fc.oneof({ weight: 5, arbitrary: digits(7, 9) }, fc.constantFrom('999', '', '+12')),
    recordId: maybe(fc.constant('record')),
    objectApiName: maybe(fc.constantFrom('Contact', 'contact', 'Lead')),
    thisCallNumber: maybe(
        fc.constantFrom('+442079460000', '+442079460100', '+442079460200', '+449999999')
    ),
    dialEntryId: maybe(fc.constant('entry')),
    dialListId: maybe(listId)
}) as unknown as fc.Arbitrary<Dial>;

/** What the world outside would answer, whatever is asked. */
export const outside = fc.record({
    fields: fc.record({
        City: fieldFact(),
        'Account.Name': fieldFact()
    }),
    selector: fc.oneof(
        fc.record({
            status: fc.constant('answered'),
            number: fc.constantFrom(null, '+442079460000', '+442079460100', '+449999999')
        }),
        fc.record({ status: fc.constant('refused'), message: fc.constant('no') }),
        fc.record({ status: fc.constant('failed'), reason: fc.constant('TIMED_OUT') })
    ),
    dialEntry: fc.oneof(
        fc.record({ status: fc.constant('read'), dialListId: fc.constantFrom('l0', 'l1') }),
        fc.record({ status: fc.constant('unreadable'), reason: fc.constant('READ_FAILED') })
    )
}) as unknown as fc.Arbitrary<Outside>;

export interface Outside {
    readonly fields: Readonly<Record<string, FieldFact>>;
    readonly selector: SelectorFact;
    readonly dialEntry: DialEntryFact;
}

export function lookUp(outsideWorld: Outside, needs: readonly Need[], facts: Facts): Facts {
    const known: { -readonly [Key in keyof Facts]: Facts[Key] } = { ...facts };
    for (const need of needs) {
        switch (need.kind) {
            case 'recordFields':
                known.fields = {
                    ...known.fields,
                    ...Object.fromEntries(
                        need.fields.map((name) => [name, outsideWorld.fields[name]])
                    )
                };
                break;
            case 'selector':
                known.selectors = { ...known.selectors, [need.ruleId]: outsideWorld.selector };
                break;
            case 'dialEntry':
                known.dialEntry = outsideWorld.dialEntry;
        }
    }
    return known;
}

function fieldFact() {
    return fc.oneof(
        fc.record({
            status: fc.constant('read'),
            value: fc.constantFrom(null, '', 'AB', 'a', 'xab')
        }),
        fc.record({ status: fc.constant('unreadable'), reason: fc.constant('RECORD_NOT_FOUND') })
    );
}
