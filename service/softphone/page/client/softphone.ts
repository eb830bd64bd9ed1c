import { createChoiceMemory } from './choiceMemory.ts';
import { decidedMessage, type OutcomeWords } from './decidedMessage.ts';
import { orderOfClick, orderOfRequest, withoutChoice } from './dialOrders.ts';
import { followCall } from './followCall.ts';
import type { OpenCtiPort } from './openCti.ts';
import type { SessionAnswer, SoftphoneService } from './service.ts';
import type { DialAnswer, DialOrder, SignedInAgent, SoftphoneState } from './types.ts';

export interface SoftphoneSurroundings {
    readonly service: SoftphoneService;
    /** Missing where the page is not shown by Salesforce. */
    readonly openCti: OpenCtiPort | undefined;
    readonly words: OutcomeWords;
    signIn(): Promise<SessionAnswer>;
    /** While the service is away: when to look again. */
    pause(): Promise<void>;
    /** While a call goes on: when to look how far it is. */
    moment(): Promise<void>;
    now(): number;
    newKey(): string;
    show(state: SoftphoneState): void;
}

/** What the agent can do. */
export interface Softphone {
    start(): Promise<void>;
    signIn(): Promise<void>;
    signOut(): Promise<void>;
    /** Asks again what could not be answered: the same call under the same key, or the session. */
    retry(): Promise<void>;
    dialWithoutChoice(): Promise<void>;
    /** Lets go of the call that is shown. */
    dismiss(): void;
    /** Ends the call that is shown. */
    hangUp(): Promise<void>;
}

/**
 * The softphone without its face. A click or a request becomes a dial, the service decides, and
 * whatever comes of it is told on the message channel. Nothing is ever decided here: without the
 * service there is no number.
 *
 * One dial at a time. A second one while the first is being decided is refused with words and not
 * queued: seconds later it would call somebody the agent no longer has in mind. The same dial asked
 * for twice is one dial. A dial that could not be asked, because the agent was not signed in or the
 * service was away, is kept under its key until the agent asks again, lets go of it, or dials
 * another number; it never starts by itself.
 */
