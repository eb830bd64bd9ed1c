import { LightningElement, api } from 'lwc';
import blockedTitle from '@salesforce/label/c.Callback_Presented_Blocked';
import undecidedTitle from '@salesforce/label/c.Callback_Presented_Undecided';
import wasTitle from '@salesforce/label/c.Callback_Presented_Was';
import wasBlockedTitle from '@salesforce/label/c.Callback_Presented_Was_Blocked';
import why from '@salesforce/label/c.Callback_Presented_Why';
import whyBlocked from '@salesforce/label/c.Callback_Presented_Why_Blocked';
import willTitle from '@salesforce/label/c.Callback_Presented_Will';
import { formatted, namer } from 'c/callbackNumberText';
import type { BlockedDecision, Decision, PresentedDecision } from 'c/callbackResolver';
import { errorOf, nextOf, sourceOf, type Names } from './wording';

const countryName = namer('region');

/**
 * Presentational. Which number a call will present, or did present: its label, the number and its
 * country, and where it comes from. Blocked: why, and what to do. `undecided` stands where the
 * number is decided only when the agent dials. Without decision and text it shows nothing.
 */
export default class CallbackPresented extends LightningElement {
    @api decision: Decision | null = null;
    /** What numbers and rules are called. A `Directory` will do. */
    @api names: Names = {};
    /** Why it is decided only when the agent dials, in words; shown where there is no decision. */
    @api undecided: string | undefined;
    /** The call has been made: "was presented". */
    @api past = false;
    /** The chain of reasons stands there from the beginning. */
    @api explained = false;

    _open = false;

    get view() {
        const { decision } = this;
        const names = this.names ?? {};
        if (decision?.outcome === 'presented') {
            return this.presented(decision, names);
        }
        if (decision) {
            return this.blocked(decision, names);
        }
        return this.undecided
            ? {
                  outcome: 'undecided',
                  headline: undecidedTitle,
                  icon: 'utility:clock',
                  sentences: [this.undecided]
              }
            : undefined;
    }

    get isOpen(): boolean {
        return (this._open || this.explained) && Boolean(this.decision);
    }
    get canOpen(): boolean {
        return Boolean(this.decision) && !this.explained;
    }
    get expanded(): string {
        return String(this.isOpen);
    }
    get reasonId(): string | undefined {
        return this.isOpen ? 'reason' : undefined;
    }
    get chevron(): string {
        return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
    }

    handleWhy(): void {
        this._open = !this._open;
    }

    presented(decision: PresentedDecision, names: Names) {
        const number = names.numbers?.get(decision.numberId);
        const digits = formatted(decision.number);
        return {
            outcome: 'presented',
            title: this.past ? wasTitle : willTitle,
            icon: 'utility:outbound_call',
            variant: 'success',
            headline: number?.label ?? digits,
            details: number && [digits, countryName(number.country)].filter(Boolean).join(' · '),
            sentences: [sourceOf(decision, names)],
            why,
            trace: decision.trace
        };
    }

    blocked(decision: BlockedDecision, names: Names) {
        return {
            outcome: 'blocked',
            headline: this.past ? wasBlockedTitle : blockedTitle,
            icon: 'utility:error',
            variant: 'error',
            sentences: [errorOf(decision), nextOf(decision, names)],
            why: whyBlocked,
            trace: decision.trace
        };
    }
}
