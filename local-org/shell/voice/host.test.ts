import sdk, { type VendorConnector } from '@salesforce/scv-connector-base';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createVoiceHost, type VoiceHost } from './host.ts';
import type { Phone } from './phone.ts';
import { answers, startConnector } from './testing/testConnector.ts';

const CONFIG = { '/reqGeneralInfo/reqInternalName': 'Callback_Numbers_Voice' };
const FIONA = '+441314960412';
const GEORGE = '+441614960481';
const CALL = answers.call('c1', FIONA, { state: 'ringing' });

const { publishEvent, publishError } = sdk;
const hosts: VoiceHost[] = [];

beforeEach(() => {
    // The SDK says aloud what it tells the page.
    vi.spyOn(console, 'error').mockReturnValue();
});
afterEach(() => {
    hosts.splice(0).forEach((host) => host.close());
    vi.unstubAllGlobals();
    vi.useRealTimers();
    vi.restoreAllMocks();
});

/** The page's side, and the vendor's SDK with a connector on the other side of the port. */
async function telephone(methods: Partial<VendorConnector> = {}, origin?: string) {
    const page = {
        phone: undefined as unknown as Phone,
        setClickToDial: vi.fn<(enabled: boolean) => void>(),
        publishMessage: vi.fn()
    };
    let frame = startConnector(methods);
    const ports: MessagePort[] = [];
    const host = createVoiceHost(
        {
            ...page,
            show: (phone) => {
                page.phone = phone;
            },
            setUp: (message, port) => {
                ports.push(port);
                frame.setUp(message, port, origin);
            }
        },
        CONFIG
    );
    hosts.push(host);
    host.connect();
    const becomes = (part: object) => vi.waitFor(() => expect(page.phone).toMatchObject(part));
    return {
        page,
        host,
        ports,
        becomes,
        loadAgain: (next: Partial<VendorConnector>) => {
            frame = startConnector(next);
            host.connect();
        }
    };
}

/** A connector with one call, that of `DIAL`. */
const calling = (more: Partial<VendorConnector> = {}): Partial<VendorConnector> => ({
    dial: vi.fn(() => Promise.resolve(new sdk.CallResult({ call: CALL }))),
    ...more
});

async function inCall(more: Partial<VendorConnector> = {}) {
    const world = await telephone(calling(more));
    await world.becomes({ status: 'ready' });
    world.host.dial({ phoneNumber: FIONA, type: 'PhoneNumber' });
    await world.becomes({ calls: [{ callId: 'c1' }] });
    return world;
}

