import ConnectEntryTable, { type EntryLine } from 'c/connectEntryTable';
import { mount } from '../../../../../test/mount';
import { heard, part } from '../../../../../test/parts';

jest.mock('@salesforce/label/c.Callback_Lists_All', () => ({ default: 'all {0}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Lists_Waiting', () => ({ default: 'waiting {0}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Lists_Shown', () => ({ default: '{0} of {1}' }), {
    virtual: true
});

const ENTRIES: readonly EntryLine[] = [
    {
        id: 'e1',
        customer: 'Fiona',
        phone: '1',
        status: 'inProgress',
        agentName: 'Ann',
        attempts: 1
    },
    { id: 'e2', phone: '2', status: 'waiting', attempts: 2, notBefore: Date.UTC(2026, 10, 23, 15) }
];
const show = (more: object = {}) =>
    mount('c-connect-entry-table', ConnectEntryTable, {
        entries: ENTRIES,
        counts: { waiting: 119, inProgress: 1, done: 0, skipped: 0 },
        total: 120,
        canRelease: true,
        ...more
    });

describe('The entries of a list', () => {
    it('say how far they have come; those in progress can be given back', async () => {
        const element = await show();
        const released = heard(element, 'release');
        part(element, '[data-entry=e1] .release').click();
        expect(released).toEqual([{ entryId: 'e1' }]);
        expect(element.shadowRoot!.querySelector('[data-entry=e2] .release')).toBeNull();
        expect(part(element, '[data-entry=e2] .status-of').textContent).toBe(
            'c.Callback_Lists_Status_Waiting'
        );
        await expect(element).toBeAccessible();
    });

    it('are counted by status, and can be narrowed to one', async () => {
        const element = await show();
        const changed = heard(element, 'statuschange');
        const status = part<{ options: readonly { label: string }[] }>(element, '.status');
        expect(status.options.slice(0, 2).map(({ label }) => label)).toEqual([
            'all 120',
            'waiting 119'
        ]);
        status.dispatchEvent(new CustomEvent('change', { detail: { value: 'waiting' } }));
        expect(changed).toEqual([{ status: 'waiting' }]);
    });

    it('come page by page', async () => {
        const element = await show();
        const asked = heard(element, 'more');
        part(element, '.more').click();
        expect(asked).toHaveLength(1);
        expect(part(element, '.shown').textContent).toBe('2 of 120');
        const whole = await show({ total: 2 });
        expect(whole.shadowRoot!.querySelector('.more')).toBeNull();
    });

    it('may be none', async () => {
        const element = await show({ entries: [], total: 0 });
        expect(part(element, '.none').textContent).toBe('c.Callback_Lists_No_Entries');
        await expect(element).toBeAccessible();
    });

    it('are only looked at by who may not change them', async () => {
        const element = await show({ canRelease: false });
        expect(element.shadowRoot!.querySelector('.release')).toBeNull();
    });
});
