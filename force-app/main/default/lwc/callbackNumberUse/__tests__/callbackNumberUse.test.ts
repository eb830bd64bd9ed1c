import CallbackNumberUse, { type UseOfNumbers } from 'c/callbackNumberUse';
import { mount } from '../../../../../test/mount';
import { heard, part, type PropertiesOf } from '../../../../../test/parts';

jest.mock('@salesforce/label/c.Callback_Numbers_Use_Title', () => ({ default: 'Retire {0}?' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Numbers_Use_Rules', () => ({ default: 'Rules {0}: {1}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Numbers_Use_Lists', () => ({ default: 'Lists {0}: {1}' }), {
    virtual: true
});
jest.mock(
    '@salesforce/label/c.Callback_Numbers_Use_Defaults',
    () => ({ default: 'Agents {0}: {1}' }),
    { virtual: true }
);
jest.mock(
    '@salesforce/label/c.Callback_Numbers_Use_Assigned',
    () => ({ default: 'Assigned to {0}' }),
    { virtual: true }
);
jest.mock(
    '@salesforce/label/c.Callback_Numbers_Use_Principal',
    () => ({ default: 'Principal of {0}' }),
    { virtual: true }
);

const NOTHING: UseOfNumbers = {
    rules: [],
    principalOf: [],
    dialLists: [],
    defaultOf: [],
    assignments: 0
};

function show(use: Partial<UseOfNumbers>, properties: PropertiesOf<CallbackNumberUse> = {}) {
    return mount('c-callback-number-use', CallbackNumberUse, {
        names: ['London'],
        use: { ...NOTHING, ...use },
        ...properties
    });
}
const sentences = (element: HTMLElement) =>
    [...element.shadowRoot!.querySelectorAll('li')].map((one) => one.textContent);

it('names everything that uses the numbers, and how many', async () => {
    const element = await show({
        rules: ['Germany', 'Gold'],
        dialLists: ['Autumn'],
        defaultOf: ['Ann'],
        assignments: 12
    });
    expect(part(element, 'h2').textContent).toBe('Retire London?');
    expect(sentences(element)).toEqual([
        'Rules 2: Germany, Gold',
        'Lists 1: Autumn',
        'Agents 1: Ann',
        'Assigned to 12'
    ]);
    expect(element.shadowRoot!.querySelector('[data-principal]')).toBeNull();
    await expect(element).toBeAccessible();
});

it('warns that calls would be blocked where one is a principal number', async () => {
    const element = await show({ principalOf: ['Organization'] });
    expect(part(element, '[data-principal]').textContent).toBe('Principal of Organization');
    await expect(element).toBeAccessible();
});

it('says when nothing uses them', async () => {
    const element = await show({});
    expect(sentences(element)).toEqual([]);
    expect(element.shadowRoot!.textContent).toContain('Use_Nothing');
});

it('names ten of many', async () => {
    const names = Array.from({ length: 300 }, (_, at) => `N${at}`);
    const element = await show({ defaultOf: names }, { names });
    const ten = names.slice(0, 10).join(', ');
    expect(part(element, 'h2').textContent).toBe(`Retire ${ten} …?`);
    expect(sentences(element)).toEqual([`Agents 300: ${ten} …`]);
});

it('asks, and hands on the answer, by keyboard too', async () => {
    const element = await show({});
    const [confirmed, cancelled] = [heard(element, 'confirm'), heard(element, 'cancel')];
    part(element, '.confirm').click();
    expect(confirmed).toHaveLength(1);
    part(element, '.cancel').click();
    part(element, '[data-use]').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    part(element, '[data-use]').dispatchEvent(new KeyboardEvent('keydown', { key: 'x' }));
    expect(cancelled).toHaveLength(2);
});

it('is read out first', async () => {
    const element = await show({});
    element.focus();
    expect(element.shadowRoot!.activeElement).toBe(part(element, 'h2'));
});
