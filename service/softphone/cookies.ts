import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SealedKind } from './sealer.ts';

export const COOKIE_PATH = '/softphone';

/** The cookies of one service, as the softphone's frame may carry them. */
export interface Cookies {
    read(request: FastifyRequest, kind: SealedKind): string | undefined;
    write(reply: FastifyReply, kind: SealedKind, value: string, lifetimeMs: number): void;
    clear(reply: FastifyReply, kind: SealedKind): void;
}

/**
 * The page stands in a frame of another site: `SameSite=None` lets its cookies travel at all,
 * `Partitioned` keeps them to frames within that one site.
 */
const ATTRIBUTES = {
    path: COOKIE_PATH,
    httpOnly: true,
    secure: true,
    sameSite: 'none',
    partitioned: true
} as const satisfies CookieSerializeOptions;

/** The prefix keeps plain http from planting a cookie; browsers take it over https only. */
function nameOf(kind: SealedKind, url: string): string {
    return `${url.startsWith('https:') ? '__Secure-' : ''}callback-${kind}`;
}

/** For the API page. */
export function sessionScheme(url: string) {
    return {
        type: 'apiKey',
        in: 'cookie',
        name: nameOf('session', url),
        description: 'An agent who signed in on the softphone page.'
    } as const;
}

/** @param url origin of the service as browsers see it */
export function createCookies(url: string): Cookies {
    return {
        read: (request, kind) => request.cookies[nameOf(kind, url)],
        write: (reply, kind, value, lifetimeMs) => {
            reply.setCookie(nameOf(kind, url), value, {
                ...ATTRIBUTES,
                maxAge: Math.floor(lifetimeMs / 1_000)
            });
        },
        clear: (reply, kind) => {
            reply.setCookie(nameOf(kind, url), '', { ...ATTRIBUTES, maxAge: 0 });
        }
    };
}
