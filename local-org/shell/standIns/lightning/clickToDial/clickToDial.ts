import { LightningElement, api } from 'lwc';
import { dial, isClickToDialEnabled, watchClickToDial } from 'platform/clickToDialHost';

/**
 * Stand-in for `lightning-click-to-dial`. Follows
 * https://developer.salesforce.com/docs/platform/lightning-component-reference/guide/lightning-click-to-dial.html
 *
 * A number that can be clicked while a softphone is there and has enabled it; plain text
 * otherwise.
 */
export default class ClickToDial extends LightningElement {
    @api value = '';
    @api recordId: string | undefined;
    /** Parameters for the softphone, separated by commas. */
    @api params: string | undefined;
    /** Plain text, whatever the softphone says. */
    @api disabled = false;

    _isEnabled = isClickToDialEnabled();
    _stop: (() => void) | undefined;

    override connectedCallback(): void {
        this._stop = watchClickToDial(() => {
            this._isEnabled = isClickToDialEnabled();
        });
        this._isEnabled = isClickToDialEnabled();
    }
    override disconnectedCallback(): void {
        this._stop?.();
    }

    get canBeClicked(): boolean {
        return this._isEnabled && !this.disabled;
    }
    get address(): string {
        return `tel:${encodeURIComponent(this.value)}`;
    }

    handleClick(event: Event): void {
        // The softphone dials, not the device.
        event.preventDefault();
        dial({
            number: this.value,
            ...(this.recordId && { recordId: this.recordId }),
            ...(this.params && { params: this.params })
        });
    }
}
