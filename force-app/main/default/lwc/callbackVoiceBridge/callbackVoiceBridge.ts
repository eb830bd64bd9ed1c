import { LightningElement, api, wire } from 'lwc';
import CALL_DECIDED from '@salesforce/messageChannel/Callback_Call_Decided__c';
import DEFAULT_CHANGED from '@salesforce/messageChannel/Callback_Default_Changed__c';
import DIAL_REQUESTED from '@salesforce/messageChannel/Callback_Dial_Requested__c';
import NUMBER_CHOSEN from '@salesforce/messageChannel/Callback_Number_Chosen__c';
import {
    APPLICATION_SCOPE,
    MessageContext,
    publish,
    subscribe,
    unsubscribe,
    type MessageChannel,
    type Subscription
} from 'lightning/messageService';
import {
    callDecidedFrom,
    pageMessage,
    type PageMessage,
    type PageTopic
} from 'c/callbackVoiceMessages';

const HEARD: readonly (readonly [PageTopic, MessageChannel])[] = [
    ['numberChosen', NUMBER_CHOSEN],
    ['dialRequested', DIAL_REQUESTED],
    ['defaultChanged', DEFAULT_CHANGED]
];

/**
 * Container. Without a face: the bridge between pages and the connector of Salesforce Voice, which
 * puts it on the page and knows it by `publishMessage` and `handleMessage`. What the connector
 * tells is published here and not heard, so that nothing goes round in circles.
 */
export default class CallbackVoiceBridge extends LightningElement {
    /** Set by Salesforce: sends a message to the connector. */
    @api handleMessage: ((message: PageMessage) => void) | undefined;

    @wire(MessageContext) messageContext!: Parameters<typeof publish>[0];

    private subscriptions: readonly Subscription[] = [];

    override connectedCallback(): void {
        this.subscriptions = HEARD.map(([topic, channel]) =>
            subscribe(this.messageContext, channel, (payload) => this.tell(topic, payload), {
                scope: APPLICATION_SCOPE
            })
        );
    }
    override disconnectedCallback(): void {
        this.subscriptions.forEach((subscription) => unsubscribe(subscription));
        this.subscriptions = [];
    }

    /** Called by Salesforce for every message of the connector. */
    @api publishMessage(message: unknown): void {
        const decided = callDecidedFrom(message);
        if (decided) {
            publish(this.messageContext, CALL_DECIDED, decided);
        }
    }

    private tell(topic: PageTopic, payload: unknown): void {
        const message = pageMessage(topic, payload);
        if (message) {
            this.handleMessage?.(message);
        }
    }
}
