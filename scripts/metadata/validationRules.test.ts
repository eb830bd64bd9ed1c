import { describe, expect, it } from 'vitest';
import { evaluateFormula } from '../../local-org/formula/formula.ts';
import type { Value } from '../../local-org/engine/types.ts';
import { PackageModel } from './packageModel.ts';
import { PROJECT } from './packageCopy.ts';
import { readMetadataFiles } from './sourceTree.ts';
import { textOf } from './xml.ts';

/** Field values by API name; what is missing is blank. */
type Values = Readonly<Record<string, Value>>;

const rules = new PackageModel(readMetadataFiles(PROJECT)).ofKind('ValidationRule');

/** Names of the rules of an object that refuse the record. */
function refusals(object: string, record: Values): string[] {
    const value = (path: readonly string[]) => record[path.join('.')] ?? null;
    const context = { field: value, prior: value, isNew: true, now: new Date(0) };
    return rules
        .filter((rule) => rule.object === object)
        .filter(({ root }) => evaluateFormula(textOf(root, 'errorConditionFormula')!, context))
        .map(({ name }) => name);
}

// Formulas see ids in 15 characters; the last three of 18 say which of these are capitals.
const AGENT = '00500000000Abcd';
const AGENT_18 = '00500000000AbcdAAC';
const GROUP = 'a01000000000001';
const GROUP_18 = 'a01000000000001AAA';
const NUMBER = 'a02000000000001';
const NUMBER_18 = 'a02000000000001AAA';

const PREFIX_RULE: Values = {
    Type__c: 'Number prefix',
    Channel__c: 'Any',
    Prefix__c: '+44',
    Callback_Number__c: NUMBER
};
const FIELD_RULE: Values = {
    Type__c: 'Record field',
    Channel__c: 'Any',
    Object__c: 'Contact',
    Field__c: 'Account.Industry',
    Operator__c: 'equals',
    Value__c: 'Banking',
    Callback_Number__c: NUMBER
};
const LIST_RULE: Values = { Type__c: 'Dial list', Channel__c: 'Connect' };
const SELECTOR_RULE: Values = {
    Type__c: 'Custom selector',
    Channel__c: 'Any',
    Selector__c: 'flow:Pick_Number'
};

describe('A selection rule', () => {
    it.each([
        ['a number prefix rule', PREFIX_RULE],
        ['a prefix of one digit', { ...PREFIX_RULE, Prefix__c: '+1' }],
        ['a prefix that is a whole number', { ...PREFIX_RULE, Prefix__c: '+442079460123456' }],
        ['a record field rule along a relationship', FIELD_RULE],
        ['a comparison with blank', { ...FIELD_RULE, Operator__c: 'is blank', Value__c: null }],
        ['a dial list rule for any list and its own number', LIST_RULE],
        ['a dial list rule on every channel', { ...LIST_RULE, Channel__c: 'Any' }],
        ['a rule for one list', { ...LIST_RULE, Dial_List__c: GROUP, Callback_Number__c: NUMBER }],
        ['a flow as selector', SELECTOR_RULE],
        ['an Apex action of a package', { ...SELECTOR_RULE, Selector__c: 'apex:acme__Picker' }]
    ])('may be %s', (_, rule) => {
        expect(refusals('Callback_Rule__c', rule)).toEqual([]);
    });

    it.each([
        ['without a prefix', { ...PREFIX_RULE, Prefix__c: null }, 'Prefix_Needed'],
        ['with a prefix without plus', { ...PREFIX_RULE, Prefix__c: '44' }, 'Prefix_Needed'],
        [
            'with a prefix of 16 digits',
            { ...PREFIX_RULE, Prefix__c: '+1234567890123456' },
            'Prefix_Needed'
        ],
        [
            'by prefix without a number',
            { ...PREFIX_RULE, Callback_Number__c: null },
            'Number_Needed'
        ],
        ['by field without a number', { ...FIELD_RULE, Callback_Number__c: null }, 'Number_Needed'],
        ['without an object', { ...FIELD_RULE, Object__c: null }, 'Object_Needed'],
        [
            'with a query for an object',
            { ...FIELD_RULE, Object__c: 'Contact WHERE' },
            'Object_Needed'
        ],
        ['without a field', { ...FIELD_RULE, Field__c: null }, 'Field_Needed'],
        [
            'with a field two relationships away',
            { ...FIELD_RULE, Field__c: 'A.B.C' },
            'Field_Needed'
        ],
        ['without an operator', { ...FIELD_RULE, Operator__c: null }, 'Operator_Needed'],
        ['without a value', { ...FIELD_RULE, Value__c: null }, 'Value_Fits_Operator'],
        [
            'with a value for blank',
            { ...FIELD_RULE, Operator__c: 'is blank' },
            'Value_Fits_Operator'
        ],
        [
            'for dial lists on click to dial',
            { ...LIST_RULE, Channel__c: 'Click to dial' },
            'Dial_List_Not_On_Click_To_Dial'
        ],
        ['without a selector', { ...SELECTOR_RULE, Selector__c: null }, 'Selector_Needed'],
        [
            'with an unknown kind of selector',
            { ...SELECTOR_RULE, Selector__c: 'http:Name' },
            'Selector_Needed'
        ],
        [
            'with a selector and a number',
            { ...SELECTOR_RULE, Callback_Number__c: NUMBER },
            'Selector_Picks_Number'
        ],
        [
            'with a prefix it does not use',
            { ...FIELD_RULE, Prefix__c: '+44' },
            'Prefix_Only_On_Prefix_Rules'
        ],
        [
            'with a value it does not use',
            { ...PREFIX_RULE, Value__c: 'x' },
            'Comparison_Only_On_Record_Field_Rules'
        ],
        [
            'with an operator it does not use',
            { ...LIST_RULE, Operator__c: 'equals' },
            'Comparison_Only_On_Record_Field_Rules'
        ],
        [
            'with a list it does not use',
            { ...PREFIX_RULE, Dial_List__c: GROUP },
            'Dial_List_Only_On_Dial_List_Rules'
        ],
        [
            'with a selector it does not use',
            { ...LIST_RULE, Selector__c: 'flow:A' },
            'Selector_Only_On_Selector_Rules'
        ]
    ])('is refused %s', (_, rule, name) => {
        expect(refusals('Callback_Rule__c', rule)).toEqual([name]);
    });
});

