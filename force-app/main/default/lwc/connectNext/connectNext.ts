import { LightningElement, api } from 'lwc';
import lost from '@salesforce/label/c.Callback_Connect_Lost';
import nextLabel from '@salesforce/label/c.Callback_Connect_Next';
import recorded from '@salesforce/label/c.Callback_Connect_Recorded';
import taking from '@salesforce/label/c.Callback_Connect_Taking';

export interface NextView {
    /** What there is to do, or why there is nothing, in sentences. */
    readonly sentences: readonly string[];
    /** Whether it makes sense to ask. */
    readonly canTake: boolean;
    readonly isTaking: boolean;
    /** What became of the entry before. */
    readonly before?: 'recorded' | 'lost';
}

const BEFORE = { recorded, lost } as const;

/**
 * Presentational. Asks for the next entry, and says how many there are or why there is none.
 *
 * `next`: the agent wants one.
 */
export default class ConnectNext extends LightningElement {
    @api view: NextView | undefined;

    words = { nextLabel };

    get sentences(): readonly string[] {
        const { before, isTaking, sentences = [] } = this.view ?? {};
        return [...(before ? [BEFORE[before]] : []), ...(isTaking ? [taking] : sentences)];
    }
    get cannotTake(): boolean {
        return !this.view?.canTake;
    }

    @api focus(): void {
        const selector = this.cannotTake ? '.sentences' : 'lightning-button';
        this.template!.querySelector<HTMLElement>(selector)?.focus();
    }

    handleNext(): void {
        if (!this.view?.isTaking) {
            this.dispatchEvent(new CustomEvent('next'));
        }
    }
}
