import { LightningElement, api } from 'lwc';

/** What the softphone has to say, and what the agent can do about it. */
export interface Notice {
    readonly icon: string;
    readonly variant?: 'error' | 'warning' | 'success';
    readonly title: string;
    readonly sentences: readonly string[];
    readonly actions: readonly NoticeAction[];
    /** Something is going on; it ends by itself. */
    readonly isBusy?: boolean;
}

export interface NoticeAction {
    readonly name: string;
    readonly label: string;
    readonly variant?: 'brand' | 'neutral';
}

/**
 * Presentational. A state of the softphone in words, with its buttons.
 *
 * `act`: the agent presses a button; `detail.name` is its name.
 */
export default class SoftphoneNotice extends LightningElement {
    @api notice: Notice | undefined;

    handleClick(event: Event): void {
        const { name } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('act', { detail: { name } }));
    }
}
