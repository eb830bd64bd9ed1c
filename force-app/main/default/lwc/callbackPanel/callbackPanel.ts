import { LightningElement, wire } from 'lwc';
import dialLabel from '@salesforce/label/c.Callback_Panel_Dial';
import numbersTab from '@salesforce/label/c.Callback_Panel_Numbers';
import thisCallExpired from '@salesforce/label/c.Callback_This_Call_Expired';
import thisCallWithdrawn from '@salesforce/label/c.Callback_This_Call_Withdrawn';
import CALL_DECIDED from '@salesforce/messageChannel/Callback_Call_Decided__c';
import DEFAULT_CHANGED from '@salesforce/messageChannel/Callback_Default_Changed__c';
import DIAL_REQUESTED from '@salesforce/messageChannel/Callback_Dial_Requested__c';
import {
    APPLICATION_SCOPE,
    MessageContext,
    publish,
    subscribe,
    unsubscribe,
    type Subscription
} from 'lightning/messageService';
import { CHOICE_LIVES_MS } from 'c/callbackChoice';
import { previewOf, type AgentView, type DirectoryState } from 'c/callbackData';
import type { Reading } from 'c/callbackDialPad';
import {
    Calls,
    choose,
    isExpired,
    NO_CALL,
    readDecided,
    requestFor,
    Timer,
    type Chosen
} from 'c/callbackDials';
import { formatted } from 'c/callbackNumberText';
import { isE164, type CallbackNumber, type Decision, type NumberId } from 'c/callbackResolver';
import type { LoadState } from 'c/callbackState';
import { numbersOf } from './favorites';
import { readRecents, rememberRecent } from './recents';
import { NOTHING_SAVED, Saves } from './saves';
import { whenShownAgain } from './whenShown';

type Context = Parameters<typeof publish>[0];
type CallbackDirectory = HTMLElement & { refresh(): Promise<void> };

/**
 * Container. The agent's panel: dials, shows which number will be presented and why, lets another
 * one be chosen for one call, keeps the default number and the favourites, and tells what became
 * of the last call. It places no call: whoever does hears of it by message and answers the same way.
 */
export default class CallbackPanel extends LightningElement {
    words = { dialLabel, numbersTab };
    _state: DirectoryState = { kind: 'loading' };
    /** What stands in the field. */
    _typed = '';
    _chosen: Chosen | undefined;
    _choiceNotice: string | undefined;
    _recentIds: readonly NumberId[] = [];
    _saving = NOTHING_SAVED;
    _last = NO_CALL;

    @wire(MessageContext) messageContext!: Context;

    private readonly choiceEnds = new Timer();
    private readonly calls = new Calls({
        publish: (request) => publish(this.messageContext, DIAL_REQUESTED, request),
        show: (shown) => {
            this._last = shown;
        }
    });
    private readonly saves = new Saves({
        agent: () => this.agent,
        refresh: () => this.refresh(),
        show: (change) => {
            this._saving = { ...this._saving, ...change };
        },
        tellDefault: (agentId) => publish(this.messageContext, DEFAULT_CHANGED, { agentId })
    });
    private decided: Subscription | undefined;
    private stopWatching: (() => void) | undefined;

    override connectedCallback(): void {
        this.decided = subscribe(
            this.messageContext,
            CALL_DECIDED,
            (message) => this.handleDecided(message),
            { scope: APPLICATION_SCOPE }
        );
    }
    override renderedCallback(): void {
        this.stopWatching ??= whenShownAgain(this.template!.querySelector('.panel')!, () =>
            this.refresh()
        );
    }
    override disconnectedCallback(): void {
        unsubscribe(this.decided!);
        this.stopWatching?.();
        this.stopWatching = undefined;
        this.choiceEnds.stop();
        this.calls.stop();
    }

