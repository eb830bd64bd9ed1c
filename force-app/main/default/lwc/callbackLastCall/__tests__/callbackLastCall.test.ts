import CallbackLastCall, { type LastCall } from 'c/callbackLastCall';
import { mount, settled } from '../../../../../test/mount';
import { heard } from '../../../../../test/parts';

jest.mock('@salesforce/label/c.Callback_Last_Called', () => ({ default: 'called {0}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Last_Presented', () => ({ default: 'with {0}' }), {
    virtual: true
});
jest.mock(
    '@salesforce/label/c.Callback_Last_Decision_Only_Text',
    () => ({ default: '{0} would be called with {1}' }),
    { virtual: true }
);
jest.mock('@salesforce/label/c.Callback_Last_Expected', () => ({ default: 'now dial {0}' }), {
    virtual: true
});
jest.mock(
    '@salesforce/label/c.Callback_Last_Expected_Text',
    () => ({ default: 'a minute long {0}' }),
    { virtual: true }
);
jest.mock('@salesforce/label/c.Callback_Last_Blocked', () => ({ default: '{0} blocked' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Last_No_Answer', () => ({ default: '{0} no answer' }), {
    virtual: true
});

const started: LastCall = {
    kind: 'presented',
    number: '+498932168099',
    callbackNumber: '+442079460001',
    callbackLabel: 'London office',
    source: 'rule',
    status: 'started'
};

// jsdom scrolls nothing.
const scrolled = jest.fn();
Element.prototype.scrollIntoView = scrolled;
beforeEach(() => scrolled.mockClear());

async function lastCall(call: LastCall | undefined, canRetry = false) {
    const element = await mount('c-callback-last-call', CallbackLastCall, { call, canRetry });
    const root = element.shadowRoot!;
    const textOf = (selector: string) =>
        root.querySelector(selector)?.textContent?.replaceAll('\u00a0', ' ');
    return {
        element,
        told: ['.title', '.text', '.source'].map(textOf),
        retry: root.querySelector<HTMLElement>('lightning-button')
    };
}

describe('The last call', () => {
    it('is nothing until there was one', async () => {
        const { element, told } = await lastCall(undefined);
        expect(told).toEqual([undefined, undefined, undefined]);
        expect(scrolled).not.toHaveBeenCalled();
        await expect(element).toBeAccessible();
    });

    it('comes into sight when it changes, not when it is drawn again', async () => {
        const { element } = await lastCall({ kind: 'noAnswer', number: '999' });
        expect(scrolled).toHaveBeenCalledTimes(1);
        element.canRetry = true;
        await settled();
        expect(scrolled).toHaveBeenCalledTimes(1);
        element.call = { kind: 'waiting', number: '999' };
        await settled();
        expect(scrolled).toHaveBeenCalledTimes(2);
    });

    it('that was made names the number called and the number presented', async () => {
        const { element, told } = await lastCall(started);
        expect(told).toEqual([
            'called +49 893 216 8099',
            'with London office (+44 207 946 0001)',
            'c.Callback_Last_Source_Rule'
        ]);
        await expect(element).toBeAccessible();
    });

    it('that the agent dials on their own telephone is not told as made', async () => {
        const { element, told } = await lastCall({ ...started, status: 'expected' });
        expect(told).toEqual([
            'now dial +49 893 216 8099',
            'a minute long London office (+44 207 946 0001)',
            'c.Callback_Last_Source_Rule'
        ]);
        await expect(element).toBeAccessible();
    });

    it('that was only decided is never told as made', async () => {
        const { element, told } = await lastCall({
            ...started,
            status: 'decisionOnly',
            callbackLabel: undefined,
            source: 'somewhere'
        });
        expect(told).toEqual([
            'c.Callback_Last_Decision_Only',
            '+49 893 216 8099 would be called with +44 207 946 0001',
            ''
        ]);
        await expect(element).toBeAccessible();
    });

    it('that was blocked says why, and is not asked for again', async () => {
        const call: LastCall = { kind: 'blocked', number: '999', message: 'Do not call.' };
        const { element, told, retry } = await lastCall(call, true);
        expect(told.slice(0, 2)).toEqual(['999 blocked', 'Do not call.']);
        expect(retry).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('that is waited for can be waited for only', async () => {
        const { element, retry } = await lastCall({ kind: 'waiting', number: '999' }, true);
        expect(retry).toBeNull();
        await expect(element).toBeAccessible();
    });

    it.each<LastCall>([
        { kind: 'noAnswer', number: '999' },
        { kind: 'failed', number: '999', message: 'The service is away.' }
    ])('that was not made can be asked for again: %j', async (call) => {
        const { element, retry } = await lastCall(call, true);
        const retried = heard(element, 'retry');
        retry!.click();
        expect(retried).toHaveLength(1);
        await expect(element).toBeAccessible();
    });

    it('of somebody else cannot be asked for again from here', async () => {
        const { retry } = await lastCall({ kind: 'failed', number: '999', message: 'No.' });
        expect(retry).toBeNull();
    });

    it('without an answer says what to do', async () => {
        const { told } = await lastCall({ kind: 'noAnswer', number: '999' });
        expect(told.slice(0, 2)).toEqual(['999 no answer', 'c.Callback_Last_No_Answer_Text']);
    });
});
