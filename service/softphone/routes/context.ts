import type { onRequestHookHandler } from 'fastify';
import type { Metrics } from '../../http/metrics.ts';
import type { ProblemCode } from '../../http/problemTable.ts';
import type { CallbackNumberService } from '../../types.ts';
import type { PlacedCalls } from '../../telephony/placedCalls.ts';
import type { Attempts } from '../attempts.ts';
import type { Cookies } from '../cookies.ts';
import type { SoftphoneDials } from '../dials.ts';
import type { AgentSignIn } from '../ports.ts';
import type { Sessions, SoftphoneSession } from '../sessions.ts';

declare module 'fastify' {
    interface FastifyRequest {
        /** Of the softphone; set on its routes that need one. */
        session: SoftphoneSession;
    }
}

/** What the softphone's routes work with. */
export interface SoftphoneContext {
    readonly service: CallbackNumberService;
    readonly metrics: Metrics;
    readonly cookies: Cookies;
    readonly attempts: Attempts;
    readonly sessions: Sessions;
    readonly dials: SoftphoneDials;
    /** Missing where no telephony is connected. */
    readonly calls?: PlacedCalls;
    readonly signIn: AgentSignIn;
    /** Puts `request.session` in place, or refuses. */
    readonly signedIn: onRequestHookHandler;
}

/** Problems of every route that the page's script asks. */
export const COMMON_PROBLEMS = [
    'FOREIGN_ORIGIN',
    'INTERNAL',
    'SHUTTING_DOWN'
] as const satisfies readonly ProblemCode[];

export const SOFTPHONE_SESSION: readonly Readonly<Record<string, readonly string[]>>[] = [
    { softphoneSession: [] }
];
