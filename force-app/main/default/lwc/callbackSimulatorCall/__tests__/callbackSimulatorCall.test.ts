import CallbackSimulatorCall from 'c/callbackSimulatorCall';
import { BLANK_CALL, type SimulatedCall } from 'c/callbackSimulation';
import { mount } from '../../../../../test/mount';
import { threeNumbers } from '../../../../../test/numbers';
import { heard, part, type PropertiesOf } from '../../../../../test/parts';

jest.mock(
    '@salesforce/label/c.Callback_Simulator_Number_Of_Record',
    () => ({ default: 'Use {0} ({1})' }),
    { virtual: true }
);

const CONTACT = '003000000000001AAA';

async function show(
    call: Partial<SimulatedCall> = {},
    more: PropertiesOf<CallbackSimulatorCall> = {}
) {
    const element = await mount('c-callback-simulator-call', CallbackSimulatorCall, {
        call: { ...BLANK_CALL, ...call },
        numbers: threeNumbers,
        objects: [{ value: 'Contact', label: 'Contact' }],
        dialLists: [{ value: 'L', label: 'Storm' }],
        phones: [],
        agentPicker: { objectApiName: 'User' },
        entryPicker: { objectApiName: 'Entry' },
        ...more
    } as CallbackSimulatorCall);
    const changes = heard<{ settings: Partial<SimulatedCall> }>(element, 'callchange');
    return {
        element,
        has: (selector: string) => element.shadowRoot!.querySelector(selector) !== null,
        field: (selector: string) => part<{ options: { value: string }[] }>(element, selector),
        /** What is told when a field says so. */
        after: (selector: string, detail: object, event = 'change') => {
            part(element, selector).dispatchEvent(new CustomEvent(event, { detail }));
            return changes.at(-1)!.settings;
        }
    };
}

describe('The inputs of a call', () => {
    it.each([
        ['agent', '.agent', { recordId: 'a' }, { agentId: 'a' }],
        ['no agent', '.agent', { recordId: null }, { agentId: '' }],
        ['number', '.number', { value: '999' }, { number: '999' }],
        ['object', '.object', { value: 'Lead' }, { objectApiName: 'Lead', recordId: '' }],
        ['record', '.record', { recordId: 'r' }, { recordId: 'r' }],
        ['Connect', '.channel', { value: 'connect' }, { channel: 'connect' }],
        [
            'a kind of call that has no list',
            '.channel',
            { value: 'manual' },
            { channel: 'manual', dialListId: '', dialEntryId: '' }
        ],
        ['list', '.list', { value: 'L' }, { dialListId: 'L', dialEntryId: '' }],
        ['entry', '.entry', { recordId: 'e' }, { dialEntryId: 'e' }]
    ])('say what is now different: %s', async (_, selector, detail, settings) => {
        const call = { channel: 'connect', objectApiName: 'Contact', dialListId: 'L' } as const;
        const { after } = await show(call);
        expect(after(selector, detail)).toEqual(settings);
    });

    it('take the number chosen for this call, and take it back', async () => {
        const { after } = await show();
        const picker = 'c-callback-number-picker';
        expect(after(picker, { numberId: 'n' }, 'numberchange')).toEqual({ thisCallNumberId: 'n' });
        expect(after(picker, { numberId: null }, 'numberchange')).toEqual({ thisCallNumberId: '' });
    });

    it('offer lists on Connect only, and entries of a list', async () => {
        expect((await show()).has('.list')).toBe(false);
        const withoutList = await show({ channel: 'connect' });
        expect([withoutList.has('.list'), withoutList.has('.entry')]).toEqual([true, false]);
        expect((await show({ channel: 'connect', dialListId: 'L' })).has('.entry')).toBe(true);
    });

    it('offer the numbers of the record', async () => {
        const phones = [{ number: '020 7946 0431', label: 'Mobile' }];
        const { element, after } = await show({ objectApiName: 'Contact' }, { phones });
        const button = part<{ label: string }>(element, '.phones lightning-button');
        expect(button.label).toBe('Use 020 7946 0431 (Mobile)');
        expect(after('.phones lightning-button', {}, 'click')).toEqual({ number: '020 7946 0431' });
    });

    it('show an object that is offered no more', async () => {
        const { field } = await show({ objectApiName: 'Order', recordId: CONTACT });
        expect(field('.object').options.map(({ value }) => value)).toEqual([
            '',
            'Contact',
            'Order'
        ]);
    });

    it.each([
        ['blank', {}],
        ['of a record', { objectApiName: 'Contact', recordId: CONTACT }],
        ['on Connect', { channel: 'connect', dialListId: 'L' } as const]
    ])('are accessible: %s', async (_, call) => {
        const { element } = await show(call, { phones: [{ number: '1', label: 'Phone' }] });
        await expect(element).toBeAccessible();
    });

    it('offer no number for this call while nobody is chosen who could present one', async () => {
        const { has } = await show({}, { numbers: [] });
        expect(has('c-callback-number-picker')).toBe(false);
    });
});
