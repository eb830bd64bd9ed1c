import { setDefaultNumber, setFavorites, type DirectoryState } from 'c/callbackData';
import CallbackPanel from 'c/callbackPanel';
import { publish, subscribe, unsubscribe } from 'lightning/messageService';
import type { CallbackNumber, Decision, NumberId } from 'c/callbackResolver';
import { mount } from '../../../../../test/mount';
import { london, muenchen, paris } from '../../../../../test/numbers';
import { part } from '../../../../../test/parts';
import { agentId, agentView } from './agentView';

// The panel is told what a directory would tell.
jest.mock('c/callbackDirectory', () => {
    const { LightningElement } = jest.requireActual('lwc');
    return { __esModule: true, default: class extends LightningElement {} };
});
jest.mock('c/callbackData', () => ({
    ...jest.requireActual('c/callbackData'),
    setDefaultNumber: jest.fn(),
    setFavorites: jest.fn()
}));
jest.mock('@salesforce/label/c.Callback_This_Call_Withdrawn', () => ({ default: '{0} is gone' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Default_Saved', () => ({ default: 'saved {0}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Default_Failed', () => ({ default: 'failed: {0}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Favorites_Failed', () => ({ default: 'failed: {0}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Favorites_Full', () => ({ default: 'full: {0}' }), {
    virtual: true
});

const published = publish as jest.MockedFunction<typeof publish>;
const subscribed = subscribe as jest.MockedFunction<typeof subscribe>;
const savedDefault = setDefaultNumber as jest.MockedFunction<typeof setDefaultNumber>;
const savedFavorites = setFavorites as jest.MockedFunction<typeof setFavorites>;

/** What the browser says of the panel coming into view. */
let comeIntoView: (isIntersecting: boolean) => void;
const disconnect = jest.fn();
// jsdom scrolls nothing.
Element.prototype.scrollIntoView = jest.fn();

// jsdom knows no randomUUID.
let made = 0;
Object.defineProperty(crypto, 'randomUUID', { value: () => `uuid-${(made += 1)}` });

beforeEach(() => {
    jest.useFakeTimers();
    jest.clearAllMocks();
    savedDefault.mockResolvedValue();
    savedFavorites.mockResolvedValue();
    localStorage.clear();
    globalThis.IntersectionObserver = class {
        observe = jest.fn();
        disconnect = disconnect;
        constructor(callback: IntersectionObserverCallback) {
            comeIntoView = (isIntersecting) =>
                callback(
                    [{ isIntersecting } as IntersectionObserverEntry],
                    this as unknown as IntersectionObserver
                );
        }
    } as unknown as typeof IntersectionObserver;
});
afterEach(() => jest.useRealTimers());

/** After everything that was promised. */
const allDone = () => jest.advanceTimersByTimeAsync(0);

interface Parts {
    'c-callback-state': { state: DirectoryState };
    'c-callback-dial-pad': { number: string; reading: { number: string; isFull: boolean } };
    'c-callback-presented': { decision: Decision | null };
    'c-callback-this-call': {
        value: NumberId | undefined;
        notice: string | undefined;
        quickPicks: readonly CallbackNumber[];
    };
    'c-callback-default-number': {
        defaultNumberId: NumberId | null;
        saving: boolean;
        outcome: { kind: string; text: string } | undefined;
    };
    'c-callback-favorites': {
        favorites: readonly CallbackNumber[];
        recents: readonly CallbackNumber[];
        error: string | undefined;
    };
    'c-callback-last-call': { call: { kind: string } | undefined; canRetry: boolean };
    'lightning-button': { disabled: boolean };
}

async function panel(state: DirectoryState = { kind: 'ready', agent: agentView() }) {
    const element = await mount('c-callback-panel', CallbackPanel, {});
    const directory = part<{ refresh: () => Promise<void> }>(element, 'c-callback-directory');
    const refresh = jest.fn(() => Promise.resolve());
    directory.refresh = refresh;
    const the = <Name extends keyof Parts>(name: Name) => part<Parts[Name]>(element, name);
    const tell = async (name: keyof Parts, event: string, detail?: object) => {
        the(name).dispatchEvent(new CustomEvent(event, { detail }));
        await allDone();
    };
    const become = async (next: DirectoryState) => {
        directory.dispatchEvent(new CustomEvent('statechange', { detail: { state: next } }));
        await allDone();
    };
    const decide = async (message: object) => {
        subscribed.mock.calls.at(-1)![2](message);
        await allDone();
    };
    await become(state);
    return {
        element,
        refresh,
        the,
        tell,
        become,
        decide,
        type: (number: string) => tell('c-callback-dial-pad', 'numberinput', { number }),
        choose: (number: CallbackNumber | null) =>
            tell('c-callback-this-call', 'choose', { numberId: number?.id ?? null }),
        dial: async () => {
            the('lightning-button').click();
            await allDone();
        },
        lastRequest: () => published.mock.calls.at(-1)?.[2] as Record<string, string> | undefined,
        presented: () => the('c-callback-presented').decision,
        lastCall: () => the('c-callback-last-call').call
    };
}

describe('The panel', () => {
    it.each<DirectoryState>([
        { kind: 'loading' },
        { kind: 'notConfigured', agent: agentView({ numbers: [], principalNumberId: null }) },
        { kind: 'noPermission', missing: ['Callback_Number__c'] },
        { kind: 'failed', errors: ['No network.'] }
    ])('shows nothing to dial with while there is nothing to present: $kind', async (state) => {
        const { element, the } = await panel(state);
        expect(the('c-callback-state').state).toEqual(state);
        expect(element.shadowRoot!.querySelector('c-callback-dial-pad')).toBeNull();
        jest.useRealTimers();
        await expect(element).toBeAccessible();
    });

    it('asks once more on retry', async () => {
        const { refresh, tell } = await panel({ kind: 'failed', errors: ['No network.'] });
        await tell('c-callback-state', 'retry');
        expect(refresh).toHaveBeenCalledTimes(1);
    });

    it('can be used without a principal number, as other numbers can be presented', async () => {
        const agent = agentView({ principalNumberId: null });
        const { choose, presented } = await panel({ kind: 'notConfigured', agent });
        expect(presented()).toMatchObject({ errorCode: 'NO_PRINCIPAL_NUMBER' });
        await choose(paris);
        expect(presented()).toMatchObject({ number: paris.number });
    });

    it('is accessible with everything in it', async () => {
        const { element } = await panel();
        jest.useRealTimers();
        await expect(element).toBeAccessible();
    });

    it('looks again when it comes into view, not while it stays there', async () => {
        const { refresh } = await panel();
        comeIntoView(true);
        comeIntoView(true);
        expect(refresh).not.toHaveBeenCalled();
        comeIntoView(false);
        comeIntoView(true);
        expect(refresh).toHaveBeenCalledTimes(1);
    });

    it('leaves nothing behind', async () => {
        const { element, type, dial, choose } = await panel();
        await type('999');
        await dial();
        await choose(paris);
        element.remove();
        expect(unsubscribe).toHaveBeenCalledTimes(1);
        expect(disconnect).toHaveBeenCalledTimes(1);
        expect(jest.getTimerCount()).toBe(0);
    });
});

describe('Before dialling', () => {
    it('a number in any format is read, and one that is not full is dialled as typed', async () => {
        const { the, type } = await panel();
        const reading = () => the('c-callback-dial-pad').reading;
        expect(reading()).toEqual({ number: '', isFull: false });
        await type('089 32168001');
        expect(reading()).toEqual({ number: '+498932168001', isFull: true });
        await type(' 999 ');
        expect(reading()).toEqual({ number: '999', isFull: false });
    });

    it('nothing is dialled without a number', async () => {
        const { the, tell, type } = await panel();
        expect(the('lightning-button').disabled).toBe(true);
        await tell('c-callback-dial-pad', 'dial');
        expect(published).not.toHaveBeenCalled();
        await type('999');
        expect(the('lightning-button').disabled).toBe(false);
    });

    it('the number that will be presented is shown with where it comes from', async () => {
        const { become, choose, presented } = await panel();
        expect(presented()).toMatchObject({ number: london.number, source: 'principal' });
        const agent = agentView({ defaultNumberId: muenchen.id });
        await become({ kind: 'ready', agent });
        expect(presented()).toMatchObject({ number: muenchen.number, source: 'agentDefault' });
        await choose(paris);
        expect(presented()).toMatchObject({ number: paris.number, source: 'thisCall' });
        await choose(null);
        expect(presented()).toMatchObject({ source: 'agentDefault' });
    });

    it('a choice for this call expires, and says so', async () => {
        const { choose, presented, the } = await panel();
        await choose(paris);
        await jest.advanceTimersByTimeAsync(59_999);
        expect(the('c-callback-this-call')).toMatchObject({ value: paris.id, notice: undefined });
        await jest.advanceTimersByTimeAsync(1);
        expect(the('c-callback-this-call')).toMatchObject({
            value: undefined,
            notice: 'c.Callback_This_Call_Expired'
        });
        expect(presented()).toMatchObject({ source: 'principal' });
    });

    it('a choice that expired while the device slept is not dialled with', async () => {
        const { choose, dial, the, type } = await panel();
        await type('999');
        await choose(paris);
        jest.setSystemTime(Date.now() + 60_000);
        await dial();
        expect(published).not.toHaveBeenCalled();
        expect(the('c-callback-this-call').notice).toBe('c.Callback_This_Call_Expired');
    });

    it('a choice is dropped, and named, when its number is withdrawn', async () => {
        const { become, choose, the } = await panel();
        await choose(paris);
        await become({ kind: 'ready', agent: agentView({ numbers: [london, muenchen] }) });
        expect(the('c-callback-this-call')).toMatchObject({
            value: undefined,
            notice: 'Paris is gone'
        });
    });
});

describe('Dialling', () => {
    it('asks for the call with a key of its own', async () => {
        const { dial, lastCall, lastRequest, type } = await panel();
        await type('089 32168001');
        await dial();
        expect(lastRequest()).toEqual({
            dialKey: expect.stringMatching(/^uuid-/),
            agentId,
            number: '+498932168001',
            requestedAt: String(Date.now())
        });
        expect(lastCall()).toMatchObject({ kind: 'waiting', number: '+498932168001' });
    });

    it('takes the choice for this call with it, once', async () => {
        const { choose, dial, lastRequest, the, type } = await panel();
        const chosenAt = String(Date.now());
        await type('999');
        await choose(paris);
        await dial();
        const first = lastRequest()!;
        expect(first).toMatchObject({ callbackNumber: paris.number, chosenAt });
        expect(first.choiceId).toMatch(/^uuid-/);
        expect(first.choiceId).not.toBe(first.dialKey);
        expect(the('c-callback-this-call').value).toBeUndefined();
        await dial();
        expect(lastRequest()).not.toHaveProperty('choiceId');
        expect(lastRequest()!.dialKey).not.toBe(first.dialKey);
    });

    it('works with Enter, too', async () => {
        const { lastRequest, tell, type } = await panel();
        await type('999');
        await tell('c-callback-dial-pad', 'dial');
        expect(lastRequest()).toMatchObject({ number: '999' });
    });

    it('tells that the softphone did not answer; asking again is the same dial', async () => {
        const { dial, lastCall, lastRequest, tell, the, type } = await panel();
        await type('999');
        await dial();
        const first = lastRequest();
        await jest.advanceTimersByTimeAsync(5000);
        expect(lastCall()).toEqual({ kind: 'noAnswer', number: '999' });
        expect(the('c-callback-last-call').canRetry).toBe(true);
        await tell('c-callback-last-call', 'retry');
        expect(lastCall()).toMatchObject({ kind: 'waiting' });
        expect(published).toHaveBeenCalledTimes(2);
        expect(lastRequest()).toEqual(first);
    });
});

describe('After a call was decided', () => {
    const decided = {
        dialKey: 'elsewhere',
        number: '+498932168099',
        outcome: 'presented',
        callbackNumber: paris.number,
        source: 'rule',
        call: 'started'
    };

    it('the panel tells of it, also of Click to dial, and remembers the number presented', async () => {
        const { decide, lastCall, refresh, the } = await panel();
        await decide(decided);
        expect(lastCall()).toEqual({
            kind: 'presented',
            number: decided.number,
            callbackNumber: paris.number,
            callbackLabel: 'Paris',
            source: 'rule',
            status: 'started'
        });
        expect(the('c-callback-favorites').recents).toEqual([paris]);
        expect(refresh).toHaveBeenCalledTimes(1);
    });

    it('no more than the ids of callback numbers stay in the browser', async () => {
        const { decide } = await panel();
        await decide(decided);
        expect(Object.entries({ ...localStorage })).toEqual([
            [`callbackNumbers.recent.${agentId}`, JSON.stringify([paris.id])]
        ]);
        const again = await panel();
        expect(again.the('c-callback-this-call').quickPicks).toEqual([paris]);
    });

    it.each(['decisionOnly', undefined])('nothing is told as called by %s', async (call) => {
        const { decide, lastCall } = await panel();
        await decide({ ...decided, call });
        expect(lastCall()).toMatchObject({ status: 'decisionOnly' });
    });

    it("the agent's own dial is over, and its number leaves the field", async () => {
        const { decide, dial, lastCall, lastRequest, the, type } = await panel();
        await type('999');
        await dial();
        await decide({ ...decided, dialKey: lastRequest()!.dialKey, number: '999' });
        await jest.advanceTimersByTimeAsync(5000);
        expect(lastCall()).toMatchObject({ kind: 'presented' });
        expect(the('c-callback-dial-pad').number).toBe('');
    });

    it('what is typed meanwhile stays in the field', async () => {
        const { decide, dial, lastRequest, the, type } = await panel();
        await type('999');
        await dial();
        await type('112');
        await decide({ ...decided, dialKey: lastRequest()!.dialKey, number: '999' });
        expect(the('c-callback-dial-pad').number).toBe('112');
    });

    it('a blocked dial says why, and its number stays', async () => {
        const { decide, dial, lastCall, lastRequest, the, type } = await panel();
        await type('999');
        await dial();
        const { dialKey } = lastRequest()!;
        await decide({ dialKey, number: '999', outcome: 'blocked', message: 'Do not call.' });
        expect(lastCall()).toEqual({ kind: 'blocked', number: '999', message: 'Do not call.' });
        expect(the('c-callback-last-call').canRetry).toBe(false);
        expect(the('c-callback-dial-pad').number).toBe('999');
    });

    it('a failed dial can be asked for again; one of Click to dial cannot, from here', async () => {
        const { decide, dial, lastRequest, the, type } = await panel();
        const failed = { number: '999', outcome: 'failed', message: 'The service is away.' };
        await decide({ ...failed, dialKey: 'elsewhere' });
        expect(the('c-callback-last-call').canRetry).toBe(false);
        await type('999');
        await dial();
        await decide({ ...failed, dialKey: lastRequest()!.dialKey });
        expect(the('c-callback-last-call').canRetry).toBe(true);
    });

    it.each([undefined, {}, { outcome: 'presented' }, { outcome: 5 }])(
        'a message that says nothing changes nothing: %j',
        async (message) => {
            const { decide, lastCall, refresh } = await panel();
            await decide(message as object);
            expect(lastCall()).toBeUndefined();
            expect(refresh).not.toHaveBeenCalled();
        }
    );
});

describe('The default number', () => {
    const change = { numberId: muenchen.id };

    it('is saved, read anew, and said to be saved', async () => {
        const { refresh, tell, the } = await panel();
        await tell('c-callback-default-number', 'defaultchange', change);
        expect(savedDefault.mock.calls[0]![1]).toBe(muenchen.id);
        expect(jest.mocked(publish).mock.calls.at(-1)![2]).toEqual({ agentId });
        expect(refresh).toHaveBeenCalledTimes(1);
        expect(the('c-callback-default-number')).toMatchObject({
            saving: false,
            outcome: { kind: 'saved', text: 'saved München' }
        });
        await tell('c-callback-default-number', 'defaultchange', { numberId: null });
        expect(the('c-callback-default-number').outcome!.text).toBe('c.Callback_Default_Cleared');
    });

    it('cannot be changed until that is done', async () => {
        savedDefault.mockReturnValue(new Promise(() => {}));
        const { tell, the } = await panel();
        await tell('c-callback-default-number', 'defaultchange', change);
        expect(the('c-callback-default-number').saving).toBe(true);
    });

    it('stays what it was where saving fails, and the reason is told', async () => {
        savedDefault.mockRejectedValue({ body: { message: 'Not yours.' } });
        const { refresh, tell, the } = await panel();
        await tell('c-callback-default-number', 'defaultchange', change);
        expect(the('c-callback-default-number')).toMatchObject({
            defaultNumberId: null,
            saving: false,
            outcome: { kind: 'failed', text: 'failed: Not yours.' }
        });
        expect(refresh).not.toHaveBeenCalled();
        expect(publish).not.toHaveBeenCalled();
    });
});

describe('Favorites', () => {
    const starred = (number: CallbackNumber, favorite = true) => ({
        numberId: number.id,
        favorite
    });

    it('show at once, and are saved one change after the other', async () => {
        const finish: (() => void)[] = [];
        savedFavorites.mockImplementation(
            () =>
                new Promise((done) => {
                    finish.push(done);
                })
        );
        const { tell, the } = await panel();
        await tell('c-callback-favorites', 'favoritechange', starred(paris));
        await tell('c-callback-favorites', 'favoritechange', starred(london));
        expect(the('c-callback-favorites').favorites).toEqual([paris, london]);
        expect(savedFavorites).toHaveBeenCalledTimes(1);
        finish[0]!();
        await allDone();
        expect(savedFavorites.mock.calls.map(([, ids]) => ids)).toEqual([
            [paris.id],
            [paris.id, london.id]
        ]);
    });

    it('go back to what they were where saving fails, and the reason is told', async () => {
        savedFavorites.mockRejectedValue(new Error('No network.'));
        const agent = agentView({ favoriteIds: [london.id] });
        const { tell, the } = await panel({ kind: 'ready', agent });
        await tell('c-callback-favorites', 'favoritechange', starred(london, false));
        expect(the('c-callback-favorites')).toMatchObject({
            favorites: [london],
            error: 'failed: No network.'
        });
    });

    it('are 200 at most', async () => {
        const favoriteIds = Array.from({ length: 200 }, (_, at) => `a0F${at}` as NumberId);
        const { tell, the } = await panel({ kind: 'ready', agent: agentView({ favoriteIds }) });
        await tell('c-callback-favorites', 'favoritechange', starred(london));
        expect(the('c-callback-favorites').error).toBe('full: 200');
        expect(savedFavorites).not.toHaveBeenCalled();
    });

    it('that are not available are not offered', async () => {
        const agent = agentView({ numbers: [london], favoriteIds: [paris.id, london.id] });
        const { the } = await panel({ kind: 'ready', agent });
        expect(the('c-callback-this-call').quickPicks).toEqual([london]);
    });
});
