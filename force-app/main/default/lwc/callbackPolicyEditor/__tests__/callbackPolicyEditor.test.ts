import CallbackPolicyEditor from 'c/callbackPolicyEditor';
import type { CallbackNumber, EffectivePolicy } from 'c/callbackResolver';
import { mount } from '../../../../../test/mount';

jest.mock('@salesforce/i18n/lang', () => ({ default: 'en' }), { virtual: true });
jest.mock(
    '@salesforce/label/c.Callback_Policy_Setup_Inherit_From',
    () => ({ default: '{0}, {1}' }),
    { virtual: true }
);

const LONDON = {
    id: 'a05',
    label: 'London',
    number: '+442079460018',
    active: true
} as unknown as CallbackNumber;
const VALUES = {
    principalNumberId: '',
    defaultCountry: '',
    restrictNumbers: 'Inherit',
    automateClickToDial: 'Inherit',
    automateConnect: 'No',
    agentMayOverride: 'Inherit',
    whenUnavailable: 'Block'
};
const INHERITED = {
    principalNumberId: 'a05',
    defaultCountry: 'GB',
    restrictNumbers: true,
    automateClickToDial: false,
    automateConnect: true,
    agentMayOverride: true,
    whenUnavailable: 'useDefault',
    origins: {
        principalNumberId: 'organization',
        defaultCountry: 'organization',
        restrictNumbers: 'profile',
        automateClickToDial: 'builtIn',
        automateConnect: 'organization',
        agentMayOverride: 'builtIn',
        whenUnavailable: 'builtIn'
    }
} as unknown as EffectivePolicy;

interface Combobox extends HTMLElement {
    readonly value: string;
    readonly options: readonly { readonly label: string; readonly value: string }[];
}

async function show(more: object = {}) {
    const editor = await mount('c-callback-policy-editor', CallbackPolicyEditor, {
        heading: 'Policy: Ann',
        values: VALUES,
        inherited: INHERITED,
        numbers: [LONDON],
        canSave: true,
        ...more
    });
    const root = editor.shadowRoot!;
    const told = jest.fn();
    ['policychange', 'save', 'cancel', 'remove'].forEach((type) =>
        editor.addEventListener(type, (event) => told(type, (event as CustomEvent).detail))
    );
    const setting = (name: string) => root.querySelector<Combobox>(`[data-setting="${name}"]`)!;
    return {
        editor,
        root,
        told,
        setting,
        text: (of: string) => root.querySelector(of)?.textContent
    };
}

it('says of every setting what is inherited and from where', async () => {
    const { editor, setting, text } = await show();
    expect(text('[data-inherited="principal"]')).toBe(
        'London +442079460018, c.Callback_Policy_Setup_From_Organization'
    );
    expect(text('[data-inherited="country"]')).toBe(
        'United Kingdom, c.Callback_Policy_Setup_From_Organization'
    );
    expect(setting('restrictNumbers').options[0].label).toBe(
        'c.Callback_Policy_Setup_Yes, c.Callback_Policy_Setup_From_Profile'
    );
    expect(setting('whenUnavailable').value).toBe('Block');
    await expect(editor).toBeAccessible();
});

it('names the country that is set, and says of two other letters that they are none', async () => {
    const known = await show({ values: { ...VALUES, defaultCountry: 'FR' } });
    expect(known.text('[data-inherited="country"]')).toBe('France');
    const unknown = await show({ values: { ...VALUES, defaultCountry: 'QQ' } });
    expect(unknown.text('[data-inherited="country"]')).toBe(
        'c.Callback_Policy_Setup_Country_Unknown'
    );
});

it('tells what was changed', async () => {
    const { root, told, setting } = await show();
    setting('restrictNumbers').dispatchEvent(
        new CustomEvent('change', { detail: { value: 'Yes' } })
    );
    root.querySelector('.country')!.dispatchEvent(
        new CustomEvent('change', { detail: { value: ' fr' } })
    );
    root.querySelector('c-callback-number-picker')!.dispatchEvent(
        new CustomEvent('numberchange', { detail: { numberId: null } })
    );
    expect(told.mock.calls).toEqual([
        ['policychange', { changed: { restrictNumbers: 'Yes' } }],
        ['policychange', { changed: { defaultCountry: 'FR' } }],
        ['policychange', { changed: { principalNumberId: '' } }]
    ]);
});

it('shows what a change does, what is wrong with it, and why it was not saved', async () => {
    const { editor, text } = await show({
        effects: ['For 3 agents.'],
        warnings: ['Nobody is left.'],
        errors: ['Choose another number.']
    });
    expect(text('[data-effect]')).toBe('For 3 agents.');
    expect(text('[data-warning]')).toContain('Nobody is left.');
    expect(text('[role="alert"]')).toContain('Choose another number.');
    await expect(editor).toBeAccessible();
});

it('saves, removes, and is left by Escape', async () => {
    const { root, told } = await show({ canRemove: true });
    root.querySelector<HTMLElement>('.save')!.click();
    root.querySelector<HTMLElement>('.remove')!.click();
    root.querySelector('section')!.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })
    );
    expect(told.mock.calls.map(([type]) => type)).toEqual(['save', 'remove', 'cancel']);
});

it('lets those look who may not change anything', async () => {
    const { editor, root, setting } = await show({ readOnly: true });
    expect(root.querySelector('.save')).toBeNull();
    expect(setting('restrictNumbers')).toHaveProperty('disabled', true);
    await expect(editor).toBeAccessible();
});
