import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { OrgSession } from '../engine/types.ts';
import type { Faults, FaultVerdict } from './faults.ts';
import type { RequestCounter, RequestKind } from './requestCounter.ts';
import type { Match, ResourceTable } from './resource.ts';
import { errorAnswer } from './restAnswer.ts';

declare module 'fastify' {
    interface FastifyContextConfig {
        /** What a route outside the REST API is counted as. */
        kind?: RequestKind;
    }
    interface FastifyRequest {
        restMatch: Match | null;
        orgSession: OrgSession | null;
        requestKind: RequestKind;
        answerIsDropped: boolean;
    }
}

export interface GateContext {
    readonly api: ResourceTable;
    readonly requests: RequestCounter;
    readonly faults: Faults;
}

/** Salesforce's bound for an address, and for an address with its headers. */
const MAX_BYTES = 16_384;

/**
 * What every request passes before it is looked at: bounds of size, the counter and the fault
 * switches. The admin endpoint lies outside of it.
 */
export function installGate(app: FastifyInstance, { api, requests, faults }: GateContext): void {
    app.decorateRequest('restMatch', null);
    app.decorateRequest('orgSession', null);
    app.decorateRequest('requestKind', 'unknown');
    app.decorateRequest('answerIsDropped', false);

    app.addHook('onRequest', (request, reply, done) => {
        const url = request.raw.url ?? '/';
        const tooLong = badMessage(url, request.raw.rawHeaders);
        if (tooLong) {
            void reply.status(tooLong.status).type('text/html').send(tooLong.page);
            return;
        }
        request.restMatch = isBelowData(url) ? api(request.method, url) : null;
        request.requestKind = kindOf(request);
        requests.count(request.requestKind);

        const verdict = faults.meet(request.requestKind, pathOf(url));
        if (!(verdict instanceof Promise)) {
            if (passes(verdict, request, reply)) done();
            return;
        }
        void verdict.then((late) => {
            if (passes(late, request, reply)) done();
        });
    });

    app.addHook('onSend', (request, reply, payload, done) => {
        if (request.answerIsDropped) cutLine(request, reply);
        else done(null, payload);
    });
}

function passes(verdict: FaultVerdict, request: FastifyRequest, reply: FastifyReply): boolean {
    switch (verdict.kind) {
        case 'none':
            return true;
        case 'dropAnswer':
            request.answerIsDropped = true;
            return true;
        case 'drop':
            cutLine(request, reply);
            return false;
        case 'fail':
            void reply
                .status(verdict.status)
                .type('application/json;charset=UTF-8')
                .send(JSON.stringify(outage(verdict.status)));
            return false;
    }
}

function cutLine(request: FastifyRequest, reply: FastifyReply): void {
    reply.hijack();
    request.raw.socket.destroy();
}

const OUTAGES: Readonly<Record<number, { errorCode: string; message: string }>> = {
    403: { errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' },
    503: {
        errorCode: 'SERVER_UNAVAILABLE',
        message: 'We are down for maintenance or overloaded. Please try again.'
    }
};

function outage(status: number): unknown {
    const known = OUTAGES[status] ?? {
        errorCode: 'UNKNOWN_EXCEPTION',
        message: 'An unexpected error occurred.'
    };
    return errorAnswer(status, known).body;
}

/** Salesforce's web server answers these itself, in HTML. */
function badMessage(
    url: string,
    rawHeaders: readonly string[]
): { status: number; page: string } | undefined {
    const page = (status: number, reason: string) => ({
        status,
        page: `<h1>Bad Message ${status}</h1><pre>reason: ${reason}</pre>`
    });
    if (url.length > MAX_BYTES) return page(414, 'URI Too Long');
    let bytes = url.length;
    for (const part of rawHeaders) bytes += part.length;
    return bytes > MAX_BYTES ? page(431, 'Request Header Fields Too Large') : undefined;
}

function kindOf(request: FastifyRequest): RequestKind {
    if (request.restMatch?.found === 'handler') return request.restMatch.handler.kind;
    return request.routeOptions.config.kind ?? 'unknown';
}

function isBelowData(url: string): boolean {
    return /^\/+services\/+data\/+[^/?]/.test(url);
}

function pathOf(url: string): string {
    const end = url.indexOf('?');
    return end < 0 ? url : url.slice(0, end);
}
