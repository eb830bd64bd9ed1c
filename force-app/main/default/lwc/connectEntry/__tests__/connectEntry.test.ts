import ConnectEntry, { type EntryView } from 'c/connectEntry';
import { mount } from '../../../../../test/mount';
import { heard, part } from '../../../../../test/parts';

const ENTRY: EntryView = {
    name: 'Fiona Geddes',
    phone: '0131 496 0412',
    listName: 'Storm Elin',
    attempt: 2,
    resumed: false,
    url: '/lightning/r/Contact/003/view'
};
const show = (entry: EntryView) => mount('c-connect-entry', ConnectEntry, { entry });
const text = (element: HTMLElement, selector: string) => part(element, selector).textContent;

describe('An entry', () => {
    it('says whom to call, at which number, from which list, and how often it was tried', async () => {
        const element = await show(ENTRY);
        expect(text(element, '.name')).toBe('Fiona Geddes');
        expect(text(element, '.phone')).toBe('0131 496 0412');
        expect(text(element, '.list')).toBe('Storm Elin');
        expect(text(element, '.attempt')).toBe('2');
        expect(element.shadowRoot!.querySelector('.resumed')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('leads to its record', async () => {
        const element = await show(ENTRY);
        const opened = heard(element, 'open');
        part(element, 'a').click();
        expect(opened).toHaveLength(1);
    });

    it('without record and name says so, and leads nowhere', async () => {
        const element = await show({ ...ENTRY, name: undefined, url: undefined, resumed: true });
        expect(text(element, '.name')).toBe('c.Callback_Connect_Unnamed');
        expect(text(element, '.resumed')).toBe('c.Callback_Connect_Resumed');
        expect(element.shadowRoot!.querySelector('a')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('takes the focus at its heading', async () => {
        const element = await show(ENTRY);
        element.focus();
        expect(element.shadowRoot!.activeElement).toBe(part(element, '.name'));
    });
});
