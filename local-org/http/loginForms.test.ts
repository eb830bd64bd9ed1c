import { describe, expect, it } from 'vitest';
import { FORM_LIFETIME_MS, LoginForms } from './loginForms.ts';

const request = { client: { clientId: 'app' }, redirectUri: 'https://x.example/', scope: 'api' };

describe('a login page that was shown', () => {
    it('is good for ten minutes', () => {
        const clock = { now: 0 };
        const forms = new LoginForms(() => clock.now);
        const [first, second] = [forms.show(request, undefined), forms.show(request, undefined)];
        clock.now = FORM_LIFETIME_MS - 1;
        expect(forms.take(first.formToken, first.cookie)).toBe(request);
        clock.now += 1;
        expect(forms.take(second.formToken, second.cookie)).toBeUndefined();
    });

    it('gives way when too many are open', () => {
        const forms = new LoginForms();
        const first = forms.show(request, undefined);
        const others = Array.from({ length: 1_000 }, () => forms.show(request, first.cookie));
        expect(forms.take(first.formToken, first.cookie)).toBeUndefined();
        expect(forms.take(others[0]!.formToken, first.cookie)).toBe(request);
    });

    it('does not take a cookie that is not of its making', () => {
        const { cookie } = new LoginForms().show(request, 'x; Domain=evil.example');
        expect(cookie).toMatch(/^[\w-]{43}$/);
    });
});
