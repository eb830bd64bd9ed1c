import { Type } from 'typebox';
import { BODY_PROBLEMS, problemResponses, ref } from '../../http/schemas/sharedSchemas.ts';
import type { Server } from '../../http/server.ts';
import {
    AuthorizeUrlSchema,
    NothingSchema,
    type SessionBody,
    type SignInBody
} from '../schemas.ts';
import { SESSION_LIVES_MS, type SoftphoneSession } from '../sessions.ts';
import { ATTEMPT_LIVES_MS } from '../attempts.ts';
import { COMMON_PROBLEMS, type SoftphoneContext } from './context.ts';

/** Signing in and out, and who is signed in. */
export function addSessionRoutes(server: Server, context: SoftphoneContext): void {
    const { attempts, cookies, sessions, signIn } = context;
    const tags = ['softphone'];

    server.post(
        '/softphone/sign-in',
        {
            schema: {
                tags,
                operationId: 'beginSignIn',
                summary: 'Begin to sign in: where the sign-in window goes',
                body: NothingSchema,
                response: {
                    200: AuthorizeUrlSchema,
                    ...problemResponses(...BODY_PROBLEMS, ...COMMON_PROBLEMS)
                }
            }
        },
        async (_request, reply) => {
            const { secrets, sealed } = await attempts.begin();
            cookies.write(reply, 'attempt', sealed, ATTEMPT_LIVES_MS);
            return { authorizeUrl: signIn.authorizeUrl(secrets) };
        }
    );

    server.post(
        '/softphone/session',
        {
            schema: {
                tags,
                operationId: 'signIn',
                summary: 'Sign in with what the sign-in window was told',
                body: ref<SignInBody>('SignIn'),
                response: {
                    200: ref<SessionBody>('Session'),
                    ...problemResponses(
                        ...BODY_PROBLEMS,
                        ...COMMON_PROBLEMS,
                        'SIGN_IN_EXPIRED',
                        'SIGN_IN_MISMATCH',
                        'SIGN_IN_REFUSED',
                        'OTHER_ORGANIZATION',
                        'ORG_REFUSED',
                        'ORG_UNREACHABLE',
                        'SIGN_IN_UNAVAILABLE',
                        'TOOK_TOO_LONG'
                    )
                }
            }
        },
        async (request, reply) => {
            const { code, state } = request.body;
            // Whatever comes of it: an attempt is one try.
            cookies.clear(reply, 'attempt');
            const secrets = await attempts.take(cookies.read(request, 'attempt'), state);
            const { session, sealed } = await sessions.open(await signIn.redeem(code, secrets));
            cookies.write(reply, 'session', sealed, SESSION_LIVES_MS);
            request.told = { agentId: session.agentId };
            return bodyOf(session);
        }
    );

    server.get(
        '/softphone/session',
        {
            schema: {
                tags,
                operationId: 'whoIsSignedIn',
                summary: 'Who is signed in',
                description:
                    'Nobody is a normal answer: browsers write refusals to the console as errors.',
                response: {
                    200: ref<SessionBody>('Session'),
                    204: Type.Null({ description: 'Nobody is signed in.' }),
                    ...problemResponses(...COMMON_PROBLEMS)
                }
            }
        },
        async (request, reply) => {
            const session = await sessions.read(cookies.read(request, 'session'));
            return session ? bodyOf(session) : reply.code(204).send(null);
        }
    );

    server.delete(
        '/softphone/session',
        {
            schema: {
                tags,
                operationId: 'signOut',
                summary: 'Sign out',
                response: {
                    204: Type.Null({ description: 'Nobody is signed in any more.' }),
                    ...problemResponses(...COMMON_PROBLEMS)
                }
            }
        },
        async (_request, reply) => {
            cookies.clear(reply, 'session');
            return reply.code(204).send(null);
        }
    );
}

function bodyOf({ agentId, name, language, until }: SoftphoneSession): SessionBody {
    return { agent: { id: agentId, name }, language, until: new Date(until).toISOString() };
}
