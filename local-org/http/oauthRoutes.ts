import { createHmac, randomBytes } from 'node:crypto';
import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { secretMatches } from './clients.ts';
import { identity, identityUrl, userInfo } from './identity.ts';
import { GRANTS, OAuthError, type Form, type GrantContext } from './oauthGrants.ts';
import type { AccessSession } from './sessions.ts';
import { userById, type OrgUser } from './users.ts';

/** `/services/oauth2/*` and `/id/*`: getting tokens, and asking whose they are. */
export async function oauthRoutes(app: FastifyInstance, context: GrantContext): Promise<void> {
    // Forms only: Salesforce takes no JSON here.
    app.removeAllContentTypeParsers();
    await app.register(formbody);
    app.setErrorHandler(sendOAuthError);
    const { engine, clients, sessions, place } = context;

    app.post('/services/oauth2/token', { config: { kind: 'token' } }, async (request, reply) => {
        const form = formOf(request);
        const grant = Object.hasOwn(GRANTS, form.grant_type ?? '')
            ? GRANTS[form.grant_type!]
            : undefined;
        if (!grant) throw new OAuthError('unsupported_grant_type', 'grant type not supported');
        const { client, grant: granted, offline, gave } = await grant(form, context);
        const { accessToken, session } = sessions.open(granted);
        const refreshToken = offline ? sessions.issueRefreshToken(granted) : undefined;
        // A refresh token goes last: it takes the sessions it brought with it.
        gave?.(refreshToken === undefined ? [accessToken] : [accessToken, refreshToken]);
        const id = identityUrl(place, granted.userId);
        const issuedAt = String(session.issuedAt);
        reply.header('cache-control', 'no-store');
        return {
            access_token: accessToken,
            ...(refreshToken !== undefined && { refresh_token: refreshToken }),
            signature: createHmac('sha256', client.clientSecret ?? randomBytes(32))
                .update(id + issuedAt)
                .digest('base64'),
            scope: granted.scope,
            instance_url: place.url,
            id,
            token_type: 'Bearer',
            issued_at: issuedAt
        };
    });

    app.route({
        method: ['GET', 'POST'],
        url: '/services/oauth2/userinfo',
        config: { kind: 'userinfo' },
        handler: (request, reply) => {
            const user = holder(request, reply);
            return user ? userInfo(place, user) : reply;
        }
    });

    app.get<{ Params: { org: string; user: string } }>(
        '/id/:org/:user',
        { config: { kind: 'identity' } },
        (request, reply) => {
            const user = holder(request, reply);
            if (!user) return reply;
            const { org, user: asked } = request.params;
            if (org.slice(0, 15) !== place.organizationId.slice(0, 15)) {
                return refuse(reply, 'Wrong_Org');
            }
            // Whoever may ask about others needs more rights than a token for oneself.
            if (asked.slice(0, 15) !== user.id.slice(0, 15)) return refuse(reply, 'No_Access');
            return identity(place, user);
        }
    );

    app.route({
        method: ['GET', 'POST'],
        url: '/services/oauth2/revoke',
        config: { kind: 'revoke' },
        handler: (request, reply) => {
            const token = formOf(request).token ?? queryOf(request).token ?? '';
            if (!sessions.revoke(token)) throw new OAuthError('invalid_token', 'invalid token');
            return reply.send();
        }
    });

    app.post('/services/oauth2/introspect', { config: { kind: 'introspect' } }, (request) => {
        const form = formOf(request);
        const client = clients.find(form.client_id ?? '');
        if (!client || !secretMatches(client, form.client_secret)) {
            throw new OAuthError('invalid_client', 'invalid client credentials');
        }
        const session = sessions.use(form.token ?? '');
        const user = session && userById(engine, session.userId);
        return session && user?.active
            ? introspection(session, user, identityUrl(place, user.id))
            : { active: false };
    });

    /** The user of the token in the request; without one it refuses as Salesforce's identity service does. */
    function holder(request: FastifyRequest, reply: FastifyReply): OrgUser | undefined {
        const token =
            bearerToken(request) ?? formOf(request).access_token ?? tokenInAddress(request);
        const session = token === undefined ? undefined : sessions.use(token);
        const user = session && userById(engine, session.userId);
        if (user?.active) return user;
        refuse(reply, token === undefined ? 'Missing_OAuth_Token' : 'Bad_OAuth_Token');
        return undefined;
    }
}

/** The token of `Authorization: Bearer …` (or `OAuth …`, which Salesforce takes too). */
export function bearerToken(request: FastifyRequest): string | undefined {
    return /^(?:Bearer|OAuth) (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

function tokenInAddress(request: FastifyRequest): string | undefined {
    const { oauth_token: oauthToken, access_token: accessToken } = queryOf(request);
    return oauthToken ?? accessToken;
}

/** The posted form; client id and secret may come in an `Authorization: Basic` header instead. */
function formOf(request: FastifyRequest): Form {
    const form = singleValues(request.body);
    const basic = /^Basic (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (!basic) return form;
    const [id = '', ...secret] = Buffer.from(basic, 'base64').toString('utf8').split(':');
    return { client_id: id, client_secret: secret.join(':'), ...form };
}

function queryOf(request: FastifyRequest): Form {
    return singleValues(request.query);
}

/** A parameter that is given twice counts once, with its last value. */
function singleValues(parameters: unknown): Form {
    const entries = Object.entries((parameters ?? {}) as Record<string, string | string[]>);
    return Object.fromEntries(
        entries.map(([name, value]) => [name, Array.isArray(value) ? value.at(-1) : value])
    );
}

function introspection(session: AccessSession, user: OrgUser, sub: string) {
    const seconds = (milliseconds: number) => Math.floor(milliseconds / 1000);
    return {
        active: true,
        scope: session.scope,
        client_id: session.clientId,
        username: user.username,
        sub,
        token_type: 'access_token',
        exp: seconds(session.expiresAt),
        iat: seconds(session.issuedAt),
        nbf: seconds(session.issuedAt)
    };
}

/** The identity service refuses with one word of plain text and 403, not as the data API does. */
function refuse(reply: FastifyReply, word: string): FastifyReply {
    return reply.status(403).type('text/html;charset=UTF-8').send(word);
}

function sendOAuthError(
    error: Error & { statusCode?: number },
    request: FastifyRequest,
    reply: FastifyReply
): void {
    if (error instanceof OAuthError) {
        reply.status(400).send({ error: error.error, error_description: error.message });
    } else if (error.statusCode !== undefined && error.statusCode < 500) {
        reply
            .status(error.statusCode)
            .send({ error: 'invalid_request', error_description: error.message });
    } else {
        request.log.error(error);
        reply.status(500).send({
            error: 'server_error',
            error_description: 'the local org failed; see its log'
        });
    }
}
