import { makeValidator, str } from 'envalid';

/** What a variable may hold. Messages continue a sentence that begins with its name. */

const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

/** `https:` anywhere, plain `http:` on this machine only: tokens travel over these. */
function readSecureUrl(input: string): string {
    let url: URL;
    try {
        url = new URL(input);
    } catch {
        throw new Error('is not a URL');
    }
    const secure =
        url.protocol === 'https:' ||
        (url.protocol === 'http:' && LOOPBACK_HOSTS.includes(url.hostname));
    if (!secure) {
        throw new Error('must start with https:// (http:// only for this machine itself)');
    }
    if (url.username || url.password) {
        throw new Error('must not carry a user name or password');
    }
    return url.href.replace(/\/+$/, '');
}

export const secureUrl = makeValidator<string>(readSecureUrl);

/** Split and checked in loadConfig.ts. */
export const list = str;

export const flag = makeValidator<boolean>((input) => {
    if (input !== 'true' && input !== 'false') {
        throw new Error('must be true or false');
    }
    return input === 'true';
});

export const wholeNumber = (from: number, to: number) =>
    makeValidator<number>((input) => {
        const value = Number(input);
        if (!Number.isInteger(value) || value < from || value > to) {
            throw new Error(`must be a whole number from ${from} to ${to}`);
        }
        return value;
    });

export const apiVersion = makeValidator<string>((input) => {
    if (!/^\d{2,3}\.0$/.test(input) || Number(input) < 60) {
        throw new Error('must look like 66.0 and be at least 60.0');
    }
    return input;
});

/** `https://acme.com`: an address without a path. */
export const secureOrigin = makeValidator<string>((input) => {
    const url = readSecureUrl(input);
    if (new URL(url).origin !== url) {
        throw new Error('must be an origin: scheme and host, without a path');
    }
    return url;
});