describe('A callback number', () => {
    it.each([
        ['+4420794', null, null],
        ['+442079460123456', 'GB', 'pt-BR']
    ])('may be %s in %s, speaking %s', (Number__c, Country__c, Language__c) => {
        expect(refusals('Callback_Number__c', { Number__c, Country__c, Language__c })).toEqual([]);
    });

    it.each(['442079460123', '+042079460', '+44 20 7946', '+442079', '+44207946012345678'])(
        'is refused as %s',
        (Number__c) => {
            expect(refusals('Callback_Number__c', { Number__c })).toEqual(['Number_Is_E164']);
        }
    );

    it('is refused with a country or language of another form', () => {
        const record = { Number__c: '+442079460123', Country__c: 'gb', Language__c: 'English' };
        expect(refusals('Callback_Number__c', record)).toEqual([
            'Country_Is_ISO_Code',
            'Language_Is_Tag'
        ]);
    });
});

describe('Keys', () => {
    const member = (Key__c: string) =>
        refusals('Agent_Group_Member__c', { Agent_Group__c: GROUP, Agent__c: AGENT, Key__c });

    it('of members name group and agent in 18 characters, case and all', () => {
        expect(member(`${GROUP_18}:${AGENT_18}`)).toEqual([]);
        expect(member(`${GROUP}:${AGENT}`)).toEqual(['Key_Names_Group_And_Agent']);
        expect(member(`${GROUP_18}:${AGENT_18.toLowerCase()}`)).toHaveLength(1);
    });

    it('of assignments name number and assignee, of whom there is exactly one', () => {
        const assign = (record: Values) =>
            refusals('Callback_Number_Assignment__c', { Callback_Number__c: NUMBER, ...record });
        const toAgent = `${NUMBER_18}:${AGENT_18}`;
        expect(assign({ Agent__c: AGENT, Key__c: toAgent })).toEqual([]);
        expect(assign({ Agent_Group__c: GROUP, Key__c: `${NUMBER_18}:${GROUP_18}` })).toEqual([]);
        expect(assign({ Agent_Group__c: GROUP, Key__c: toAgent })).toEqual([
            'Key_Names_Number_And_Assignee'
        ]);
        expect(assign({ Agent__c: AGENT, Agent_Group__c: GROUP, Key__c: toAgent })).toEqual([
            'Agent_Or_Group'
        ]);
        expect(assign({ Key__c: `${NUMBER_18}:` })).toEqual(['Agent_Or_Group']);
    });

    it.each([
        ['Organization', 'org', true],
        ['Organization', AGENT_18, false],
        ['Profile', '00e000000000001AAA', true],
        ['Profile', '00e000000000001', false],
        ['Profile', AGENT_18, false],
        ['User', AGENT_18, true],
        ['User', 'org', false]
    ])('of a policy for %s: %s is %s', (Scope__c, Scope_Key__c, fits) => {
        const refused = refusals('Callback_Policy__c', { Scope__c, Scope_Key__c });
        expect(refused).toEqual(fits ? [] : ['Scope_Key_Fits_Scope']);
    });
});

