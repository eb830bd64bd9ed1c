import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { loadPhoneLibrary } from 'c/callbackPhoneFile';
import type { DirectoryRows, Rule } from 'c/callbackResolver';
import CallbackRuleCatches from 'c/callbackRuleCatches';
import { BLANK_RULE, type RuleForm } from 'c/callbackRuleForm';
import { ruleOfForm } from 'c/callbackSetupData';
import { mount } from '../../../../../test/mount';
import { london, paris } from '../../../../../test/numbers';
import { heard, part } from '../../../../../test/parts';
import { answerGraphql, type Asked } from '../../../../../test/stubs/graphql';

jest.mock('c/callbackPhoneFile', () => ({ loadPhoneLibrary: jest.fn() }));
jest.mock(
    '@salesforce/label/c.Callback_Setup_Rules_Catches_Matched',
    () => ({ default: '{2} {0}/{1}' }),
    {
        virtual: true
    }
);
jest.mock('@salesforce/label/c.Callback_Setup_Rules_Catches_Examples', () => ({ default: '{0}' }), {
    virtual: true
});
jest.mock(
    '@salesforce/label/c.Callback_Setup_Rules_Catches_Wins',
    () => ({ default: '{0} wins {1}' }),
    {
        virtual: true
    }
);
jest.mock(
    '@salesforce/label/c.Callback_Setup_Rules_Catches_Earlier',
    () => ({ default: '{0} before {1}' }),
    { virtual: true }
);
jest.mock(
    '@salesforce/label/c.Callback_Setup_Rules_Catches_Open',
    () => ({ default: 'open {0}' }),
    {
        virtual: true
    }
);
jest.mock(
    '@salesforce/label/c.Callback_Setup_Rules_Catches_Otherwise',
    () => ({ default: 'otherwise {0}' }),
    { virtual: true }
);
jest.mock(
    '@salesforce/label/c.Callback_Setup_Rules_Catches_Agents',
    () => ({ default: '{0}: {1}' }),
    {
        virtual: true
    }
);
jest.mock('@salesforce/label/c.Callback_Setup_Rules_Catches_May', () => ({ default: 'may {0}' }), {
    virtual: true
});
jest.mock(
    '@salesforce/label/c.Callback_Setup_Rules_Catches_Entries',
    () => ({ default: 'entries {0}' }),
    {
        virtual: true
    }
);
jest.mock(
    '@salesforce/label/c.Callback_Setup_Rules_Catches_Failed',
    () => ({ default: 'failed {0}' }),
    {
        virtual: true
    }
);

const agent = (id: string, name: string, groupIds: readonly string[] = []) => ({
    id,
    name,
    active: true,
    profileId: '00e',
    groupIds
});
const ROWS = {
    numbers: [london, paris],
    agents: [
        agent('005a', 'Ann', ['a01']),
        agent('005b', 'Bob'),
        agent('005c', 'Cem'),
        agent('005d', 'Dee')
    ],
    assignments: [],
    dialLists: [],
    rules: [],
    policies: [{ scope: 'organization', scopeKey: 'org', automateClickToDial: true }]
} as unknown as DirectoryRows;

const form = (more: Partial<RuleForm>): RuleForm => ({
    ...BLANK_RULE,
    id: 'r5',
    name: 'The rule',
    priority: 50,
    numberId: london.id,
    ...more
});
const other = (more: Partial<RuleForm>): Rule =>
    ruleOfForm(form({ id: 'r1', name: 'Other', priority: 10, ...more }))!;

const CONTACTS = [
    { Id: 'c1', Name: 'Ada', Phone: '+442079460001', Title: 'CEO', Type: 'Customer' },
    { Id: 'c2', Name: 'Bea', Phone: '+442079460002', Title: null, Type: null },
    { Id: 'c3', Name: 'Col', Phone: '+33199001234', Title: 'ceo', Type: 'Partner' },
    { Id: 'c4', Name: 'Dan', Phone: null, Title: 'CFO', Type: undefined }
];
const value = (of: unknown) => ({ value: of, displayValue: null });
const asked: Asked[] = [];

function answer(question: Asked) {
    asked.push(question);
    const [, object] = /rows: (\w+)/.exec(question.query)!;
    const rows = object === 'Contact' ? CONTACTS : [];
    const edges = rows.map(({ Id, Name, Phone, Title, Type }) => ({
        node: {
            Id,
            Name: value(Name),
            Phone: value(Phone),
            Title: value(Title),
            AccountId: value(Type === undefined ? null : '001'),
            Account: Type === undefined ? null : { Type: value(Type) }
        }
    }));
    const pageInfo = { hasNextPage: false, endCursor: null };
    return { data: { uiapi: { query: { rows: { edges, pageInfo, totalCount: 65 } } } } };
}

const quiet = () => jest.advanceTimersByTimeAsync(0);
const tell = (apiName: string) => ({
    apiName,
    label: apiName,
    labelPlural: `${apiName}s`,
    fields: {
        Name: { apiName: 'Name', label: 'Name', dataType: 'String' },
        Phone: { apiName: 'Phone', label: 'Phone', dataType: 'Phone' },
        Title: { apiName: 'Title', label: 'Title', dataType: 'String' },
        AccountId: { apiName: 'AccountId', dataType: 'Reference', relationshipName: 'Account' }
    }
});

