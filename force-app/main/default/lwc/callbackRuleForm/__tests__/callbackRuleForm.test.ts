import { BLANK_RULE, faultsOf, settingsOf, tidied, type RuleForm } from 'c/callbackRuleForm';

const form = (more: Partial<RuleForm>): RuleForm => ({ ...BLANK_RULE, name: 'A rule', ...more });

describe('What a rule needs', () => {
    it.each<[string, Partial<RuleForm>, readonly string[]]>([
        ['nothing said', { name: ' ' }, ['name', 'prefix', 'numberId']],
        ['a national prefix', { prefix: '020', numberId: 'n' }, ['prefix']],
        ['a whole prefix rule', { prefix: '+44 20', numberId: 'n' }, []],
        [
            'a field',
            { type: 'recordField' },
            ['objectApiName', 'field', 'operator', 'value', 'numberId']
        ],
        [
            'two relationships',
            {
                type: 'recordField',
                objectApiName: 'Contact',
                field: 'A.B.C',
                operator: 'equals',
                value: 'x',
                numberId: 'n'
            },
            ['field']
        ],
        [
            'a blank field',
            {
                type: 'recordField',
                objectApiName: 'Contact',
                field: 'Account.Type',
                operator: 'isBlank',
                numberId: 'n'
            },
            []
        ],
        ['any dial list', { type: 'dialList' }, []],
        ['a dial list on Click to dial', { type: 'dialList', channel: 'clickToDial' }, ['channel']],
        ['a selector without a kind', { type: 'customSelector', selector: 'Pick' }, ['selector']],
        ['a flow', { type: 'customSelector', selector: 'flow:Pick_Number' }, []]
    ])('%s', (_, more, faults) => {
        expect(faultsOf(form(more))).toEqual(faults);
    });

    it('is only what its type has', () => {
        expect(settingsOf(form({ type: 'customSelector' }))).toEqual(['selector']);
        expect(settingsOf(form({ type: 'recordField', operator: 'isBlank' }))).not.toContain(
            'value'
        );
    });
});

it('What other types need is not saved, and blanks in a prefix do not count', () => {
    expect(
        tidied(form({ prefix: '+44 (0)20', selector: 'flow:X', value: 'y', numberId: 'n' }))
    ).toMatchObject({ prefix: '+44020', selector: '', value: '', numberId: 'n' });
});
