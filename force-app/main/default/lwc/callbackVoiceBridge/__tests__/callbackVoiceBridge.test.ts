import CALL_DECIDED from '@salesforce/messageChannel/Callback_Call_Decided__c';
import DEFAULT_CHANGED from '@salesforce/messageChannel/Callback_Default_Changed__c';
import DIAL_REQUESTED from '@salesforce/messageChannel/Callback_Dial_Requested__c';
import NUMBER_CHOSEN from '@salesforce/messageChannel/Callback_Number_Chosen__c';
import CallbackVoiceBridge from 'c/callbackVoiceBridge';
import { APPLICATION_SCOPE, publish, subscribe, unsubscribe } from 'lightning/messageService';
import { mount } from '../../../../../test/mount';

const published = publish as jest.MockedFunction<typeof publish>;
const subscribed = subscribe as jest.MockedFunction<typeof subscribe>;
const unsubscribed = unsubscribe as jest.MockedFunction<typeof unsubscribe>;

const DECIDED = {
    dialKey: 'd1',
    number: '+442079460123',
    recordId: '003000000000001AAA',
    outcome: 'presented',
    callbackNumber: '+441314960100',
    source: 'rule',
    errorCode: '',
    message: '',
    call: 'started',
    decidedAt: '1767225600000'
};
const told = {
    source: 'CONNECTOR',
    channel: 'Callback_Call_Decided__c',
    payload: DECIDED
};

beforeEach(() => {
    jest.clearAllMocks();
    subscribed.mockImplementation((_context, channel) => ({ channel }) as never);
});

async function bridge(handleMessage?: (message: unknown) => void) {
    const element = await mount('c-callback-voice-bridge', CallbackVoiceBridge, { handleMessage });
    const publishMessage = (message: unknown) =>
        (element as unknown as CallbackVoiceBridge).publishMessage(message);
    /** A component on the page publishes. */
    const say = (channel: unknown, message: unknown) =>
        subscribed.mock.calls.find(([, heard]) => heard === channel)?.[2](message);
    return { element, publishMessage, say };
}

describe('The bridge of Salesforce Voice', () => {
    it.each([
        ['a chosen number', 'Callback_Number_Chosen__c', NUMBER_CHOSEN],
        ['a dial asked for', 'Callback_Dial_Requested__c', DIAL_REQUESTED],
        ['a changed default', 'Callback_Default_Changed__c', DEFAULT_CHANGED]
    ])('brings %s of any page to the connector', async (_what, channel, heard) => {
        const handleMessage = jest.fn();
        const { say } = await bridge(handleMessage);
        say(heard, { number: '112' });
        expect(handleMessage.mock.calls).toEqual([
            [{ source: 'PAGE', channel, payload: { number: '112' } }]
        ]);
        expect(subscribed).toHaveBeenCalledWith(undefined, heard, expect.any(Function), {
            scope: APPLICATION_SCOPE
        });
    });

    it.each([[undefined], ['112'], [null], [['112']]])(
        'brings nothing that is no message: %j',
        async (odd) => {
            const handleMessage = jest.fn();
            const { say } = await bridge(handleMessage);
            say(NUMBER_CHOSEN, odd);
            expect(handleMessage).not.toHaveBeenCalled();
            say(NUMBER_CHOSEN, {});
            expect(handleMessage).toHaveBeenCalledTimes(1);
        }
    );

    it('waits in silence until Salesforce says how to reach the connector', async () => {
        const { element, say } = await bridge();
        expect(() => say(NUMBER_CHOSEN, {})).not.toThrow();
        const handleMessage = jest.fn();
        element.handleMessage = handleMessage;
        say(NUMBER_CHOSEN, { choiceId: 'c1' });
        expect(handleMessage).toHaveBeenCalledTimes(1);
    });

    it('tells the pages what became of a call, and does not hear it itself', async () => {
        const { publishMessage } = await bridge();
        publishMessage(told);
        expect(published.mock.calls).toEqual([[undefined, CALL_DECIDED, DECIDED]]);
        expect(subscribed.mock.calls.map(([, channel]) => channel)).not.toContain(CALL_DECIDED);
    });

    it.each([
        ['another sender', { ...told, source: 'PAGE' }],
        ['another channel', { ...told, channel: 'Callback_Number_Chosen__c' }],
        ['no channel', { source: 'CONNECTOR', payload: DECIDED }],
        ['an unknown field', { ...told, payload: { ...DECIDED, agentId: '005000000000001AAA' } }],
        ['a number for a text', { ...told, payload: { ...DECIDED, decidedAt: 1767225600000 } }],
        ['fields in a field', { ...told, payload: { ...DECIDED, message: { toString: 1 } } }],
        ['a text without end', { ...told, payload: { ...DECIDED, message: 'x'.repeat(2001) } }],
        ['a list', { ...told, payload: [DECIDED] }],
        ['no payload', { ...told, payload: null }],
        ['a text', JSON.stringify(told)],
        ['nothing', undefined]
    ])('publishes nothing for %s', async (_what, forged) => {
        const { publishMessage } = await bridge();
        publishMessage(forged);
        expect(published).not.toHaveBeenCalled();
        publishMessage(told);
        expect(published).toHaveBeenCalledTimes(1);
    });

    it('hears nothing any more once it is taken away', async () => {
        const { element } = await bridge();
        element.remove();
        expect(unsubscribed.mock.calls).toEqual([
            [{ channel: NUMBER_CHOSEN }],
            [{ channel: DIAL_REQUESTED }],
            [{ channel: DEFAULT_CHANGED }]
        ]);
    });
});
