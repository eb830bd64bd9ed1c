import type { BlockedDecision } from '#resolver';
import type {
    CallDecided,
    ChoiceCode,
    DialAnswer,
    DialOrder,
    EntryCode,
    FailureCode,
    TelephonyRefusal
} from './types.ts';

/** Words of the agent's language, for other pages to show. */
export interface OutcomeWords {
    blocked(decision: BlockedDecision): string;
    failed(code: FailureCode | ChoiceCode | EntryCode): string;
    refused(words: string): string;
    telephonyRefused(refusal: TelephonyRefusal): string;
}

/** What every dial is followed by, so that whoever asked for it is never left waiting. */
export function decidedMessage(
    order: DialOrder,
    answer: DialAnswer | { readonly kind: 'busy' },
    words: OutcomeWords,
    now: number
): CallDecided {
    const { dialKey, number, recordId = '' } = order;
    return {
        ...{ dialKey, number, recordId, outcome: 'failed' },
        ...{ callbackNumber: '', source: '', errorCode: '', message: '', call: '' },
        decidedAt: String(now),
        ...outcomeOf(answer, words)
    };
}

function outcomeOf(
    answer: DialAnswer | { readonly kind: 'busy' },
    words: OutcomeWords
): Partial<CallDecided> {
    const failed = (errorCode: FailureCode | ChoiceCode | EntryCode) => ({
        errorCode,
        message: words.failed(errorCode)
    });
    switch (answer.kind) {
        case 'decided': {
            const { decision, call } = answer;
            return decision.outcome === 'presented'
                ? {
                      outcome: 'presented',
                      callbackNumber: decision.number,
                      source: decision.source,
                      call
                  }
                : {
                      outcome: 'blocked',
                      errorCode: decision.errorCode,
                      message: words.blocked(decision)
                  };
        }
        case 'choiceRefused':
        case 'entryRefused':
            return failed(answer.code);
        case 'telephonyRefused':
            return { errorCode: answer.code, message: words.telephonyRefused(answer) };
        case 'refused':
            return { errorCode: answer.code, message: words.refused(answer.words) };
        case 'signedOut':
        case 'otherAgent':
            return failed('SIGNED_OUT');
        case 'away':
            return failed('SERVICE_AWAY');
        case 'busy':
            return failed('SOFTPHONE_BUSY');
    }
}