async function open(rule: RuleForm, rules: readonly Rule[] = [], objects = ['Contact', 'Lead']) {
    const catches = await mount('c-callback-rule-catches', CallbackRuleCatches, {
        rule,
        rules,
        directoryRows: ROWS
    });
    const told = async () => {
        for (const object of objects) {
            // eslint-disable-next-line no-await-in-loop -- asked for one after the other
            await quiet();
            (getObjectInfo as unknown as { emit(data: unknown): void }).emit(tell(object));
        }
        await quiet();
    };
    await told();
    return {
        catches,
        told,
        lines: (key: string) =>
            [...catches.shadowRoot!.querySelectorAll(`[data-result="${key}"] p`)].map(
                (line) => line.textContent
            ),
        text: () => catches.shadowRoot!.textContent
    };
}

beforeEach(() => {
    jest.useFakeTimers();
    asked.length = 0;
    answerGraphql(answer);
    (loadPhoneLibrary as jest.Mock).mockResolvedValue({
        parsePhoneNumberFromString: () => undefined
    });
});
afterEach(() => jest.useRealTimers());

it('counts people whose number begins with the prefix, and who it is for', async () => {
    const { catches, lines, text } = await open(form({ prefix: '+44' }));
    expect(lines('Contact')).toEqual(['Contacts 2/4', 'Ada, Bea', 'Ann wins 2']);
    expect(lines('Lead')).toEqual(['Leads 0/0']);
    expect(text()).toContain('4: Ann, Bob, Cem, …');
    expect(text()).toContain('may 4');
    jest.useRealTimers();
    await expect(catches).toBeAccessible();
});

it('tells which rules pick before, with the fields that they compare', async () => {
    const partner = other({
        type: 'recordField',
        objectApiName: 'Contact',
        field: 'Account.Type',
        operator: 'equals',
        value: 'customer',
        numberId: paris.id
    });
    const { lines } = await open(form({ prefix: '+44' }), [partner]);
    expect(lines('Contact')).toEqual(['Contacts 2/4', 'Ada, Bea', 'Ann wins 1', 'Other before 1']);
});

it('says what only a real call can tell', async () => {
    const selector = other({ type: 'customSelector', selector: 'flow:Pick', numberId: '' });
    const { lines } = await open(form({ prefix: '+44' }), [selector]);
    expect(lines('Contact')).toEqual(['Contacts 2/4', 'Ada, Bea', 'Ann wins 0', 'open 2']);
});

it('counts records by their field, without case and without fields that are gone', async () => {
    const rule = form({
        type: 'recordField',
        objectApiName: 'Contact',
        field: 'title',
        operator: 'equals',
        value: 'CEO'
    });
    const gone = other({ ...rule, id: 'r2', field: 'Gone' });
    const { lines } = await open(rule, [gone], ['Contact']);
    expect(lines('Contact')).toEqual(['Contacts 2/4', 'Ada, Col', 'Ann wins 2']);
    expect(asked[0].query).toContain('Title { value');
    expect(asked[0].query).not.toContain('Gone');
});

it('tries it as another agent', async () => {
    const onlyAnn = other({ prefix: '+44', agentGroupId: 'a01', numberId: paris.id });
    const { catches, lines, told } = await open(form({ prefix: '+44' }), [onlyAnn]);
    expect(lines('Contact')).toContain('Other before 2');
    part(catches, 'lightning-combobox').dispatchEvent(
        new CustomEvent('change', { detail: { value: '005b' } })
    );
    await told();
    expect(lines('Contact')).toEqual(['Contacts 2/4', 'Ada, Bea', 'Bob wins 2']);
});

it('counts an inactive rule as if it were active, and says so', async () => {
    const { lines, text } = await open(form({ prefix: '+33', active: false }));
    expect(lines('Contact')).toEqual(['Contacts 1/4', 'Col', 'Ann wins 1']);
    expect(text()).toContain('c.Callback_Setup_Rules_Catches_Inactive');
});

it('counts the entries of a dial list', async () => {
    const { lines } = await open(form({ type: 'dialList', dialListId: 'a07' }), [], []);
    expect(lines('entries')).toEqual(['entries 65']);
    expect(asked[0].variables).toEqual({ where: { Dial_List__c: { eq: 'a07' } } });
});

it('says that a selector cannot be counted, nor a rule that is not complete', async () => {
    const selector = await open(form({ type: 'customSelector', selector: 'flow:X' }), [], []);
    expect(selector.text()).toContain('c.Callback_Setup_Rules_Catches_Selector');
    const incomplete = await open(form({ prefix: '' }), [], []);
    expect(incomplete.text()).toContain('c.Callback_Setup_Rules_Catches_Incomplete');
    expect(asked).toEqual([]);
    jest.useRealTimers();
    await expect(incomplete.catches).toBeAccessible();
});

it('says for nobody, where no agent has rules switched on', async () => {
    const { text, lines } = await open(form({ prefix: '+44', channel: 'connect' }));
    expect(text()).toContain('c.Callback_Setup_Rules_Catches_Nobody');
    expect(lines('Contact')).toEqual(['Contacts 2/4', 'Ada, Bea']);
});

it('says what failed, and counts again', async () => {
    answerGraphql(() => ({ errors: [{ message: 'The org is away.' }] }));
    const { catches, text, lines } = await open(form({ prefix: '+44' }), [], ['Contact']);
    expect(text()).toContain('failed The org is away.');
    answerGraphql(answer);
    part(catches, '.again').click();
    await quiet();
    (getObjectInfo as unknown as { emit(data: unknown): void }).emit(tell('Lead'));
    await quiet();
    expect(lines('Contact')).toContain('Contacts 2/4');
    expect(text()).not.toContain('failed');
});

it('closes by button or Escape', async () => {
    const { catches } = await open(form({ prefix: '' }), [], []);
    const closed = heard(catches, 'close');
    part(catches, '.close').click();
    part(catches, 'section').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(closed).toHaveLength(2);
});
