import { LightningElement, api } from 'lwc';
import defaultLabel from '@salesforce/label/c.Callback_Default_Label';
import inForceNone from '@salesforce/label/c.Callback_Default_None';
import inForceTitle from '@salesforce/label/c.Callback_Default_In_Force';
import saving from '@salesforce/label/c.Callback_Default_Saving';
import sourceAgentDefault from '@salesforce/label/c.Callback_Source_Agent_Default';
import sourcePrincipal from '@salesforce/label/c.Callback_Source_Principal';
import unavailable from '@salesforce/label/c.Callback_Default_Unavailable';
import unavailableUnknown from '@salesforce/label/c.Callback_Default_Unavailable_Unknown';
import usePrincipal from '@salesforce/label/c.Callback_Default_Clear';
import { formatted } from 'c/callbackNumberText';
import type { CallbackNumber, Directory, NumberId } from 'c/callbackResolver';

/** What became of saving. */
export interface Outcome {
    readonly kind: 'saved' | 'failed';
    readonly text: string;
}

/**
 * Presentational. The number an agent's calls present as a rule: their own default, or the
 * principal number.
 *
 * `defaultchange` with `{ numberId }`; null for the principal number.
 */
export default class CallbackDefaultNumber extends LightningElement {
    /** The numbers available to the agent. */
    @api numbers: readonly CallbackNumber[] = [];
    /** What numbers that are not available are called. A `Directory` will do. */
    @api names: Partial<Pick<Directory, 'numbers'>> = {};
    /** The agent's own default, also where it is not available any more. */
    @api defaultNumberId: NumberId | null = null;
    @api principalNumberId: NumberId | null = null;
    @api saving = false;
    @api outcome: Outcome | undefined;

    words = { defaultLabel, inForceNone, inForceTitle, saving, usePrincipal };

    get ownDefault(): CallbackNumber | undefined {
        return this.numbers.find(({ id }) => id === this.defaultNumberId);
    }
    get inForce() {
        const number =
            this.ownDefault ?? this.numbers.find(({ id }) => id === this.principalNumberId);
        return (
            number && {
                label: number.label,
                digits: formatted(number.number),
                source: this.ownDefault ? sourceAgentDefault : sourcePrincipal
            }
        );
    }
    get warning(): string | undefined {
        if (!this.defaultNumberId || this.ownDefault) {
            return undefined;
        }
        const gone = this.names?.numbers?.get(this.defaultNumberId);
        return gone
            ? unavailable.replace('{0}', () => `${gone.label} (${formatted(gone.number)})`)
            : unavailableUnknown;
    }
    get status(): string {
        // What was saved is withdrawn since: the warning says so, and "saved" would contradict it.
        const isOutdated = this.warning && this.outcome?.kind === 'saved';
        return this.saving ? saving : (!isOutdated && this.outcome?.text) || '';
    }
    get statusClass(): string {
        const failed = !this.saving && this.outcome?.kind === 'failed';
        return `status slds-text-body_small${failed ? ' slds-text-color_error' : ''}`;
    }

    handleNumber(event: CustomEvent<{ numberId: NumberId | null }>): void {
        this.tell(event.detail.numberId);
    }
    handleClear(): void {
        this.tell(null);
    }

    tell(numberId: NumberId | null): void {
        if (numberId !== this.defaultNumberId) {
            this.dispatchEvent(new CustomEvent('defaultchange', { detail: { numberId } }));
        }
    }
}
