import * as libphonenumber from 'libphonenumber-js/max';
import LightningConfirm from 'lightning/confirm';
import { executeMutation } from 'lightning/graphql';
import { loadScript } from 'lightning/platformResourceLoader';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import CallbackSimulator from 'c/callbackSimulator';
import type { SimulatedCall } from 'c/callbackSimulation';
import type { RecordPhone } from 'c/callbackSimulatorCall';
import type { Entry } from 'c/callbackSimulatorList';
import type { AgentInForce } from 'c/callbackSimulatorPolicy';
import type { ResultState } from 'c/callbackSimulatorResult';
import type { LoadState } from 'c/callbackState';
import {
    AGENT,
    answerOf,
    BERLIN,
    CONFIGURED,
    HEAD_OFFICE,
    ruleRow,
    type Rows
} from '../../../../../test/agentAnswers';
import { mount } from '../../../../../test/mount';
import { part } from '../../../../../test/parts';
import { answerGraphql, type Asked } from '../../../../../test/stubs/graphql';

jest.mock('@salesforce/i18n/lang', () => ({ default: 'en' }), { virtual: true });
jest.mock('@salesforce/label/c.Callback_Simulator_Kept', () => ({ default: 'kept {0}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Simulator_Not_Saved', () => ({ default: '{0}: {1}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Simulator_Conflict', () => ({ default: 'other {0}' }), {
    virtual: true
});

interface Config {
    readonly recordId?: string;
    readonly objectApiName?: string;
}
interface Adapter {
    emit(data: unknown, which?: (config: Config) => boolean): void;
    emitError(error: unknown, which?: (config: Config) => boolean): void;
}
const infos = getObjectInfo as unknown as Adapter;
const records = getRecord as unknown as Adapter;
const sent = executeMutation as unknown as jest.Mock;
const confirmed = jest.spyOn(LightningConfirm, 'open');

const of =
    (name: string) =>
    ({ objectApiName }: Config): boolean =>
        objectApiName === name;

const CONTACT = '003000000000001AAA';
const ENTRY = 'a07000000000001AAA';
const GERMANY = ruleRow('a04000000000001AAA', { Prefix__c: '+49' });
const GERMAN: Partial<SimulatedCall> = { agentId: AGENT, number: '+49 30 23125 417' };
type Fields = Readonly<Record<string, unknown>>;

const value = (held: unknown) => ({ value: held });
const kept = (more: Fields = {}) => ({
    Id: 'e1',
    Name: value('Germans'),
    Agent__c: value(AGENT),
    Channel__c: value('Click to dial'),
    Dialed_Number__c: value('+49 30 23125 417'),
    Expected_Outcome__c: value('Presented'),
    Expected_Number__c: value(BERLIN),
    SystemModstamp: value('09:00'),
    ...more
});

let lists: Record<string, readonly Fields[]>;
let rows: Rows;
let broken: string | undefined;
let agentReads: number;

function answer(asked: Asked) {
    const object = /rows: (\w+)/.exec(asked.query)?.[1];
    if (broken && asked.query.includes(broken)) {
        return { errors: [{ message: 'The org is away.' }] };
    }
    if (!object) {
        agentReads += asked.query.includes('CallbackAgentAndLists') ? 1 : 0;
        return answerOf(rows, asked);
    }
    const edges = (lists[object] ?? []).map((node) => ({ node }));
    const pageInfo = { hasNextPage: false, endCursor: null };
    return { data: { uiapi: { query: { rows: { edges, pageInfo } } } } };
}

/** Everything that waits for nothing but promises comes to its end. */
const quiet = () => jest.advanceTimersByTimeAsync(0);
/** The checker waits for the clock. */
async function isAccessible(page: HTMLElement): Promise<void> {
    jest.useRealTimers();
    await expect(page).toBeAccessible();
}

async function open() {
    const page = await mount('c-callback-simulator', CallbackSimulator, {});
    await quiet();
    infos.emit(
        { createable: true, updateable: true, deletable: true },
        of('Callback_Expectation__c')
    );
    await quiet();
    const result = () =>
        part<{ state: ResultState; saving: boolean }>(page, 'c-callback-simulator-result');
    const list = () => part<{ entries: Entry[] }>(page, 'c-callback-simulator-list');
    const inputs = () =>
        part<{ call: SimulatedCall; phones: RecordPhone[] }>(page, 'c-callback-simulator-call');
    const say = async (to: HTMLElement, event: string, detail: Fields = {}) => {
        to.dispatchEvent(new CustomEvent(event, { detail }));
        await quiet();
    };
    return {
        page,
        state: () => part<{ state: LoadState }>(page, 'c-callback-setup-page').state,
        retry: () => say(part(page, 'c-callback-setup-page'), 'retry'),
        call: () => inputs().call,
        phones: () => inputs().phones,
        change: (settings: Partial<SimulatedCall>) => say(inputs(), 'callchange', { settings }),
        result: () => result().state,
        decided: () => {
            const { state } = result();
            const outlook = state.kind === 'decided' ? state.outlook : undefined;
            return outlook?.kind === 'decided' ? outlook.decision : outlook;
        },
        inForce: () => part<{ shown?: AgentInForce }>(page, 'c-callback-simulator-policy').shown,
        toResult: (event: string, detail?: Fields) => say(result(), event, detail),
        toList: (event: string, detail?: Fields) => say(list(), event, detail),
        verdicts: () =>
            list().entries.map(({ expectation, judged }) => [
                expectation.name,
                judged?.verdict.kind
            ]),
        text: (selector: string) => page.shadowRoot!.querySelector(selector)?.textContent
    };
}

beforeEach(() => {
    jest.useFakeTimers();
    jest.mocked(loadScript).mockReset().mockResolvedValue(undefined);
    (window as { libphonenumber?: unknown }).libphonenumber = libphonenumber;
    rows = { ...CONFIGURED, rules: [GERMANY] };
    lists = { Callback_Expectation__c: [kept()] };
    broken = undefined;
    agentReads = 0;
    answerGraphql(answer);
    sent.mockReset().mockResolvedValue({ data: { uiapi: { r0: { Record: { Id: 'e1' } } } } });
    confirmed.mockReset().mockResolvedValue(true);
});
afterEach(() => jest.useRealTimers());

describe('The page', () => {
    it('is ready with nothing decided', async () => {
        const { page, state, result } = await open();
        expect([state().kind, result().kind]).toEqual(['ready', 'blank']);
        await isAccessible(page);
    });

    it('says what went wrong, and tries once more', async () => {
        broken = 'Callback_Expectation__c';
        const { state, retry } = await open();
        expect(state()).toEqual({ kind: 'failed', errors: ['The org is away.'] });
        broken = undefined;
        await retry();
        expect(state().kind).toBe('ready');
    });

    it('is not for those who may see no expectations', async () => {
        answerGraphql(() => ({
            errors: [
                {
                    message:
                        "Validation error of type FieldUndefined: Field 'Callback_Expectation__c' in type 'RecordQuery' is undefined"
                }
            ]
        }));
        expect((await open()).state()).toEqual({
            kind: 'noPermission',
            missing: ['Callback_Expectation__c']
        });
    });
});

describe('A call', () => {
    it('is decided as it changes, and reads an agent once', async () => {
        const { change, decided, inForce } = await open();
        await change({ agentId: AGENT });
        expect(decided()).toBeUndefined();
        expect(inForce()).toMatchObject({ name: 'Anna', available: 2 });
        await change({ number: '+49 30 23125 417' });
        expect(decided()).toMatchObject({ numberId: BERLIN, ruleId: GERMANY.Id });
        await change({ channel: 'manual' });
        expect(decided()).toMatchObject({ numberId: HEAD_OFFICE, source: 'principal' });
        await change({ thisCallNumberId: BERLIN });
        expect(decided()).toMatchObject({ numberId: BERLIN, source: 'thisCall' });
        expect(agentReads).toBe(1);
    });

    it('is decided with what was configured meanwhile, once that is read again', async () => {
        const { change, decided, toResult } = await open();
        await change(GERMAN);
        rows = CONFIGURED;
        await toResult('readagain');
        expect(decided()).toMatchObject({ numberId: HEAD_OFFICE });
    });

    it('says why it was not decided, and is once that is read again', async () => {
        const { change, result, decided, toResult } = await open();
        broken = 'CallbackAgentAndLists';
        await change(GERMAN);
        expect(result()).toEqual({ kind: 'failed', errors: ['The org is away.'] });
        broken = undefined;
        await toResult('readagain');
        expect(decided()).toMatchObject({ numberId: BERLIN });
    });

    it('is open where only the service can tell', async () => {
        const selector = { Type__c: 'Custom selector', Selector__c: 'flow:Pick' };
        rows = { ...CONFIGURED, rules: [ruleRow('a04', selector)] };
        const { change, decided } = await open();
        await change(GERMAN);
        expect(decided()).toMatchObject({ kind: 'open', reason: 'selector', ruleId: 'a04' });
    });

    it('takes the number of the record, and what rules ask about it', async () => {
        const field = {
            Type__c: 'Record field',
            Object__c: 'Contact',
            Field__c: 'Title',
            Operator__c: 'is blank'
        };
        rows = { ...CONFIGURED, rules: [ruleRow('a04', field)] };
        const { change, call, phones, decided } = await open();
        await change({ agentId: AGENT, objectApiName: 'Contact' });
        await change({ recordId: CONTACT });
        const Phone = { apiName: 'Phone', label: 'Phone', dataType: 'Phone' };
        infos.emit({ apiName: 'Contact', label: 'Contact', fields: { Phone } }, of('Contact'));
        await quiet();
        records.emit({
            id: CONTACT,
            apiName: 'Contact',
            fields: { Phone: { value: '020 7946 0431' } }
        });
        await quiet();
        expect(phones()).toMatchObject([{ number: '020 7946 0431', label: 'Phone' }]);
        expect(call().number).toBe('020 7946 0431');
        records.emit({ id: CONTACT, apiName: 'Contact', fields: { Title: { value: null } } });
        await quiet();
        expect(decided()).toMatchObject({ ruleId: 'a04' });
    });

    it('takes number, record and list of a dial entry', async () => {
        const entry = {
            Id: ENTRY,
            Phone__c: value('0131 496 0412'),
            Record_Id__c: value(null),
            Object__c: value(null),
            Dial_List__c: value('L')
        };
        lists.Dial_Entry__c = [entry];
        const { change, call } = await open();
        await change({ agentId: AGENT, channel: 'connect' });
        await change({ dialListId: 'L', dialEntryId: ENTRY });
        expect(call()).toMatchObject({ number: '0131 496 0412', dialListId: 'L', recordId: '' });
    });
});

describe('An expectation', () => {
    it('is the decision as it is, and is tried at once', async () => {
        lists.Callback_Expectation__c = [];
        const { change, toResult, verdicts, text } = await open();
        await change(GERMAN);
        lists.Callback_Expectation__c = [kept()];
        await toResult('keep', { name: 'Germans' });
        expect(sent.mock.calls[0][0].variables.r0.Callback_Expectation__c).toMatchObject({
            Name: 'Germans',
            Agent__c: AGENT,
            Channel__c: 'Click to dial',
            Expected_Outcome__c: 'Presented',
            Expected_Number__c: BERLIN
        });
        expect(verdicts()).toEqual([['Germans', 'passed']]);
        expect(text('.done')).toBe('kept Germans');
    });

    it('that the org refuses is not lost', async () => {
        sent.mockResolvedValue({ errors: [{ message: 'The name is too long.' }] });
        const { change, toResult, text, decided } = await open();
        await change(GERMAN);
        await toResult('keep', { name: 'Germans' });
        expect(text('.problem')).toBe('Germans: The name is too long.');
        expect(decided()).toMatchObject({ numberId: BERLIN });
    });

    it('is tried with all others, as things are now', async () => {
        lists.Callback_Expectation__c = [
            kept(),
            kept({ Id: 'e2', Name: value('Gone'), Agent__c: value(null) })
        ];
        const { toList, verdicts } = await open();
        expect(verdicts()).toEqual([
            ['Germans', undefined],
            ['Gone', undefined]
        ]);
        await toList('run');
        expect(verdicts()).toEqual([
            ['Germans', 'passed'],
            ['Gone', 'unusable']
        ]);
        rows = CONFIGURED;
        await toList('run');
        expect(verdicts()[0]).toEqual(['Germans', 'changed']);
    });

    it('accepts the new result', async () => {
        rows = CONFIGURED;
        const { toList, verdicts } = await open();
        await toList('run');
        lists.Callback_Expectation__c = [
            kept({ Expected_Number__c: value(HEAD_OFFICE), SystemModstamp: value('09:05') })
        ];
        // Whether somebody wrote meanwhile is looked up first: the stamp is that of before.
        answerGraphql((asked) => {
            return asked.query.includes('Stamps') ? stamped('09:00') : answer(asked);
        });
        await toList('action', { id: 'e1', action: 'accept' });
        expect(sent.mock.calls[0][0].variables.r0.Callback_Expectation__c).toEqual({
            Expected_Outcome__c: 'Presented',
            Expected_Number__c: HEAD_OFFICE,
            Expected_Error__c: null
        });
        expect(verdicts()).toEqual([['Germans', 'passed']]);
    });

    it('that somebody else changed meanwhile is not overwritten', async () => {
        rows = CONFIGURED;
        const { toList, text } = await open();
        await toList('run');
        lists.Callback_Expectation__c = [kept({ SystemModstamp: value('09:05') })];
        await toList('action', { id: 'e1', action: 'accept' });
        expect(sent).not.toHaveBeenCalled();
        expect(text('.problem')).toBe('other Germans');
    });

    it('opens in the simulator', async () => {
        const { toList, call, decided } = await open();
        await toList('action', { id: 'e1', action: 'open' });
        expect(call()).toMatchObject(GERMAN);
        expect(decided()).toMatchObject({ numberId: BERLIN });
    });

    it('is deleted after asking', async () => {
        const { toList, verdicts } = await open();
        confirmed.mockResolvedValueOnce(false);
        await toList('action', { id: 'e1', action: 'delete' });
        expect(sent).not.toHaveBeenCalled();
        sent.mockImplementation(async () => {
            lists.Callback_Expectation__c = [];
            return { data: { uiapi: { r0: { Id: 'e1' } } } };
        });
        await toList('action', { id: 'e1', action: 'delete' });
        expect(verdicts()).toEqual([]);
    });
});

function stamped(stamp: string) {
    const edges = [{ node: { Id: 'e1', SystemModstamp: value(stamp) } }];
    const pageInfo = { hasNextPage: false, endCursor: null };
    return { data: { uiapi: { query: { rows: { edges, pageInfo } } } } };
}
