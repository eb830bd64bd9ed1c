import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const SANE = /^[A-Za-z0-9][A-Za-z0-9._:-]{7,63}$/;

/** The caller's own id where it can stand in a log line safely, otherwise a new one. */
export function requestIdOf(request: Pick<IncomingMessage, 'headers'>): string {
    const given = request.headers['x-request-id'];
    return typeof given === 'string' && SANE.test(given) ? given : randomUUID();
}
