import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpProblem } from './problem.ts';

export type JsonReader = (text: string, request: FastifyRequest) => unknown;

/**
 * Reads JSON as untrusted text: refuses `__proto__` and `constructor.prototype`, and a field
 * that appears twice, because two readers of one body could then see two different dials.
 * @throws HttpProblem MALFORMED_JSON
 */
export function createJsonReader(server: FastifyInstance): JsonReader {
    const parse = server.getDefaultJsonParser('error', 'error');
    return (text, request) => {
        let value: unknown;
        // The parser of Fastify calls back before it returns.
        void parse(request, text, (error, parsed) => {
            if (error) {
                throw malformed(text, error);
            }
            value = parsed;
        });
        if (hasRepeatedField(text, value)) {
            throw new HttpProblem('MALFORMED_JSON', 'The body has the same field twice.');
        }
        return value;
    };
}

/** Makes `application/json` the only kind of body, uncompressed. */
export function acceptJsonOnly(server: FastifyInstance, read: JsonReader): void {
    server.removeAllContentTypeParsers();
    server.addContentTypeParser<string>(
        'application/json',
        { parseAs: 'string' },
        (request, body, done) => {
            try {
                refuseEncoded(request);
                done(null, read(body, request));
            } catch (error) {
                done(error as Error);
            }
        }
    );
}

/** @throws HttpProblem UNSUPPORTED_MEDIA_TYPE for compressed bodies */
export function refuseEncoded(request: FastifyRequest): void {
    const encoding = request.headers['content-encoding'];
    if (encoding !== undefined && encoding !== 'identity') {
        throw new HttpProblem(
            'UNSUPPORTED_MEDIA_TYPE',
            'Compressed bodies are not read; leave Content-Encoding out.'
        );
    }
}

function malformed(text: string, cause: Error): HttpProblem {
    const detail =
        text.trim() === ''
            ? 'The body is empty.'
            : 'The body is not one JSON value, or has a forbidden field name.';
    return new HttpProblem('MALFORMED_JSON', detail, { cause });
}

/** A colon outside of strings for every field that is left after reading: none was dropped. */
function hasRepeatedField(text: string, value: unknown): boolean {
    let colons = 0;
    for (let at = 0; at < text.length; at++) {
        const character = text.charCodeAt(at);
        if (character === 0x3a) {
            colons++;
        } else if (character === 0x22) {
            at = endOfString(text, at);
        }
    }
    return colons !== countFields(value);
}

function endOfString(text: string, start: number): number {
    let at = start + 1;
    while (at < text.length && text.charCodeAt(at) !== 0x22) {
        at += text.charCodeAt(at) === 0x5c ? 2 : 1;
    }
    return at;
}

/** With a list of its own instead of recursion: how deep a body is nested is up to its sender. */
function countFields(value: unknown): number {
    let count = 0;
    const open: unknown[] = [value];
    while (open.length > 0) {
        const next = open.pop();
        if (typeof next !== 'object' || next === null) {
            continue;
        }
        const inside = Object.values(next);
        count += Array.isArray(next) ? 0 : inside.length;
        for (const item of inside) {
            open.push(item);
        }
    }
    return count;
}
