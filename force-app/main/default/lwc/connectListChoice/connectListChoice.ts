import { LightningElement, api } from 'lwc';
import legend from '@salesforce/label/c.Callback_Connect_Lists_Legend';

/** A dial list to choose; `hours` in words. */
export interface ListView {
    readonly id: string;
    readonly name: string;
    readonly hours: string;
    readonly chosen: boolean;
}

/**
 * Presentational. The dial lists an agent works through: each can be left out for a while.
 *
 * `listchoose` with `{ listId, chosen }`.
 */
export default class ConnectListChoice extends LightningElement {
    @api lists: readonly ListView[] = [];
    /** An entry is being worked on: what is chosen counts for the next one. */
    @api disabled = false;

    words = { legend };

    get rows(): readonly (ListView & { readonly label: string })[] {
        return this.lists.map((list) => ({ ...list, label: `${list.name} (${list.hours})` }));
    }

    handleChange(event: CustomEvent<{ checked: boolean }>): void {
        const listId = (event.target as HTMLElement).dataset.id!;
        const detail = { listId, chosen: event.detail.checked };
        this.dispatchEvent(new CustomEvent('listchoose', { detail }));
    }
}