    get agent(): AgentView | undefined {
        const state = this._state;
        return state.kind === 'ready' || state.kind === 'notConfigured' ? state.agent : undefined;
    }
    /** Without a principal number a call can still present another one: that is for the agent to see. */
    get shownState(): LoadState {
        return this.agent?.numbers.length ? { kind: 'ready' } : this._state;
    }
    get isReady(): boolean {
        return this.shownState.kind === 'ready';
    }
    get reading(): Reading {
        const number = this._typed.trim() && this.agent!.readNumber(this._typed);
        return { number, isFull: isE164(number) };
    }
    /** Typing decides nothing on its own, and deciding takes less time than drawing a key. */
    get decision(): Decision | null {
        const preview = previewOf(this.agent!, {
            channel: 'manual',
            number: this.reading.number,
            thisCallNumberId: this._chosen?.numberId
        });
        return preview.kind === 'decided' ? preview.decision : null;
    }
    get cannotDial(): boolean {
        return !this.reading.number;
    }
    get chosenId(): NumberId | undefined {
        return this._chosen?.numberId;
    }
    get favorites(): CallbackNumber[] {
        const { favoriteIds, numbers } = this.agent!;
        return numbersOf(this._saving.favoriteIds ?? favoriteIds, numbers);
    }
    get recents(): CallbackNumber[] {
        return numbersOf(this._recentIds, this.agent!.numbers);
    }
    get quickPicks(): CallbackNumber[] {
        return [...new Set([...this.favorites, ...this.recents])];
    }

    handleState(event: CustomEvent<{ state: DirectoryState }>): void {
        this._state = event.detail.state;
        const { agent, _chosen: chosen } = this;
        if (!agent) {
            return;
        }
        this._recentIds = readRecents(agent.agentId);
        if (chosen && !agent.numbers.some(({ id }) => id === chosen.numberId)) {
            const name = agent.directory.numbers.get(chosen.numberId)?.label;
            this.dropChoice(
                thisCallWithdrawn.replace('{0}', () => name ?? formatted(chosen.callbackNumber))
            );
        }
    }
    handleNumber(event: CustomEvent<{ number: string }>): void {
        this._typed = event.detail.number;
    }
    handleChoose(event: CustomEvent<{ numberId: NumberId | null }>): void {
        const number = this.agent!.numbers.find(({ id }) => id === event.detail.numberId);
        this.dropChoice();
        if (number) {
            this._chosen = choose(number, Date.now());
            this.choiceEnds.start(CHOICE_LIVES_MS, () => this.dropChoice(thisCallExpired));
        }
    }
    handleDefault(event: CustomEvent<{ numberId: NumberId | null }>): void {
        this.saves.defaultNumber(event.detail.numberId);
    }
    handleFavorite(event: CustomEvent<{ numberId: NumberId; favorite: boolean }>): void {
        this.saves.favorite(event.detail.numberId, event.detail.favorite);
    }

    handleDial(): void {
        if (this.cannotDial) {
            return;
        }
        const now = Date.now();
        if (this._chosen && isExpired(this._chosen, now)) {
            // A device that slept: nothing is dialled with another number than the one on screen.
            this.dropChoice(thisCallExpired);
            return;
        }
        const { number } = this.reading;
        const { agentId } = this.agent!;
        const request = requestFor(agentId, { number }, this._chosen, now);
        this.dropChoice();
        this.calls.ask(request);
    }
    handleRetry(): void {
        this.calls.askAgain();
    }

    handleDecided(message: unknown): void {
        const decided = readDecided(message, this.agent?.directory);
        if (!decided) {
            return;
        }
        const over = this.calls.decided(decided);
        const { agent } = this;
        if (agent && decided.call.kind === 'presented' && over?.number === this.reading.number) {
            this._typed = '';
        }
        if (agent && decided.callbackNumberId) {
            this._recentIds = rememberRecent(agent.agentId, decided.callbackNumberId);
        }
        this.refresh();
    }

    dropChoice(notice?: string): void {
        this.choiceEnds.stop();
        this._chosen = undefined;
        this._choiceNotice = notice;
    }
    async refresh(): Promise<void> {
        await this.template!.querySelector<CallbackDirectory>('c-callback-directory')?.refresh();
    }
}
