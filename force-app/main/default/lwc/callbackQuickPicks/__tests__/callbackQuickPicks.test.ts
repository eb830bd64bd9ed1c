import CallbackQuickPicks from 'c/callbackQuickPicks';
import type { NumberId } from 'c/callbackResolver';
import { mount } from '../../../../../test/mount';
import { london, muenchen, threeNumbers } from '../../../../../test/numbers';
import { heard, type PropertiesOf } from '../../../../../test/parts';

jest.mock('@salesforce/label/c.Callback_Quick_Favorite', () => ({ default: 'star {0}' }), {
    virtual: true
});

async function picks(properties: PropertiesOf<CallbackQuickPicks> = {}) {
    const element = await mount('c-callback-quick-picks', CallbackQuickPicks, {
        label: 'Favorites',
        numbers: threeNumbers,
        favoriteIds: [london.id],
        emptyText: 'None yet',
        hasStars: false,
        ...properties
    });
    return { element, root: element.shadowRoot! };
}

describe('Quick picks', () => {
    it('are numbers to pick, by name and digits', async () => {
        const { element, root } = await picks();
        const picked = heard<{ numberId: NumberId }>(element, 'pick');
        const buttons = root.querySelectorAll('button');
        expect(buttons[1]!.textContent).toBe('München+49 893 216 8001');
        buttons[1]!.click();
        expect(picked).toEqual([{ numberId: muenchen.id }]);
        await expect(element).toBeAccessible();
    });

    it('are numbers to star, where they have stars', async () => {
        const { element, root } = await picks({ hasStars: true });
        const changes = heard(element, 'favoritechange');
        const stars = [
            ...root.querySelectorAll<HTMLElement & { selected: boolean; alternativeText: string }>(
                'lightning-button-icon-stateful'
            )
        ];
        expect(stars.map(({ selected }) => selected)).toEqual([true, false, false]);
        expect(stars[1]!.alternativeText).toBe('star München');
        stars[0]!.click();
        stars[1]!.click();
        expect(changes).toEqual([
            { numberId: london.id, favorite: false },
            { numberId: muenchen.id, favorite: true }
        ]);
        await expect(element).toBeAccessible();
    });

    it('say so where there are none', async () => {
        const { element, root } = await picks({ numbers: [] });
        expect(root.textContent).toContain('None yet');
        expect(root.querySelector('ul')).toBeNull();
        await expect(element).toBeAccessible();
    });
});
