import type { LastCall } from 'c/callbackLastCall';
import type { CallDecided, DialRequest } from './dials';
import { Timer } from './timer';

/** A softphone that is open and signed in answers, or says that it cannot, well before this. */
const ANSWERS_WITHIN_MS = 5000;

/** The last call, as it is shown. */
export interface CallShown {
    readonly call?: LastCall;
    /** Whether it can be asked for again, as the same dial. */
    readonly canRetry: boolean;
}

export const NO_CALL: CallShown = { canRetry: false };

interface Around {
    readonly publish: (request: DialRequest) => void;
    readonly show: (shown: CallShown) => void;
}

/** Dials from their request to what became of them. */
export class Calls {
    private readonly around: Around;
    private readonly answerIsDue = new Timer();
    /** Asked for and not decided. */
    private asked: DialRequest | undefined;

    constructor(around: Around) {
        this.around = around;
    }

    ask(request: DialRequest): void {
        const { publish, show } = this.around;
        const { number } = request;
        this.asked = request;
        show({ call: { kind: 'waiting', number }, canRetry: false });
        this.answerIsDue.start(ANSWERS_WITHIN_MS, () =>
            show({ call: { kind: 'noAnswer', number }, canRetry: true })
        );
        publish(request);
    }

    /** The same dial key again is the same dial: it is not logged and not placed twice. */
    askAgain(): void {
        if (this.asked) {
            this.ask(this.asked);
        }
    }

    /** @returns the request that is over now; undefined for calls of others and for what failed */
    decided({ dialKey, call }: CallDecided): DialRequest | undefined {
        const { asked } = this;
        const isOurs = asked !== undefined && asked.dialKey === dialKey;
        const isOver = isOurs && call.kind !== 'failed';
        this.around.show({ call, canRetry: isOurs && !isOver });
        if (isOurs) {
            this.answerIsDue.stop();
        }
        if (!isOver) {
            return undefined;
        }
        this.asked = undefined;
        return asked;
    }

    stop(): void {
        this.answerIsDue.stop();
    }
}
