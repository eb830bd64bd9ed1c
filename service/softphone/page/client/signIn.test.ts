import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SoftphoneService } from './service.ts';
import { signIn, type SignInBrowser, type WindowMessage } from './signIn.ts';

const OWN = 'https://service.example';
const AUTHORIZE = 'https://acme.example/services/oauth2/authorize?state=s1';
const SIGNED_IN = {
    kind: 'signedIn',
    agent: { id: '005', name: 'Ada', language: 'de' }
} as const;
const FROM_CALLBACK = { type: 'callbackNumbers.signIn', code: 'c1', state: 's1' };

describe('Signing in with Salesforce', () => {
    const service = {
        beginSignIn: vi.fn<SoftphoneService['beginSignIn']>(),
        finishSignIn: vi.fn<SoftphoneService['finishSignIn']>()
    };
    const popup = { closed: false, location: { href: '' }, close: vi.fn() };
    let listeners: Set<(message: WindowMessage) => void>;
    let looks: Set<() => void>;
    const browser: SignInBrowser = {
        origin: OWN,
        openPopup: () => popup,
        onMessage: (listener) => {
            listeners.add(listener);
            return () => listeners.delete(listener);
        },
        everySecond: (look) => {
            looks.add(look);
            return () => looks.delete(look);
        }
    };
    const settled = () => new Promise((resolve) => setImmediate(resolve));
    const say = (message: Partial<WindowMessage>) =>
        listeners.forEach((listen) =>
            listen({ source: popup, origin: OWN, data: FROM_CALLBACK, ...message })
        );
    const begin = async (overrides: Partial<SignInBrowser> = {}) => {
        const answer = signIn(service as unknown as SoftphoneService, { ...browser, ...overrides });
        await settled();
        return { answer };
    };

    beforeEach(() => {
        [listeners, looks] = [new Set(), new Set()];
        Object.assign(popup, { closed: false, location: { href: '' } });
        popup.close.mockClear();
        service.beginSignIn.mockReset().mockResolvedValue(AUTHORIZE);
        service.finishSignIn.mockReset().mockResolvedValue(SIGNED_IN);
    });

    it('opens a window before it waits for anything, sends it to Salesforce, and hands the code on', async () => {
        const order: string[] = [];
        service.beginSignIn.mockImplementation(async () => {
            order.push('asked');
            return AUTHORIZE;
        });
        const openPopup = () => {
            order.push('opened');
            return popup;
        };
        const { answer } = await begin({ openPopup });
        expect(order).toEqual(['opened', 'asked']);
        expect(popup.location.href).toBe(AUTHORIZE);
        say({});
        expect(await answer).toEqual(SIGNED_IN);
        expect(service.finishSignIn).toHaveBeenCalledExactlyOnceWith({ code: 'c1', state: 's1' });
        expect(popup.close).toHaveBeenCalled();
    });

    it.each([
        ['another window', { source: {} }],
        ['another origin', { origin: 'https://evil.example' }],
        ['another attempt', { data: { ...FROM_CALLBACK, state: 's0' } }],
        ['something else', { data: { type: 'hello' } }],
        ['nothing', { data: null }]
    ])('ignores what comes from %s', async (_what, forged) => {
        const { answer } = await begin();
        say(forged);
        await settled();
        expect(service.finishSignIn).not.toHaveBeenCalled();
        say({});
        expect(await answer).toEqual(SIGNED_IN);
    });

    it('says that the window was blocked, and asks the service nothing', async () => {
        const { answer } = await begin({ openPopup: () => null });
        expect(await answer).toEqual({ kind: 'trouble', trouble: 'popupBlocked' });
        expect(service.beginSignIn).not.toHaveBeenCalled();
    });

    it('says that the window was closed', async () => {
        const { answer } = await begin();
        looks.forEach((look) => look());
        popup.closed = true;
        looks.forEach((look) => look());
        looks.forEach((look) => look());
        expect(await answer).toEqual({ kind: 'trouble', trouble: 'popupClosed' });
        expect([listeners.size, looks.size]).toEqual([0, 0]);
    });

    it('takes what was on the way when the window closed', async () => {
        const { answer } = await begin();
        popup.closed = true;
        looks.forEach((look) => look());
        say({});
        expect(await answer).toEqual(SIGNED_IN);
    });

    it('says that Salesforce or the agent refused', async () => {
        const { answer } = await begin();
        say({ data: { type: 'callbackNumbers.signIn', error: 'access_denied', state: 's1' } });
        expect(await answer).toEqual({ kind: 'trouble', trouble: 'refused' });
        expect(service.finishSignIn).not.toHaveBeenCalled();
    });

    it('says why the service refused', async () => {
        service.finishSignIn.mockResolvedValue({ kind: 'trouble', trouble: 'expired' });
        const { answer } = await begin();
        say({});
        expect(await answer).toEqual({ kind: 'trouble', trouble: 'expired' });
    });

    it('closes the window where the service is away', async () => {
        service.beginSignIn.mockResolvedValue(undefined);
        const { answer } = await begin();
        expect(await answer).toEqual({ kind: 'away' });
        expect(popup.close).toHaveBeenCalled();
    });
});
