import { LightningElement, api } from 'lwc';
import noPermission from '@salesforce/label/c.Callback_Setup_No_Permission';
import readOnly from '@salesforce/label/c.Callback_Setup_Read_Only';
import setup from '@salesforce/label/c.Callback_Setup';
import type { LoadState } from 'c/callbackState';

/**
 * Presentational. The frame of a page of Callback Number Setup: its title, a line about it,
 * buttons (slot `actions`) and content. Stands in for the content until there is some.
 *
 * `retry`: the admin asks to load once more.
 */
export default class CallbackSetupPage extends LightningElement {
    @api override title = '';
    /** One sentence: what this page is for. */
    @api description = '';
    /** `standard:call` */
    @api iconName = 'standard:call';
    @api state: LoadState | undefined;
    /** The user may look, and change nothing: the page says so. */
    @api readOnly = false;

    words = { noPermission, readOnly, setup };

    get isReady(): boolean {
        return this.state?.kind === 'ready';
    }

    handleRetry(): void {
        this.dispatchEvent(new CustomEvent('retry'));
    }
}
