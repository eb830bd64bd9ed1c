import { createDirectory, type CallbackNumber, type E164, type NumberId } from 'c/callbackResolver';
import ClickToDialNumber, { type DialRow } from 'c/clickToDialNumber';
import { mount, settled } from '../../../../../test/mount';

jest.mock('@salesforce/label/c.Callback_Dial_Seconds_Left', () => ({ default: '{0} s left' }), {
    virtual: true
});

const london: CallbackNumber = {
    id: 'a00000000000001AAA' as NumberId,
    label: 'London office',
    number: '+442079460001' as E164,
    active: true,
    country: 'GB'
};
const names = createDirectory({
    numbers: [london],
    agents: [],
    assignments: [],
    policies: [],
    rules: [],
    dialLists: []
});
const row: DialRow = {
    number: '+441314960412',
    label: 'Phone',
    value: '0131 496 0412',
    recordId: '003000000000001AAA',
    decision: {
        outcome: 'presented',
        numberId: london.id,
        number: london.number,
        source: 'principal',
        trace: [{ code: 'PRINCIPAL_USED', numberId: london.id }]
    }
};
const blocked: DialRow = {
    ...row,
    decision: { outcome: 'blocked', errorCode: 'NO_PRINCIPAL_NUMBER', trace: [] }
};

type Properties = Pick<ClickToDialNumber, 'row' | 'names' | 'numbers' | 'mayChoose'>;
type Dial = HTMLElement & { value?: string; recordId?: string; params?: string };

async function show(one: DialRow, properties: Partial<Properties> = {}) {
    const element = await mount<Properties>('c-click-to-dial-number', ClickToDialNumber, {
        row: one,
        names,
        numbers: [london],
        mayChoose: true,
        ...properties
    });
    const root = element.shadowRoot!;
    const chosen: unknown[] = [];
    element.addEventListener('numberchoose', (event) =>
        chosen.push((event as CustomEvent<unknown>).detail)
    );
    const find = <Kind extends HTMLElement>(selector: string) => root.querySelector<Kind>(selector);
    const press = async (selector: string) => {
        find(selector)!.click();
        await settled();
    };
    return {
        element,
        chosen,
        find,
        press,
        dial: () => find<Dial>('lightning-click-to-dial'),
        picker: () => find('c-callback-number-picker'),
        focused: () => root.activeElement
    };
}

describe('One phone number of a record', () => {
    it('is dialled with its record, and shows what will be presented', async () => {
        const { element, dial, find } = await show(row);
        expect(dial()).toMatchObject({ value: row.value, recordId: row.recordId });
        expect(find('c-callback-presented')).toMatchObject({ decision: row.decision, names });
        await expect(element).toBeAccessible();
    });

    it('takes the choice for this call along with the click', async () => {
        const { element, dial, find } = await show({
            ...row,
            params: 'callbackChoice=one',
            chosenId: london.id,
            secondsLeft: 42
        });
        expect(dial()!.params).toBe('callbackChoice=one');
        expect(find('.chosen')!.textContent).toBe('42 s left');
        await expect(element).toBeAccessible();
    });

    it('cannot be clicked while blocked, and offers to choose', async () => {
        const { element, dial, find } = await show(blocked);
        expect(dial()).toBeNull();
        expect(find('.number')!.textContent).toBe(row.value);
        expect(find('.change')!.textContent).toBe('c.Callback_Dial_Choose');
        await expect(element).toBeAccessible();
    });

    it('says why it is decided only when dialling, and can be dialled', async () => {
        const { element, dial, find } = await show({ ...row, decision: null, undecided: 'a rule' });
        expect(dial()).not.toBeNull();
        expect(find('c-callback-presented')).toMatchObject({ undecided: 'a rule' });
        await expect(element).toBeAccessible();
    });

    it('can be dialled while the record is still being read', async () => {
        const { element, dial, find } = await show({ ...row, decision: null });
        expect(dial()).not.toBeNull();
        expect(find('lightning-spinner')).not.toBeNull();
        expect(find('c-callback-presented')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it.each([
        ['expired', 'c.Callback_Dial_Expired'],
        ['used', 'c.Callback_Dial_Used']
    ] as const)('says that the choice is %s', async (past, words) => {
        const { element, find } = await show({ ...row, past });
        expect(find('.past')!.textContent).toBe(words);
        await expect(element).toBeAccessible();
    });
});

describe('After a call', () => {
    it('says what became of it', async () => {
        const { element, find } = await show({ ...row, lastCall: 'London it was.', past: 'used' });
        expect(find('.past')!.textContent).toBe('London it was. c.Callback_Dial_Used');
        await expect(element).toBeAccessible();
    });
});

describe('"Change for this call"', () => {
    it('opens the picker, chooses, and leaves the focus where it was', async () => {
        const { element, chosen, find, press, picker, focused } = await show(row);
        expect(find('.change')!.getAttribute('aria-expanded')).toBe('false');
        await press('.change');
        expect(find('.change')!.getAttribute('aria-expanded')).toBe('true');
        expect(picker()).toMatchObject({ numbers: [london], label: 'c.Callback_Dial_Picker' });
        expect(focused()).toBe(picker());
        await expect(element).toBeAccessible();
        picker()!.dispatchEvent(
            new CustomEvent('numberchange', { detail: { numberId: london.id } })
        );
        await settled();
        expect(chosen).toEqual([{ number: row.number, numberId: london.id }]);
        expect(picker()).toBeNull();
        expect(focused()).toBe(find('.change'));
    });

    it('closes again without choosing', async () => {
        const { chosen, press, picker } = await show(row);
        await press('.change');
        await press('.change');
        expect(picker()).toBeNull();
        expect(chosen).toEqual([]);
    });

    it('can be taken back', async () => {
        const { chosen, press, find, focused } = await show({
            ...row,
            chosenId: london.id,
            secondsLeft: 42
        });
        await press('.withdraw');
        expect(chosen).toEqual([{ number: row.number, numberId: null }]);
        expect(focused()).toBe(find('.change'));
    });

    it('is not offered where the policy forbids it, and says so', async () => {
        const { element, find } = await show(row, { mayChoose: false });
        expect(find('.change')).toBeNull();
        expect(find('.mayNotChange')!.textContent!.trim()).toBe('c.Callback_Dial_May_Not_Change');
        await expect(element).toBeAccessible();
    });

    it('is not offered where there is nothing to choose among', async () => {
        const { find } = await show(row, { numbers: [] });
        expect(find('.change')).toBeNull();
        expect(find('.mayNotChange')).toBeNull();
    });
});
