import { LightningElement, api } from 'lwc';
import type { DirectoryState } from 'c/callbackData';

/**
 * Container. Without a face: loads everything that the agent's decisions need, keeps it current,
 * and says how far it has come.
 *
 * `statechange`: detail `{ state: DirectoryState }`.
 */
export default class CallbackDirectory extends LightningElement {
    private _state: DirectoryState = { kind: 'loading' };

    override connectedCallback(): void {
        this.dispatchEvent(new CustomEvent('statechange', { detail: { state: this._state } }));
    }

    /** Reads everything anew; the state stays what it was until then. */
    @api
    async refresh(): Promise<void> {
        this.dispatchEvent(new CustomEvent('statechange', { detail: { state: this._state } }));
    }
}
