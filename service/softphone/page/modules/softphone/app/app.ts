import { LightningElement, api } from 'lwc';
import busy from '@salesforce/label/c.Callback_Softphone_Busy';
import signOut from '@salesforce/label/c.Callback_Softphone_Sign_Out';
import title from '@salesforce/label/c.Callback_Softphone_Title';
import { readable } from 'softphone/readable';
import type { CallProgress, DialAnswer, DialOrder, SoftphoneState } from '../../../client/types';
import { noticeOf } from './notices';

/**
 * Presentational. The face of the softphone: who is signed in, and the call or what there is to
 * say in its place.
 *
 * `signin`, `signout`, `retry`, `dialwithoutchoice`, `dismiss`, `hangup`: what the agent asks for.
 */
export default class SoftphoneApp extends LightningElement {
    @api state: SoftphoneState = { kind: 'starting' };

    words = { signOut, title };
    /** A button was pressed, and may go with what it stood in. */
    _pressed = false;

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
    get progress(): CallProgress | undefined {
        const { state } = this;
        return state.kind === 'answered' ? state.progress : undefined;
    }
    get busy(): string | undefined {
        const { state } = this;
        const number = state.kind === 'deciding' ? state.refusedNumber : undefined;
        return number && busy.replace('{0}', () => readable(number));
    }

    /** Who works by keyboard goes on where the button was. */
    override renderedCallback(): void {
        const pressed = this._pressed;
        this._pressed = false;
        if (pressed && !this.template!.activeElement) {
            this.template!.querySelector('main')?.focus();
        }
    }

    handleAct({ detail }: CustomEvent<{ name: string }>): void {
        this.press(detail.name);
    }
    handleHangUp(): void {
        this.press('hangup');
    }
    handleSignOut(): void {
        this.press('signout');
    }
    press(name: string): void {
        this._pressed = true;
        this.dispatchEvent(new CustomEvent(name));
    }
}
