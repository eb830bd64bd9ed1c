/**
 * Service. What pages and the connector of Salesforce Voice say to each other: which message
 * channels, and in which form. The connector is a page of another origin, so nothing of it is
 * passed on but what is known.
 */

const CHANNELS = {
    numberChosen: 'Callback_Number_Chosen__c',
    dialRequested: 'Callback_Dial_Requested__c',
    defaultChanged: 'Callback_Default_Changed__c'
} as const;

/** What the connector hears of pages. */
export type PageTopic = keyof typeof CHANNELS;

export interface PageMessage {
    readonly source: 'PAGE';
    /** API name of the message channel it was published on. */
    readonly channel: (typeof CHANNELS)[PageTopic];
    readonly payload: object;
}

/** @returns undefined for what is no message of ours */
export function pageMessage(topic: PageTopic, payload: unknown): PageMessage | undefined {
    return isFields(payload) ? { source: 'PAGE', channel: CHANNELS[topic], payload } : undefined;
}

const CALL_DECIDED = 'Callback_Call_Decided__c';

/** The fields of that channel. */
const CALL_DECIDED_FIELDS: readonly string[] = [
    'dialKey',
    'number',
    'recordId',
    'outcome',
    'callbackNumber',
    'source',
    'errorCode',
    'message',
    'call',
    'decidedAt'
];

/** Characters; the words for an agent are a few hundred. */
const LONGEST_TEXT = 2000;

/**
 * What became of a dial, as the connector tells it.
 *
 * @returns undefined for everything else: another sender or channel, other fields, no texts
 */
export function callDecidedFrom(message: unknown): Readonly<Record<string, string>> | undefined {
    if (!isFields(message) || message.source !== 'CONNECTOR' || message.channel !== CALL_DECIDED) {
        return undefined;
    }
    const { payload } = message;
    return isFields(payload) && Object.entries(payload).every(isOfCallDecided)
        ? ({ ...payload } as Record<string, string>)
        : undefined;
}

function isOfCallDecided([field, value]: [string, unknown]): boolean {
    return (
        CALL_DECIDED_FIELDS.includes(field) &&
        typeof value === 'string' &&
        value.length <= LONGEST_TEXT
    );
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
