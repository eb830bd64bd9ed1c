import CallbackFavorites from 'c/callbackFavorites';
import type CallbackQuickPicks from 'c/callbackQuickPicks';
import { mount } from '../../../../../test/mount';
import { london, muenchen, paris, threeNumbers } from '../../../../../test/numbers';
import { heard, part, type PropertiesOf } from '../../../../../test/parts';

async function favorites(properties: PropertiesOf<CallbackFavorites> = {}) {
    const element = await mount('c-callback-favorites', CallbackFavorites, {
        numbers: threeNumbers,
        favorites: [london],
        recents: [london, paris],
        error: undefined as string | undefined,
        ...properties
    });
    const root = element.shadowRoot!;
    return {
        element,
        root,
        changes: heard(element, 'favoritechange'),
        lists: [
            ...root.querySelectorAll<HTMLElement & CallbackQuickPicks>('c-callback-quick-picks')
        ],
        picker: part(element, 'c-callback-number-picker')
    };
}

describe('Favorites', () => {
    it('stand before the numbers used last, whose stars tell which are favorites', async () => {
        const { element, lists } = await favorites();
        expect(lists.map(({ numbers }) => numbers)).toEqual([[london], [london, paris]]);
        expect(lists.map(({ favoriteIds }) => favoriteIds)).toEqual([[london.id], [london.id]]);
        await expect(element).toBeAccessible();
    });

    it('say how to get some; nothing used yet is no list at all', async () => {
        const { element, lists } = await favorites({ favorites: [], recents: [] });
        expect(lists.map(({ emptyText }) => emptyText)).toEqual(['c.Callback_Favorites_Empty']);
        await expect(element).toBeAccessible();
    });

    it('take a number found by search; clearing the search changes nothing', async () => {
        const { changes, picker } = await favorites();
        for (const numberId of [muenchen.id, null]) {
            picker.dispatchEvent(new CustomEvent('numberchange', { detail: { numberId } }));
        }
        expect(changes).toEqual([{ numberId: muenchen.id, favorite: true }]);
    });

    it('pass on the click on a star', async () => {
        const { changes, lists } = await favorites();
        const detail = { numberId: london.id, favorite: false };
        lists[0]!.dispatchEvent(new CustomEvent('favoritechange', { detail }));
        expect(changes).toEqual([detail]);
    });

    it('say why a star could not be set', async () => {
        const { element, root } = await favorites({ error: 'No room.' });
        expect(root.querySelector('[role="status"]')!.textContent).toBe('No room.');
        await expect(element).toBeAccessible();
    });
});
