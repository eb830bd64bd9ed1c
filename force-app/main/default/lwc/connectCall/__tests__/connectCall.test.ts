import type { AgentView } from 'c/callbackData';
import ConnectCall from 'c/connectCall';
import type { TakenEntry } from 'c/connectData';
import type { EntryView } from 'c/connectEntry';
import type { Decision, DialListId, NumberId, RuleId } from 'c/callbackResolver';
import { publish, subscribe } from 'lightning/messageService';
import { getRecord } from 'lightning/uiRecordApi';
import { mount, settled } from '../../../../../test/mount';
import { heard, part } from '../../../../../test/parts';
import {
    agentView,
    edinburgh,
    goldMembers,
    london,
    travelAgents
} from '../../clickToDial/__tests__/world';

jest.mock('@salesforce/label/c.Callback_Dial_Selector', () => ({ default: 'ask {0}' }), {
    virtual: true
});
// jsdom scrolls nothing, and knows no randomUUID.
Element.prototype.scrollIntoView = jest.fn();
let made = 0;
Object.defineProperty(crypto, 'randomUUID', { value: () => `uuid-${(made += 1)}` });

const published = publish as jest.MockedFunction<typeof publish>;
const subscribed = subscribe as jest.MockedFunction<typeof subscribe>;

const LIST = 'a05000000000001AAA';
const ENTRY: TakenEntry = {
    id: 'a06000000000001AAA',
    listId: LIST,
    phone: '0131 496 0412',
    recordId: '003000000000001AAA',
    objectApiName: 'Contact',
    customer: 'F. Geddes',
    attempts: 2,
    attemptId: 'a08000000000001AAA'
};
const listRule = {
    id: 'a01000000000009AAA' as RuleId,
    name: 'Lists',
    type: 'dialList',
    channel: 'connect',
    priority: 20,
    active: true,
    dialListId: LIST as DialListId,
    numberId: edinburgh.id
} as const;

beforeEach(() => {
    jest.useFakeTimers();
    jest.clearAllMocks();
});
afterEach(() => jest.useRealTimers());

const agent = (more: Parameters<typeof agentView>[0] = {}) =>
    agentView({ automateConnect: true, rules: [listRule], ...more });

interface Properties {
    readonly agent?: AgentView;
    readonly notNow?: string;
    readonly busy?: boolean;
}

async function show(properties: Properties = {}) {
    const element = await mount('c-connect-call', ConnectCall, {
        agent: agent(),
        entry: ENTRY,
        listName: 'Storm',
        ...properties
    });
    await settled();
    const presented = () =>
        part<{ decision: Decision | null; undecided?: string }>(element, 'c-callback-presented');
    const call = () =>
        part<{ call?: { kind: string }; canRetry: boolean }>(element, 'c-callback-last-call');
    const dial = () => part<{ disabled: boolean }>(element, '.dial');
    const choose = async (numberId: NumberId | null) => {
        part(element, 'c-callback-this-call').dispatchEvent(
            new CustomEvent('choose', { detail: { numberId } })
        );
        await settled();
    };
    const press = async () => {
        dial().click();
        await settled();
    };
    const decide = async (message: object) => {
        subscribed.mock.calls.at(-1)![2](message);
        await settled();
    };
    const request = () => published.mock.calls.at(-1)?.[2] as Record<string, string>;
    return { element, presented, call, dial, choose, press, decide, request };
}

