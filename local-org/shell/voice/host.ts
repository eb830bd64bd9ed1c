import { asking, CONNECTING, heard, ready, type Phone } from './phone.ts';
import { fromConnector, type SetUp, type ToConnector, type VoiceContact } from './protocol.ts';

/** What the host needs of the page around the connector. */
export interface VoicePage {
    /** To the window of the connector, and to no other origin than the connector's. */
    setUp(message: SetUp, port: MessagePort): void;
    show(phone: Phone): void;
    setClickToDial(enabled: boolean): void;
    /** A message of the connector, for the bridge component. */
    publishMessage(message: unknown): void;
}

export interface VoiceHost {
    /** The frame has loaded its page: whatever it was before is over. */
    connect(): void;
    dial(contact: VoiceContact): void;
    /** @param isBlindTransfer the agent leaves the call at once */
    addParticipant(phoneNumber: string, isBlindTransfer: boolean): void;
    endCall(callId: string): void;
    /** From the bridge component, for the connector once it is ready. */
    tell(message: unknown): void;
    close(): void;
}

/** A connector that is there answers at once. */
const ANSWERS_WITHIN_MS = 10_000;

/**
 * The page's side of Salesforce Voice with a telephony of a partner: sets up the connector, tells
 * it what the agent wants, and follows what it says. Only the port that went to the connector is
 * heard. One conversation at a time.
 */
export function createVoiceHost(
    page: VoicePage,
    connectorConfig: Readonly<Record<string, string>>
): VoiceHost {
    let phone: Phone = CONNECTING;
    let port: MessagePort | undefined;
    let patience: ReturnType<typeof setTimeout> | undefined;

    const send = (message: ToConnector) => port?.postMessage(message);

    function become(next: Phone): void {
        phone = next;
        page.setClickToDial(isIdle());
        page.show(phone);
    }

    function isIdle(): boolean {
        return phone.status === 'ready' && phone.calls.length === 0 && !phone.asked;
    }

    function receive(data: unknown): void {
        clearTimeout(patience);
        const told = fromConnector(data);
        if (told?.kind === 'ready') {
            become(ready(phone));
            send({ type: 'AGENT_AVAILABLE', isAvailable: true });
        } else if (told?.event.type === 'MESSAGE') {
            page.publishMessage(told.event.payload);
        } else if (told) {
            become(heard(phone, told.event));
        }
    }

    function close(): void {
        clearTimeout(patience);
        port?.close();
        port = undefined;
        become(CONNECTING);
    }

    return {
        connect() {
            close();
            const channel = new MessageChannel();
            port = channel.port1;
            port.onmessage = ({ data }: { readonly data: unknown }) => receive(data);
            page.setUp({ type: 'SETUP_CONNECTOR', connectorConfig }, channel.port2);
            patience = setTimeout(
                () => become({ ...phone, problem: { kind: 'code', code: 'NO_ANSWER' } }),
                ANSWERS_WITHIN_MS
            );
        },
        dial(contact) {
            if (isIdle()) {
                become(asking(phone, { what: 'dial', number: contact.phoneNumber }));
                send({ type: 'DIAL', contact });
            }
        },
        addParticipant(phoneNumber, isBlindTransfer) {
            const [call, added] = phone.calls;
            if (call && !added && !phone.asked) {
                become(asking(phone, { what: 'add', number: phoneNumber }));
                const contact = { phoneNumber, type: 'PhoneNumber' } as const;
                send({ type: 'ADD_PARTICIPANT', contact, call: call.given, isBlindTransfer });
            }
        },
        endCall(callId) {
            const call = phone.calls.find((known) => known.callId === callId);
            if (call) {
                become(asking(phone, { what: 'end', number: call.number }));
                send({ type: 'END_CALL', call: call.given });
            }
        },
        tell(message) {
            if (phone.status === 'ready') {
                // What a page published may hold anything; a port takes what can be written down.
                send({ type: 'MESSAGE', message: JSON.parse(JSON.stringify(message)) as unknown });
            }
        },
        close
    };
}
