import { LightningElement, api } from 'lwc';
import stepBlocked from '@salesforce/label/c.Callback_Step_Blocked';
import stepPassedOver from '@salesforce/label/c.Callback_Step_Passed_Over';
import stepUsed from '@salesforce/label/c.Callback_Step_Used';
import stepsTitle from '@salesforce/label/c.Callback_Steps_Title';
import type { TraceStep } from 'c/callbackResolver';
import { sentenceOf, verdictOf, type Names, type Verdict } from './sentences';

export { isStep, type Names } from './sentences';

const LOOKS: Readonly<Record<Verdict, { icon: string; variant: string; words: string }>> = {
    used: { icon: 'utility:success', variant: 'success', words: stepUsed },
    passedOver: { icon: 'utility:dash', variant: '', words: stepPassedOver },
    blocked: { icon: 'utility:error', variant: 'error', words: stepBlocked }
};

/** Presentational. The trace of a decision in words: what was looked at, in order, and what decided. */
export default class CallbackReason extends LightningElement {
    /** The steps of a finished decision. */
    @api trace: readonly TraceStep[] = [];

    /** What numbers and rules are called. A `Directory` will do. */
    @api names: Names = {};

    listTitle = stepsTitle;

    get steps() {
        const trace = this.trace ?? [];
        return trace.map((step, at) => {
            const verdict = verdictOf(step, at === trace.length - 1);
            return {
                key: at,
                sentence: sentenceOf(step, this.names ?? {}),
                verdict,
                className:
                    verdict === 'passedOver' ? 'slds-text-color_weak' : 'slds-text-title_bold',
                ...LOOKS[verdict]
            };
        });
    }

    get hasSteps(): boolean {
        return (this.trace ?? []).length > 0;
    }
}
