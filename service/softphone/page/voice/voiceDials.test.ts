import { describe, expect, it, vi } from 'vitest';
import type { DialAnswer } from '../client/types.ts';
import { blocked, EXPECTED, FIONA, GEORGE, RECORD, shows, useVoice } from './testing/useVoice.ts';
import { NOW, PRESENTED } from './testing/voiceWorld.ts';

const CHOICE = {
    choiceId: 'c1',
    callbackNumber: '+442079460110',
    number: FIONA.phoneNumber,
    recordId: RECORD.recordId,
    chosenAt: String(NOW)
};
const voice = useVoice();

describe('A dial of Salesforce Voice', () => {
    it('from a record becomes a call that presents the decided number', async () => {
        const world = await voice.inCall();
        expect(world.orders).toEqual([
            {
                dialKey: 'key-1',
                channel: 'clickToDial',
                number: FIONA.phoneNumber,
                recordId: RECORD.recordId,
                recordName: 'Fiona Geddes'
            }
        ]);
        expect(await world.heard('CALL_STARTED')).toMatchObject({
            callId: 'key-1',
            callType: 'Outbound',
            state: 'ringing',
            phoneNumber: FIONA.phoneNumber,
            contact: { recordId: RECORD.recordId },
            callAttributes: { participantType: 'Initial_Caller' },
            callInfo: { isOnHold: false, muteEnabled: false, isSoftphoneCall: false }
        });
        expect(world.decided()).toMatchObject([
            {
                dialKey: 'key-1',
                outcome: 'presented',
                callbackNumber: '+442079460000',
                call: 'started'
            }
        ]);
    });

    it('that was typed is one by hand, and may be expected on the agent’s own telephone', async () => {
        const world = voice.fresh();
        world.answers.dial.mockResolvedValue(EXPECTED);
        await voice.ready();
        world.ask('DIAL', { contact: FIONA });
        await world.heard('CALL_STARTED');
        expect(world.orders).toEqual([
            { dialKey: 'key-1', channel: 'manual', number: FIONA.phoneNumber }
        ]);
    });

    it('takes the number chosen for it on a page, once', async () => {
        const world = await voice.ready();
        world.bridge('Callback_Number_Chosen__c', CHOICE);
        world.answers.dial.mockResolvedValueOnce(blocked('NUMBER_NOT_AVAILABLE'));
        world.ask('DIAL', { contact: { ...FIONA, ...RECORD } });
        await world.heard('ERROR');
        world.ask('DIAL', { contact: { ...FIONA, ...RECORD } });
        await world.heard('CALL_STARTED');
        expect(world.orders).toMatchObject([
            { choice: { choiceId: 'c1', callbackNumber: CHOICE.callbackNumber, chosenAt: NOW } },
            {}
        ]);
        expect(world.orders[1]).not.toHaveProperty('choice');
    });

    it.each<[string, DialAnswer]>([
        [
            'the telephony refuses',
            { kind: 'telephonyRefused', code: 'TELEPHONY_BUSY', reason: 'Later.' }
        ],
        ['the service finds used', { kind: 'choiceRefused', code: 'CHOICE_USED' }]
    ])('that %s does not go on with another number than the page shows', async (_what, answer) => {
        const world = voice.fresh();
        world.answers.dial.mockResolvedValue(answer);
        await voice.ready();
        world.bridge('Callback_Number_Chosen__c', CHOICE);
        world.ask('DIAL', { contact: { ...FIONA, ...RECORD } });
        await world.heard('ERROR');
        world.ask('DIAL', { contact: { ...FIONA, ...RECORD } });
        await world.heard('ERROR', 2);
        world.bridge('Callback_Number_Chosen__c', { ...CHOICE, callbackNumber: '' });
        world.ask('DIAL', { contact: { ...FIONA, ...RECORD } });
        await world.heard('ERROR', 3);
        expect(world.orders.map(({ choice }) => choice?.choiceId)).toEqual(['c1', 'c1', undefined]);
    });

    it.each([
        ['another record', { recordId: '003000000000002AAA' }, 0],
        ['another number', { number: GEORGE.phoneNumber }, 0],
        ['a minute ago', {}, 60_000]
    ])('leaves a number chosen for %s alone', async (_what, other, late) => {
        const world = await voice.ready();
        world.bridge('Callback_Number_Chosen__c', { ...CHOICE, ...other });
        await vi.waitFor(() => expect(world.told.at(-1)?.type).toBe('CONNECTOR_READY'));
        world.pass(late);
        world.ask('DIAL', { contact: { ...FIONA, ...RECORD } });
        await world.heard('CALL_STARTED');
        expect(world.orders[0]).not.toHaveProperty('choice');
    });

    it('asked for twice is one call', async () => {
        const world = voice.fresh();
        let decide: (answer: DialAnswer) => void = () => undefined;
        world.answers.dial.mockReturnValueOnce(new Promise((resolve) => (decide = resolve)));
        await voice.ready();
        world.ask('DIAL', { contact: { ...FIONA, ...RECORD } });
        world.ask('DIAL', { contact: { ...FIONA, ...RECORD } });
        await vi.waitFor(() => expect(world.orders).toHaveLength(1));
        decide(PRESENTED);
        await world.heard('CALL_STARTED', 2);
        world.ask('DIAL', { contact: { ...FIONA, ...RECORD } });
        expect(await world.heard('CALL_STARTED', 3)).toMatchObject({ callId: 'key-1' });
        expect(world.orders).toHaveLength(1);
        expect(world.told.filter(({ type }) => type === 'ERROR')).toEqual([]);
    });

    it('of another number has to wait, and keeps the number chosen for it', async () => {
        const world = await voice.ready();
        world.ask('DIAL', { contact: GEORGE });
        await world.heard('CALL_STARTED');
        world.bridge('Callback_Number_Chosen__c', CHOICE);
        world.ask('DIAL', { contact: { ...FIONA, ...RECORD } });
        expect(await world.heard('ERROR')).toEqual(shows('Callback_Softphone_Busy_Message'));
        expect(world.orders).toHaveLength(1);
        expect(world.decided().at(-1)).toMatchObject({
            number: FIONA.phoneNumber,
            errorCode: 'SOFTPHONE_BUSY'
        });
        world.look('key-1', { status: 'ended' });
        await world.heard('HANGUP');
        world.ask('DIAL', { contact: { ...FIONA, ...RECORD } });
        await world.heard('CALL_STARTED', 2);
        expect(world.orders[1]).toMatchObject({ choice: { choiceId: 'c1' } });
    });

    it.each<[string, DialAnswer, string]>([
        ['is blocked', blocked('NO_PRINCIPAL_NUMBER'), 'Callback_No_Principal_Number'],
        ['a selector blocks', blocked('SELECTOR_ERROR'), 'Callback_Voice_Selector_Error'],
        [
            'is decided and nothing else',
            { ...PRESENTED, call: 'decisionOnly' } as DialAnswer,
            'Callback_Softphone_Decision_Only'
        ],
        [
            'the telephony refuses',
            { kind: 'telephonyRefused', code: 'CALLER_ID_REFUSED', reason: 'Not yours.' },
            'Callback_Voice_Caller_Id_Refused'
        ],
        [
            'comes too late for its choice',
            { kind: 'choiceRefused', code: 'CHOICE_EXPIRED' },
            'Callback_Softphone_Choice_Expired'
        ],
        [
            'is of an entry that is not theirs',
            { kind: 'entryRefused', code: 'ENTRY_NOT_TAKEN' },
            'Callback_Softphone_Entry_Not_Taken'
        ],
        [
            'the service finds wrong',
            { kind: 'refused', code: 'toString', words: 'Too long.' },
            'Callback_Voice_Refused'
        ],
        ['gets no answer', { kind: 'away' }, 'Callback_Softphone_Away_Title']
    ])('that %s is no call, and our label says why', async (_what, answer, label) => {
        const world = voice.fresh();
        world.answers.dial.mockResolvedValue(answer);
        await voice.ready();
        world.ask('DIAL', { contact: FIONA });
        expect(await world.heard('ERROR')).toEqual(shows(label));
        expect(world.told.map(({ type }) => type)).toEqual([
            'CONNECTOR_READY',
            'MESSAGE',
            'CALL_FAILED',
            'ERROR'
        ]);
        expect(world.decided()).toMatchObject([{ dialKey: 'key-1', number: FIONA.phoneNumber }]);
    });

    it('tells the panel what the telephony says', async () => {
        const world = voice.fresh();
        const refusal = { kind: 'telephonyRefused', code: 'NUMBER_REFUSED', reason: 'Premium.' };
        world.answers.dial.mockResolvedValue(refusal as DialAnswer);
        await voice.ready();
        world.ask('DIAL', { contact: FIONA });
        await world.heard('ERROR');
        expect(world.decided()).toMatchObject([
            { outcome: 'failed', errorCode: 'NUMBER_REFUSED', message: 'NUMBER_REFUSED: Premium.' }
        ]);
    });

    it('without answer keeps its key when asked again, so that nobody is called twice', async () => {
        const world = voice.fresh();
        world.answers.dial.mockResolvedValueOnce({ kind: 'away' });
        await voice.ready();
        world.bridge('Callback_Number_Chosen__c', CHOICE);
        world.ask('DIAL', { contact: { ...FIONA, ...RECORD } });
        await world.heard('ERROR');
        world.ask('DIAL', { contact: { ...FIONA, ...RECORD } });
        await world.heard('CALL_STARTED');
        expect(world.orders[1]).toEqual(world.orders[0]);
        expect(world.orders[1]).toMatchObject({ dialKey: 'key-1', choice: { choiceId: 'c1' } });
    });

    it('without answer is another call a minute later', async () => {
        const world = voice.fresh();
        world.answers.dial.mockResolvedValueOnce({ kind: 'away' });
        await voice.ready();
        world.ask('DIAL', { contact: FIONA });
        await world.heard('ERROR');
        world.pass(60_000);
        world.ask('DIAL', { contact: FIONA });
        await world.heard('CALL_STARTED');
        expect(world.orders.map(({ dialKey }) => dialKey)).toEqual(['key-1', 'key-2']);
    });

    it('of somebody without a number calls nobody', async () => {
        const world = await voice.ready();
        world.ask('DIAL', { contact: { type: 'Agent', id: '005000000000002AAA' } });
        expect(await world.heard('ERROR')).toEqual(shows('Callback_Voice_No_Number'));
        expect(world.orders).toEqual([]);
    });

    it('waits for a default that the agent has just changed', async () => {
        const world = voice.fresh();
        let read: () => void = () => undefined;
        world.answers.defaultChanged.mockReturnValueOnce(
            new Promise((resolve) => (read = resolve))
        );
        await voice.ready();
        world.bridge('Callback_Default_Changed__c', { changedAt: '1' });
        world.ask('DIAL', { contact: FIONA });
        await vi.waitFor(() => expect(world.answers.defaultChanged).toHaveBeenCalledOnce());
        expect(world.orders).toEqual([]);
        read();
        await world.heard('CALL_STARTED');
    });
});

