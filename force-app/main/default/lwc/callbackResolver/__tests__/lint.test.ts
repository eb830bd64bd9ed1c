import { createDirectory, lint } from '../callbackResolver';
import type { Row } from './decisionTable';
import { contactField, dialList, otherObjectField, prefix, selector } from './ruleSketches';
import { directoryRowsOf } from './world';

/** What lint says about these rules in the world of the decision table. */
function findings(rules: NonNullable<Row['rules']>, policy: Row['policy'] = {}) {
    const rows = directoryRowsOf({
        says: '',
        channel: 'manual',
        rules,
        policy,
        then: { blocked: 'UNKNOWN_AGENT' },
        because: []
    });
    return lint(rows.rules, createDirectory(rows));
}

const RESTRICTED = { restrictNumbers: true } as const;

describe('lint', () => {
    it('has nothing to say about rules that all have their turn', () => {
        expect(
            findings([
                prefix('+44', 'London'),
                prefix('+4420', 'Paris'),
                contactField('Department', 'equals', 'Finance', 'Berlin'),
                dialList('Spring campaign', 'Paris'),
                selector('flow:Pick_Number')
            ])
        ).toEqual([]);
    });

    it('leaves inactive rules alone', () => {
        expect(findings([prefix('+44', 'Old town', { active: false })])).toEqual([]);
    });

    it('finds a rule whose number is retired', () => {
        expect(findings([prefix('+44', 'Old town')])).toEqual([
            { code: 'RULE_NUMBER_RETIRED', ruleId: '+44', numberId: 'Old town' }
        ]);
    });

    it('finds a rule whose number no agent may present', () => {
        expect(findings([prefix('+44', 'Paris')], RESTRICTED)).toEqual([
            { code: 'RULE_NUMBER_NO_AGENT', ruleId: '+44', numberId: 'Paris' }
        ]);
    });

    it('asks only the agents that the rule is for', () => {
        const forGroup = (group: 'Sales' | 'Support') =>
            findings([prefix('+44', 'London', { group })], RESTRICTED);
        expect(forGroup('Sales')).toEqual([]);
        expect(forGroup('Support')).toEqual([
            { code: 'RULE_NUMBER_NO_AGENT', ruleId: '+44', numberId: 'London' }
        ]);
    });

    it('finds a rule that no agent can use because nothing is automated', () => {
        const off = { automateClickToDial: false, automateConnect: false };
        expect(findings([prefix('+44', 'London')], off)).toEqual([
            { code: 'RULE_NO_AGENT', ruleId: '+44' }
        ]);
    });

    it('finds a rule for a channel that is not automated', () => {
        const rules = [prefix('+44', 'London', { channel: 'connect' })];
        expect(findings(rules, { automateConnect: false })).toEqual([
            { code: 'RULE_NO_AGENT', ruleId: '+44' }
        ]);
    });

    it('finds the same prefix for the same channel and group, whatever the priorities', () => {
        const rules = [
            prefix('+44', 'London', { priority: 1 }),
            { ...prefix('+44', 'Paris', { priority: 2 }), name: 'again' }
        ];
        expect(findings(rules)).toEqual([
            { code: 'RULE_PREFIX_DUPLICATE', ruleId: 'again', sameAsRuleId: '+44' }
        ]);
    });

    it('takes the same prefix for another channel as another rule', () => {
        const rules = [
            prefix('+44', 'London', { channel: 'connect' }),
            { ...prefix('+44', 'Paris', { channel: 'clickToDial' }), name: 'again' }
        ];
        expect(findings(rules)).toEqual([]);
    });
});

