import ConnectListChoice from 'c/connectListChoice';
import { mount } from '../../../../../test/mount';
import { heard } from '../../../../../test/parts';

const LISTS = [
    { id: 'l1', name: 'Storm', hours: 'open now', chosen: true },
    { id: 'l2', name: 'Brochure', hours: 'opens 09:00', chosen: false }
];

describe('The lists of an agent', () => {
    it('say when they are open, and each can be left out', async () => {
        const element = await mount('c-connect-list-choice', ConnectListChoice, { lists: LISTS });
        const inputs = [
            ...element.shadowRoot!.querySelectorAll<
                HTMLElement & { label: string; checked: boolean }
            >('lightning-input')
        ];
        expect(inputs.map(({ label, checked }) => [label, checked])).toEqual([
            ['Storm (open now)', true],
            ['Brochure (opens 09:00)', false]
        ]);
        const chosen = heard(element, 'listchoose');
        inputs[0].dispatchEvent(new CustomEvent('change', { detail: { checked: false } }));
        expect(chosen).toEqual([{ listId: 'l1', chosen: false }]);
        await expect(element).toBeAccessible();
    });
});
