import type { ThisCallChoice } from '#choice';
import type { Decision, Directory, Source } from '#resolver';

/** What ids in a decision are called. */
export type Names = Pick<Directory, 'numbers' | 'rules'>;

/** Who is signed in. */
export interface SignedInAgent {
    readonly id: string;
    readonly name: string;
    /** Of the agent in Salesforce: `en_US`, `de`. */
    readonly language: string;
}

/** One call that an agent asked for. Asked again after a failure, it keeps its key. */
export interface DialOrder {
    readonly dialKey: string;
    /** Who asked, where the page says. */
    readonly agentId?: string;
    readonly channel: 'clickToDial' | 'manual' | 'connect';
    /** The entry of a dial list that is called. */
    readonly dialEntryId?: string;
    /** As it stood where the agent asked. */
    readonly number: string;
    readonly recordId?: string;
    readonly recordName?: string;
    readonly objectApiName?: string;
    readonly choice?: ThisCallChoice;
    /** Dial key of the agent's own call that the person called is to join. */
    readonly joins?: string;
    /** With `joins`: the agent is let go. */
    readonly agentLeaves?: boolean;
}

/** Why the service did not take a choice for one call, as a code. */
export type ChoiceCode = 'CHOICE_EXPIRED' | 'CHOICE_FOR_ANOTHER_CALL' | 'CHOICE_USED';

/** Why the service did not take the entry of a dial list, as a code. */
export type EntryCode = 'ENTRY_NOT_TAKEN' | 'ENTRY_FOR_ANOTHER_CALL' | 'ENTRY_OUTSIDE_HOURS';

/** Why the telephony did not make the call, as a code. */
export type TelephonyCode =
    'CALLER_ID_REFUSED' | 'NUMBER_REFUSED' | 'TELEPHONY_BUSY' | 'CALL_NOT_STARTED';

/** What the telephony did not do, and why, in its own words. */
export interface TelephonyRefusal {
    readonly code: TelephonyCode;
    readonly reason: string;
}

/** How far a call has come; `ended` and `failed` are the end of it. */
export type CallProgress =
    | { readonly status: 'started' | 'expected' | 'ringing' | 'answered' | 'ended' }
    | ({ readonly status: 'failed' } & TelephonyRefusal);

/** What the service says to a dial. Only `decided` names a number. */
export type DialAnswer =
    | {
          readonly kind: 'decided';
          readonly decision: Decision;
          readonly names: Names;
          /** Nobody is called where no telephony is connected; `expected`: the agent dials by hand. */
          readonly call: 'decisionOnly' | 'started' | 'expected';
      }
    | ({ readonly kind: 'telephonyRefused' } & TelephonyRefusal)
    | { readonly kind: 'choiceRefused'; readonly code: ChoiceCode }
    | { readonly kind: 'entryRefused'; readonly code: EntryCode }
    /** The dial itself is wrong, in the service's words; asking again does not help. */
    | { readonly kind: 'refused'; readonly code: string; readonly words: string }
    | { readonly kind: 'signedOut' }
    /** Somebody else is signed in to the softphone than works in Salesforce. */
    | { readonly kind: 'otherAgent' }
    | { readonly kind: 'away' };

/** Why signing in has not worked so far. */
export type SignInTrouble =
    | 'popupBlocked'
    | 'popupClosed'
    /** It took too long, or the answer is that of another attempt. */
    | 'expired'
    | 'refused'
    | 'otherOrganization'
    /** Of the agent before, in the same browser. */
    | 'otherAgent'
    /** Salesforce does not know this service: a matter for an admin. */
    | 'notSetUp';

/** What the agent sees. `order` is the call it is about, or the one that waits to be asked again. */
export type SoftphoneState = { readonly agent?: SignedInAgent } & (
    | { readonly kind: 'starting' }
    /** Opened by hand, or in a page that is not Salesforce: no click can arrive here. */
    | { readonly kind: 'outside' }
    | {
          readonly kind: 'signedOut';
          readonly order?: DialOrder;
          readonly trouble?: SignInTrouble;
      }
    | { readonly kind: 'signingIn'; readonly order?: DialOrder }
    | { readonly kind: 'away'; readonly order?: DialOrder }
    | { readonly kind: 'ready'; readonly order?: DialOrder }
    | {
          readonly kind: 'deciding';
          readonly order: DialOrder;
          /** A second call was asked for meanwhile, and refused. */
          readonly refusedNumber?: string;
      }
    | {
          readonly kind: 'answered';
          readonly order: DialOrder;
          readonly answer: AnswerToShow;
          /** What is heard of a call that the telephony makes. */
          readonly progress?: CallProgress;
      }
);

/** Answers that are about the call; the others are about the service or the session. */
export type AnswerToShow = Extract<
    DialAnswer,
    { readonly kind: 'decided' | 'telephonyRefused' | 'choiceRefused' | 'entryRefused' | 'refused' }
>;

/** What the page tells the rest of Salesforce after every dial: `Callback_Call_Decided__c`. */
export interface CallDecided {
    readonly dialKey: string;
    readonly number: string;
    readonly recordId: string;
    readonly outcome: 'presented' | 'blocked' | 'failed';
    readonly callbackNumber: string;
    readonly source: Source | '';
    /** An `ErrorCode`, `TelephonyCode`, `ChoiceCode`, `EntryCode`, `FailureCode`, or another code of the service. */
    readonly errorCode: string;
    readonly message: string;
    readonly call: 'decisionOnly' | 'started' | 'expected' | '';
    readonly decidedAt: string;
}

/** Why there is no decision, where the service did not say. */
export type FailureCode = 'SERVICE_AWAY' | 'SIGNED_OUT' | 'SOFTPHONE_BUSY';
