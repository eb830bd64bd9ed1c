import { CHOICE_LIVES_MS, agentToParams, choiceFromParams } from 'c/callbackChoice';
import type { DirectoryState } from 'c/callbackData';
import ClickToDial from 'c/clickToDial';
import type { DialRow } from 'c/clickToDialNumber';
import { publish, subscribe, unsubscribe } from 'lightning/messageService';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import { mount, settled } from '../../../../../test/mount';
import {
    MOBILE,
    PHONE,
    RECORD,
    agentView,
    contact,
    contactInfo,
    edinburgh,
    goldMembers,
    london,
    ready,
    scotland,
    travelAgents
} from './world';

jest.mock('@salesforce/label/c.Callback_Dial_Last_Presented', () => ({ default: 'was {0}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Dial_Last_Decided', () => ({ default: 'decided {0}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Dial_Last_Not_Made', () => ({ default: 'not: {0}' }), {
    virtual: true
});
// The card is told what a directory would tell.
jest.mock('c/callbackDirectory', () => {
    const { LightningElement } = jest.requireActual('lwc');
    return { __esModule: true, default: class extends LightningElement {} };
});

interface Adapter {
    emit(value: unknown, which?: (config: Config) => boolean): void;
    emitError(error?: unknown, which?: (config: Config) => boolean): void;
}
interface Config {
    readonly recordId?: string;
    readonly fields?: readonly string[];
    readonly optionalFields?: readonly string[];
}

const infos = getObjectInfo as unknown as Adapter;
const records = getRecord as unknown as Adapter;
const forPhones = ({ optionalFields }: Config) => optionalFields === undefined;
const forRules = ({ optionalFields, recordId }: Config) => Boolean(optionalFields && recordId);
const WHO_CLICKS = agentToParams(agentView().agentId);
const both = { Phone: '0131 496 0412', MobilePhone: '07700 900412' };

let choiceIds = 0;
beforeEach(() => {
    jest.mocked(publish).mockClear();
    jest.mocked(subscribe)
        .mockClear()
        .mockReturnValue({} as never);
    Object.defineProperty(globalThis.crypto, 'randomUUID', {
        configurable: true,
        value: () => `choice-${++choiceIds}`
    });
});

async function open() {
    const element = await mount<Pick<ClickToDial, 'recordId' | 'objectApiName'>>(
        'c-click-to-dial',
        ClickToDial,
        { recordId: RECORD, objectApiName: 'Contact' }
    );
    const root = element.shadowRoot!;
    const find = (selector: string) => root.querySelector<HTMLElement>(selector)!;
    const rows = () =>
        [...root.querySelectorAll('c-click-to-dial-number')].map(
            (one) => (one as unknown as { row: DialRow }).row
        );
    const row = (number: string) => rows().find((one) => one.number === number)!;
    const say = async (state: DirectoryState) => {
        find('c-callback-directory').dispatchEvent(
            new CustomEvent('statechange', { detail: { state } })
        );
        await settled();
        await settled();
    };
    const read = async (values: Readonly<Record<string, string | null>>, which = forPhones) => {
        records.emit(contact(values), which);
        await settled();
        await settled();
    };
    const choose = async (number: string, numberId: string | null) => {
        find('c-click-to-dial-number').dispatchEvent(
            new CustomEvent('numberchoose', { detail: { number, numberId } })
        );
        await settled();
    };
    const hear = async (message: object) => {
        const [, , listener] = jest.mocked(subscribe).mock.calls.at(-1)!;
        listener(message);
        await settled();
    };
    const state = () => (find('c-callback-state') as unknown as { state: DirectoryState }).state;
    return { element, find, rows, row, say, read, choose, hear, state };
}

/** A contact with two numbers, everything loaded. */
async function openContact(directory = ready()) {
    const page = await open();
    infos.emit(contactInfo);
    await settled();
    await page.say(directory);
    await page.read(both);
    return page;
}

function labelOf({ decision }: DialRow): string | undefined {
    return decision?.outcome === 'presented'
        ? [london, edinburgh].find(({ id }) => id === decision.numberId)?.label
        : decision?.errorCode;
}

describe('The phone numbers of a record', () => {
    it('each show the number that will be presented', async () => {
        const { element, rows, state } = await openContact();
        expect(state().kind).toBe('ready');
        expect(rows().map((row) => [row.label, row.value, labelOf(row)])).toEqual([
            ['Mobile', '07700 900412', 'London'],
            ['Phone', '0131 496 0412', 'Edinburgh']
        ]);
        await expect(element).toBeAccessible();
    });

    it('are left out where they are empty, and are one where they are the same', async () => {
        const { rows, read } = await openContact();
        await read({ Phone: '0131 496 0412', MobilePhone: null });
        expect(rows()).toHaveLength(1);
        await read({ Phone: '0131 496 0412', MobilePhone: '+44 131 496 0412' });
        expect(rows().map(({ label, number }) => [label, number])).toEqual([
            ['Mobile, Phone', PHONE]
        ]);
    });

    it('are looked at anew when the record or the directory changes', async () => {
        const { row, read, say } = await openContact();
        await read({ ...both, Phone: '020 7946 0431' });
        expect(labelOf(row('+442079460431'))).toBe('London');
        await say(ready({ rules: [], principalNumberId: edinburgh.id }));
        expect(labelOf(row('+442079460431'))).toBe('Edinburgh');
    });

    it('may be none at all', async () => {
        const { element, find, read, rows } = await openContact();
        await read({ Phone: null, MobilePhone: ' ' });
        expect(rows()).toEqual([]);
        expect(find('.no-phone')).not.toBeNull();
        await expect(element).toBeAccessible();
    });

    it('are none where the object has no telephone field', async () => {
        const { find, say, state } = await open();
        infos.emit({ apiName: 'Booking__c', fields: {} });
        await say(ready());
        expect(state().kind).toBe('ready');
        expect(find('.no-phone')).not.toBeNull();
    });
});

describe('What the rules ask about the record', () => {
    it('is read, and what is hidden is told as decided when dialling', async () => {
        const { element, row, read } = await openContact(
            ready({ rules: [travelAgents, scotland] })
        );
        expect(row(PHONE).decision).toBeNull();
        expect(row(PHONE).undecided).toBeUndefined();
        await read({ ...both, Department: 'Travel' }, forRules);
        expect(labelOf(row(PHONE))).toBe('London');
        await read({ ...both, Department: 'Sales' }, forRules);
        expect(labelOf(row(PHONE))).toBe('Edinburgh');
        await read(both, forRules);
        expect(row(PHONE)).toMatchObject({
            decision: null,
            undecided: 'c.Callback_Dial_Hidden_Field'
        });
        await expect(element).toBeAccessible();
    });

    it('asks for the fields of the rules as optional ones', async () => {
        await openContact(ready({ rules: [travelAgents] }));
        const asked: Config[] = [];
        records.emit(contact(both), (config) => asked.push(config) < 0);
        expect(asked).toContainEqual({
            recordId: RECORD,
            fields: ['Contact.MobilePhone', 'Contact.Phone'],
            optionalFields: ['Contact.Department']
        });
    });

    it('is left to the service where the record could not be read for it', async () => {
        const { row } = await openContact(ready({ rules: [travelAgents, scotland] }));
        records.emitError({ body: { message: 'gone' } }, forRules);
        await settled();
        expect(row(PHONE).undecided).toBe('c.Callback_Dial_Hidden_Field');
    });

    it("is the customer's own logic: decided when dialling", async () => {
        const { row } = await openContact(ready({ rules: [goldMembers, scotland] }));
        expect(row(PHONE)).toMatchObject({ decision: null, undecided: 'c.Callback_Dial_Selector' });
    });
});

describe('A number chosen for one call', () => {
    beforeEach(() => jest.useFakeTimers());
    afterEach(() => jest.useRealTimers());

    it('rides with the click, is told to the application, and holds for its number alone', async () => {
        const { row, choose } = await openContact();
        await choose(PHONE, london.id);
        expect(labelOf(row(PHONE))).toBe('London');
        expect(row(PHONE).chosenId).toBe(london.id);
        const choice = choiceFromParams(row(PHONE).params)!;
        expect(choice).toMatchObject({
            callbackNumber: london.number,
            number: PHONE,
            recordId: RECORD,
            chosenAt: Date.now()
        });
        expect(jest.mocked(publish).mock.calls.map(([, , message]) => message)).toEqual([
            { ...choice, chosenAt: String(choice.chosenAt) }
        ]);
        expect(row(MOBILE)).toMatchObject({ params: WHO_CLICKS, chosenId: undefined });
    });

    it('counts down and expires visibly', async () => {
        const { row, choose } = await openContact();
        await choose(PHONE, london.id);
        expect(row(PHONE).secondsLeft).toBe(CHOICE_LIVES_MS / 1000);
        jest.advanceTimersByTime(10_000);
        await settled();
        expect(row(PHONE).secondsLeft).toBe(CHOICE_LIVES_MS / 1000 - 10);
        jest.advanceTimersByTime(CHOICE_LIVES_MS);
        await settled();
        expect(row(PHONE)).toMatchObject({ params: WHO_CLICKS, past: 'expired' });
        expect(labelOf(row(PHONE))).toBe('Edinburgh');
        expect(jest.getTimerCount()).toBe(0);
    });

    it('has expired when the page comes back after its time', async () => {
        const { element, row, choose, say } = await openContact();
        await choose(PHONE, london.id);
        element.remove();
        expect(jest.getTimerCount()).toBe(0);
        expect(unsubscribe).toHaveBeenCalled();
        jest.setSystemTime(Date.now() + CHOICE_LIVES_MS);
        document.body.append(element);
        await say(ready());
        expect(row(PHONE).past).toBe('expired');
    });

    it.each(['presented', 'blocked'])('is used once the call was %s', async (outcome) => {
        const { row, choose, hear } = await openContact();
        await choose(PHONE, london.id);
        await hear({ number: '0131 496 0412', recordId: RECORD.slice(0, 15), outcome });
        expect(row(PHONE)).toMatchObject({ params: WHO_CLICKS, past: 'used' });
        expect(labelOf(row(PHONE))).toBe('Edinburgh');
    });

    it.each([
        ['of another number', { number: MOBILE, recordId: RECORD, outcome: 'presented' }],
        [
            'of another record',
            { number: PHONE, recordId: '003000000000002AAA', outcome: 'presented' }
        ],
        ['that failed to be decided', { number: PHONE, recordId: RECORD, outcome: 'failed' }]
    ])('is not used by a call %s', async (_, message) => {
        const { row, choose, hear } = await openContact();
        await choose(PHONE, london.id);
        await hear(message);
        expect(row(PHONE).chosenId).toBe(london.id);
    });

    it('is taken back, and the application hears it', async () => {
        const { row, choose } = await openContact();
        await choose(PHONE, london.id);
        const { choiceId } = choiceFromParams(row(PHONE).params)!;
        await choose(PHONE, null);
        expect(row(PHONE)).toMatchObject({ params: WHO_CLICKS, past: undefined });
        expect(labelOf(row(PHONE))).toBe('Edinburgh');
        expect(publish).toHaveBeenLastCalledWith(
            undefined,
            expect.anything(),
            expect.objectContaining({ choiceId, callbackNumber: '' })
        );
    });

    it('is refused in the preview when the number has gone', async () => {
        const { row, choose, say } = await openContact();
        await choose(PHONE, edinburgh.id);
        await say(ready({ numbers: [london, { ...edinburgh, active: false }] }));
        expect(labelOf(row(PHONE))).toBe('NUMBER_NOT_AVAILABLE');
        await say(ready({ numbers: [london], rules: [] }));
        expect(labelOf(row(PHONE))).toBe('NUMBER_NOT_CONFIGURED');
    });

    it('is forgotten when the page shows another record', async () => {
        const { element, row, choose, read } = await openContact();
        await choose(PHONE, london.id);
        element.recordId = '003000000000002AAA';
        await settled();
        await read(both);
        expect(row(PHONE)).toMatchObject({ params: WHO_CLICKS, chosenId: undefined });
    });

    it.each([
        ['is offered', {}, true],
        ['is not offered where the policy forbids it', { agentMayOverride: false }, false],
        [
            'is offered where there are no rules to override',
            { agentMayOverride: false, automateClickToDial: false },
            true
        ]
    ])('%s', async (_, settings, expected) => {
        const { find } = await openContact(ready(settings));
        expect(find('c-click-to-dial-number')).toMatchObject({ mayChoose: expected });
    });
});

describe('What became of the last call', () => {
    const call = { number: '0131 496 0412', recordId: RECORD };

    it.each([
        [
            { outcome: 'presented', call: 'started', callbackNumber: edinburgh.number },
            'was Edinburgh (+44\u00a0131\u00a0496\u00a00120)'
        ],
        [
            { outcome: 'presented', call: 'decisionOnly', callbackNumber: '+46850000000' },
            'decided +46\u00a0850\u00a0000\u00a0000'
        ],
        [{ outcome: 'blocked', message: 'No calls, please.' }, 'not: No calls, please.'],
        [{ outcome: 'failed', message: 'No answer.' }, 'not: No answer.'],
        [{ outcome: 'failed' }, undefined]
    ])('is said at its number: %j', async (outcome, words) => {
        const { row, hear } = await openContact();
        await hear({ ...call, ...outcome });
        expect(row(PHONE).lastCall).toBe(words);
        expect(row(MOBILE).lastCall).toBeUndefined();
    });

    it('is of this record alone', async () => {
        const { element, row, hear, read } = await openContact();
        await hear({ ...call, recordId: '003000000000002AAA', outcome: 'failed', message: 'No.' });
        expect(row(PHONE).lastCall).toBeUndefined();
        await hear({ ...call, outcome: 'failed', message: 'No.' });
        element.recordId = '003000000000002AAA';
        await settled();
        await read(both);
        expect(row(PHONE).lastCall).toBeUndefined();
    });
});

describe('A call that would be blocked', () => {
    it('says so, and a choice for this call helps', async () => {
        const { element, row, choose } = await openContact(
            ready({ rules: [], principalNumberId: undefined })
        );
        expect(labelOf(row(PHONE))).toBe('NO_PRINCIPAL_NUMBER');
        await expect(element).toBeAccessible();
        await choose(PHONE, edinburgh.id);
        expect(labelOf(row(PHONE))).toBe('Edinburgh');
    });
});

describe('Until there is something to show', () => {
    it('the directory is loading, then the record', async () => {
        const { element, state, say, rows } = await open();
        expect(state().kind).toBe('loading');
        await say(ready());
        expect(state().kind).toBe('loading');
        expect(rows()).toEqual([]);
        await expect(element).toBeAccessible();
    });

    it('what is missing to the agent is said', async () => {
        const { element, state, say } = await open();
        await say({ kind: 'noPermission', missing: ['Callback_Number__c'] });
        expect(state()).toMatchObject({ missing: ['Callback_Number__c'] });
        await expect(element).toBeAccessible();
    });

    it('nothing is configured, unless there is a number to choose', async () => {
        const { element, state, say } = await openContact();
        await say({ kind: 'notConfigured', agent: agentView({ numbers: [] }) });
        expect(state().kind).toBe('notConfigured');
        await expect(element).toBeAccessible();
        await say({
            kind: 'notConfigured',
            agent: agentView({ principalNumberId: undefined })
        });
        expect(state().kind).toBe('ready');
    });

    it('the directory fails, and is asked again', async () => {
        const { element, find, say, state } = await open();
        await say({ kind: 'failed', errors: ['Salesforce is away.'] });
        expect(state()).toMatchObject({ errors: ['Salesforce is away.'] });
        await expect(element).toBeAccessible();
        const refresh = jest.fn();
        Object.defineProperty(find('c-callback-directory'), 'refresh', { value: refresh });
        find('c-callback-state').dispatchEvent(new CustomEvent('retry'));
        expect(refresh).toHaveBeenCalledTimes(1);
    });

    it('the rights of the agent are taken away while the page is open', async () => {
        const { say, state, rows } = await openContact();
        await say({ kind: 'noPermission', missing: ['Callback_Number__c'] });
        expect(state().kind).toBe('noPermission');
        expect(rows()).toEqual([]);
    });

    it('the record cannot be read, and is asked for again', async () => {
        const { element, find, read, state } = await openContact();
        records.emitError({ body: { message: 'No access to this record.' } }, forPhones);
        await settled();
        expect(state()).toMatchObject({ kind: 'failed', errors: ['No access to this record.'] });
        await expect(element).toBeAccessible();
        const asked = () => {
            const ids: (string | undefined)[] = [];
            records.emit(null, (config) => forPhones(config) && ids.push(config.recordId) < 0);
            return ids;
        };
        Object.defineProperty(find('c-callback-directory'), 'refresh', { value: jest.fn() });
        find('c-callback-state').dispatchEvent(new CustomEvent('retry'));
        await Promise.resolve();
        expect(asked()).toEqual([undefined]);
        await settled();
        await settled();
        expect(asked()).toEqual([RECORD]);
        await read(both);
        expect(state().kind).toBe('ready');
    });

    it('the object cannot be described', async () => {
        const { say, state } = await open();
        await say(ready());
        infos.emitError({ body: { message: 'No access to this object.' } });
        await settled();
        expect(state()).toMatchObject({ kind: 'failed', errors: ['No access to this object.'] });
    });
});
