import { LightningElement, api } from 'lwc';
import emptyText from '@salesforce/label/c.Callback_State_Empty';
import emptyTitle from '@salesforce/label/c.Callback_State_Empty_Title';
import failedTitle from '@salesforce/label/c.Callback_State_Failed_Title';
import loading from '@salesforce/label/c.Callback_State_Loading';
import missing from '@salesforce/label/c.Callback_State_Missing';
import noPermissionText from '@salesforce/label/c.Callback_State_No_Permission';
import noPermissionTitle from '@salesforce/label/c.Callback_State_No_Permission_Title';
import retry from '@salesforce/label/c.Callback_State_Retry';

/** How far the loading of the directory has come; a `DirectoryState` will do. */
export type LoadState =
    | { readonly kind: 'loading' | 'notConfigured' | 'ready' }
    | { readonly kind: 'noPermission'; readonly missing: readonly string[] }
    | { readonly kind: 'failed'; readonly errors: readonly string[] };

/**
 * Presentational. Stands in for its content until there is something to show: says what is
 * missing and who can help. Its content shows in the state `ready`.
 *
 * `retry`: the agent asks to load once more.
 */
export default class CallbackState extends LightningElement {
    @api state: LoadState | undefined;
    /** Who helps a user without the rights for this. */
    @api noPermissionText = noPermissionText;

    words = {
        emptyText,
        emptyTitle,
        failedTitle,
        loading,
        missing,
        noPermissionTitle,
        retry
    };

    get isLoading(): boolean {
        return !this.state || this.state.kind === 'loading';
    }
    get isEmpty(): boolean {
        return this.state?.kind === 'notConfigured';
    }
    get isForbidden(): boolean {
        return this.state?.kind === 'noPermission';
    }
    get isFailed(): boolean {
        return this.state?.kind === 'failed';
    }
    get isReady(): boolean {
        return this.state?.kind === 'ready';
    }
    get missing(): readonly string[] {
        return this.state?.kind === 'noPermission' ? this.state.missing : [];
    }
    get errors(): readonly string[] {
        return this.state?.kind === 'failed' ? this.state.errors : [];
    }

    handleRetry(): void {
        this.dispatchEvent(new CustomEvent('retry'));
    }
}
