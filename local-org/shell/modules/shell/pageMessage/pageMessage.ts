import { LightningElement, api } from 'lwc';
import { word } from 'shell/words';

/**
 * Presentational. Why there is nothing to see: `notFound`, `noAccess`, `sessionOver` or `failed`.
 *
 * `retry`: the user wants to try again.
 */
export default class ShellPageMessage extends LightningElement {
    @api kind: 'notFound' | 'noAccess' | 'sessionOver' | 'failed' = 'notFound';
    /** The address that was not found. */
    @api place = '';
    /** What the org said. */
    @api reason = '';

    readonly retryLabel = word('retry');

    get heading(): string {
        return word(this.kind);
    }

    get text(): string {
        switch (this.kind) {
            case 'notFound':
                return word('notFoundText', this.place);
            case 'noAccess':
                return word('noAccessText');
            case 'sessionOver':
            case 'failed':
                return this.reason;
        }
    }

    get isRetryable(): boolean {
        return this.kind === 'failed';
    }

    override connectedCallback(): void {
        const detail = { title: this.heading };
        this.dispatchEvent(new CustomEvent('pagetitle', { detail, bubbles: true, composed: true }));
    }

    handleRetry(): void {
        this.dispatchEvent(new CustomEvent('retry'));
    }
}
