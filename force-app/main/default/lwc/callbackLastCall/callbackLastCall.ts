import { LightningElement, api } from 'lwc';
import blockedTitle from '@salesforce/label/c.Callback_Last_Blocked';
import calledTitle from '@salesforce/label/c.Callback_Last_Called';
import decisionOnlyText from '@salesforce/label/c.Callback_Last_Decision_Only_Text';
import decisionOnlyTitle from '@salesforce/label/c.Callback_Last_Decision_Only';
import expectedText from '@salesforce/label/c.Callback_Last_Expected_Text';
import expectedTitle from '@salesforce/label/c.Callback_Last_Expected';
import failedTitle from '@salesforce/label/c.Callback_Last_Failed';
import noAnswerText from '@salesforce/label/c.Callback_Last_No_Answer_Text';
import noAnswerTitle from '@salesforce/label/c.Callback_Last_No_Answer';
import presentedText from '@salesforce/label/c.Callback_Last_Presented';
import retry from '@salesforce/label/c.Callback_Last_Retry';
import sourceAgentDefault from '@salesforce/label/c.Callback_Source_Agent_Default';
import sourcePrincipal from '@salesforce/label/c.Callback_Source_Principal';
import sourceRule from '@salesforce/label/c.Callback_Last_Source_Rule';
import sourceThisCall from '@salesforce/label/c.Callback_Source_This_Call';
import title from '@salesforce/label/c.Callback_Last_Title';
import waitingTitle from '@salesforce/label/c.Callback_Last_Waiting';
import { formatted } from 'c/callbackNumberText';
import type { Source } from 'c/callbackResolver';

/** What happened to a dial so far. `number`: the number dialled, E.164 or as typed. */
export type LastCall = { readonly number: string } & (
    | { readonly kind: 'waiting' | 'noAnswer' }
    | { readonly kind: 'blocked' | 'failed'; readonly message: string }
    | {
          readonly kind: 'presented';
          /** E.164. */
          readonly callbackNumber: string;
          /** What that number is called, where it is known. */
          readonly callbackLabel?: string;
          readonly source: string;
          /** Nobody was called but where it is `started`; `expected`: the agent dials by hand. */
          readonly status: 'started' | 'expected' | 'decisionOnly';
      }
);

const SOURCES: Readonly<Record<Source, string>> = {
    thisCall: sourceThisCall,
    rule: sourceRule,
    agentDefault: sourceAgentDefault,
    principal: sourcePrincipal
};

/**
 * Presentational. What happened to the last dial: the number called and the number presented, or
 * why there was no call.
 *
 * `retry`: the agent asks the softphone once more.
 */
export default class CallbackLastCall extends LightningElement {
    @api call: LastCall | undefined;
    /** Whether the same dial can be asked for once more. */
    @api canRetry = false;

    words = { retry, title };

    _drawn: LastCall | undefined;

    /** At the end of a narrow panel it may be out of sight; what happened to a call may not. */
    override renderedCallback(): void {
        if (this.call && this.call !== this._drawn) {
            this.template!.querySelector('[role=group]')!.scrollIntoView({ block: 'nearest' });
        }
        this._drawn = this.call;
    }

    get view() {
        return this.call && viewOf(this.call);
    }
    get isWaiting(): boolean {
        return this.call?.kind === 'waiting';
    }
    get offersRetry(): boolean {
        return this.canRetry && (this.call?.kind === 'noAnswer' || this.call?.kind === 'failed');
    }

    handleRetry(): void {
        this.dispatchEvent(new CustomEvent('retry'));
    }
}

interface View {
    readonly title: string;
    readonly text?: string;
    readonly source?: string;
    readonly icon: string;
    readonly variant?: string;
}

function viewOf(call: LastCall): View {
    const named = (words: string) => words.replace('{0}', () => readable(call.number));
    switch (call.kind) {
        case 'waiting':
            return { title: named(waitingTitle), icon: 'utility:clock' };
        case 'noAnswer':
            return {
                title: named(noAnswerTitle),
                text: noAnswerText,
                icon: 'utility:warning',
                variant: 'warning'
            };
        case 'blocked':
        case 'failed':
            return {
                title: named(call.kind === 'blocked' ? blockedTitle : failedTitle),
                text: call.message,
                icon: 'utility:error',
                variant: 'error'
            };
        case 'presented': {
            const digits = readable(call.callbackNumber);
            const shown = call.callbackLabel ? `${call.callbackLabel} (${digits})` : digits;
            const source = SOURCES[call.source as Source];
            switch (call.status) {
                case 'started':
                    return {
                        title: named(calledTitle),
                        text: presentedText.replace('{0}', () => shown),
                        source,
                        icon: 'utility:success',
                        variant: 'success'
                    };
                case 'expected':
                    return {
                        title: named(expectedTitle),
                        text: expectedText.replace('{0}', () => shown),
                        source,
                        icon: 'utility:dialing'
                    };
                case 'decisionOnly':
                    return {
                        title: decisionOnlyTitle,
                        text: named(decisionOnlyText).replace('{1}', () => shown),
                        source,
                        icon: 'utility:info'
                    };
            }
        }
    }
}

/** A full telephone number in groups that stay on one line; 999 and extensions as they are. */
function readable(number: string): string {
    return number.startsWith('+') ? formatted(number).replaceAll(' ', '\u00a0') : number;
}
