import type { AgentId } from '#resolver';

/** What a service credential may do: `decide` for any agent, `admin` for running the service. */
export const SCOPES = ['decide', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

/** Who is asking, as proved by the credential; nothing here comes from the request's own words. */
export type Caller =
    | {
          readonly kind: 'service';
          /** The `sub` of the credential: which back end it is. */
          readonly subject: string;
          readonly scopes: ReadonlySet<Scope>;
      }
    | { readonly kind: 'agent'; readonly agentId: AgentId };

export interface Authenticator {
    /**
     * Who sent this `Authorization` header. Answers at once where the token was checked a moment
     * ago, so that a dial does not wait for a promise.
     * @throws SignInError (also as a rejection)
     */
    authenticate(authorization: string | undefined): Caller | Promise<Caller>;
}

/** Two ids name the same record: the first 15 characters count, the rest is a checksum. */
export function sameId(one: string, other: string): boolean {
    return one.length >= 15 && one.slice(0, 15) === other.slice(0, 15);
}
