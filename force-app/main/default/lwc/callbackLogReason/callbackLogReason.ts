import { LightningElement, api } from 'lwc';
import failed from '@salesforce/label/c.Callback_Log_Trace_Failed';
import leftOut from '@salesforce/label/c.Callback_Log_Trace_Left_Out';
import none from '@salesforce/label/c.Callback_Log_Trace_None';
import unreadable from '@salesforce/label/c.Callback_Log_Trace_Unreadable';
import loading from '@salesforce/label/c.Callback_State_Loading';
import { filled } from 'c/callbackLogWords';
import type { Names } from 'c/callbackReason';
import type { KeptTrace } from './trace';

export { idsIn, traceOf, type KeptTrace } from './trace';

/** Undefined while it is read. */
export type ShownTrace =
    { readonly trace: KeptTrace; readonly names: Names } | { readonly errors: readonly string[] };

/**
 * Presentational. The chain of reasons of one decision of the log, with names as they are now; says
 * so where it was not kept, not kept whole, or cannot be understood.
 */
export default class CallbackLogReason extends LightningElement {
    @api shown: ShownTrace | undefined;

    words = { loading, none, unreadable };

    get isLoading(): boolean {
        return !this.shown;
    }
    get failure(): string {
        return this.shown && 'errors' in this.shown
            ? filled(failed, this.shown.errors.join(' '))
            : '';
    }
    get chain() {
        const trace = this.kept;
        return trace?.kind === 'steps'
            ? {
                  steps: trace.steps,
                  names: (this.shown as { readonly names: Names }).names,
                  leftOut: trace.leftOut > 0 ? filled(leftOut, trace.leftOut) : ''
              }
            : undefined;
    }
    get isNone(): boolean {
        return this.kept?.kind === 'none';
    }
    get unreadableText(): string {
        return this.kept?.kind === 'unreadable' ? this.kept.text : '';
    }

    private get kept(): KeptTrace | undefined {
        return this.shown && 'trace' in this.shown ? this.shown.trace : undefined;
    }
}
