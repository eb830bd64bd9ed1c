import type { AgentId } from '#resolver';

/** What the softphone needs from the outside, beside the decisions. */

/** Who a person proved to be. */
export interface SignedInAgent {
    readonly agentId: AgentId;
    readonly name: string;
    /** As Salesforce writes it: `en_US`, `de`. */
    readonly language: string;
}

/** What one sign-in and nobody else knows. */
export interface SignInSecrets {
    /** Comes back with the code: the answer belongs to this question. */
    readonly state: string;
    /** Shows that whoever redeems the code also asked for it (PKCE). */
    readonly verifier: string;
}

/** Agents prove to their org who they are. */
export interface AgentSignIn {
    /** Where the agent's browser is sent. */
    authorizeUrl(secrets: SignInSecrets): string;
    /**
     * Redeems the code, asks whose it is, and ends at once what it got for it.
     * @throws SignInError SIGN_IN_REFUSED, OTHER_ORGANIZATION, SIGN_IN_UNAVAILABLE
     * @throws ServiceError ORG_REFUSED where the app is set up wrongly, ORG_UNREACHABLE
     */
    redeem(code: string, secrets: SignInSecrets): Promise<SignedInAgent>;
}
