import { LightningElement, api } from 'lwc';
import busy from '@salesforce/label/c.Callback_Softphone_Busy';
import signOut from '@salesforce/label/c.Callback_Softphone_Sign_Out';
import title from '@salesforce/label/c.Callback_Softphone_Title';
import { readable } from 'softphone/readable';
import type { DialAnswer, DialOrder, SoftphoneState } from '../../../client/types';
import { noticeOf } from './notices';

/**
 * Presentational. The face of the softphone: who is signed in, and the call or what there is to
 * say in its place.
 *
 * `signin`, `signout`, `retry`, `dialwithoutchoice`, `dismiss`: what the agent asks for.
 */
export default class SoftphoneApp extends LightningElement {
    @api state: SoftphoneState = { kind: 'starting' };

    words = { signOut, title };

    get agentName(): string | undefined {
        return this.state.agent?.name;
    }
    get maySignOut(): boolean {
        return this.state.kind !== 'deciding';
    }
    get notice() {
        return noticeOf(this.state);
    }
    /** The call that is being decided, or was. */
    get order(): DialOrder | undefined {
        const { state } = this;
        const shows = state.kind === 'deciding' || this.answer;
        return shows && 'order' in state ? state.order : undefined;
    }
    get answer(): Extract<DialAnswer, { readonly kind: 'decided' }> | undefined {
        const { state } = this;
        return state.kind === 'answered' && state.answer.kind === 'decided'
            ? state.answer
            : undefined;
    }
    get busy(): string | undefined {
        const { state } = this;
        const number = state.kind === 'deciding' ? state.refusedNumber : undefined;
        return number && busy.replace('{0}', () => readable(number));
    }

    handleAct({ detail }: CustomEvent<{ name: string }>): void {
        this.dispatchEvent(new CustomEvent(detail.name));
    }
    handleSignOut(): void {
        this.dispatchEvent(new CustomEvent('signout'));
    }
}
