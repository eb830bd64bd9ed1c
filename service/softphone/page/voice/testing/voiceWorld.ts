import sdk from '@salesforce/scv-connector-base';
import { vi } from 'vitest';
import type { PresentedDecision } from '#resolver';
import type { SoftphoneService } from '../../client/service.ts';
import type {
    CallDecided,
    CallProgress,
    DialAnswer,
    DialOrder,
    SoftphoneState
} from '../../client/types.ts';
import { createHostGate, type HostMessage } from '../hostGate.ts';
import type { VoiceWords } from '../refusals.ts';
import { VoiceConnector, type VoiceSurroundings } from '../voiceConnector.ts';

export const ORG = 'https://acme.lightning.force.com';
export const SERVICE = 'https://numbers.example';
export const NOW = 1_700_000_000_000;
const AGENT = { id: '005000000000001AAA', name: 'Ada', language: 'en_US' };

export const PRESENTED: DialAnswer = {
    kind: 'decided',
    call: 'started',
    names: { numbers: new Map(), rules: new Map() },
    decision: {
        outcome: 'presented',
        numberId: 'a00',
        number: '+442079460000',
        source: 'rule',
        trace: []
    } as unknown as PresentedDecision
};

const WORDS: VoiceWords = {
    blocked: ({ errorCode }) => `blocked ${errorCode}`,
    failed: (code) => `failed ${code}`,
    refused: (words) => `refused ${words}`,
    telephonyRefused: ({ code, reason }) => `${code}: ${reason}`,
    shown: new Proxy({} as VoiceWords['shown'], { get: (_words, label) => `Says ${String(label)}` })
};

/** What went to Salesforce over the port, without the SDK's log. */
export interface Told {
    readonly type: string;
    readonly payload: Readonly<Record<string, unknown>> | undefined;
}

interface FromPort {
    readonly type: string;
    readonly payload: Readonly<Record<string, unknown>>;
}

/** The service as tests want it: they change what it says as they go along. */
function voiceService() {
    const orders: DialOrder[] = [];
    const progress = new Map<string, CallProgress | 'away' | undefined>();
    const service = {
        session: vi.fn<SoftphoneService['session']>(async () => ({
            kind: 'signedIn',
            agent: AGENT
        })),
        beginSignIn: vi.fn<SoftphoneService['beginSignIn']>(),
        finishSignIn: vi.fn<SoftphoneService['finishSignIn']>(),
        signOut: vi.fn<SoftphoneService['signOut']>(async () => ({ kind: 'signedOut' })),
        defaultChanged: vi.fn<SoftphoneService['defaultChanged']>(async () => undefined),
        dial: vi.fn<SoftphoneService['dial']>(async () => PRESENTED),
        callProgress: vi.fn<SoftphoneService['callProgress']>(async (key) =>
            progress.has(key) ? progress.get(key) : { status: 'started' }
        ),
        endCall: vi.fn<SoftphoneService['endCall']>(async () => true)
    } satisfies SoftphoneService;
    const dial = service.dial;
    return {
        service: {
            ...service,
            dial: (order: DialOrder) => {
                orders.push(order);
                return dial(order);
            }
        },
        answers: service,
        orders,
        progress
    };
}

/**
 * The connector on the vendor's SDK as it is, in a window that is as much of one as the SDK needs,
 * and a port on which Salesforce speaks and listens.
 */
export function startVoice(kept: string | null = null) {
    const listeners: ((message: HostMessage) => void)[] = [];
    vi.stubGlobal('window', {
        addEventListener: (_type: string, listen: (message: HostMessage) => void) =>
            listeners.push(listen),
        removeEventListener: (_type: string, listen: (message: HostMessage) => void) => {
            const at = listeners.indexOf(listen);
            if (at >= 0) listeners.splice(at, 1);
        }
    });
    function deliver(message: Omit<HostMessage, 'stopImmediatePropagation'>): void {
        let isStopped = false;
        const event = { ...message, stopImmediatePropagation: () => (isStopped = true) };
        for (const listen of [...listeners]) {
            if (!isStopped) listen(event);
        }
    }

    let time = NOW;
    let keys = 0;
    let looks: (() => void)[] = [];
    let pauses: (() => void)[] = [];
    const states: SoftphoneState[] = [];
    const { service, answers, orders, progress } = voiceService();
    const signIn = vi.fn<VoiceSurroundings['signIn']>(async () => ({
        kind: 'signedIn',
        agent: AGENT
    }));
    const connector = new VoiceConnector({
        service,
        words: WORDS,
        signIn,
        pause: () => new Promise((resolve) => pauses.push(resolve)),
        moment: () => new Promise((resolve) => looks.push(resolve)),
        now: () => time,
        newKey: () => `key-${++keys}`,
        kept: { read: () => kept, write: (calls) => (kept = calls) },
        show: (state) => states.push(state)
    });
    listeners.push(
        createHostGate({
            orgOrigins: [ORG],
            ownOrigin: SERVICE,
            handOn: deliver
        })
    );
    sdk.initializeConnector(connector);

    const { port1: port, port2 } = new MessageChannel();
    const told: Told[] = [];
    port.onmessage = ({ data }: { readonly data: FromPort }) => {
        if (data.type === 'TELEPHONY_EVENT_DISPATCHED') {
            const { telephonyEventType, telephonyEventPayload } = data.payload;
            told.push({
                type: String(telephonyEventType),
                payload: telephonyEventPayload as Told['payload']
            });
        } else if (data.type !== 'LOG') {
            told.push(data);
        }
    };

    return {
        answers,
        orders,
        signIn,
        session: connector.session,
        told,
        states,
        /** A page says the first message, and gives the port with it. */
        setUp: (origin = ORG) =>
            deliver({
                data: { type: 'SETUP_CONNECTOR', connectorConfig: {} },
                origin,
                ports: [port2]
            }),
        /** Salesforce asks for something. */
        ask: (type: string, more: object = {}) => port.postMessage({ type, ...more }),
        /** A page says something over the bridge. */
        bridge: (channel: string, payload: unknown) =>
            port.postMessage({ type: 'MESSAGE', message: { source: 'PAGE', channel, payload } }),
        /** Waits until Salesforce was told this many times, and gives what with. */
        heard: (type: string, times = 1) =>
            vi.waitFor(
                () => {
                    const found = told.filter((one) => one.type === type);
                    if (found.length < times) {
                        throw new Error(
                            `Told ${told.map((one) => one.type).join(', ') || 'nothing'}, not ${type}`
                        );
                    }
                    return found.at(-1)!.payload;
                },
                { interval: 2 }
            ),
        /** What the panel hears, the newest last. */
        decided: () =>
            told
                .filter(({ type }) => type === 'MESSAGE')
                .map(({ payload }) => payload!.payload as CallDecided),
        /** The telephony tells of a call, and the connector looks. */
        look(key: string, next: CallProgress | 'away' | undefined) {
            progress.set(key, next);
            looks.splice(0).forEach((go) => go());
        },
        /** Calls that outlive the page. */
        kept: () => kept,
        /** The service may be back. */
        lookAgain: () => pauses.splice(0).forEach((go) => go()),
        pass: (milliseconds: number) => (time += milliseconds),
        close() {
            port.close();
            looks = [];
            pauses = [];
        }
    };
}

export type VoiceWorld = ReturnType<typeof startVoice>;
