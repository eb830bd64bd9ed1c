import { executeMutation } from 'lightning/graphql';
import LightningConfirm from 'lightning/confirm';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import CallbackPolicySetup from 'c/callbackPolicySetup';
import { mount } from '../../../../../test/mount';
import { answerGraphql, type Asked } from '../../../../../test/stubs/graphql';

jest.mock('@salesforce/label/c.Callback_Policy_Setup_Set_To', () => ({ default: '{0}: {1}' }), {
    virtual: true
});
jest.mock('@salesforce/i18n/lang', () => ({ default: 'en' }), { virtual: true });
jest.mock(
    '@salesforce/label/c.Callback_Policy_Setup_Inherit_From',
    () => ({ default: '{0} from {1}' }),
    { virtual: true }
);
jest.mock('@salesforce/label/c.Callback_Policy_Setup_Affects', () => ({ default: '{0}: {1}' }), {
    virtual: true
});
jest.mock(
    '@salesforce/label/c.Callback_Policy_Setup_No_Principal',
    () => ({ default: 'blocked {0}: {1}' }),
    { virtual: true }
);

type Fields = Readonly<Record<string, unknown>>;

const value = (of: unknown) => ({ value: of });
const LONDON = 'a05000000000001AAA';
const PROFILE = '00e000000000001AAA';
const ANN = '005000000000001AAA';
const BOB = '005000000000002AAA';

const number = (active = true) => ({
    Id: LONDON,
    Name: value('London'),
    Number__c: value('+442079460018'),
    Active__c: value(active)
});
const user = (Id: string, Name: string) => ({
    Id,
    Name: value(Name),
    IsActive: value(true),
    ProfileId: value(PROFILE),
    Profile: { Name: value('Standard User') }
});
const policy = (Scope__c: string, Scope_Key__c: string, more: Fields = {}) => ({
    Id: `a06 ${Scope_Key__c}`,
    Scope__c: value(Scope__c),
    Scope_Key__c: value(Scope_Key__c),
    Principal_Number__c: value(null),
    Default_Country__c: value(null),
    Restrict_Numbers__c: value('Inherit'),
    Automate_Click_To_Dial__c: value('Inherit'),
    Automate_Connect__c: value('Inherit'),
    Agent_May_Override__c: value('Inherit'),
    When_Unavailable__c: value('Inherit'),
    SystemModstamp: value('09:00'),
    ...more
});
const ORGANIZATION = policy('Organization', 'org', { Principal_Number__c: value(LONDON) });

let held: Record<string, readonly Fields[]>;
const sent = executeMutation as unknown as jest.Mock;
const confirmed = jest.spyOn(LightningConfirm, 'open');

function answer({ query }: Asked) {
    const [, object] = /rows: (\w+)/.exec(query)!;
    const edges = (held[object] ?? []).map((node) => ({ node }));
    return {
        data: {
            uiapi: { query: { rows: { edges, pageInfo: { hasNextPage: false, endCursor: null } } } }
        }
    };
}

/** Everything that waits for nothing but promises comes to its end. */
const quiet = () => jest.advanceTimersByTimeAsync(0);
/** The checker waits for the clock. */
async function isAccessible(page: HTMLElement): Promise<void> {
    jest.useRealTimers();
    await expect(page).toBeAccessible();
}

async function open(rights = { createable: true, updateable: true, deletable: true }) {
    const page = await mount('c-callback-policy-setup', CallbackPolicySetup, {});
    (getObjectInfo as unknown as { emit(data: unknown): void }).emit(rights);
    await quiet();
    const root = page.shadowRoot!;
    const list = () => root.querySelector<HTMLElement>('c-callback-policy-list')!;
    const editor = () =>
        root.querySelector<HTMLElement & Record<string, unknown>>('c-callback-policy-editor');
    return {
        page,
        root,
        editor,
        names: () =>
            (list() as unknown as { entries: { name: string }[] }).entries.map((one) => one.name),
        say: async (from: 'list' | 'editor', event: string, detail: Fields = {}) => {
            (from === 'list' ? list() : editor()!).dispatchEvent(
                new CustomEvent(event, { detail })
            );
            await quiet();
        },
        text: (selector: string) => root.querySelector(selector)?.textContent
    };
}

beforeEach(() => {
    jest.useFakeTimers();
    held = {
        Callback_Number__c: [number()],
        User: [user(ANN, 'Ann'), user(BOB, 'Bob')],
        Callback_Policy__c: [
            policy('User', BOB, { Restrict_Numbers__c: value('Yes') }),
            ORGANIZATION
        ]
    };
    answerGraphql(answer);
    sent.mockReset().mockResolvedValue({ data: { uiapi: { r0: { success: true } } } });
    confirmed.mockReset().mockResolvedValue(true);
});

afterEach(() => jest.useRealTimers());

it('lists the organization first, then who has a policy of their own', async () => {
    const { page, names } = await open();
    expect(names()).toEqual(['c.Callback_Policy_Setup_Organization', 'Bob']);
    await isAccessible(page);
});

it('shows what a setting inherits, and from where', async () => {
    const { say, editor } = await open();
    await say('list', 'open', { scopeKey: BOB });
    expect(editor()!.values).toMatchObject({ restrictNumbers: 'Yes', automateConnect: 'Inherit' });
    expect(editor()!.inherited).toMatchObject({
        restrictNumbers: false,
        principalNumberId: LONDON,
        origins: { principalNumberId: 'organization', restrictNumbers: 'builtIn' }
    });
});

