import { LightningElement, api } from 'lwc';
import { word } from 'shell/words';
import { CONNECTING, type Phone, type VoiceCall } from '../../../phone';
import { problemWords } from './problemWords';

const NEWS_OF_ASKED = {
    dial: 'voiceDialling',
    add: 'voiceAdding',
    end: 'voiceEnding'
} as const;

/**
 * Presentational. The telephone of Salesforce Voice: a number to call, the call and who was added
 * to it, and what went wrong.
 *
 * `callnumber` (`number`), `addnumber` (`number`, and `leave` where the agent leaves the call at
 * once), `endcall` (`callId`).
 */
export default class ShellVoiceCalls extends LightningElement {
    @api get phone(): Phone {
        return this._phone;
    }
    set phone(phone: Phone) {
        this._hadFocus = Boolean(this.template?.activeElement);
        this._phone = phone;
    }

    _phone: Phone = CONNECTING;
    _hadFocus = false;

    readonly words = {
        number: word('voiceNumber'),
        call: word('voiceCall'),
        calls: word('voiceCalls'),
        other: word('voiceOtherNumber'),
        add: word('voiceAdd'),
        transfer: word('voiceTransfer')
    };

    /** What had the focus may be gone with the call: the keyboard stays here. */
    override renderedCallback(): void {
        if (this._hadFocus && !this.template?.activeElement) {
            this.template?.querySelector<HTMLElement>('.telephone')?.focus();
        }
        this._hadFocus = false;
    }

    get isIdle(): boolean {
        const { status, calls } = this.phone;
        return status === 'ready' && calls.length === 0;
    }
    get hasCalls(): boolean {
        return this.phone.calls.length > 0;
    }
    get mayAdd(): boolean {
        return this.phone.calls.length === 1;
    }
    /** Nothing is asked for twice. */
    get isWaiting(): boolean {
        return this.phone.asked !== undefined;
    }
    get calls() {
        return this.phone.calls.map((call) => ({
            ...call,
            who: call.name ? `${call.name}, ${call.number}` : call.number,
            stateWord: stateWord(call),
            endLabel: word('voiceEnd'),
            endText: word('voiceEndOf', call.name ?? call.number)
        }));
    }
    /** Spoken as it changes. */
    get news(): string {
        const { status, asked, ended } = this.phone;
        if (status !== 'ready') {
            return word(status === 'signIn' ? 'voiceSignIn' : 'voiceConnecting');
        }
        if (asked) {
            return word(NEWS_OF_ASKED[asked.what], asked.number);
        }
        return ended ? word(ended.isFailed ? 'voiceFailed' : 'voiceEnded', ended.number) : '';
    }
    get problem(): string | undefined {
        const { problem } = this.phone;
        return problem && problemWords(problem);
    }

    handleCall(event: Event): void {
        event.preventDefault();
        this.tell('callnumber', 'number', {});
    }
    handleAdd(event: Event): void {
        event.preventDefault();
        this.tell('addnumber', 'other', { leave: false });
    }
    handleTransfer(): void {
        this.tell('addnumber', 'other', { leave: true });
    }
    handleEnd(event: Event): void {
        const { callid: callId } = (event.currentTarget as HTMLElement).dataset;
        if (!this.isWaiting) {
            this.dispatchEvent(new CustomEvent('endcall', { detail: { callId } }));
        }
    }

    tell(name: string, field: string, more: object): void {
        const input = this.template?.querySelector<HTMLInputElement>(`[data-field="${field}"]`);
        const number = input?.value?.trim();
        if (number && !this.isWaiting) {
            this.dispatchEvent(new CustomEvent(name, { detail: { number, ...more } }));
        }
    }
}

function stateWord({ state, isThirdParty }: VoiceCall): string {
    if (state === 'ringing') {
        return word('voiceRinging');
    }
    return word(isThirdParty ? 'voiceJoined' : 'voiceConnected');
}
