import type { FastifyRequest } from 'fastify';

const LOOPBACK_NAME = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

/** Our own name, or this machine's: not a stranger's name that was made to point here. */
export function isOwnHost(host: string | undefined, url: string): boolean {
    const own = new URL(url);
    const [, name = '', port = '80'] = /^(.*?)(?::(\d+))?$/.exec(host ?? '') ?? [];
    return host === own.host || (LOOPBACK_NAME.test(name) && port === (own.port || '80'));
}

/** Browsers say where a form or a fetch came from; whoever does not say is not our page. */
export function isSameOrigin(request: FastifyRequest, url: string): boolean {
    const { origin = '', host, 'sec-fetch-site': site = 'same-origin' } = request.headers;
    return origin === `${new URL(url).protocol}//${host}` && site === 'same-origin';
}