describe('A connector of the vendor’s SDK', () => {
    it('is set up with the contact center, and can be dialled with once it is ready', async () => {
        const init = vi.fn(() => Promise.resolve(new sdk.InitResult({})));
        const { page, becomes } = await telephone({ init });
        expect(page.phone.status).toBe('connecting');
        expect(page.setClickToDial).toHaveBeenLastCalledWith(false);
        await becomes({ status: 'ready', calls: [] });
        expect(init).toHaveBeenCalledExactlyOnceWith(CONFIG);
        expect(page.setClickToDial).toHaveBeenLastCalledWith(true);
    });

    it('is shown while the agent has to sign in, as high as it asks', async () => {
        const { page, becomes } = await telephone({
            init: () =>
                Promise.resolve(new sdk.InitResult({ showLogin: true, loginFrameHeight: 420 }))
        });
        await becomes({ status: 'signIn', loginHeight: 420 });

        const result = (success: boolean) =>
            publishEvent({
                eventType: 'LOGIN_RESULT',
                payload: new sdk.GenericResult({ success }),
                registerLog: true
            });
        await result(false);
        await becomes({ status: 'signIn', problem: { kind: 'code', code: 'CAN_NOT_LOG_IN' } });
        expect(page.setClickToDial).not.toHaveBeenCalledWith(true);
        await result(true);
        await becomes({ status: 'ready' });
        expect(page.phone).not.toHaveProperty('loginHeight');
        expect(page.phone).not.toHaveProperty('problem');

        await publishEvent({
            eventType: 'LOGOUT_RESULT',
            payload: new sdk.LogoutResult({ success: true, loginFrameHeight: 300 }),
            registerLog: true
        });
        await becomes({ status: 'signIn', loginHeight: 300, calls: [] });
        expect(page.setClickToDial).toHaveBeenLastCalledWith(false);
    });

    it('that cannot start says why', async () => {
        const { becomes } = await telephone({ init: () => Promise.reject(new Error('no')) });
        await becomes({ status: 'connecting', problem: { code: 'CAN_NOT_LOG_IN' } });
    });

    it('is given number, record and name, and tells of the call from ringing to its end', async () => {
        const dial = vi.fn(() => Promise.resolve(new sdk.CallResult({ call: CALL })));
        const endCall = vi.fn<VendorConnector['endCall']>(() =>
            Promise.resolve(new sdk.HangupResult({ calls: CALL }))
        );
        const { page, host, becomes } = await telephone({ dial, endCall });
        await becomes({ status: 'ready' });
        const record = { recordId: '003000000000001AAA', name: 'Fiona Geddes' };
        host.dial({ phoneNumber: FIONA, type: 'PhoneNumber', ...record });
        expect(page.phone.asked).toEqual({ what: 'dial', number: FIONA });
        await becomes({ calls: [{ callId: 'c1', number: FIONA, state: 'ringing' }] });
        expect(dial).toHaveBeenCalledExactlyOnceWith(
            expect.objectContaining({ phoneNumber: FIONA, type: 'PhoneNumber', ...record })
        );
        expect(page.phone).not.toHaveProperty('asked');
        expect(page.setClickToDial).toHaveBeenLastCalledWith(false);

        await publishEvent({
            eventType: 'CALL_CONNECTED',
            payload: new sdk.CallResult({ call: answers.call('c1', FIONA) }),
            registerLog: true
        });
        await becomes({ calls: [{ callId: 'c1', state: 'connected' }] });
        host.endCall('c1');
        await becomes({ calls: [], ended: { number: FIONA, isFailed: false } });
        expect(endCall.mock.lastCall?.[0]).toMatchObject({ callId: 'c1', phoneNumber: FIONA });
        expect(page.setClickToDial).toHaveBeenLastCalledWith(true);
    });

    it('is dialled with once at a time', async () => {
        const dial = vi.fn(() => Promise.resolve(new sdk.CallResult({ call: CALL })));
        const { host, becomes } = await telephone({ dial });
        host.dial({ phoneNumber: GEORGE, type: 'PhoneNumber' });
        await becomes({ status: 'ready' });
        host.dial({ phoneNumber: FIONA, type: 'PhoneNumber' });
        host.dial({ phoneNumber: GEORGE, type: 'PhoneNumber' });
        await becomes({ calls: [{ number: FIONA }] });
        host.dial({ phoneNumber: GEORGE, type: 'PhoneNumber' });
        expect(dial).toHaveBeenCalledOnce();
    });

    it.each([
        [
            'a label of its own',
            new sdk.CustomError({ labelName: 'Callback_Blocked', namespace: 'c', message: 'No.' }),
            { kind: 'custom', labelName: 'Callback_Blocked', namespace: 'c', message: 'No.' }
        ],
        ['a code', 'INVALID_DESTINATION', { kind: 'code', code: 'INVALID_DESTINATION' }],
        ['anything', new Error('?'), { kind: 'code', code: 'CAN_NOT_START_THE_CALL' }]
    ])('refuses a call with %s, and takes the next', async (_what, error, problem) => {
        const dial = vi
            .fn<VendorConnector['dial']>()
            .mockRejectedValueOnce(error)
            .mockResolvedValueOnce(new sdk.CallResult({ call: CALL }));
        const { page, host, becomes } = await telephone({ dial });
        await becomes({ status: 'ready' });
        host.dial({ phoneNumber: FIONA, type: 'PhoneNumber' });
        await becomes({ problem, calls: [] });
        expect(page.phone).not.toHaveProperty('asked');
        host.dial({ phoneNumber: FIONA, type: 'PhoneNumber' });
        expect(page.phone).not.toHaveProperty('problem');
        await becomes({ calls: [{ callId: 'c1' }] });
    });

    it('ends a call by itself, and says that it broke off', async () => {
        const { becomes } = await inCall();
        await publishEvent({
            eventType: 'HANGUP',
            payload: new sdk.HangupResult({
                calls: answers.call('c1', FIONA, { reason: 'error' })
            }),
            registerLog: true
        });
        await becomes({ calls: [], ended: { number: FIONA, isFailed: true } });
    });

    it('keeps the call that it could not end', async () => {
        const { host, becomes } = await inCall({ endCall: () => Promise.reject(new Error('no')) });
        host.endCall('c1');
        await becomes({
            calls: [{ callId: 'c1' }],
            problem: { code: 'CAN_NOT_END_THE_CALL' }
        });
    });

    it('tells of a call that went on while the page was loaded anew', async () => {
        const connected = answers.call('c7', GEORGE, { state: 'connected' });
        const { becomes } = await telephone({
            getActiveCalls: () =>
                Promise.resolve(new sdk.ActiveCallsResult({ activeCalls: [connected] }))
        });
        await becomes({ status: 'ready', calls: [{ callId: 'c7', state: 'connected' }] });
    });

    it('tells of what is wrong with the telephone at any time', async () => {
        const { becomes } = await telephone();
        await becomes({ status: 'ready' });
        publishError({ eventType: 'SOFTPHONE_ERROR', error: { type: 'MICROPHONE_NOT_SHARED' } });
        await becomes({ problem: { code: 'MICROPHONE_NOT_SHARED' } });
    });
});

