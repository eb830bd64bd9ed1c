import { SignInError } from '../../auth/signInError.ts';
import { ADA } from '../../http/testing/testOrg.ts';
import { startTestServer, type TestServer } from '../../http/testing/testServer.ts';
import type { CallbackNumberService } from '../../types.ts';
import type {
    CallRefused,
    CallToPlace,
    PlacedCall,
    Telephony,
    TelephonyWebhook
} from '../../telephony/port.ts';
import type { Phones } from '../../telephony/phones/phones.ts';
import type { AgentSignIn, SignedInAgent } from '../ports.ts';
import { AgentBrowser } from './agentBrowser.ts';
import { makeTestPage, ORG_ORIGINS, SOFTPHONE_URL } from './testPage.ts';

export const ADA_SIGNED_IN: SignedInAgent = { agentId: ADA, name: 'Ada Obi', language: 'de_AT' };

/** Good codes are the names here; how Salesforce answers is tested elsewhere. */
export class SignInByName implements AgentSignIn {
    readonly people = new Map<string, SignedInAgent>([['ada', ADA_SIGNED_IN]]);

    authorizeUrl({ state }: { state: string }): string {
        return `https://login.example/authorize?state=${state}`;
    }

    async redeem(code: string): Promise<SignedInAgent> {
        const person = this.people.get(code);
        if (person === undefined) {
            throw new SignInError('SIGN_IN_REFUSED', 'Salesforce does not accept this sign-in.');
        }
        return person;
    }
}

/** A telephony that only remembers, and may be told to fail. */
export class TestTelephony implements Telephony {
    readonly calls: CallToPlace[] = [];
    readonly ended: string[] = [];
    failing = false;
    refusal: CallRefused | undefined;

    async placeCall(call: CallToPlace): Promise<PlacedCall> {
        this.fail();
        this.calls.push(call);
        return { status: 'started', callId: `call-${this.calls.length}` };
    }

    async endCall(callId: string): Promise<void> {
        this.fail();
        this.ended.push(callId);
    }

    private fail(): void {
        if (this.refusal) {
            throw this.refusal;
        }
        if (this.failing) {
            throw new Error('The switch is away.');
        }
    }
}

export interface SoftphoneWorld extends TestServer {
    /** Milliseconds since 1970 that the softphone goes by. */
    clock: number;
    readonly telephony: TestTelephony;
    readonly people: Map<string, SignedInAgent>;
    browser(): AgentBrowser;
    /** A browser in which somebody has signed in. */
    signedIn(code?: string): Promise<AgentBrowser>;
}

/** The softphone's routes over an account in memory. */
export async function startSoftphoneWorld(
    options: {
        readonly telephony?: boolean;
        readonly webhook?: TelephonyWebhook;
        /** The agents' own telephones make the calls. */
        readonly phones?: Phones;
        readonly sessionKey?: Uint8Array;
        readonly service?: CallbackNumberService;
    } = {}
): Promise<SoftphoneWorld> {
    const page = makeTestPage();
    const telephony = new TestTelephony();
    const signIn = new SignInByName();
    const time = { now: Date.now() };
    const world = await startTestServer({
        ...(options.service && { service: options.service }),
        ...(options.phones && { phones: options.phones }),
        softphone: {
            folder: page.folder,
            url: SOFTPHONE_URL,
            orgOrigins: ORG_ORIGINS,
            sessionKey: options.sessionKey ?? new Uint8Array(32).fill(7),
            signIn,
            ...(options.phones && { telephony: options.phones }),
            ...(options.telephony && {
                telephony: { telephony, ...(options.webhook && { webhook: options.webhook }) }
            }),
            now: () => time.now
        }
    });
    const browser = () =>
        new AgentBrowser(async ({ method, path, headers, payload }) => {
            const answer = await world.server.inject({
                method: method as 'GET',
                url: path,
                headers,
                ...(payload !== undefined && { payload })
            });
            return {
                status: answer.statusCode,
                headers: answer.headers as Record<string, string>,
                setCookies: [answer.headers['set-cookie'] ?? []].flat(),
                text: answer.body
            };
        }, SOFTPHONE_URL);
    return {
        ...world,
        get clock() {
            return time.now;
        },
        set clock(now) {
            time.now = now;
        },
        telephony,
        people: signIn.people,
        browser,
        async signedIn(code = 'ada') {
            const mine = browser();
            const begun = await mine.ask('POST', '/softphone/sign-in', {});
            const state = new URL(String(begun.body['authorizeUrl'])).searchParams.get('state');
            const answer = await mine.ask('POST', '/softphone/session', { code, state });
            if (answer.status !== 200) {
                throw new Error(`Signing in as ${code}: ${answer.text}`);
            }
            return mine;
        },
        async close() {
            await world.close();
            page.remove();
        }
    };
}
