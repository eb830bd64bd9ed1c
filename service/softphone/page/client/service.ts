import type { CallProgress, DialAnswer, DialOrder, SignedInAgent, SignInTrouble } from './types.ts';

/** The session, or why there is none. */
export type SessionAnswer =
    | { readonly kind: 'signedIn'; readonly agent: SignedInAgent }
    | { readonly kind: 'signedOut' }
    | { readonly kind: 'trouble'; readonly trouble: SignInTrouble }
    | { readonly kind: 'away' };

/** What Salesforce gave the callback page for an agent who signed in. */
export interface Handover {
    readonly code: string;
    readonly state: string;
}

/** The softphone's own routes of the service. Nothing here throws: what fails is an answer. */
export interface SoftphoneService {
    session(): Promise<SessionAnswer>;
    /** @returns where the agent signs in; undefined where the service does not say */
    beginSignIn(): Promise<string | undefined>;
    finishSignIn(handover: Handover): Promise<SessionAnswer>;
    signOut(): Promise<SessionAnswer>;
    /** The agent's default has changed in Salesforce: the next decision is to know it. */
    defaultChanged(): Promise<void>;
    dial(order: DialOrder): Promise<DialAnswer>;
    /**
     * @returns 'away' where the service gave no answer, and may give one later; undefined where it
     * knows of no such call
     */
    callProgress(dialKey: string): Promise<CallProgress | 'away' | undefined>;
    /** @returns whether the telephony was told, or the call was over already */
    endCall(dialKey: string): Promise<boolean>;
}