describe('Somebody else', () => {
    const added = () => Promise.resolve(answers.participant('c2', GEORGE));
    const stillInCall = () => Promise.resolve(new sdk.ActiveCallsResult({ activeCalls: [CALL] }));

    it('is added to the call, answers, and leaves it', async () => {
        const addParticipant = vi.fn(added);
        const endCall = vi.fn<VendorConnector['endCall']>(() =>
            Promise.resolve(new sdk.HangupResult({ calls: answers.call('c2', GEORGE) }))
        );
        const { page, host, becomes } = await inCall({
            addParticipant,
            endCall,
            getActiveCalls: stillInCall
        });
        host.addParticipant(GEORGE, false);
        expect(page.phone.asked).toEqual({ what: 'add', number: GEORGE });
        await becomes({
            calls: [
                { callId: 'c1' },
                { callId: 'c2', isThirdParty: true, number: GEORGE, state: 'ringing' }
            ]
        });
        expect(addParticipant).toHaveBeenCalledExactlyOnceWith(
            expect.objectContaining({ phoneNumber: GEORGE }),
            expect.objectContaining({ callId: 'c1', phoneNumber: FIONA }),
            false
        );
        host.addParticipant(FIONA, false);
        expect(page.phone).not.toHaveProperty('asked');

        await publishEvent({
            eventType: 'PARTICIPANT_CONNECTED',
            payload: answers.participant('c2', GEORGE),
            registerLog: true
        });
        await becomes({ calls: [{ callId: 'c1' }, { callId: 'c2', state: 'connected' }] });
        host.endCall('c2');
        await vi.waitFor(() => expect(page.phone.calls).toHaveLength(1));
        expect(page.phone.calls).toMatchObject([{ callId: 'c1' }]);
        expect(endCall.mock.lastCall?.[0]).toMatchObject({
            callId: 'c2',
            callAttributes: { participantType: 'Third_Party' }
        });
    });

    it('takes the call over: the agent leaves it', async () => {
        const addParticipant = vi.fn(added);
        const { host, becomes } = await inCall({ addParticipant });
        host.addParticipant(GEORGE, true);
        await becomes({ calls: [], ended: { number: FIONA, isFailed: false } });
        expect(addParticipant).toHaveBeenCalledWith(expect.anything(), expect.anything(), true);
    });

    it('who cannot be added leaves the call as it is', async () => {
        const error = { labelName: 'Callback_Blocked', namespace: 'c', message: 'No.' };
        const { page, host, becomes } = await inCall({
            addParticipant: () => Promise.reject(new sdk.CustomError(error))
        });
        host.addParticipant(GEORGE, false);
        await becomes({ calls: [{ callId: 'c1' }], problem: error });
        expect(page.phone.calls).toHaveLength(1);
        expect(page.phone).not.toHaveProperty('asked');
    });

    it('stays in the call when the first one called has left it', async () => {
        const third = answers.call('c2', GEORGE, { callType: 'AddParticipant' });
        const { page, host, becomes } = await inCall({
            addParticipant: added,
            endCall: () => Promise.resolve(new sdk.HangupResult({ calls: CALL })),
            getActiveCalls: () =>
                Promise.resolve(new sdk.ActiveCallsResult({ activeCalls: [third] }))
        });
        host.addParticipant(GEORGE, false);
        await becomes({ calls: [{ callId: 'c1' }, { callId: 'c2' }] });
        host.endCall('c1');
        await becomes({ calls: [{ callId: 'c2' }] });
        expect(page.phone.calls).toHaveLength(1);
    });
});

