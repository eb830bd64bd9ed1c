import type { EffectivePolicy } from 'c/callbackResolver';
import CallbackSimulatorPolicy, { type AgentInForce } from 'c/callbackSimulatorPolicy';
import { mount } from '../../../../../test/mount';
import { london, paris } from '../../../../../test/numbers';

jest.mock('@salesforce/i18n/lang', () => ({ default: 'en' }), { virtual: true });
jest.mock('@salesforce/label/c.Callback_Simulator_Policy', () => ({ default: 'For {0}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Simulator_Retired', () => ({ default: '{0} (gone)' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Policy_Setup_None', () => ({ default: 'none' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Policy_Setup_Yes', () => ({ default: 'Yes' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Policy_Setup_From_User', () => ({ default: 'user' }), {
    virtual: true
});

const policy: EffectivePolicy = {
    principalNumberId: london.id,
    defaultCountry: 'GB',
    restrictNumbers: true,
    automateClickToDial: false,
    automateConnect: false,
    agentMayOverride: true,
    whenUnavailable: 'block',
    origins: {
        principalNumberId: 'organization',
        defaultCountry: 'organization',
        restrictNumbers: 'user',
        automateClickToDial: 'builtIn',
        automateConnect: 'builtIn',
        agentMayOverride: 'builtIn',
        whenUnavailable: 'profile'
    }
};
const retired = { ...paris, active: false };
const names = {
    numbers: new Map([
        [london.id, london],
        [retired.id, retired]
    ]),
    rules: new Map()
};

async function show(shown: Partial<AgentInForce> = {}) {
    const element = await mount('c-callback-simulator-policy', CallbackSimulatorPolicy, {
        names,
        shown: { name: 'Anna', policy, defaultNumberId: null, available: 3, ...shown }
    });
    const row = (setting: string) =>
        [...element.shadowRoot!.querySelectorAll(`[data-setting="${setting}"] td`)].map(
            ({ textContent }) => textContent
        );
    return { element, row };
}

it('says what holds for the agent, and where from', async () => {
    const { element, row } = await show();
    expect(element.shadowRoot!.querySelector('h2')!.textContent).toBe('For Anna');
    expect(row('principalNumberId')[0]).toBe('London office');
    expect(row('defaultCountry')[0]).toBe('United Kingdom');
    expect(row('restrictNumbers')).toEqual(['Yes', 'user']);
    expect(row('default')[0]).toBe('none');
    expect(row('available')[0]).toBe('3');
    await expect(element).toBeAccessible();
});

it('says that a number is retired, and that there is no principal number', async () => {
    const { row } = await show({
        policy: { ...policy, principalNumberId: undefined },
        defaultNumberId: retired.id
    });
    expect([row('default')[0], row('principalNumberId')[0]]).toEqual(['Paris (gone)', 'none']);
});

it('says nothing of nobody', async () => {
    const element = await mount('c-callback-simulator-policy', CallbackSimulatorPolicy, {
        shown: undefined
    });
    expect(element.shadowRoot!.childElementCount).toBe(0);
});