describe('The call of an entry', () => {
    it('shows before dialling which number will be presented, by the list of the entry', async () => {
        const { element, presented } = await show();
        expect(presented().decision).toMatchObject({
            outcome: 'presented',
            number: edinburgh.number,
            ruleId: listRule.id
        });
        jest.useRealTimers();
        await expect(element).toBeAccessible();
    });

    it('shows the name the record has now, or else the one that came with the entry', async () => {
        const { element } = await show();
        const entry = () => part<{ entry: EntryView }>(element, 'c-connect-entry').entry;
        expect(entry()).toMatchObject({ name: 'F. Geddes', attempt: 2, listName: 'Storm' });
        (getRecord as unknown as { emit(record: object): void }).emit({
            id: ENTRY.recordId,
            apiName: 'Contact',
            fields: { Name: { value: 'Fiona Geddes' } }
        });
        await settled();
        expect(entry().name).toBe('Fiona Geddes');
    });

    it('reads what rules ask about the record', async () => {
        const { element, presented } = await show({ agent: agent({ rules: [travelAgents] }) });
        const record = part<{ ruleFields: readonly string[] }>(element, 'c-click-to-dial-record');
        expect(record.ruleFields).toEqual(['Contact.Department']);
        expect(presented().decision).toBeNull();
        const facts = { fields: { Department: { status: 'read', value: 'Travel' } } };
        record.dispatchEvent(
            new CustomEvent('statechange', {
                detail: { state: { kind: 'ready', phoneFields: [], facts } }
            })
        );
        await settled();
        expect(presented().decision).toMatchObject({ number: london.number });
    });

    it.each([
        ['the customer’s own logic', goldMembers, { kind: 'ready', phoneFields: [] }],
        ['a record that cannot be read', travelAgents, { kind: 'failed', errors: ['Gone.'] }]
    ])('leaves the decision to the service: %s', async (_, rule, state) => {
        const { element, presented } = await show({ agent: agent({ rules: [rule] }) });
        part(element, 'c-click-to-dial-record').dispatchEvent(
            new CustomEvent('statechange', { detail: { state } })
        );
        await settled();
        expect(presented()).toMatchObject({ decision: null, undecided: expect.any(String) });
    });

    it('is asked of the softphone with its entry, and what became of it is shown', async () => {
        const { press, request, decide, call } = await show();
        await press();
        expect(request()).toMatchObject({
            number: ENTRY.phone,
            recordId: ENTRY.recordId,
            objectApiName: 'Contact',
            dialEntryId: ENTRY.id,
            dialListId: LIST
        });
        expect(call().call).toMatchObject({ kind: 'waiting' });
        await press();
        expect(published).toHaveBeenCalledTimes(1);
        await decide({
            dialKey: request().dialKey,
            outcome: 'presented',
            number: '+441314960412',
            callbackNumber: edinburgh.number,
            source: 'rule',
            call: 'started'
        });
        expect(call().call).toMatchObject({ kind: 'presented' });
    });

    it('says that the softphone did not answer, and asks again under the same key', async () => {
        const { element, press, request, call } = await show();
        await press();
        const { dialKey } = request();
        jest.advanceTimersByTime(5_000);
        await settled();
        expect(call()).toMatchObject({ call: { kind: 'noAnswer' }, canRetry: true });
        part(element, 'c-callback-last-call').dispatchEvent(new CustomEvent('retry'));
        expect(request().dialKey).toBe(dialKey);
    });

    it('knows nothing of other calls', async () => {
        const { press, decide, call } = await show();
        await press();
        await decide({ dialKey: 'another', outcome: 'blocked', message: 'No.' });
        expect(call().call).toMatchObject({ kind: 'waiting' });
    });

    it('is lost where the service says that the entry is somebody else’s', async () => {
        const { element, press, request, decide } = await show();
        const lost = heard(element, 'lost');
        await press();
        await decide({
            dialKey: request().dialKey,
            outcome: 'failed',
            errorCode: 'ENTRY_NOT_TAKEN',
            message: 'Taken.'
        });
        expect(lost).toHaveLength(1);
    });

    it('can present another number, this once', async () => {
        const { choose, presented, press, request } = await show();
        await choose(london.id);
        expect(presented().decision).toMatchObject({ number: london.number, source: 'thisCall' });
        await press();
        expect(request()).toMatchObject({ callbackNumber: london.number });
        expect(presented().decision).toMatchObject({ number: edinburgh.number });
    });

    it('forgets a choice after its time', async () => {
        const { element, choose, presented } = await show();
        await choose(london.id);
        jest.advanceTimersByTime(60_000);
        await settled();
        expect(presented().decision).toMatchObject({ number: edinburgh.number });
        expect(part<{ notice?: string }>(element, 'c-callback-this-call').notice).toBe(
            'c.Callback_This_Call_Expired'
        );
    });

    it('offers no choice where the policy has none', async () => {
        const { element } = await show({ agent: agent({ agentMayOverride: false }) });
        expect(element.shadowRoot!.querySelector('c-callback-this-call')).toBeNull();
    });

    it.each<Properties>([{ notNow: 'Not before nine.' }, { busy: true }])(
        'cannot be dialled: %p',
        async (properties) => {
            const { element, dial, press } = await show(properties);
            expect(dial().disabled).toBe(true);
            await press();
            expect(published).not.toHaveBeenCalled();
            jest.useRealTimers();
            await expect(element).toBeAccessible();
        }
    );

    it('begins anew with the next entry', async () => {
        const { element, choose, press, call } = await show();
        await press();
        await choose(london.id);
        Object.assign(element, { entry: { ...ENTRY, id: 'a06000000000002AAA' } });
        await settled();
        expect(call().call).toBeUndefined();
        expect(part<{ value?: string }>(element, 'c-callback-this-call').value).toBeUndefined();
    });
});
