import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { labelsIn, languageOf } from '../../../browser/labels.ts';
import { assetsOf, pageLabels } from '../../../browser/pageHead.ts';
import { metadataFiles } from '../../engine/schema/metadataXml.ts';
import type { OrgEngine } from '../../engine/types.ts';
import { NEWEST_API_VERSION } from '../../http/apiVersions.ts';
import type { OrgPlace } from '../../http/identity.ts';
import { isOwnHost, isSameOrigin } from '../../http/ownAddress.ts';
import { isObject } from '../../http/requestBody.ts';
import type { SessionStore } from '../../http/sessions.ts';
import { readApplication } from '../metadata/application.ts';
import { exposedBundles } from '../metadata/exposedBundles.ts';
import { readTabLabels } from '../metadata/tabLabels.ts';
import { readCallCenter } from '../openCti/callCenter.ts';
import { openCtiRoutes } from '../openCti/openCtiScript.ts';
import type { ShellOptions } from '../options.ts';
import { readVoice } from '../voice/voiceMetadata.ts';
import { shellBoot, type ShellFacts } from './shellBoot.ts';
import { ASSETS, shellDocument } from './shellDocument.ts';
import { cookieOf, ShellSessions } from './shellSessions.ts';

export interface ShellContext {
    readonly engine: OrgEngine;
    readonly sessions: SessionStore;
    readonly place: OrgPlace;
    readonly signIn: (username: string) => { readonly accessToken: string };
    readonly shell: ShellOptions;
}

const PACKAGE = fileURLToPath(new URL('../../../force-app/main/default', import.meta.url));
const VOICE = fileURLToPath(new URL('../../../force-app-voice/main/default', import.meta.url));
const HOME = '/lightning/page/home';

/**
 * The Lightning page: itself at every address below `/lightning/`, its files, the static resources
 * of the package, the script of Open CTI, and the menu of users.
 */
export async function shellRoutes(app: FastifyInstance, context: ShellContext): Promise<void> {
    const { engine, sessions, place, signIn, shell } = context;
    const { builtPage, users, metadataDir = PACKAGE } = shell;
    const [first] = users;
    if (!first) {
        throw new Error('The Lightning page needs at least one user: shell.users is empty.');
    }
    const facts: ShellFacts = {
        engine,
        metadataDir,
        app: readApplication(metadataDir, shell.app ?? 'Callback_Numbers'),
        people: users,
        apiVersion: NEWEST_API_VERSION,
        ...softphoneFacts(metadataDir, shell.softphoneUrl),
        ...voiceFacts(metadataDir, shell),
        allLabels: (locale) => labelsIn(languageOf(locale)),
        labels: (locale) => pageLabels(builtPage, languageOf(locale)),
        tabLabels: (locale) => readTabLabels(metadataDir, languageOf(locale)),
        lang: (locale) => languageOf(locale).replace('_', '-')
    };
    const browsers = new ShellSessions({
        signIn,
        isGood: (token) => sessions.use(token) !== undefined,
        revoke: (token) => void sessions.revoke(token)
    });

    await app.register(openCtiRoutes);
    for (const [at, { url, folder }] of assetsOf(builtPage, ASSETS).entries()) {
        await app.register(fastifyStatic, {
            root: folder,
            prefix: `${url}/`,
            decorateReply: at === 0,
            immutable: true,
            maxAge: '365d'
        });
    }

    app.get('/resource/:name', async (request, reply) => {
        const { name } = request.params as { name: string };
        const file = shell.resourceFile?.(name);
        return file
            ? reply
                  .type('application/javascript;charset=UTF-8')
                  .header('x-content-type-options', 'nosniff')
                  .header('cache-control', 'public, max-age=3600')
                  .send(await readFile(file))
            : reply.status(404).send({ error: `The local org has no static resource ${name}.` });
    });

    for (const address of ['/', '/lightning']) {
        app.get(address, (_request, reply) => reply.redirect(HOME, 302));
    }
    app.get('/lightning/*', (request, reply) => {
        // One name for one org: the softphone may be framed by that one alone.
        if (request.headers.host !== new URL(place.url).host) {
            return isOwnHost(request.headers.host, place.url)
                ? reply.redirect(place.url + request.url, 302)
                : refuse(reply, 421, `Open the local org at ${place.url}.`);
        }
        try {
            const session = browsers.of(request.headers.cookie, first.username);
            const boot = shellBoot(facts, session, place.url);
            const { html, headers } = shellDocument(builtPage, boot);
            return reply.headers(headers).header('set-cookie', cookieOf(session)).send(html);
        } catch (error) {
            request.log.warn(error);
            return refuse(reply, 503, `The page cannot be shown yet: ${messageOf(error)}.`);
        }
    });

    app.post('/lightning/session', (request, reply) => {
        if (!isOwnHost(request.headers.host, place.url) || !isSameOrigin(request, place.url)) {
            return refuse(reply, 403, 'Only the Lightning page of this org may change its user.');
        }
        const { username } = isObject(request.body) ? request.body : {};
        if (typeof username !== 'string') {
            return refuse(reply, 400, 'Name the user: {"username": "…"}');
        }
        try {
            const session = browsers.change(request.headers.cookie, username);
            return reply.status(204).header('set-cookie', cookieOf(session)).send();
        } catch (error) {
            return refuse(reply, 400, messageOf(error));
        }
    });
}

/** The softphone with the settings of the package's call center. */
function softphoneFacts(
    metadataDir: string,
    softphoneUrl: string | undefined
): Pick<ShellFacts, 'softphoneUrl' | 'callCenterSettings'> {
    if (softphoneUrl === undefined) {
        return {};
    }
    const [file] = metadataFiles(join(metadataDir, 'callCenters'), '.callCenter-meta.xml');
    return {
        softphoneUrl,
        ...(file && {
            callCenterSettings: readCallCenter(readFileSync(file, 'utf8'), softphoneUrl).settings
        })
    };
}

/** The connector with what the package says of Salesforce Voice. */
function voiceFacts(
    metadataDir: string,
    { voice, voiceMetadataDir = VOICE }: ShellOptions
): Pick<ShellFacts, 'voice'> {
    if (!voice) {
        return {};
    }
    const { connectorUrl } = voice;
    return {
        voice: {
            ...voice,
            ...readVoice(voiceMetadataDir, connectorUrl, exposedBundles(metadataDir))
        }
    };
}

function messageOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}

function refuse(reply: FastifyReply, status: number, error: string): FastifyReply {
    return reply.status(status).header('cache-control', 'no-store').send({ error });
}