describe('lint finds a rule shadowed', () => {
    const shadowed = (earlier: ReturnType<typeof prefix>, later: ReturnType<typeof prefix>) =>
        findings([
            { ...earlier, name: 'earlier', priority: 1 },
            { ...later, name: 'later', priority: 2 }
        ]).some(({ code }) => code === 'RULE_SHADOWED');
    const field = contactField;

    it.each([
        ['by a shorter prefix', prefix('+44', 'London'), prefix('+4420', 'Paris')],
        [
            'by the same record field and value',
            field('Title', 'equals', 'CEO', 'Paris'),
            field('Title', 'equals', 'ceo', 'London')
        ],
        [
            'by a value list that holds its value',
            field('Title', 'isOneOf', 'CEO;CFO', 'Paris'),
            field('Title', 'equals', 'CFO', 'London')
        ],
        [
            'by a part of its value',
            field('Title', 'contains', 'e', 'Paris'),
            field('Title', 'startsWith', 'CEO', 'London')
        ],
        [
            'by a shorter beginning',
            field('Title', 'startsWith', 'C', 'Paris'),
            field('Title', 'isOneOf', 'CEO; CFO', 'London')
        ],
        [
            'by the same blank field',
            field('Title', 'isBlank', undefined, 'Paris'),
            field('title', 'isBlank', undefined, 'London')
        ],
        ['by a rule for any list', dialList('any', 'Paris'), dialList('Win back', 'London')]
    ])('%s', (_, earlier, later) => {
        expect(shadowed(earlier, later)).toBe(true);
    });

    it.each([
        ['a longer prefix before it', prefix('+4420', 'London'), prefix('+44', 'Paris')],
        [
            'a shorter prefix for another channel',
            prefix('+44', 'London', { channel: 'connect' }),
            prefix('+4420', 'Paris')
        ],
        [
            'a shorter prefix for one group',
            prefix('+44', 'London', { group: 'Sales' }),
            prefix('+4420', 'Paris')
        ],
        [
            'a shorter prefix whose number is retired',
            prefix('+44', 'Old town'),
            prefix('+4420', 'Paris')
        ],
        [
            'the same field of another object',
            otherObjectField('Lead', 'Title', 'equals', 'CEO', 'Paris'),
            field('Title', 'equals', 'CEO', 'London')
        ],
        [
            'only some of its values before it',
            field('Title', 'equals', 'CEO', 'Paris'),
            field('Title', 'isOneOf', 'CEO;CFO', 'London')
        ],
        [
            'blank values, which hold no text',
            field('Title', 'isBlank', undefined, 'Paris'),
            field('Title', 'contains', 'a', 'London')
        ],
        [
            'lists with numbers of their own',
            dialList('any', 'its own'),
            dialList('Win back', 'London')
        ],
        ['a selector, whose answer is open', selector('flow:One'), selector('flow:One')]
    ])('but not by %s', (_, earlier, later) => {
        expect(shadowed(earlier, later)).toBe(false);
    });

    it('but not while a restricted agent is passed on to it', () => {
        const rules = [prefix('+44', 'London'), prefix('+4420', 'Head office', { priority: 20 })];
        expect(findings(rules, RESTRICTED)).toEqual([]);
    });

    it('where restricted agents are blocked instead of passed on', () => {
        const rules = [prefix('+44', 'London'), prefix('+4420', 'Head office', { priority: 20 })];
        expect(findings(rules, { ...RESTRICTED, whenUnavailable: 'block' })).toEqual([
            { code: 'RULE_SHADOWED', ruleId: '+4420', byRuleId: '+44' }
        ]);
    });

    it('in a proposed change that is not in force yet', () => {
        const rows = directoryRowsOf({
            says: '',
            channel: 'manual',
            then: { blocked: 'UNKNOWN_AGENT' },
            because: []
        });
        const proposed = directoryRowsOf({
            says: '',
            channel: 'manual',
            rules: [prefix('+44', 'London', { priority: 1 }), prefix('+4420', 'Paris')],
            then: { blocked: 'UNKNOWN_AGENT' },
            because: []
        }).rules;
        expect(lint(proposed, createDirectory(rows))).toHaveLength(1);
    });
});
