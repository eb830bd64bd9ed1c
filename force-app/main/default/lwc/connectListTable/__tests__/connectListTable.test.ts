import ConnectListTable, { type ListLine } from 'c/connectListTable';
import { mount } from '../../../../../test/mount';
import { heard, part } from '../../../../../test/parts';

jest.mock('@salesforce/label/c.Callback_Lists_Hours_Are', () => ({ default: '{0}–{1} {2}' }), {
    virtual: true
});

const LISTS: readonly ListLine[] = [
    {
        id: 'l1',
        name: 'Storm',
        active: true,
        groupName: 'UK Service',
        numberName: 'Edinburgh',
        hours: { from: '07:00', until: '22:00', timeZone: 'Europe/London' }
    },
    { id: 'l2', name: 'Brochure', active: false }
];
const cells = (element: HTMLElement, list: string) =>
    [...part(element, `[data-list=${list}]`).querySelectorAll('td')]
        .map(({ textContent }) => textContent?.trim())
        .slice(0, 4);

describe('The dial lists', () => {
    it('say who works through them, when, with which number, and whether at all', async () => {
        const element = await mount('c-connect-list-table', ConnectListTable, {
            lists: LISTS,
            canEdit: true
        });
        expect(cells(element, 'l1')).toEqual([
            'UK Service',
            'Edinburgh',
            '07:00–22:00 Europe/London',
            'c.Callback_Lists_Active'
        ]);
        expect(cells(element, 'l2')).toEqual([
            'c.Callback_Lists_Everybody',
            'c.Callback_Lists_No_Number',
            'c.Callback_Lists_Hours_None',
            'c.Callback_Lists_Inactive'
        ]);
        await expect(element).toBeAccessible();
    });

    it('are opened and edited', async () => {
        const element = await mount('c-connect-list-table', ConnectListTable, {
            lists: LISTS,
            canEdit: true
        });
        const [opened, edited] = [heard(element, 'entries'), heard(element, 'edit')];
        part(element, '[data-list=l2] .entries').click();
        part(element, '[data-list=l1] .edit').click();
        expect([opened, edited]).toEqual([[{ listId: 'l2' }], [{ listId: 'l1' }]]);
    });

    it('are only looked at by who may not change them', async () => {
        const element = await mount('c-connect-list-table', ConnectListTable, { lists: LISTS });
        expect(element.shadowRoot!.querySelector('.edit')).toBeNull();
    });

    it('may not be there yet', async () => {
        const element = await mount('c-connect-list-table', ConnectListTable, {});
        expect(part(element, '.none').textContent).toBe('c.Callback_Lists_None');
        await expect(element).toBeAccessible();
    });
});
