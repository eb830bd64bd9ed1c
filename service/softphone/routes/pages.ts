import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Server } from '../../http/server.ts';
import { callbackPage } from '../callbackPage.ts';
import { acceptedLanguages, readPages, type Page } from '../page.ts';
import type { SoftphoneContext } from './context.ts';

export interface PagesOptions extends Pick<SoftphoneContext, 'cookies' | 'sessions'> {
    readonly folder: string;
    readonly orgOrigins: readonly string[];
}

/** Another content has another name, or stands in a folder of another name. */
const NAMED_BY_CONTENT = /-(?:[0-9a-f]{8,}|\d+\.\d+\.\d+)\/|[-.][0-9a-f]{8,}\.\w+$/;
const FOR_EVER = 'public, max-age=31536000, immutable';

/** Softphone and connector, what they are made of, and the page that ends the sign-in window. */
export function addPageRoutes(server: Server, options: PagesOptions): void {
    const { folder, orgOrigins, cookies, sessions } = options;
    const pages = [
        ['/softphone', readPages(folder, orgOrigins)],
        ['/softphone/voice', readPages(folder, orgOrigins, 'voice')]
    ] as const;

    for (const [address, page] of pages) {
        server.get(address, { schema: { hide: true } }, async (request, reply) => {
            const session = await sessions.read(cookies.read(request, 'session'));
            const wanted = [...(session ? [session.language] : []), ...languagesOf(request)];
            reply.header('referrer-policy', 'same-origin');
            return send(reply, page.in(wanted));
        });
    }

    server.get('/softphone/callback', { schema: { hide: true } }, async (request, reply) => {
        reply.header('referrer-policy', 'no-referrer');
        return send(reply, callbackPage(languagesOf(request)));
    });

    server.register(async (assets) => {
        assets.addHook('onSend', async (request, reply) => {
            if (reply.statusCode < 400) {
                const [address] = request.url.split('?', 1);
                reply.header(
                    'cache-control',
                    NAMED_BY_CONTENT.test(address) ? FOR_EVER : 'no-cache'
                );
                reply.header('cross-origin-resource-policy', 'same-origin');
            }
        });
        await assets.register(fastifyStatic, {
            root: path.join(folder, 'assets'),
            prefix: '/softphone/assets/',
            index: false,
            redirect: false,
            dotfiles: 'ignore',
            cacheControl: false,
            schemaHide: true
        });
    });
}

function languagesOf(request: FastifyRequest): string[] {
    return acceptedLanguages(request.headers['accept-language']);
}

function send(reply: FastifyReply, { html, contentSecurityPolicy }: Page): FastifyReply {
    return reply
        .header('content-security-policy', contentSecurityPolicy)
        .header('vary', 'accept-language, cookie')
        .type('text/html; charset=utf-8')
        .send(html);
}
