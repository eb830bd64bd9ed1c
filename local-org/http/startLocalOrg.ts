import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { openOrg } from '../engine/openOrg.ts';
import type { OrgEngine } from '../engine/types.ts';
import { ActionRegistry } from './actions.ts';
import { AuthorizationCodes } from './authorizationCodes.ts';
import { ClientRegistry, defaultClient, type OAuthClient } from './clients.ts';
import { Faults } from './faults.ts';
import type { OrgPlace } from './identity.ts';
import { RequestCounter } from './requestCounter.ts';
import { createRestApi } from './restApi.ts';
import type { ShellOptions } from '../shell/options.ts';
import type { ShellContext } from '../shell/server/shellRoutes.ts';
import { createServer, type Front } from './server.ts';
import { SessionStore } from './sessions.ts';
import { userByUsername } from './users.ts';

export interface LocalOrgOptions {
    /** The org's SQLite file, made when it is not there, folders and all; ':memory:' for none. */
    readonly file: string;
    /** Folder with `objects/` and `permissionsets/`; this package's own unless told. */
    readonly metadataDir?: string;
    /** 0, the default, takes any free port. */
    readonly port?: number;
    /** '127.0.0.1' unless told. */
    readonly host?: string;
    /** One line a request on stderr; errors are written there in any case. */
    readonly log?: boolean;
    /** Connected apps beside the default one. */
    readonly clients?: readonly OAuthClient[];
    /** Username the default client acts as; counts only when that client is made up. */
    readonly runAs?: string;
    /** Milliseconds without a request after which a session ends; two hours unless told. */
    readonly sessionLifetimeMs?: number;
    /** Milliseconds an authorization code is good for; 15 minutes unless told, and never longer. */
    readonly codeLifetimeMs?: number;
    /** An engine that is open already; whoever opened it closes it. */
    readonly engine?: OrgEngine;
    /** The Lightning page, at `/lightning/page/home`; none unless told. */
    readonly shell?: ShellOptions;
}

export interface SignedIn {
    readonly accessToken: string;
    readonly instanceUrl: string;
    readonly userId: string;
    /** Only where the session was opened for a client. */
    readonly refreshToken?: string;
}

export interface LocalOrg {
    /** Login and instance address, without a slash at its end. */
    readonly url: string;
    readonly engine: OrgEngine;
    readonly actions: ActionRegistry;
    readonly requests: RequestCounter;
    readonly faults: Faults;
    readonly clients: ClientRegistry;
    /** The client the org came with: for client credentials. */
    readonly client: OAuthClient;
    /**
     * A session without a password: the stand-in for the login form. Naming a client brings a
     * refresh token too.
     * @throws Error for an unknown or inactive user, or an unknown client
     */
    signIn(username: string, clientId?: string): SignedIn;
    /** Stops listening, lets requests finish, and closes the engine unless it came from outside. */
    close(): Promise<void>;
}

const PACKAGE = fileURLToPath(new URL('../../force-app/main/default', import.meta.url));
const TWO_HOURS_MS = 2 * 60 * 60 * 1000;
const LOOPBACK = '127.0.0.1';

/**
 * Opens the org's file and serves it.
 * @throws Error when the file or the port is in use, or the metadata cannot be read
 */
export async function startLocalOrg(options: LocalOrgOptions): Promise<LocalOrg> {
    const engine = options.engine ?? open(options);
    try {
        return await serve(engine, options);
    } catch (error) {
        if (!options.engine) engine.close();
        throw error;
    }
}

function open({ file, metadataDir = PACKAGE }: LocalOrgOptions): OrgEngine {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    return openOrg({ file, metadataDir });
}

async function serve(engine: OrgEngine, options: LocalOrgOptions): Promise<LocalOrg> {
    const { host = LOOPBACK, port = 0, log = false } = options;
    const client = defaultClient(options.file, options.runAs);
    const clients = new ClientRegistry([client, ...(options.clients ?? [])]);
    const sessions = new SessionStore({
        organizationId: engine.organizationId,
        lifetimeMs: options.sessionLifetimeMs ?? TWO_HOURS_MS
    });
    const codes = new AuthorizationCodes({
        lifetimeMs: options.codeLifetimeMs,
        revoke: (token) => sessions.revoke(token)
    });
    const place: OrgPlace = { url: '', organizationId: engine.organizationId };
    const requests = new RequestCounter();
    const actions = new ActionRegistry();
    const faults = new Faults(() => sessions.expireAll());
    const api = createRestApi(actions, requests, place);

    function signIn(username: string, clientId?: string): SignedIn {
        const user = userByUsername(engine, username);
        if (!user) throw new Error(`The local org has no user ${username}`);
        if (!user.active) throw new Error(`The user ${username} is inactive`);
        if (clientId !== undefined && !clients.find(clientId)) {
            throw new Error(`The local org has no client ${clientId}`);
        }
        const grant = { userId: user.id, clientId: clientId ?? 'sign-in', scope: 'full' };
        const { accessToken } = sessions.open(grant);
        return {
            accessToken,
            instanceUrl: place.url,
            userId: user.id,
            ...(clientId !== undefined && { refreshToken: sessions.issueRefreshToken(grant) })
        };
    }

    const app = await createServer(
        { engine, clients, sessions, codes, place, requests, faults, api, signIn },
        { log, front: await shellOf(options.shell, { engine, sessions, place, signIn }) }
    );
    place.url = await listen(app, host, port);

    return {
        url: place.url,
        engine,
        actions,
        requests,
        faults,
        clients,
        client,
        signIn,
        async close() {
            faults.clear();
            faults.release();
            await app.close();
            if (!options.engine) engine.close();
        }
    };
}

/** Loaded on demand: an org without a page needs nothing of what pages are made with. */
async function shellOf(
    shell: ShellOptions | undefined,
    context: Omit<ShellContext, 'shell'>
): Promise<Front | undefined> {
    if (!shell) return undefined;
    const { shellRoutes } = await import('../shell/server/shellRoutes.ts');
    return (app) => shellRoutes(app, { ...context, shell });
}

/** The address to reach the org at. @throws Error when the port is taken */
async function listen(app: FastifyInstance, host: string, port: number): Promise<string> {
    try {
        await app.listen({ host, port });
    } catch (cause) {
        await app.close();
        if ((cause as NodeJS.ErrnoException).code === 'EADDRINUSE') {
            throw new Error(
                `Port ${port} on ${host} is in use. Stop what listens there, or choose another port.`,
                { cause }
            );
        }
        throw cause;
    }
    const bound = app.server.address();
    const boundPort = typeof bound === 'object' && bound !== null ? bound.port : port;
    const everywhere = host === '0.0.0.0' || host === '::';
    const name = everywhere ? LOOPBACK : host.includes(':') ? `[${host}]` : host;
    return `http://${name}:${boundPort}`;
}
