import type { onRequestHookHandler } from 'fastify';
import type { CallbackNumberService } from '../types.ts';
import type { Metrics } from './metrics.ts';

/** What every group of routes works with. */
export interface RouteContext {
    readonly service: CallbackNumberService;
    readonly metrics: Metrics;
    /** Puts `request.caller` in place, or refuses the request before its body is read. */
    readonly signIn: onRequestHookHandler;
}
