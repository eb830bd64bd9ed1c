import { LightningElement, api } from 'lwc';
import agentGone from '@salesforce/label/c.Callback_Simulator_Agent_Gone';
import now from '@salesforce/label/c.Callback_Simulator_Now';
import numberGone from '@salesforce/label/c.Callback_Simulator_Number_Gone';
import type { Decision } from 'c/callbackResolver';
import type { Judged, Names, Verdict } from 'c/callbackSimulation';
import { expectedText, openText } from 'c/callbackSimulatorWords';

const GONE = { agentGone, numberGone };

/** Presentational. What was expected of a call, what is decided now, and why. */
export default class CallbackSimulatorVerdict extends LightningElement {
    @api judged: Judged | undefined;

    words = { now };

    get kind(): Verdict['kind'] {
        return this.judged!.verdict.kind;
    }
    get expectedText(): string {
        return expectedText(this.judged!.expectation);
    }
    get decision(): Decision | undefined {
        const { verdict } = this.judged!;
        return 'decision' in verdict ? verdict.decision : undefined;
    }
    get names(): Names | undefined {
        const { verdict } = this.judged!;
        return 'names' in verdict ? verdict.names : undefined;
    }
    /** Why it cannot be judged. */
    get sentences(): readonly string[] {
        const { verdict } = this.judged!;
        switch (verdict.kind) {
            case 'passed':
            case 'changed':
                return [];
            case 'open':
                return [openText(verdict, verdict.names)];
            case 'unusable':
                return [GONE[verdict.reason]];
            case 'failed':
                return verdict.errors;
        }
    }
}
