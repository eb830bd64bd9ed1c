import { LightningElement, api } from 'lwc';
import answered from '@salesforce/label/c.Callback_Softphone_Answered';
import asked from '@salesforce/label/c.Callback_Softphone_Asked';
import called from '@salesforce/label/c.Callback_Softphone_Called';
import decisionOnly from '@salesforce/label/c.Callback_Softphone_Decision_Only';
import ended from '@salesforce/label/c.Callback_Softphone_Ended';
import expected from '@salesforce/label/c.Callback_Softphone_Expected';
import hangUp from '@salesforce/label/c.Callback_Softphone_Hang_Up';
import looking from '@salesforce/label/c.Callback_Dial_Looking';
import ringing from '@salesforce/label/c.Callback_Softphone_Ringing';
import started from '@salesforce/label/c.Callback_Softphone_Started';
import { readable } from 'softphone/readable';
import type { CallProgress, DialAnswer, DialOrder } from '../../../client/types';

type Answer = Extract<DialAnswer, { readonly kind: 'decided' }>;

/** How far a call is, for people; one that failed is shown as a notice instead. */
const OUTCOMES: Readonly<
    Record<
        Exclude<CallProgress['status'], 'failed'> | 'decisionOnly',
        { readonly icon: string; readonly words: string }
    >
> = {
    decisionOnly: { icon: 'utility:info', words: decisionOnly },
    expected: { icon: 'utility:dialing', words: expected },
    started: { icon: 'utility:outbound_call', words: started },
    ringing: { icon: 'utility:ringtone', words: ringing },
    answered: { icon: 'utility:call', words: answered },
    ended: { icon: 'utility:end_call', words: ended }
};

/**
 * Presentational. One call: the number asked for, the number presented and why, how far it is.
 *
 * `hangup`: the agent ends the call.
 */
export default class SoftphoneCall extends LightningElement {
    @api order: DialOrder | undefined;
    /** Missing while the service decides. */
    @api answer: Answer | undefined;
    /** What was heard of the call since then. */
    @api progress: CallProgress | undefined;

    words = { hangUp, looking };

    get number(): string {
        return readable(this.order?.number ?? '');
    }
    /** A number is called that only where somebody is. */
    get heading(): string {
        return this.isCalled ? called : asked;
    }
    get status() {
        const { answer, progress } = this;
        if (answer?.decision.outcome !== 'presented') {
            return undefined;
        }
        return progress && progress.status !== 'failed' ? progress.status : answer.call;
    }
    get outcome() {
        return this.status && OUTCOMES[this.status];
    }
    /** What the agent's own telephone calls, it hangs up. */
    get canHangUp(): boolean {
        return this.answer?.call === 'started' && this.isCalled && this.status !== 'ended';
    }
    get isCalled(): boolean {
        return ['started', 'ringing', 'answered', 'ended'].includes(this.status ?? '');
    }
    /** Where nobody was called, no number was presented either: it would have been. */
    get isPast(): boolean {
        return this.isCalled || this.answer?.decision.outcome === 'blocked';
    }

    handleHangUp(): void {
        this.dispatchEvent(new CustomEvent('hangup'));
    }
}
