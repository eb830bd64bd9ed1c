import ConnectCandidates, { type FilterValues, type FindState } from 'c/connectCandidates';
import { mount, settled } from '../../../../../test/mount';
import { heard, part } from '../../../../../test/parts';

jest.mock('@salesforce/label/c.Callback_Lists_Found', () => ({ default: '{0} new, {1} known' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Lists_Too_Many', () => ({ default: 'only {0}' }), {
    virtual: true
});

const FIELDS = [
    { value: 'Name', label: 'Name', operators: ['equals', 'contains'], input: 'text' },
    { value: 'IsGold', label: 'Gold', operators: ['equals'], input: 'yesNo' }
] as const;
const FILTER: FilterValues = { objectApiName: 'Contact', phoneField: 'Phone', conditions: [] };
const NAMED = { field: 'Name', operator: 'contains', value: 'Kite' } as const;

async function show(more: { filter?: FilterValues; state?: FindState; isComplete?: boolean } = {}) {
    const element = await mount('c-connect-candidates', ConnectCandidates, {
        objects: [
            { value: 'Contact', label: 'Contacts' },
            { value: 'Lead', label: 'Leads' }
        ],
        phoneFields: [{ value: 'Phone', label: 'Phone' }],
        fields: FIELDS,
        filter: FILTER,
        isComplete: true,
        ...more
    });
    const changed = heard<FilterValues>(element, 'filterchange');
    const choose = (selector: string, value: string) =>
        part(element, selector).dispatchEvent(new CustomEvent('change', { detail: { value } }));
    const said = () =>
        [...element.shadowRoot!.querySelectorAll('.result p')].map((one) => one.textContent);
    return { element, changed, choose, said };
}
const found = (toAdd: number, more: object = {}): FindState => ({
    kind: 'found',
    toAdd,
    onList: 3,
    first: toAdd > 0 ? [{ key: '1', name: 'Joanna Kite', phone: '07700 900343' }] : [],
    ...more
});

describe('A filter over contacts or leads', () => {
    it('begins anew with another object', async () => {
        const { element, changed, choose } = await show({
            filter: { ...FILTER, conditions: [NAMED] }
        });
        choose('.object', 'Lead');
        expect(changed).toEqual([{ objectApiName: 'Lead', phoneField: '', conditions: [] }]);
        await expect(element).toBeAccessible();
    });

    it('gets conditions, and loses them', async () => {
        const { element, changed } = await show({ filter: { ...FILTER, conditions: [NAMED] } });
        part(element, '.add-condition').click();
        part(element, '.remove').click();
        expect(changed.map(({ conditions }) => conditions)).toEqual([
            [NAMED, { field: '', operator: 'equals', value: '' }],
            []
        ]);
    });

    it('asks of each field what can be asked of it', async () => {
        const { element, changed, choose } = await show({
            filter: {
                ...FILTER,
                conditions: [{ field: 'IsGold', operator: 'equals', value: 'true' }]
            }
        });
        const { options } = part<{ options: readonly { value: string }[] }>(element, '.operator');
        expect(options.map(({ value }) => value)).toEqual(['equals']);
        choose('.yes-no', 'false');
        choose('.field', 'Name');
        expect(changed.map(({ conditions }) => conditions[0])).toEqual([
            { field: 'IsGold', operator: 'equals', value: 'false' },
            { field: 'Name', operator: 'equals', value: '' }
        ]);
    });

    it('asks for no value where none is compared', async () => {
        const { element } = await show({
            filter: { ...FILTER, conditions: [{ ...NAMED, operator: 'blank' }] }
        });
        expect(element.shadowRoot!.querySelector('.value')).toBeNull();
    });

    it('is not looked for before it is filled in', async () => {
        const { element, said } = await show({ isComplete: false });
        const asked = heard(element, 'preview');
        part(element, '.preview').click();
        await settled();
        expect(asked).toEqual([]);
        expect(said()).toEqual(['c.Callback_Lists_Incomplete']);
        await expect(element).toBeAccessible();
    });

    it('shows whom it finds, and puts them on the list', async () => {
        const { element, said } = await show({ state: found(2, { atMost: 10_000 }) });
        const added = heard(element, 'add');
        expect(said()).toEqual(['2 new, 3 known', 'only 10,000']);
        expect(part(element, '.first').textContent).toContain('Joanna Kite');
        part(element, '.add').click();
        expect(added).toHaveLength(1);
        await expect(element).toBeAccessible();
    });

    it.each<[FindState, readonly string[]]>([
        [found(0), ['0 new, 3 known']],
        [{ kind: 'looking', read: 20 }, ['c.Callback_Lists_Looking']],
        [{ kind: 'failed', errors: ['No network.'] }, ['No network.']]
    ])('adds nobody otherwise: %j', async (state, words) => {
        const { element, said } = await show({ state });
        expect(said()).toEqual(words);
        expect(part<{ disabled: boolean }>(element, '.add').disabled).toBe(true);
        await expect(element).toBeAccessible();
    });
});
