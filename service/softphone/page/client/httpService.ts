import { decisionOf } from './decisionAnswer.ts';
import type { SessionAnswer, SoftphoneService } from './service.ts';
import type {
    CallProgress,
    ChoiceCode,
    DialAnswer,
    DialOrder,
    EntryCode,
    SignInTrouble,
    TelephonyCode
} from './types.ts';

/** With what is needed to show it, an agent reads within two seconds that the service is away. */
const AWAY_AFTER_MS = 1_700;
/** Signing in waits for Salesforce, too. */
const SIGN_IN_AWAY_AFTER_MS = 10_000;

/** The answer of a route; no status where there was none. */
interface Reply {
    readonly status: number | undefined;
    /** Of a problem. */
    readonly code: string;
    readonly body: Readonly<Record<string, unknown>>;
}

const CHOICE_CODES: Readonly<Record<ChoiceCode, true>> = {
    CHOICE_EXPIRED: true,
    CHOICE_FOR_ANOTHER_CALL: true,
    CHOICE_USED: true
};

const ENTRY_CODES: Readonly<Record<EntryCode, true>> = {
    ENTRY_NOT_TAKEN: true,
    ENTRY_FOR_ANOTHER_CALL: true,
    ENTRY_OUTSIDE_HOURS: true
};

/** What telephony says of a call is about this call; other failures are the service's own. */
const TELEPHONY_CODES: Readonly<Record<TelephonyCode, true>> = {
    CALLER_ID_REFUSED: true,
    NUMBER_REFUSED: true,
    TELEPHONY_BUSY: true,
    CALL_NOT_STARTED: true
};

const TROUBLE: Readonly<Record<string, SignInTrouble>> = {
    SIGN_IN_EXPIRED: 'expired',
    SIGN_IN_MISMATCH: 'expired',
    SIGN_IN_REFUSED: 'refused',
    OTHER_ORGANIZATION: 'otherOrganization',
    ORG_REFUSED: 'notSetUp'
};

/** The service by HTTP. Whatever is late or broken is "away": nobody guesses what it would have said. */
export function createHttpService(fetch: typeof globalThis.fetch): SoftphoneService {
    async function ask(
        method: string,
        path: string,
        body?: object,
        awayAfter = AWAY_AFTER_MS
    ): Promise<Reply> {
        try {
            // The time is for the whole answer, its body included.
            const response = await fetch(`/softphone/${path}`, {
                method,
                signal: AbortSignal.timeout(awayAfter),
                ...(body && {
                    headers: { 'content-type': 'application/json' },
                    body: JSON.stringify(body)
                })
            });
            const answered = response.status === 204 ? {} : await response.json();
            return { status: response.status, code: String(answered.code ?? ''), body: answered };
        } catch {
            return { status: undefined, code: '', body: {} };
        }
    }

    return {
        session: async () => sessionOf(await ask('GET', 'session')),
        async beginSignIn() {
            const { body } = await ask('POST', 'sign-in', {});
            return typeof body.authorizeUrl === 'string' ? body.authorizeUrl : undefined;
        },
        finishSignIn: async (handover) =>
            sessionOf(await ask('POST', 'session', handover, SIGN_IN_AWAY_AFTER_MS)),
        async signOut() {
            const { status } = await ask('DELETE', 'session');
            return { kind: status === 204 ? 'signedOut' : 'away' };
        },
        async defaultChanged() {
            await ask('POST', 'default', {});
        },
        dial: async (order) => dialOf(await ask('POST', 'dials', bodyOf(order))),
        callProgress: async (dialKey) => progressOf(await ask('GET', callPath(dialKey))),
        async endCall(dialKey) {
            const { status } = await ask('POST', `${callPath(dialKey)}/end`);
            return status === 204;
        }
    };
}

function callPath(dialKey: string): string {
    return `calls/${encodeURIComponent(dialKey)}`;
}

function progressOf({ status, body }: Reply): CallProgress | 'away' | undefined {
    if (status === 200) {
        return body as unknown as CallProgress;
    }
    return status === undefined || status >= 500 ? 'away' : undefined;
}

/** Names and the like stay here: the service reads what it needs from Salesforce. */
function bodyOf({ recordName: _name, ...order }: DialOrder): object {
    return order;
}

function sessionOf({ status, code, body }: Reply): SessionAnswer {
    const { id, name } = (body.agent ?? {}) as { id?: string; name?: string };
    if (status === 200 && id && name) {
        return { kind: 'signedIn', agent: { id, name, language: String(body.language) } };
    }
    if (status === 204 || status === 401) {
        return { kind: 'signedOut' };
    }
    const trouble = TROUBLE[code];
    return trouble ? { kind: 'trouble', trouble } : { kind: 'away' };
}

function dialOf({ status, code, body }: Reply): DialAnswer {
    if (status === 200) {
        return decisionOf(body);
    }
    if (status === 401) {
        return { kind: 'signedOut' };
    }
    if (code === 'OTHER_AGENT') {
        return { kind: 'otherAgent' };
    }
    if (code in CHOICE_CODES) {
        return { kind: 'choiceRefused', code: code as ChoiceCode };
    }
    if (code in ENTRY_CODES) {
        return { kind: 'entryRefused', code: code as EntryCode };
    }
    if (code in TELEPHONY_CODES) {
        const reason = String(body.detail ?? '');
        return { kind: 'telephonyRefused', code: code as TelephonyCode, reason };
    }
    return status === undefined || status >= 500
        ? { kind: 'away' }
        : { kind: 'refused', code, words: String(body.detail ?? '') };
}
