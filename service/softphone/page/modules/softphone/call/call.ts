import { LightningElement, api } from 'lwc';
import asked from '@salesforce/label/c.Callback_Softphone_Asked';
import called from '@salesforce/label/c.Callback_Softphone_Called';
import decisionOnly from '@salesforce/label/c.Callback_Softphone_Decision_Only';
import looking from '@salesforce/label/c.Callback_Dial_Looking';
import started from '@salesforce/label/c.Callback_Softphone_Started';
import { readable } from 'softphone/readable';
import type { DialAnswer, DialOrder } from '../../../client/types';

/** Presentational. One call: the number asked for, the number presented and why, what came of it. */
export default class SoftphoneCall extends LightningElement {
    @api order: DialOrder | undefined;
    /** Missing while the service decides. */
    @api answer: Extract<DialAnswer, { readonly kind: 'decided' }> | undefined;

    words = { looking };

    get number(): string {
        return readable(this.order?.number ?? '');
    }
    /** A number is called that only where somebody is. */
    get heading(): string {
        return this.answer?.call === 'started' ? called : asked;
    }
    get outcome() {
        const { answer } = this;
        if (answer?.decision.outcome !== 'presented') {
            return undefined;
        }
        return answer.call === 'started'
            ? { icon: 'utility:call', words: started }
            : { icon: 'utility:info', words: decisionOnly };
    }
    /** Where nobody was called, no number was presented either: it would have been. */
    get isPast(): boolean {
        return this.answer?.call === 'started' || this.answer?.decision.outcome === 'blocked';
    }
}
