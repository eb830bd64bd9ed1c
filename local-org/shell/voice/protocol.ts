/**
 * What the page and the connector say to each other, as far as it is imitated: the messages of
 * `@salesforce/scv-connector-base` 3.6.2, whose code is where they are written down. The first goes
 * to the window of the connector, everything after it over the port that comes with the first.
 */

export interface SetUp {
    readonly type: 'SETUP_CONNECTOR';
    readonly connectorConfig: Readonly<Record<string, string>>;
}

/** Whom to call. */
export interface VoiceContact {
    readonly phoneNumber: string;
    readonly type: 'PhoneNumber';
    readonly recordId?: string;
    /** Of the record. */
    readonly name?: string;
}

/** A call as the connector has it: it goes back as it came. */
export type GivenCall = Readonly<Record<string, unknown>>;

export type ToConnector =
    | { readonly type: 'DIAL'; readonly contact: VoiceContact }
    | {
          readonly type: 'ADD_PARTICIPANT';
          readonly contact: VoiceContact;
          readonly call: GivenCall;
          readonly isBlindTransfer: boolean;
      }
    | { readonly type: 'END_CALL'; readonly call: GivenCall }
    /** Makes the connector tell of the calls that are already there. */
    | { readonly type: 'AGENT_AVAILABLE'; readonly isAvailable: true }
    /** From the bridge component. */
    | { readonly type: 'MESSAGE'; readonly message: unknown };

/** What the connector tells in `TELEPHONY_EVENT_DISPATCHED`. */
export interface TelephonyEvent {
    readonly type: string;
    readonly payload: unknown;
}

/** What arrives over the port. Its log is left out. */
export type FromConnector =
    { readonly kind: 'ready' } | { readonly kind: 'event'; readonly event: TelephonyEvent };

/** @returns undefined for what means nothing here */
export function fromConnector(data: unknown): FromConnector | undefined {
    const { type, payload } = fieldsOf(data);
    if (type === 'CONNECTOR_READY') {
        return { kind: 'ready' };
    }
    const { telephonyEventType, telephonyEventPayload } = fieldsOf(payload);
    return type === 'TELEPHONY_EVENT_DISPATCHED' && typeof telephonyEventType === 'string'
        ? { kind: 'event', event: { type: telephonyEventType, payload: telephonyEventPayload } }
        : undefined;
}

/** Of anything, so that what is not there is undefined. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
    return (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
}
