import type { CustomError } from '@salesforce/scv-connector-base';
import type { ThisCallChoice } from '#choice';
import { decidedMessage } from '../client/decidedMessage.ts';
import type { SoftphoneService } from '../client/service.ts';
import type { CallDecided, DialAnswer, DialOrder, TelephonyRefusal } from '../client/types.ts';
import { refusalOf, type VoiceWords } from './refusals.ts';

export interface VoiceDialsOptions {
    readonly service: SoftphoneService;
    readonly words: VoiceWords;
    now(): number;
    /** Told of every dial, so that whoever asked for it is never left waiting. */
    tell(decided: CallDecided): void;
    /** A call was decided with the number chosen for it. */
    onChoiceUsed(choice: ThisCallChoice): void;
    /** The service does not take the dial: nobody is signed in, or somebody else is. */
    onNobody(who: 'nobody' | 'otherAgent'): void;
}

/** Asks the service for calls, and says what became of them. */
export interface VoiceDials {
    /**
     * The service decides, and its telephony calls.
     * @returns once there is a call; `expected`: on the agent's own telephone
     * @throws CustomError where there is none: Salesforce shows why
     */
    place(order: DialOrder): Promise<'started' | 'expected'>;
    /** Not asked for: there is another call. @returns what Salesforce shows */
    refuseBusy(order: DialOrder): CustomError;
    /** The telephony has refused it after all. @returns what Salesforce shows */
    refuseLater(order: DialOrder, refusal: TelephonyRefusal): CustomError;
    /**
     * A dial that got no answer: asked again under its key it calls nobody twice.
     * @returns undefined where there is none, or it is too long ago
     */
    unanswered(isSame: (order: DialOrder) => boolean): DialOrder | undefined;
    /** The agent's default has changed: the next decision is to know it. */
    readDefault(): void;
}

/** As long as a choice: later, the agent means another call. */
const ASKED_AGAIN_WITHIN_MS = 60_000;

export function createVoiceDials(options: VoiceDialsOptions): VoiceDials {
    const { service, words, now } = options;
    let lost: { readonly order: DialOrder; readonly at: number } | undefined;
    let reading: Promise<void> = Promise.resolve();

    function tell(
        order: DialOrder,
        answer: DialAnswer | { readonly kind: 'busy' }
    ): CustomError | undefined {
        const decided = decidedMessage(order, answer, words, now());
        options.tell(decided);
        return refusalOf(decided, words);
    }

    return {
        async place(order) {
            await reading;
            const answer = await service.dial(order);
            lost = answer.kind === 'away' ? { order, at: now() } : undefined;
            if (answer.kind === 'signedOut' || answer.kind === 'otherAgent') {
                options.onNobody(answer.kind === 'otherAgent' ? 'otherAgent' : 'nobody');
            }
            if (answer.kind === 'decided' && order.choice) {
                options.onChoiceUsed(order.choice);
            }
            const refused = tell(order, answer);
            if (refused) {
                throw refused;
            }
            return answer.kind === 'decided' && answer.call === 'expected' ? 'expected' : 'started';
        },
        refuseBusy: (order) => tell(order, { kind: 'busy' })!,
        refuseLater: (order, refusal) => tell(order, { kind: 'telephonyRefused', ...refusal })!,
        unanswered: (isSame) =>
            lost && now() - lost.at < ASKED_AGAIN_WITHIN_MS && isSame(lost.order)
                ? lost.order
                : undefined,
        readDefault() {
            // Where it fails, the service reads it with everything else, minutes later.
            reading = service.defaultChanged();
        }
    };
}
