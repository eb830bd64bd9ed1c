import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
    addressWith,
    readAuthorizeRequest,
    type AuthorizeRequest,
    type Query
} from './authorizeRequest.ts';
import { FORM_LIFETIME_MS, LoginForms } from './loginForms.ts';
import { errorPage, loginPage, type Page } from './loginPage.ts';
import type { GrantContext } from './oauthGrants.ts';
import { isOwnHost, isSameOrigin } from './ownAddress.ts';
import { activeUsers, userByUsername } from './users.ts';

const PATH = '/services/oauth2/authorize';
const COOKIE = 'local_org_login';

/** The user's side of the web-server flow: a page to choose a user on, and the way back to the app. */
export async function authorizeRoutes(app: FastifyInstance, context: GrantContext): Promise<void> {
    app.removeAllContentTypeParsers();
    await app.register(formbody);
    const { engine, clients, codes, place } = context;
    const forms = new LoginForms();

    app.addHook('preHandler', (request, reply, done) => {
        if (isOwnHost(request.headers.host, place.url)) return done();
        const error = { error: 'invalid_request', description: 'unknown host name' };
        sendPage(reply, 421, errorPage(error, `Open the local org at ${place.url}.`));
    });

    app.get(PATH, { config: { kind: 'authorize' } }, (request, reply) => {
        const read = readAuthorizeRequest(request.query as Query, clients);
        switch (read.status) {
            case 'page':
                return sendPage(reply, 400, errorPage(read.error, REGISTER));
            case 'redirect':
                return redirect(reply, read.location);
            case 'good':
                return showLogin(request, reply, read.request);
        }
    });

    app.post(PATH, { config: { kind: 'authorize' } }, (request, reply) => {
        const { form_token: formToken, username, decision } = (request.body ?? {}) as Query;
        const asked =
            isSameOrigin(request, place.url) && typeof formToken === 'string'
                ? forms.take(formToken, cookieOf(request))
                : undefined;
        if (!asked) {
            const error = { error: 'invalid_request', description: 'this page is out of date' };
            return sendPage(reply, 400, errorPage(error, 'Go back to the app and sign in again.'));
        }
        const { client, redirectUri, state, scope, codeChallenge } = asked;
        if (decision !== 'allow') {
            const error = {
                error: 'access_denied',
                error_description: 'end-user denied authorization'
            };
            return redirect(reply, addressWith(redirectUri, { ...error, state }));
        }
        const user = typeof username === 'string' ? userByUsername(engine, username) : undefined;
        if (!user?.active) {
            return showLogin(request, reply, asked, 'Choose an active user of the local org.');
        }
        const clientId = client.clientId;
        const code = codes.issue({ userId: user.id, clientId, redirectUri, scope, codeChallenge });
        return redirect(reply, addressWith(redirectUri, { code, state }));
    });

    function showLogin(
        request: FastifyRequest,
        reply: FastifyReply,
        asked: AuthorizeRequest,
        problem?: string
    ): FastifyReply {
        const { formToken, cookie } = forms.show(asked, cookieOf(request));
        reply.header(
            'set-cookie',
            `${COOKIE}=${cookie}; Path=${PATH}; Max-Age=${FORM_LIFETIME_MS / 1000}; HttpOnly; SameSite=Lax`
        );
        const page = loginPage({ request: asked, users: activeUsers(engine), formToken, problem });
        return sendPage(reply, problem === undefined ? 200 : 400, page);
    }
}

const REGISTER =
    'The app that sent you here is not set up in the local org: register its client id and redirectUris.';

function sendPage(reply: FastifyReply, status: number, { html, headers }: Page): FastifyReply {
    return reply.status(status).headers(headers).send(html);
}

/** 303, so that the browser forgets the form; and the app is not told where its user came from. */
function redirect(reply: FastifyReply, location: string): FastifyReply {
    return reply
        .headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
        .redirect(location, 303);
}

function cookieOf(request: FastifyRequest): string | undefined {
    return new RegExp(`(?:^|;\\s*)${COOKIE}=([^;\\s]+)`).exec(request.headers.cookie ?? '')?.[1];
}