describe('Between pages and the connector', () => {
    it('messages go both ways, once the connector is ready', async () => {
        const handleMessage = vi.fn();
        const { page, host, becomes } = await telephone({ handleMessage });
        host.tell({ source: 'PAGE', channel: 'Callback_Default_Changed__c', payload: {} });
        await becomes({ status: 'ready' });
        const chosen = { source: 'PAGE', channel: 'Callback_Number_Chosen__c', payload: {} };
        host.tell({ ...chosen, payload: { choiceId: 'x1', odd: () => 1 } });
        await vi.waitFor(() =>
            expect(handleMessage).toHaveBeenCalledExactlyOnceWith({
                ...chosen,
                payload: { choiceId: 'x1' }
            })
        );
        const decided = { source: 'CONNECTOR', channel: 'Callback_Call_Decided__c', payload: {} };
        await publishEvent({ eventType: 'MESSAGE', payload: decided, registerLog: true });
        await vi.waitFor(() =>
            expect(page.publishMessage).toHaveBeenCalledExactlyOnceWith(decided)
        );
    });

    it('a connector that does not know the page stays silent, and the agent is told', async () => {
        vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
        const init = vi.fn();
        const { page } = await telephone({ init }, 'https://evil.example');
        vi.advanceTimersByTime(9_999);
        expect(page.phone).toEqual({ status: 'connecting', calls: [] });
        vi.advanceTimersByTime(1);
        expect(page.phone).toMatchObject({ status: 'connecting', problem: { code: 'NO_ANSWER' } });
        expect(init).not.toHaveBeenCalled();
    });

    it('what means nothing changes nothing', async () => {
        const { page, ports, becomes } = await telephone();
        await becomes({ status: 'ready' });
        const before = page.phone;
        const odd = [
            null,
            'CONNECTOR_READY',
            { type: 'LOG', payload: { eventType: 'DIAL' } },
            { type: 'TELEPHONY_EVENT_DISPATCHED', payload: { telephonyEventType: 7 } },
            { type: 'TELEPHONY_EVENT_DISPATCHED', payload: { telephonyEventType: 'toString' } },
            { type: 'TELEPHONY_EVENT_DISPATCHED', payload: { telephonyEventType: 'MUTE_TOGGLE' } }
        ];
        odd.forEach((data) => ports[0]!.postMessage(data));
        await publishEvent({ eventType: 'MESSAGE', payload: { last: true }, registerLog: true });
        await vi.waitFor(() => expect(page.publishMessage).toHaveBeenCalledWith({ last: true }));
        expect(page.phone).toEqual(before);
    });

    it('a page that the frame showed before is not heard any more', async () => {
        const { page, ports, becomes, loadAgain } = await telephone();
        await becomes({ status: 'ready' });
        const init = () => Promise.resolve(new sdk.InitResult({ showLogin: true }));
        loadAgain({ init });
        expect(page.phone).toEqual({ status: 'connecting', calls: [] });
        ports[0]!.postMessage({ type: 'CONNECTOR_READY', payload: {} });
        await becomes({ status: 'signIn', loginHeight: 350 });
        expect(page.setClickToDial).toHaveBeenLastCalledWith(false);
    });
});