describe('A dial asked for in the panel', () => {
    const REQUEST = { dialKey: 'panel-1', number: '0131 496 0412', requestedAt: '1' };

    it('becomes a call on the telephone', async () => {
        const world = await voice.ready();
        world.bridge('Callback_Dial_Requested__c', REQUEST);
        expect(await world.heard('CALL_STARTED')).toMatchObject({
            callId: 'panel-1',
            phoneNumber: REQUEST.number
        });
        world.bridge('Callback_Dial_Requested__c', REQUEST);
        world.bridge('Callback_Dial_Requested__c', { ...REQUEST, dialKey: 'panel-2' });
        await vi.waitFor(() => expect(world.decided()).toHaveLength(2));
        expect(world.orders).toHaveLength(1);
        expect(world.decided()).toMatchObject([
            { dialKey: 'panel-1', outcome: 'presented' },
            { dialKey: 'panel-2', errorCode: 'SOFTPHONE_BUSY' }
        ]);
    });

    it('that is blocked is no call, and the panel hears why', async () => {
        const world = voice.fresh();
        world.answers.dial.mockResolvedValueOnce(blocked('UNKNOWN_AGENT'));
        await voice.ready();
        world.bridge('Callback_Dial_Requested__c', REQUEST);
        await vi.waitFor(() =>
            expect(world.decided()).toMatchObject([
                { dialKey: 'panel-1', outcome: 'blocked', message: 'blocked UNKNOWN_AGENT' }
            ])
        );
        expect(world.told.map(({ type }) => type)).toEqual(['CONNECTOR_READY', 'MESSAGE']);
    });

    it.each([
        ['without a number', 'Callback_Dial_Requested__c', { dialKey: 'panel-1' }],
        ['of no form', 'Callback_Dial_Requested__c', null],
        ['of no form', 'Callback_Number_Chosen__c', 'x'],
        ['on another channel', 'Callback_Call_Decided__c', REQUEST]
    ])('%s is nothing', async (_what, channel, payload) => {
        const world = await voice.ready();
        world.bridge(channel, payload);
        world.ask('MESSAGE', { message: 'x' });
        world.ask('MESSAGE', { message: { source: 'CONNECTOR', channel, payload: REQUEST } });
        world.ask('DIAL', { contact: FIONA });
        await world.heard('CALL_STARTED');
        expect(world.orders).toMatchObject([{ number: FIONA.phoneNumber }]);
    });
});
