import type { AgentId } from '#resolver';
import { sameId } from './caller.ts';
import type { CheckedToken } from './rememberTokens.ts';
import { SignInError } from './signInError.ts';

export interface AgentTokenOptions {
    /** Address of the org, without a slash at the end. */
    readonly instanceUrl: () => string | Promise<string>;
    /** The org whose agents are let in. */
    readonly organizationId: () => string | Promise<string>;
    readonly timeoutMs?: number;
    /** Checks under way at once; more are refused so that made-up tokens cannot flood the org. */
    readonly maxUnderWay?: number;
    readonly now?: () => number;
}

const REMEMBER_MS = 60_000;
const SALESFORCE_ID = /^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/;
/** What the userinfo endpoint answers to a token it does not know (mostly 403 with a plain text). */
const NOT_A_GOOD_TOKEN = new Set([400, 401, 403]);

interface UserInfo {
    readonly user_id?: unknown;
    readonly organization_id?: unknown;
    readonly active?: unknown;
}

/** Checks an agent's own Salesforce access token by asking the org whose it is. */
export function createAgentTokenCheck(
    options: AgentTokenOptions
): (token: string) => Promise<CheckedToken> {
    const { timeoutMs = 5_000, maxUnderWay = 50, now = Date.now } = options;
    let underWay = 0;

    return async (token) => {
        if (underWay >= maxUnderWay) {
            throw new SignInError(
                'SIGN_IN_BUSY',
                'Too many agents are signing in at this moment. Try again in a second.'
            );
        }
        underWay += 1;
        try {
            const [url, organizationId] = await Promise.all([
                options.instanceUrl(),
                options.organizationId()
            ]);
            const info = await userInfo(url, token, timeoutMs);
            return {
                caller: { kind: 'agent', agentId: agentOf(info, organizationId) },
                goodUntil: now() + REMEMBER_MS
            };
        } catch (error) {
            throw error instanceof SignInError ? error : unavailable(error);
        } finally {
            underWay -= 1;
        }
    };
}

async function userInfo(instanceUrl: string, token: string, timeoutMs: number): Promise<UserInfo> {
    const response = await fetch(`${instanceUrl}/services/oauth2/userinfo`, {
        headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
        // A token is never carried on to wherever an answer points.
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs)
    });
    if (NOT_A_GOOD_TOKEN.has(response.status)) {
        await response.body?.cancel();
        throw new SignInError(
            'INVALID_CREDENTIAL',
            'Salesforce does not accept this access token. Sign in again.'
        );
    }
    if (response.status !== 200) {
        await response.body?.cancel();
        throw unavailable(new Error(`userinfo answered with status ${response.status}`));
    }
    return ((await response.json()) ?? {}) as UserInfo;
}

function agentOf(info: UserInfo, organizationId: string): AgentId {
    const { user_id: userId, organization_id: theirs, active } = info;
    if (!isId(userId) || !isId(theirs)) {
        throw unavailable(new Error('userinfo answered without user_id or organization_id'));
    }
    if (!sameId(theirs, organizationId)) {
        throw new SignInError(
            'INVALID_CREDENTIAL',
            'This access token belongs to another Salesforce organization.'
        );
    }
    if (active === false) {
        throw new SignInError('INVALID_CREDENTIAL', 'This Salesforce user is not active.');
    }
    return userId as AgentId;
}

function isId(value: unknown): value is string {
    return typeof value === 'string' && SALESFORCE_ID.test(value);
}

function unavailable(cause: unknown): SignInError {
    return new SignInError(
        'SIGN_IN_UNAVAILABLE',
        'Salesforce cannot be asked at present whose access token this is. Try again shortly.',
        { cause }
    );
}
