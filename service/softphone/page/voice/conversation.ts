import sdk, { type Contact } from '@salesforce/scv-connector-base';
import type { ThisCallChoice } from '#choice';
import { textOf, type ChoiceMemory } from '../client/choiceMemory.ts';
import type { DialOrder } from '../client/types.ts';
import { refusal, type VoiceWords } from './refusals.ts';
import type { VoiceCall } from './voiceCall.ts';
import type { VoiceCalls } from './voiceCalls.ts';
import type { VoiceDials } from './voiceDials.ts';

export interface ConversationOptions {
    readonly words: VoiceWords;
    readonly choices: ChoiceMemory;
    readonly dials: VoiceDials;
    readonly calls: VoiceCalls;
    newKey(): string;
}

/**
 * What the agent is about: one conversation at a time. A dial while another is being decided, or
 * while a call goes on, is refused in words; the same one asked for twice is one call.
 *
 * Everything throws a CustomError where there is no call: Salesforce shows why.
 */
export interface Conversation {
    /** With the number chosen for the call on a page, where there is one. */
    dial(contact: Contact): Promise<VoiceCall>;
    /** @param agentLeaves a blind transfer */
    add(contact: Contact, to: VoiceCall, agentLeaves: boolean): Promise<VoiceCall>;
    /** A dial of the panel, with what it knows of it. @returns undefined where it came before */
    request(order: DialOrder): Promise<VoiceCall | undefined>;
}

export function createConversation(options: ConversationOptions): Conversation {
    const { words, choices, dials, calls } = options;
    let placing: { readonly order: DialOrder; readonly call: Promise<VoiceCall> } | undefined;

    function orderOf({ phoneNumber, recordId, name }: Contact): DialOrder {
        const number = textOf(phoneNumber);
        if (!number) {
            throw refusal('Callback_Voice_No_Number', words);
        }
        return {
            dialKey: options.newKey(),
            channel: recordId ? 'clickToDial' : 'manual',
            number,
            ...(recordId && { recordId }),
            ...(name && { recordName: name })
        };
    }

    async function once(order: DialOrder, contact: Contact): Promise<VoiceCall> {
        const isSame = (other: DialOrder) => isSameCall(other, order);
        const there = calls.all().find((call) => isSame(call.order));
        if (there) {
            return there;
        }
        if (placing && isSame(placing.order)) {
            return placing.call;
        }
        refuseWhileBusy(order);
        const choice = choiceFor(order);
        const again = dials.unanswered(
            (other) => isSame(other) && other.choice?.choiceId === choice?.choiceId
        );
        return place(again ?? { ...order, ...(choice && { choice }) }, contact);
    }

    /** It stays until a call is decided with it, as it does on the page where it was chosen. */
    function choiceFor(order: DialOrder): ThisCallChoice | undefined {
        const choice = choices.take(order);
        choices.hear(choice);
        return choice;
    }

    async function place(order: DialOrder, contact: Contact): Promise<VoiceCall> {
        const call = dials
            .place(order)
            .then((status) => calls.add(order, contact, status === 'expected'));
        placing = { order, call };
        try {
            return await call;
        } finally {
            placing = undefined;
        }
    }

    /** Whoever is added comes while a call goes on. */
    function refuseWhileBusy(order: DialOrder): void {
        if (placing || (order.joins === undefined && calls.all().length > 0)) {
            throw dials.refuseBusy(order);
        }
    }

    return {
        dial: async (contact) => once(orderOf(contact), contact),
        async add(contact, { order: { dialKey: joins }, isOnOwnTelephone }, agentLeaves) {
            if (isOnOwnTelephone) {
                throw refusal('Callback_Voice_Not_Offered', words);
            }
            const order = { ...orderOf(contact), joins, ...(agentLeaves && { agentLeaves }) };
            return once(order, contact);
        },
        async request(order) {
            const { dialKey } = order;
            if (placing?.order.dialKey === dialKey || calls.find(dialKey)) {
                return undefined;
            }
            refuseWhileBusy(order);
            return place(order, contactOf(order));
        }
    };
}

/** As the agent means it: whom, from which record, into which call. */
function isSameCall(one: DialOrder, other: DialOrder): boolean {
    return (
        one.number === other.number &&
        one.recordId === other.recordId &&
        one.joins === other.joins &&
        one.agentLeaves === other.agentLeaves
    );
}

function contactOf({ number: phoneNumber, recordId }: DialOrder): Contact {
    return new sdk.Contact({
        phoneNumber,
        type: 'PhoneNumber',
        ...(recordId && { recordId })
    } as ConstructorParameters<typeof sdk.Contact>[0]);
}
