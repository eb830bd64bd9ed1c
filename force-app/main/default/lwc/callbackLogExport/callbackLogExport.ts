import { LightningElement, api } from 'lwc';
import cancel from '@salesforce/label/c.Callback_Log_Cancel';
import cancelled from '@salesforce/label/c.Callback_Log_Export_Cancelled';
import done from '@salesforce/label/c.Callback_Log_Export_Done';
import failed from '@salesforce/label/c.Callback_Log_Export_Failed';
import most from '@salesforce/label/c.Callback_Log_Export_Most';
import progress from '@salesforce/label/c.Callback_Log_Export_Progress';
import { filled } from 'c/callbackLogWords';

/** `total`: decisions that fit; a file holds `limit` of them at most. */
export type ExportState =
    | { readonly kind: 'idle' | 'cancelled' }
    | {
          readonly kind: 'running';
          readonly done: number;
          readonly total: number;
          readonly limit: number;
      }
    | {
          readonly kind: 'done';
          readonly rows: number;
          readonly total: number;
          readonly limit: number;
      }
    | { readonly kind: 'failed'; readonly errors: readonly string[] };

/**
 * Presentational. How far an export has come.
 *
 * `cancel`: the person wants no file any more.
 */
export default class CallbackLogExport extends LightningElement {
    @api state: ExportState = { kind: 'idle' };

    words = { cancel };

    get running() {
        const { state } = this;
        if (state.kind !== 'running') {
            return undefined;
        }
        const wanted = Math.min(state.total, state.limit);
        return {
            text: filled(progress, state.done, wanted),
            percent: wanted === 0 ? 0 : Math.min(100, Math.round((100 * state.done) / wanted))
        };
    }
    /** Said before as well as after: which decisions the file does not hold. */
    get limitText(): string {
        const { state } = this;
        return (state.kind === 'running' || state.kind === 'done') && state.total > state.limit
            ? filled(most, state.limit, state.total)
            : '';
    }
    get result(): string {
        const { state } = this;
        if (state.kind === 'done') {
            return filled(done, state.rows);
        }
        return state.kind === 'cancelled' ? cancelled : '';
    }
    get failure(): string {
        return this.state.kind === 'failed' ? filled(failed, this.state.errors.join(' ')) : '';
    }

    handleCancel(): void {
        this.dispatchEvent(new CustomEvent('cancel'));
    }
}
