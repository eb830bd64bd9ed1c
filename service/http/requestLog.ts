import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Caller } from '../auth/caller.ts';
import type { DecisionAnswer } from '../types.ts';
import { shortNumber } from './logRedaction.ts';
import type { Metrics } from './metrics.ts';
import type { Server } from './server.ts';

declare module 'fastify' {
    interface FastifyRequest {
        /** Pattern of the route; undefined for addresses there are none of. */
        route?: string;
        /** What the one log line of this request tells beyond status and time. */
        told?: Readonly<Record<string, unknown>> | DecisionAnswer;
    }
}

interface FollowOptions {
    readonly metrics: Metrics;
    readonly fullNumbers: boolean;
}

/** Request id and safe headers on every answer; one log line and one observation a request. */
export function followRequests(server: Server, { metrics, fullNumbers }: FollowOptions): void {
    server.decorateRequest('caller', null as never);
    server.decorateRequest('told', undefined);
    server.decorateRequest('route', undefined);

    // Known here once: Fastify puts a new object together each time it is asked for the route.
    server.addHook('onRoute', (route) => {
        const { url } = route;
        const name = (request: FastifyRequest, _reply: FastifyReply, done: () => void) => {
            request.route = url;
            done();
        };
        route.onRequest = [name, ...[route.onRequest ?? []].flat()];
    });

    server.addHook('onRequest', (request, reply, done) => {
        reply.header('x-request-id', request.id);
        reply.header('x-content-type-options', 'nosniff');
        reply.header('cache-control', 'no-store');
        done();
    });

    server.addHook('onResponse', (request, reply, done) => {
        follow(request, reply, reply.statusCode, 'answered');
        done();
    });

    server.addHook('onRequestAbort', (request, done) => {
        follow(request, undefined, CLIENT_GONE, 'client went away');
        done();
    });

    function follow(
        request: FastifyRequest,
        reply: FastifyReply | undefined,
        status: number,
        message: string
    ): void {
        const { route } = request;
        const ms = reply?.elapsedTime ?? 0;
        metrics.answered(request.method, route ?? 'none', status, ms / 1000);
        const level = status >= 500 ? 'warn' : isRoutine(route) ? 'debug' : 'info';
        if ((request.log as Logger).isLevelEnabled(level)) {
            request.log[level](lineOf(request, status, ms, fullNumbers), message);
        }
    }
}

/** Nobody is there to read it; the number is the customary one in figures of web servers. */
const CLIENT_GONE = 499;

function lineOf(request: FastifyRequest, status: number, ms: number, fullNumbers: boolean): object {
    return {
        method: request.method,
        route: request.route ?? unknownPath(request.url),
        status,
        ms: Math.round(ms * 100) / 100,
        from: request.ip,
        caller: nameOf(request.caller),
        ...toldOf(request.told, fullNumbers)
    };
}

function toldOf(told: FastifyRequest['told'], fullNumbers: boolean): object | undefined {
    return told !== undefined && 'dialKey' in told
        ? decisionForLog(told as DecisionAnswer, fullNumbers)
        : told;
}

/** Ids and codes; the number dialled shortened, and no texts of anybody. */
function decisionForLog(answer: DecisionAnswer, fullNumbers: boolean): object {
    return {
        dialKey: answer.dialKey,
        agentId: answer.agentId,
        channel: answer.channel,
        dialed: fullNumbers ? answer.dialedNumber : shortNumber(answer.dialedNumber),
        outcome: answer.outcome,
        ...(answer.outcome === 'presented'
            ? { source: answer.source, numberId: answer.callbackNumber.id }
            : { errorCode: answer.errorCode }),
        ruleId: answer.rule?.id
    };
}

function nameOf(caller: Caller | null): string | undefined {
    if (!caller) {
        return undefined;
    }
    return caller.kind === 'agent' ? `agent ${caller.agentId}` : `service ${caller.subject}`;
}

/** Without the query, and without anything that may be a number or a token. */
function unknownPath(url: string): string {
    return url
        .split('?', 1)[0]
        .slice(0, 80)
        .replace(/[\d%+]{5,}|[\w-]{25,}/g, '…');
}

/** Asked every few seconds, or a dozen a page: no line unless something is wrong. */
const ROUTINE = new Set(['/healthz', '/readyz', '/metrics', '/softphone/assets/*']);

function isRoutine(route: string | undefined): boolean {
    return route !== undefined && ROUTINE.has(route);
}
