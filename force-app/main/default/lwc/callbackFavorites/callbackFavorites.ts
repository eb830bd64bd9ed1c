import { LightningElement, api } from 'lwc';
import add from '@salesforce/label/c.Callback_Favorites_Add';
import empty from '@salesforce/label/c.Callback_Favorites_Empty';
import favoritesTitle from '@salesforce/label/c.Callback_Favorites_Title';
import recentTitle from '@salesforce/label/c.Callback_Panel_Recent';
import type { CallbackNumber, NumberId } from 'c/callbackResolver';

/**
 * Presentational. The numbers an agent keeps at hand: favourites, and those used last with a star
 * to make them favourites.
 *
 * `favoritechange` with `{ numberId, favorite }`.
 */
export default class CallbackFavorites extends LightningElement {
    /** The numbers available to the agent. */
    @api numbers: readonly CallbackNumber[] = [];
    @api favorites: readonly CallbackNumber[] = [];
    @api recents: readonly CallbackNumber[] = [];
    /** Why a star could not be set or taken away. */
    @api error: string | undefined;

    words = { add, empty, favoritesTitle, recentTitle };

    get favoriteIds(): readonly NumberId[] {
        return this.favorites.map(({ id }) => id);
    }
    get hasRecents(): boolean {
        return this.recents.length > 0;
    }

    handleAdd(event: CustomEvent<{ numberId: NumberId | null }>): void {
        const { numberId } = event.detail;
        if (numberId) {
            this.tell({ numberId, favorite: true });
        }
    }
    handleStar(event: CustomEvent): void {
        this.tell(event.detail);
    }

    tell(detail: object): void {
        this.dispatchEvent(new CustomEvent('favoritechange', { detail }));
    }
}
