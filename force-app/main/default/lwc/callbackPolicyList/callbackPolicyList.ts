import { LightningElement, api } from 'lwc';
import empty from '@salesforce/label/c.Callback_Policy_Setup_Says_Nothing';
import open from '@salesforce/label/c.Callback_Policy_Setup_Open';
import says from '@salesforce/label/c.Callback_Policy_Setup_Says';
import scope from '@salesforce/label/c.Callback_Policy_Setup_Scope';
import who from '@salesforce/label/c.Callback_Policy_Setup_Who';

/** One policy as the list shows it. */
export interface PolicyEntry {
    readonly scopeKey: string;
    /** Organization, Profile, User: in words. */
    readonly scope: string;
    /** Of whom: the name of the profile or user. */
    readonly name: string;
    /** What it says, setting by setting; empty where everything is inherited. */
    readonly says: readonly string[];
    readonly isOpen: boolean;
}

/**
 * Presentational. The policies there are: the organization's first, then profiles, then users.
 *
 * `open` with `{ scopeKey }`: a policy is to be looked at.
 */
export default class CallbackPolicyList extends LightningElement {
    @api entries: readonly PolicyEntry[] = [];

    words = { empty, open, says, scope, who };

    get rows(): readonly object[] {
        return this.entries.map((entry) => ({
            ...entry,
            isEmpty: entry.says.length === 0,
            current: entry.isOpen ? 'true' : undefined,
            rowClass: entry.isOpen ? 'slds-is-selected' : ''
        }));
    }

    /** Back to where a policy was opened from. */
    @api focusEntry(scopeKey: string): void {
        this.template!.querySelector<HTMLElement>(`[data-key="${scopeKey}"]`)?.focus();
    }

    handleOpen(event: Event): void {
        const { key: scopeKey } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('open', { detail: { scopeKey } }));
    }
}