it('says before saving for how many agents something changes, and whose calls would be blocked', async () => {
    const { say, editor } = await open();
    await say('list', 'open', { scopeKey: 'org' });
    expect(editor()!.effects).toEqual([]);
    await say('editor', 'policychange', { changed: { principalNumberId: '' } });
    expect(editor()!.effects).toEqual(['2: Ann, Bob']);
    expect(editor()!.warnings).toEqual(['blocked 2: Ann, Bob']);
});

it('writes the settings that changed and no others', async () => {
    const { say, text, editor } = await open();
    await say('list', 'open', { scopeKey: 'org' });
    await say('editor', 'policychange', { changed: { automateConnect: 'Yes' } });
    held.Callback_Policy__c = [{ ...ORGANIZATION, Automate_Connect__c: value('Yes') }];
    await say('editor', 'save');
    expect(sent.mock.calls[0][0].variables).toEqual({
        r0: { Id: 'a06 org', Callback_Policy__c: { Automate_Connect__c: 'Yes' } }
    });
    expect(editor()).toBeNull();
    expect(text('[data-notice]')).toBe('c.Callback_Policy_Setup_Saved');
});

it('makes a policy for a profile that has none', async () => {
    const { root, say } = await open();
    root.querySelector('.add-profile')!.dispatchEvent(
        new CustomEvent('change', { detail: { value: PROFILE } })
    );
    await quiet();
    await say('editor', 'policychange', { changed: { whenUnavailable: 'Block' } });
    await say('editor', 'save');
    expect(sent.mock.calls[0][0].variables).toEqual({
        r0: {
            Callback_Policy__c: {
                Name: 'Standard User',
                Scope__c: 'Profile',
                Scope_Key__c: PROFILE,
                Principal_Number__c: null,
                Default_Country__c: null,
                Restrict_Numbers__c: 'Inherit',
                Automate_Click_To_Dial__c: 'Inherit',
                Automate_Connect__c: 'Inherit',
                Agent_May_Override__c: 'Inherit',
                When_Unavailable__c: 'Block'
            }
        }
    });
});

it('does not write over what somebody else saved meanwhile, and keeps what was typed', async () => {
    const { say, editor } = await open();
    await say('list', 'open', { scopeKey: 'org' });
    await say('editor', 'policychange', { changed: { agentMayOverride: 'No' } });
    held.Callback_Policy__c = [
        { ...ORGANIZATION, SystemModstamp: value('09:05'), Restrict_Numbers__c: value('Yes') }
    ];
    await say('editor', 'save');
    expect(sent).not.toHaveBeenCalled();
    expect(editor()!.errors).toEqual(['c.Callback_Policy_Setup_Conflict']);
    expect(editor()!.values).toMatchObject({ agentMayOverride: 'No' });
});

it('says what the org refused, and keeps what was typed', async () => {
    sent.mockResolvedValue({ errors: [{ message: 'Choose an active number.' }] });
    const { say, editor } = await open();
    await say('list', 'open', { scopeKey: 'org' });
    await say('editor', 'policychange', { changed: { agentMayOverride: 'No' } });
    await say('editor', 'save');
    expect(editor()!.errors).toEqual(['Choose an active number.']);
    expect(editor()!.values).toMatchObject({ agentMayOverride: 'No' });
});

it('removes a policy after asking, but never that of the organization', async () => {
    const { say, editor } = await open();
    await say('list', 'open', { scopeKey: 'org' });
    expect(editor()!.canRemove).toBe(false);
    await say('list', 'open', { scopeKey: BOB });
    expect(editor()!.canRemove).toBe(true);
    confirmed.mockResolvedValueOnce(false);
    await say('editor', 'remove');
    expect(sent).not.toHaveBeenCalled();
    await say('editor', 'remove');
    expect(sent.mock.calls[0][0].variables).toEqual({ r0: { Id: `a06 ${BOB}` } });
});

it('does not save a country that does not exist', async () => {
    const { say, editor } = await open();
    await say('list', 'open', { scopeKey: 'org' });
    await say('editor', 'policychange', { changed: { defaultCountry: 'QQ' } });
    expect(editor()!.canSave).toBe(false);
    await say('editor', 'policychange', { changed: { defaultCountry: 'GB' } });
    expect(editor()!.canSave).toBe(true);
});

it('warns of a principal number that is retired, before anybody opens a policy', async () => {
    held.Callback_Number__c = [number(false)];
    const { text } = await open();
    expect(text('[data-standing]')).toContain('blocked 2: Ann, Bob');
});

it('lets those look who may not change anything', async () => {
    const { page, root, say, editor } = await open({
        createable: false,
        updateable: false,
        deletable: false
    });
    expect(
        root.querySelector<HTMLElement & { readOnly: boolean }>('c-callback-setup-page')!.readOnly
    ).toBe(true);
    expect(root.querySelector('[data-add]')).toBeNull();
    await say('list', 'open', { scopeKey: 'org' });
    expect(editor()!.readOnly).toBe(true);
    await isAccessible(page);
});

it('says what failed, and tries again', async () => {
    answerGraphql(() => ({ errors: [{ message: 'The org is away.' }] }));
    const { page, root } = await open();
    const frame = root.querySelector<HTMLElement & { state: object }>('c-callback-setup-page')!;
    expect(frame.state).toEqual({ kind: 'failed', errors: ['The org is away.'] });
    answerGraphql(answer);
    frame.dispatchEvent(new CustomEvent('retry'));
    await quiet();
    expect(frame.state).toEqual({ kind: 'ready' });
    await isAccessible(page);
});