describe('A preference', () => {
    const own = {
        Agent__c: AGENT,
        Agent_Key__c: AGENT_18,
        OwnerId: AGENT,
        '$User.Id': AGENT,
        '$Permission.Manage_Callback_Preferences': false
    };
    const write = (record: Values) => refusals('Callback_Preference__c', { ...own, ...record });

    it('is written by the agent it is about, who owns it', () => {
        expect(write({})).toEqual([]);
        expect(write({ '$User.Id': '00500000000Abce' })).toEqual(['Only_Own_Preference']);
        expect(write({ OwnerId: '00500000000Abce' })).toEqual(['Only_Own_Preference']);
    });

    it('is written for others with the custom permission', () => {
        const manager = {
            '$User.Id': '00500000000Abce',
            '$Permission.Manage_Callback_Preferences': true
        };
        expect(write(manager)).toEqual([]);
    });

    it('has the key of its agent', () => {
        expect(write({ Agent_Key__c: AGENT })).toEqual(['Agent_Key_Is_Agent']);
    });
});

describe('Dial lists and entries', () => {
    const hours = { Call_From__c: '09:00:00.000Z', Call_Until__c: '17:00:00.000Z' };

    it.each([
        ['no call hours', {}, []],
        ['call hours in a time zone', { ...hours, Time_Zone__c: 'Europe/London' }, []],
        ['call hours in no time zone', hours, ['Call_Hours_Need_Time_Zone']],
        [
            'a start without an end',
            { ...hours, Call_Until__c: null, Time_Zone__c: 'UTC' },
            ['Call_Hours_Complete']
        ],
        ['an end without a start', { ...hours, Call_From__c: null }, ['Call_Hours_Complete']],
        ['a time zone with a space', { Time_Zone__c: 'London time' }, ['Time_Zone_Is_IANA_Name']]
    ])('with %s', (_, list: Values, refused) => {
        expect(refusals('Dial_List__c', list)).toEqual(refused);
    });

    it.each([
        ['nothing but a number', {}, []],
        ['a record', { Record_Id__c: '003000000000001AAA', Object__c: 'Contact' }, []],
        ['an id of 16 characters', { Record_Id__c: '003000000000001A' }, ['Record_Id_Is_Id']],
        ['a label for an object', { Object__c: 'My Object' }, ['Object_Is_API_Name']],
        [
            'a key of its list and record',
            {
                Dial_List__c: GROUP,
                Record_Id__c: '003000000000001AAA',
                Key__c: `${GROUP_18}:003000000000001AAA`
            },
            []
        ],
        [
            'a key of its list and number',
            { Dial_List__c: GROUP, Key__c: `${GROUP_18}:+442079460018` },
            []
        ],
        [
            'the key of another list',
            { Dial_List__c: NUMBER, Key__c: `${GROUP_18}:+442079460018` },
            ['Key_Names_List_And_Record']
        ],
        [
            'the key of another record',
            {
                Dial_List__c: GROUP,
                Record_Id__c: '003000000000001AAA',
                Key__c: `${GROUP_18}:003000000000002AAA`
            },
            ['Key_Names_List_And_Record']
        ]
    ])('an entry with %s', (_, entry: Values, refused) => {
        expect(refusals('Dial_Entry__c', entry)).toEqual(refused);
    });
});

describe('An attempt at an entry', () => {
    const own = {
        Dial_Entry__c: GROUP,
        Number__c: 2,
        Key__c: `${GROUP_18}:2`,
        Agent__c: AGENT,
        '$User.Id': AGENT,
        '$Permission.Manage_Dial_Attempts': false
    };
    const write = (record: Values) => refusals('Dial_Attempt__c', { ...own, ...record });

    it.each([
        ['of the agent who writes it', {}, []],
        ['of another agent', { '$User.Id': '00500000000Abce' }, ['Only_Own_Attempt']],
        [
            'of another agent, by who may manage them',
            { '$User.Id': '00500000000Abce', '$Permission.Manage_Dial_Attempts': true },
            []
        ],
        ['with the key of another attempt', { Number__c: 3 }, ['Key_Names_Entry_And_Number']],
        ['with a short key', { Key__c: `${GROUP}:2` }, ['Key_Names_Entry_And_Number']]
    ])('%s', (_, attempt: Values, refused) => {
        expect(write(attempt)).toEqual(refused);
    });
});
