import { LightningElement, api } from 'lwc';
import favorite from '@salesforce/label/c.Callback_Quick_Favorite';
import { formatted } from 'c/callbackNumberText';
import type { CallbackNumber, NumberId } from 'c/callbackResolver';

/**
 * Presentational. A short list of callback numbers: to pick one, or to star them.
 *
 * `pick` with `{ numberId }`; `favoritechange` with `{ numberId, favorite }`.
 */
export default class CallbackQuickPicks extends LightningElement {
    /** The heading. */
    @api label = '';
    @api numbers: readonly CallbackNumber[] = [];
    @api favoriteIds: readonly NumberId[] = [];
    /** Stands where there is no number. */
    @api emptyText = '';
    /** Stars to click; without them the numbers are to be picked. */
    @api hasStars = false;

    get rows() {
        return this.numbers.map(({ id, label, number }) => ({
            id,
            label,
            digits: formatted(number),
            star: favorite.replace('{0}', () => label),
            isFavorite: this.favoriteIds.includes(id)
        }));
    }
    get isEmpty(): boolean {
        return this.numbers.length === 0;
    }

    handlePick(event: MouseEvent): void {
        this.tell('pick', { numberId: idAt(event) });
    }
    handleStar(event: MouseEvent): void {
        const numberId = idAt(event);
        this.tell('favoritechange', { numberId, favorite: !this.favoriteIds.includes(numberId) });
    }

    tell(name: string, detail: object): void {
        this.dispatchEvent(new CustomEvent(name, { detail }));
    }
}

function idAt(event: MouseEvent): NumberId {
    return (event.currentTarget as HTMLElement).dataset.id as NumberId;
}
