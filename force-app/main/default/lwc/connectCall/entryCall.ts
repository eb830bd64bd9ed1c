import thisCallExpired from '@salesforce/label/c.Callback_This_Call_Expired';
import { CHOICE_LIVES_MS } from 'c/callbackChoice';
import {
    Calls,
    choose,
    isExpired,
    NO_CALL,
    readDecided,
    requestFor,
    Timer,
    type CallOf,
    type CallShown,
    type Chosen,
    type DialRequest
} from 'c/callbackDials';
import type { CallbackNumber, Directory, NumberId } from 'c/callbackResolver';

/** The call of the entry, as it is shown. */
export interface CallView extends CallShown {
    /** The callback number chosen for it. */
    readonly chosenId?: NumberId;
    /** What became of a choice that is no more. */
    readonly notice?: string;
}

interface Around {
    readonly publish: (request: DialRequest) => void;
    readonly show: (view: CallView) => void;
}

/** Why a dial failed: the entry is somebody else's by now. */
const NOT_TAKEN = 'ENTRY_NOT_TAKEN';

/** The call of one entry: a number chosen for it, its dial, and what became of that. */
export class EntryCall {
    private readonly around: Around;
    private readonly calls: Calls;
    private readonly choiceEnds = new Timer();
    private view: CallView = NO_CALL;
    private chosen: Chosen | undefined;
    private dialKey: string | undefined;

    constructor(around: Around) {
        this.around = around;
        const { publish } = around;
        this.calls = new Calls({ publish, show: (shown) => this.become(shown) });
    }

    /** Nothing of the entry before holds. */
    begin(): void {
        this.calls.stop();
        this.drop();
        this.dialKey = undefined;
        this.become({ call: undefined, canRetry: false });
    }

    choose(number: CallbackNumber | undefined): void {
        this.drop();
        if (number) {
            this.chosen = choose(number, Date.now());
            this.choiceEnds.start(CHOICE_LIVES_MS, () => this.drop(thisCallExpired));
            this.become({ chosenId: number.id, notice: undefined });
        }
    }

    dial(agentId: string, call: CallOf): void {
        const now = Date.now();
        if (this.chosen && isExpired(this.chosen, now)) {
            // A device that slept: nothing is dialled with another number than the one on screen.
            this.drop(thisCallExpired);
            return;
        }
        const request = requestFor(agentId, call, this.chosen, now);
        this.dialKey = request.dialKey;
        this.drop();
        this.calls.ask(request);
    }

    dialAgain(): void {
        this.calls.askAgain();
    }

    /** @returns whether the entry turned out to be somebody else's */
    decided(message: unknown, names: Directory | undefined): boolean {
        const decided = readDecided(message, names);
        if (!decided || decided.dialKey !== this.dialKey) {
            return false;
        }
        this.calls.decided(decided);
        return (message as { readonly errorCode?: unknown }).errorCode === NOT_TAKEN;
    }

    stop(): void {
        this.choiceEnds.stop();
        this.calls.stop();
    }

    private drop(notice?: string): void {
        this.choiceEnds.stop();
        this.chosen = undefined;
        this.become({ chosenId: undefined, notice });
    }

    private become(change: Partial<CallView>): void {
        this.view = { ...this.view, ...change };
        this.around.show(this.view);
    }
}
