import cookie from '@fastify/cookie';
import type { onRequestAsyncHookHandler } from 'fastify';
import type { SoftphoneConfig } from '../config/config.ts';
import type { Metrics } from '../http/metrics.ts';
import { HttpProblem } from '../http/problem.ts';
import type { Server } from '../http/server.ts';
import type { CallbackNumberService } from '../types.ts';
import { createPlacedCalls } from '../telephony/placedCalls.ts';
import type { CallEvent, ConnectedTelephony } from '../telephony/port.ts';
import { addTelephonyWebhook } from '../telephony/webhookRoute.ts';
import { createAttempts } from './attempts.ts';
import { createCookies, type Cookies } from './cookies.ts';
import { createSoftphoneDials } from './dials.ts';
import type { AgentSignIn } from './ports.ts';
import type { SoftphoneContext } from './routes/context.ts';
import { addCallRoutes } from './routes/calls.ts';
import { addDialRoutes } from './routes/dials.ts';
import { addPageRoutes } from './routes/pages.ts';
import { addSessionRoutes } from './routes/session.ts';
import { sameOriginOnly } from './sameOrigin.ts';
import {
    CallProgressSchema,
    DialAnswerSchema,
    SessionSchema,
    SignInSchema,
    SoftphoneDialSchema
} from './schemas.ts';
import { createSealer } from './sealer.ts';
import { createSessions, type Sessions } from './sessions.ts';

export interface SoftphoneOptions extends Omit<SoftphoneConfig, 'clientId' | 'clientSecret'> {
    readonly signIn: AgentSignIn;
    /** Missing: no telephony is connected, and answers say so. */
    readonly telephony?: ConnectedTelephony;
    readonly now?: () => number;
}

/** Where Salesforce sends the sign-in window back to. */
export const CALLBACK_PATH = '/softphone/callback';

/** The softphone page and its routes, below `/softphone`. */
export function addSoftphone(
    server: Server,
    { service, metrics }: { service: CallbackNumberService; metrics: Metrics },
    options: SoftphoneOptions
): void {
    const { url, signIn, telephony, now = Date.now } = options;
    const calls = telephony && createPlacedCalls({ telephony: telephony.telephony, now });
    const sealer = createSealer({ key: options.sessionKey, issuer: url, now });
    const cookies = createCookies(url);
    const sessions = createSessions(sealer, now);
    const context: SoftphoneContext = {
        service,
        metrics,
        cookies,
        sessions,
        signIn,
        attempts: createAttempts(sealer, now),
        dials: createSoftphoneDials({
            service,
            now,
            ...(calls && { calls }),
            took: (part, seconds) => metrics.dialTook(part, seconds),
            refused: (refusal) => metrics.refused(refusal)
        }),
        ...(calls && { calls }),
        signedIn: signedInBy(sessions, cookies)
    };
    for (const schema of [
        SignInSchema,
        SessionSchema,
        SoftphoneDialSchema,
        DialAnswerSchema,
        CallProgressSchema
    ]) {
        server.addSchema(schema);
    }
    server.register(async (softphone: Server) => {
        softphone.decorateRequest('session', null as never);
        await softphone.register(cookie);
        addPageRoutes(softphone, { ...options, cookies, sessions });
        softphone.register(async (own: Server) => {
            own.addHook('onRequest', sameOriginOnly(url));
            addSessionRoutes(own, context);
            addDialRoutes(own, context);
            addCallRoutes(own, context);
        });
    });
    if (telephony && calls) {
        const hear = (event: CallEvent) => calls.hear(event);
        telephony.listen?.(hear);
        if (telephony.webhook) {
            const { webhook, webhookUrl = url } = telephony;
            addTelephonyWebhook(server, { webhook, url: webhookUrl, hear });
        }
    }
}

function signedInBy(sessions: Sessions, cookies: Cookies): onRequestAsyncHookHandler {
    return async (request) => {
        const session = await sessions.read(cookies.read(request, 'session'));
        if (session === undefined) {
            throw new HttpProblem('NO_SESSION', 'Nobody is signed in here. Sign in.');
        }
        request.session = session;
        request.caller = { kind: 'agent', agentId: session.agentId };
    };
}
