/**
 * Stand-in for `lightning/platformShowToastEvent`. Follows
 * https://developer.salesforce.com/docs/platform/lightning-component-reference/guide/lightning-platform-show-toast-event.html
 */

const NAME = 'lightning__showtoast';

/** The page around the component shows it. */
export class ShowToastEvent extends CustomEvent<unknown> {
    constructor(toast: object) {
        super(NAME, { composed: true, cancelable: true, bubbles: true, detail: { ...toast } });
    }
}

export const ShowToastEventName = NAME;
