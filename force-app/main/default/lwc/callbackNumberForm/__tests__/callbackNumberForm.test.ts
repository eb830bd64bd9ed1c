import CallbackNumberForm, { type NumberValues } from 'c/callbackNumberForm';
import { mount } from '../../../../../test/mount';
import { heard, part, type PropertiesOf } from '../../../../../test/parts';

jest.mock('@salesforce/label/c.Callback_Numbers_Read_As', () => ({ default: 'Read as {0}' }), {
    virtual: true
});

jest.mock('@salesforce/label/c.Callback_Numbers_Duplicate', () => ({ default: 'There: {0}' }), {
    virtual: true
});

const VALUES: NumberValues = {
    label: 'Night desk',
    number: '020 7946 0903',
    country: 'GB',
    language: 'en',
    description: ''
};

function show(properties: PropertiesOf<CallbackNumberForm> = {}) {
    return mount('c-callback-number-form', CallbackNumberForm, { values: VALUES, ...properties });
}
const press = (element: HTMLElement, on: string, key: string) =>
    part(element, on).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));

it('shows what was typed and how the number is read', async () => {
    const element = await show({ readAs: '+442079460903', countryName: 'United Kingdom' });
    expect(part<{ value: string }>(element, '[data-value="number"]').value).toBe('020 7946 0903');
    expect(part(element, '[data-read-as]').textContent).toBe(
        'Read as +442079460903 United Kingdom'
    );
    await expect(element).toBeAccessible();
});

it('says nothing of a number that is none yet', async () => {
    const element = await show({ values: { ...VALUES, number: '020 7' } });
    expect(part(element, '[data-read-as]').textContent).toBe('');
});

it('leads to the number that is the same', async () => {
    const element = await show({ existingLabel: 'London' });
    const shown = heard(element, 'show');
    expect(part(element, '[data-existing]').textContent).toContain('There: London');
    part(element, '.show').click();
    expect(shown).toHaveLength(1);
    await expect(element).toBeAccessible();
});

it('says what is wrong, and keeps what was typed', async () => {
    const element = await show({ problems: ['Give it a name.', 'No such country.'] });
    const said = [...part(element, '[role="alert"]').children].map((one) => one.textContent);
    expect(said).toEqual(['Give it a name.', 'No such country.']);
    expect(part<{ value: string }>(element, '[data-value="label"]').value).toBe('Night desk');
    await expect(element).toBeAccessible();
});

it('tells each value as it changes', async () => {
    const element = await show();
    const changes = heard(element, 'valueschange');
    for (const name of ['number', 'label', 'country', 'language', 'description']) {
        part(element, `[data-value="${name}"]`).dispatchEvent(
            new CustomEvent('change', { detail: { value: `my ${name}` } })
        );
    }
    expect(changes).toEqual([
        { changed: { number: 'my number' } },
        { changed: { label: 'my label' } },
        { changed: { country: 'my country' } },
        { changed: { language: 'my language' } },
        { changed: { description: 'my description' } }
    ]);
});

it('is saved with its button or Enter and left with its button or Escape', async () => {
    const element = await show();
    const [saved, cancelled] = [heard(element, 'save'), heard(element, 'cancel')];
    part(element, '.save').click();
    press(element, '[data-value="label"]', 'Enter');
    expect(saved).toHaveLength(2);
    part(element, '.cancel').click();
    press(element, '[data-value="number"]', 'Escape');
    expect(cancelled).toHaveLength(2);
    press(element, '[data-value="description"]', 'Enter');
    press(element, '.cancel', 'Enter');
    expect(saved).toHaveLength(2);
});

it('is not saved a second time while it is being saved', async () => {
    const element = await show({ isBusy: true });
    const saved = heard(element, 'save');
    expect(part<{ disabled: boolean }>(element, '.save').disabled).toBe(true);
    press(element, '[data-value="label"]', 'Enter');
    expect(saved).toEqual([]);
});

it('begins with the number', async () => {
    const element = await show();
    const focus = jest.spyOn(part(element, '[data-value="number"]'), 'focus');
    element.focus();
    expect(focus).toHaveBeenCalledTimes(1);
});
