import { createDirectory, type DirectoryRows } from 'c/callbackResolver';
import { callbackNumber } from '../../../../../test/numbers';
import { draftOf, withEdited } from '../draft';
import { entriesOf } from '../view';
import { rule } from './rules';

jest.mock(
    '@salesforce/label/c.Callback_Setup_Rule_Says_Prefix',
    () => ({ default: 'begins with {0}' }),
    { virtual: true }
);
jest.mock(
    '@salesforce/label/c.Callback_Setup_Rule_Says_Equals',
    () => ({ default: '{0} with {1} {2}' }),
    { virtual: true }
);
jest.mock('@salesforce/label/c.Callback_Setup_Rule_For_Group', () => ({ default: 'for {0}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Setup_Rule_Says_List', () => ({ default: 'list {0}' }), {
    virtual: true
});
jest.mock(
    '@salesforce/label/c.Callback_Setup_Rule_Says_Selector',
    () => ({ default: 'asks {0}' }),
    { virtual: true }
);
jest.mock('@salesforce/label/c.Callback_Rule_Shadowed', () => ({ default: '{0} behind {1}' }), {
    virtual: true
});
jest.mock(
    '@salesforce/label/c.Callback_Rule_Number_Retired',
    () => ({ default: '{0} picks {1}' }),
    { virtual: true }
);
jest.mock('@salesforce/label/c.Callback_Channel_Click_To_Dial', () => ({ default: 'clicks' }), {
    virtual: true
});

const london = callbackNumber(1, 'London', '+442079460001', 'GB');
const closed = { ...callbackNumber(2, 'Closed', '+442079460002', 'GB'), active: false };
const names = {
    numbers: new Map([london, closed].map((number) => [number.id as string, number])),
    groups: new Map([['a01', 'Sales']]),
    dialLists: new Map([['a07', 'Spring']])
};
const directory = createDirectory({
    numbers: [london, closed],
    agents: [{ id: '005', name: 'Ann', active: true, profileId: '00e', groupIds: ['a01'] }],
    assignments: [],
    rules: [],
    dialLists: [],
    policies: [{ scope: 'organization', scopeKey: 'org', automateClickToDial: true }]
} as unknown as DirectoryRows);
const draft = draftOf([
    rule('a', 10, { numberId: london.id }),
    rule('b', 20, { prefix: '+4420', numberId: closed.id, agentGroupId: 'a01' }),
    rule('c', 30, {
        type: 'recordField',
        channel: 'clickToDial',
        objectApiName: 'Contact',
        field: 'Title',
        operator: 'equals',
        value: 'VIP',
        prefix: '',
        active: false,
        numberId: london.id
    }),
    rule('d', 40, { type: 'dialList', dialListId: 'a07', numberId: '', prefix: '' }),
    rule('e', 50, { type: 'customSelector', selector: 'flow:Pick', numberId: '', prefix: '' }),
    rule('f', 60, { prefix: '' })
]);
const entries = entriesOf(draft, names, directory);

describe('What the list says of rules', () => {
    it('is one sentence for each type', () => {
        expect(entries.map(({ row }) => row.sentence)).toEqual([
            'begins with +44 → London +44 207 946 0001, c.Callback_Setup_Rule_Any_Channel',
            'begins with +4420 → Closed +44 207 946 0002, c.Callback_Setup_Rule_Any_Channel, for Sales',
            'Contact with Title VIP → London +44 207 946 0001, clicks',
            'list Spring → c.Callback_Setup_Rule_Says_Own_Number, c.Callback_Setup_Rule_Any_Channel',
            'asks flow:Pick → c.Callback_Setup_Rule_Says_Its_Number, c.Callback_Setup_Rule_Any_Channel',
            'begins with … → …, c.Callback_Setup_Rule_Any_Channel'
        ]);
    });

    it('warns with names, also of rules that say too little', () => {
        const warnings = entries.map(({ row }) => row.warnings);
        expect(warnings[1]).toEqual(['B picks Closed +44 207 946 0002', 'B behind A']);
        expect(warnings[5]).toEqual(['c.Callback_Setup_Rule_Incomplete']);
        expect(warnings[0]).toEqual([]);
    });

    it('warns of a rule while it is being written', () => {
        const typed = {
            ...rule('new', 0, { numberId: london.id, prefix: '+4479' }).form,
            name: ''
        };
        const last = entriesOf(withEdited(draft, typed), names, directory).at(-1)!;
        expect(last.row).toMatchObject({
            name: 'c.Callback_Setup_Rules_Editor_New',
            isChanged: true,
            warnings: ['c.Callback_Setup_Rules_Editor_New behind A']
        });
    });

    it('knows no warnings of agents before it knows agents', () => {
        expect(entriesOf(draft, names, undefined)[1].row.warnings).toEqual([]);
    });
});
