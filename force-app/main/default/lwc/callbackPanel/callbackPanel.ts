import { LightningElement, wire } from 'lwc';
import dialLabel from '@salesforce/label/c.Callback_Panel_Dial';
import numbersTab from '@salesforce/label/c.Callback_Panel_Numbers';
import thisCallExpired from '@salesforce/label/c.Callback_This_Call_Expired';
import thisCallWithdrawn from '@salesforce/label/c.Callback_This_Call_Withdrawn';
import CALL_DECIDED from '@salesforce/messageChannel/Callback_Call_Decided__c';
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
import type { LastCall } from 'c/callbackLastCall';
import { formatted } from 'c/callbackNumberText';
import { isE164, type CallbackNumber, type Decision, type NumberId } from 'c/callbackResolver';
import type { LoadState } from 'c/callbackState';
import { choose, isExpired, readDecided, requestFor, type Chosen, type DialRequest } from './dials';
import { numbersOf } from './favorites';
import { readRecents, rememberRecent } from './recents';
import { NOTHING_SAVED, Saves } from './saves';
import { Timer } from './timer';
import { whenShownAgain } from './whenShown';

/** A softphone that is open and signed in answers, or says that it cannot, well before this. */
const ANSWERS_WITHIN_MS = 5000;

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
    _lastCall: LastCall | undefined;
    _lastKey: string | undefined;
    /** Asked of the softphone, and not yet decided. */
    _asked: DialRequest | undefined;

    @wire(MessageContext) messageContext!: Context;

    private readonly choiceEnds = new Timer();
    private readonly answerIsDue = new Timer();
    private readonly saves = new Saves({
        agent: () => this.agent,
        refresh: () => this.refresh(),
        show: (change) => {
            this._saving = { ...this._saving, ...change };
        }
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
        this.answerIsDue.stop();
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
    get canRetry(): boolean {
        return this._asked !== undefined && this._asked.dialKey === this._lastKey;
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
    handleRefresh(): void {
        this.refresh();
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
        const request = requestFor(this.reading.number, this._chosen, now);
        this.dropChoice();
        this.ask(request);
    }
    handleRetry(): void {
        this.ask(this._asked!);
    }

    handleDecided(message: unknown): void {
        const decided = readDecided(message, this.agent?.directory);
        if (!decided) {
            return;
        }
        const { call, callbackNumberId, dialKey } = decided;
        this._lastCall = call;
        this._lastKey = dialKey;
        if (dialKey === this._asked?.dialKey) {
            this.answerIsDue.stop();
            this.finish(call);
        }
        if (callbackNumberId && this.agent) {
            this._recentIds = rememberRecent(this.agent.agentId, callbackNumberId);
        }
        this.refresh();
    }

    /** The same dial key again is the same dial: it is not logged and not placed twice. */
    ask(request: DialRequest): void {
        const { number, dialKey } = request;
        this._asked = request;
        this._lastKey = dialKey;
        this._lastCall = { kind: 'waiting', number };
        this.answerIsDue.start(ANSWERS_WITHIN_MS, () => {
            this._lastCall = { kind: 'noAnswer', number };
            this._lastKey = dialKey;
        });
        publish(this.messageContext, DIAL_REQUESTED, request);
    }
    /** What failed can be asked for again; what was decided is over, and its number leaves the field. */
    finish({ kind }: LastCall): void {
        if (kind === 'failed') {
            return;
        }
        if (kind === 'presented' && this.agent && this.reading.number === this._asked?.number) {
            this._typed = '';
        }
        this._asked = undefined;
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