export function createSoftphone(surroundings: SoftphoneSurroundings): Softphone {
    const { service, openCti, words, now } = surroundings;
    const choices = createChoiceMemory(now);
    let state: SoftphoneState = { kind: 'starting' };
    let agent: SignedInAgent | undefined;
    let started: Promise<void> = Promise.resolve();
    /** The service reads a default that the agent has just set. */
    let reading: Promise<void> = Promise.resolve();
    let attempts = 0;

    function become(next: SoftphoneState): void {
        state = { ...next, ...(agent && { agent }) };
        if (next.kind !== 'deciding') {
            openCti?.setClickToDial(next.kind === 'ready' || next.kind === 'answered');
        }
        surroundings.show(state);
    }

    async function dial(order: DialOrder | undefined): Promise<void> {
        if (!order) {
            return;
        }
        await started;
        if (state.kind === 'deciding') {
            refuseSecond(state.order, order);
            return;
        }
        if (state.kind === 'signedOut' || state.kind === 'signingIn') {
            take(order, { kind: 'signedOut' });
            return;
        }
        become({ kind: 'deciding', order });
        await reading;
        take(order, await service.dial(order));
    }

    function refuseSecond(first: DialOrder, second: DialOrder): void {
        if (first.dialKey !== second.dialKey) {
            tell(second, { kind: 'busy' });
            become({ kind: 'deciding', order: first, refusedNumber: second.number });
        }
    }

    function take(order: DialOrder, answer: DialAnswer): void {
        tell(order, answer);
        switch (answer.kind) {
            case 'signedOut':
                if (state.kind === 'signingIn') {
                    become({ kind: 'signingIn', order });
                } else {
                    endSession(order);
                }
                openCti?.showPanel();
                break;
            case 'otherAgent':
                void leaveOther(order);
                openCti?.showPanel();
                break;
            case 'away':
                stayAway(order);
                break;
            default:
                become({ kind: 'answered', order, answer });
                void follow(order);
                if (answer.kind === 'choiceRefused') {
                    openCti?.showPanel();
                }
                if (!agent) {
                    void learnAgent();
                }
        }
    }

    function follow(order: DialOrder): Promise<void> {
        return followCall({
            shown: () => (state.kind === 'answered' && state.order === order ? state : undefined),
            moment: () => surroundings.moment(),
            look: () => service.callProgress(order.dialKey),
            refused(refusal) {
                const answer = { kind: 'telephonyRefused', ...refusal } as const;
                tell(order, answer);
                become({ kind: 'answered', order, answer });
            },
            wentOn: (shown, progress) => become({ ...shown, progress })
        });
    }

    /** The service was away when the page started, and came back with a dial. */
    async function learnAgent(): Promise<void> {
        const answer = await service.session();
        if (answer.kind === 'signedIn' && 'answer' in state) {
            agent = answer.agent;
            become(state);
        }
    }

    function tell(order: DialOrder, answer: DialAnswer | { readonly kind: 'busy' }): void {
        openCti?.publishDecided(decidedMessage(order, answer, words, now()));
    }

    /** Nobody calls in the name of the agent who used this browser before. */
    async function leaveOther(order: DialOrder): Promise<void> {
        agent = undefined;
        become({ kind: 'signedOut', trouble: 'otherAgent', order });
        await service.signOut();
    }

    function endSession(order?: DialOrder): void {
        agent = undefined;
        become({ kind: 'signedOut', ...(order && { order }) });
    }

    /** Looks again until the service is back; the call that waits is the agent's to start. */
    function stayAway(order?: DialOrder): void {
        become({ kind: 'away', ...(order && { order }) });
        const away = state;
        void surroundings.pause().then(async () => {
            if (state !== away) {
                return;
            }
            const answer = await service.session();
            if (state === away) {
                takeSession(answer, order);
            }
        });
    }

    function takeSession(answer: SessionAnswer, order?: DialOrder): void {
        const kept = order && { order };
        switch (answer.kind) {
            case 'signedIn':
                agent = answer.agent;
                become({ kind: 'ready', ...kept });
                break;
            case 'away':
                stayAway(order);
                break;
            case 'trouble':
                become({ kind: 'signedOut', trouble: answer.trouble, ...kept });
                break;
            default:
                endSession(order);
        }
    }

    const orderNow = () => ('order' in state ? state.order : undefined);

    return {
        start() {
            if (!openCti) {
                become({ kind: 'outside' });
                return started;
            }
            become(state);
            openCti.onClick((payload) => {
                void dial(orderOfClick(payload, choices, surroundings.newKey));
            });
            openCti.onDialRequested((message) => void dial(orderOfRequest(message)));
            openCti.onDefaultChanged(() => {
                // Where it fails, the service reads it with everything else, minutes later.
                reading = service.defaultChanged();
            });
            openCti.onNumberChosen((message) => choices.hear(message));
            started = service.session().then((answer) => takeSession(answer));
            return started;
        },
        async signIn() {
            const order = orderNow();
            const attempt = ++attempts;
            become({ kind: 'signingIn', ...(order && { order }) });
            const answer = await surroundings.signIn();
            if (attempt === attempts && state.kind === 'signingIn') {
                takeSession(answer, orderNow());
            }
        },
        async signOut() {
            if (state.kind !== 'deciding') {
                takeSession(await service.signOut());
            }
        },
        async retry() {
            const order = orderNow();
            if (order) {
                await dial(order);
            } else {
                become({ kind: 'starting' });
                takeSession(await service.session());
            }
        },
        async dialWithoutChoice() {
            const order = orderNow();
            await dial(order && withoutChoice(order));
        },
        async hangUp() {
            if (state.kind === 'answered') {
                await service.endCall(state.order.dialKey);
            }
        },
        dismiss() {
            if (state.kind === 'answered' || state.kind === 'ready') {
                become({ kind: 'ready' });
            }
        }
    };
}
