import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { INTEGRATION_USERNAME } from '../engine/firstRows.ts';

/** The connected apps of the org: who may ask for tokens, and as whom it then acts. */

export interface OAuthClient {
    readonly clientId: string;
    /** For client credentials, and for codes and refresh where one is set. */
    readonly clientSecret?: string;
    /** PEM of an X.509 certificate or of an RSA public key, for the JWT bearer flow. */
    readonly publicKey?: string;
    /** Username of the user that client credentials act as. */
    readonly runAs?: string;
    /** Callback addresses of the web-server flow: a request names one of them, letter by letter. */
    readonly redirectUris?: readonly string[];
    /** Codes are given with a code challenge only; without a secret that goes for every client. */
    readonly requirePkce?: boolean;
}

export class ClientRegistry {
    readonly #clients = new Map<string, OAuthClient>();

    constructor(clients: readonly OAuthClient[]) {
        for (const client of clients) this.add(client);
    }

    /** @throws Error for a redirect URI that is no address to send a browser to */
    add(client: OAuthClient): void {
        for (const uri of client.redirectUris ?? []) checkRedirectUri(uri, client.clientId);
        this.#clients.set(client.clientId, client);
    }

    find(clientId: string): OAuthClient | undefined {
        return this.#clients.get(clientId);
    }
}

/** Schemes that run or show what they carry instead of leading to an app. */
const NOWHERE = /^(?:about|blob|data|file|javascript|vbscript):$/;

function checkRedirectUri(uri: string, clientId: string): void {
    const good =
        URL.canParse(uri) &&
        /^[!-~]+$/.test(uri) &&
        !uri.includes('#') &&
        !NOWHERE.test(new URL(uri).protocol);
    if (!good) {
        throw new Error(
            `${JSON.stringify(uri)} is no redirect URI for the client ${clientId}. ` +
                'Give a full address without a fragment, as in https://app.example/callback.'
        );
    }
}

export function secretMatches(client: OAuthClient, secret: string | undefined): boolean {
    if (client.clientSecret === undefined || secret === undefined) return false;
    return timingSafeEqual(digest(client.clientSecret), digest(secret));
}

function digest(text: string): Buffer {
    return createHash('sha256').update(text).digest();
}

/** Where the default client of an org is kept: beside the org's file, readable by its owner alone. */
export function clientFileOf(orgFile: string): string | undefined {
    return orgFile === ':memory:' ? undefined : `${orgFile}.client.json`;
}

/**
 * The client a new org comes with: made up at the first start and the same from then on. An org in
 * memory gets a new one each time.
 * @throws Error when the file beside the org is damaged
 */
export function defaultClient(orgFile: string, runAs: string = INTEGRATION_USERNAME): OAuthClient {
    const file = clientFileOf(orgFile);
    if (file && existsSync(file)) return readClient(file);
    const client: OAuthClient = {
        clientId: `3MVG9${randomBytes(30).toString('base64url')}`,
        clientSecret: randomBytes(32).toString('hex').toUpperCase(),
        runAs
    };
    if (file) writeClient(file, client);
    return client;
}

function readClient(file: string): OAuthClient {
    try {
        const client = JSON.parse(readFileSync(file, 'utf8')) as OAuthClient;
        const { clientId, clientSecret, runAs, publicKey = '', redirectUris = [] } = client;
        const lists = Array.isArray(redirectUris) ? redirectUris : [undefined];
        const texts = [clientId, clientSecret, runAs, publicKey, ...lists];
        if (texts.every((text) => typeof text === 'string')) return client;
    } catch (cause) {
        if (!(cause instanceof SyntaxError)) throw cause;
    }
    throw new Error(
        `${file} is not a client of the local org (clientId, clientSecret, runAs and, if there are any, publicKey and redirectUris). ` +
            'Delete it and start again: a new one is made up.'
    );
}

function writeClient(file: string, client: OAuthClient): void {
    // A rename is all or nothing: a kill in between leaves no half-written secret behind.
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, `${JSON.stringify(client, undefined, 4)}\n`, { mode: 0o600 });
    renameSync(draft, file);
}
