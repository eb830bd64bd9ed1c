import { execFile, type ExecFileException } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { startLocalOrg, type LocalOrg } from '../../local-org/index.ts';
import { loadConfig } from '../../service/config/loadConfig.ts';
import { startService, type RunningService } from '../../service/startUp/startService.ts';
import { registerSampleActions } from '../data/sampleActions.ts';
import { seedLocalOrg } from '../data/seedLocalOrg.ts';
import type { HttpText } from './guideSteps.ts';

const ROOT = path.resolve('.');
const TSX = import.meta.resolve('tsx');
/** Agents of the sample data, as the guide calls them. */
const AGENTS = {
    agentId: 'oliver.pemberton',
    otherAgentId: 'hannah.okafor'
} as const;

/** Programs that the guide's commands are made of. */
const PROGRAMS = ['bash', 'basenc', 'curl', 'openssl'];
const missing = PROGRAMS.filter(
    (name) =>
        !(process.env['PATH'] ?? '')
            .split(path.delimiter)
            .some((folder) => existsSync(path.join(folder, name)))
);

/** @returns programs that these commands need, and that this machine has not */
export function programsMissing(code: string): string[] {
    return missing.filter((name) => name === 'bash' || code.includes(`${name} `));
}

interface Running {
    readonly env?: Readonly<Record<string, string>>;
    /** What is done with a program that serves, before it is stopped. */
    readonly visit?: (url: string) => Promise<void>;
}

/** An embedded org with the sample data, the service over it, and a folder of the reader's. */
export class GuideWorld {
    readonly org: LocalOrg;
    readonly #folder = mkdtempSync(path.join(tmpdir(), 'integrator-'));
    /** What stands in braces in the guide. */
    readonly #names = new Map<string, string>();
    #service: RunningService | undefined;

    private constructor(org: LocalOrg) {
        this.org = org;
        for (const [name, login] of Object.entries(AGENTS)) {
            const username = `${login}@callback-numbers.example`;
            this.#names.set(name, this.#idOf('User', `Username = '${username}'`));
        }
        this.#names.set('contactId', this.#idOf('Contact', "Name = 'Beatrice Holloway'"));
        this.#writeKeys();
        const agent = `${AGENTS.agentId}@callback-numbers.example`;
        this.#names.set('agentToken', org.signIn(agent).accessToken);
    }

    static async start(): Promise<GuideWorld> {
        const org = await startLocalOrg({ file: ':memory:' });
        registerSampleActions(org);
        await seedLocalOrg(org);
        return new GuideWorld(org);
    }

    async stop(): Promise<void> {
        await this.#service?.stop();
        await this.org.close();
        rmSync(this.#folder, { recursive: true });
    }

    /** The text with what stands in braces put in. */
    filled(text: string): string {
        return text.replaceAll(/\{(\w+)\}/g, (whole, name) => this.#names.get(name) ?? whole);
    }

    remember(name: string, value: string): void {
        this.#names.set(name, value);
    }

    /** Lines of the decision log with this dial key. */
    async logged(dialKey: string): Promise<number> {
        // Stopping writes what is left of the log.
        await this.#service?.stop();
        const { records } = this.org.engine
            .systemSession()
            .query(`SELECT Id FROM Callback_Decision__c WHERE Dial_Key__c LIKE '%:${dialKey}'`);
        return records.length;
    }

    async send({ firstLine, headers, body }: HttpText): Promise<Response> {
        const [method, address] = this.filled(firstLine).split(' ');
        const { url } = await this.running();
        return fetch(`${url}${address}`, {
            method,
            headers: Object.fromEntries(
                Object.entries(headers).map(([name, value]) => [name, this.filled(value)])
            ),
            ...(body !== '' && { body: this.filled(body) })
        });
    }

    /** Runs commands in the reader's folder. @returns what they print @throws Error where one fails */
    async shell(code: string): Promise<string> {
        const { url = '' } = this.#service ?? {};
        const cli = `npm() { [ "$1 $2 $3 $4" = 'run -s cli --' ] || return 64; shift 4; '${process.execPath}' --import '${TSX}' '${ROOT}/service/cli/main.ts' "$@"; }`;
        return this.#run('bash', ['-euc', `${cli}\n${this.filled(code)}`], { SERVICE: url });
    }

    /**
     * Runs a program that stands beside `service/`, until it ends, or is ready and was visited.
     * @returns what it prints
     */
    async program(code: string, { env = {}, visit }: Running = {}): Promise<string> {
        const file = path.join(this.#folder, 'program.mts');
        writeFileSync(file, this.filled(code).replaceAll("'./service/", `'${ROOT}/service/`));
        return this.#run(process.execPath, ['--import', TSX, file], env, visit);
    }

    /** The service, started with the key pair that the guide has made before. */
    async running(): Promise<RunningService> {
        if (this.#service === undefined) {
            const config = loadConfig(this.#environment());
            this.#service = await startService(config, pino({ level: 'silent' }));
            await this.#service.ready;
        }
        return this.#service;
    }

    #environment(): Record<string, string> {
        const { clientId, clientSecret = '' } = this.org.client;
        return {
            SF_LOGIN_URL: this.org.url,
            SF_CLIENT_ID: clientId,
            SF_CLIENT_SECRET: clientSecret,
            SERVICE_JWT_ISSUER: 'https://telephony.acme.com',
            SERVICE_JWT_PUBLIC_KEY_FILE: path.join(this.#folder, 'public.pem'),
            PORT: '0'
        };
    }

    #run(
        file: string,
        args: string[],
        more: Readonly<Record<string, string>>,
        visit = async (_url: string) => {}
    ): Promise<string> {
        const env = { PATH: process.env['PATH'] ?? '', ...this.#environment(), ...more };
        return new Promise((resolve, reject) => {
            let visited = Promise.resolve();
            const done = (error: ExecFileException | null, out: string, err: string) =>
                error
                    ? reject(new Error(`${out}${err}`, { cause: error }))
                    : visited.then(() => resolve(out), reject);
            const child = execFile(file, args, { cwd: this.#folder, env }, done);
            child.stdout?.on('data', (text) => {
                const url = /^Ready at (\S+)/m.exec(text)?.[1];
                if (url !== undefined) {
                    visited = visit(url);
                    visited.catch(() => undefined).finally(() => child.kill('SIGTERM'));
                }
            });
        });
    }

    /** The pair that the guide makes first, for machines that cannot. */
    #writeKeys(): void {
        const { privateKey, publicKey } = generateKeyPairSync('ed25519');
        const write = (name: string, key: string | Buffer) =>
            writeFileSync(path.join(this.#folder, name), key);
        write('private.pem', privateKey.export({ format: 'pem', type: 'pkcs8' }));
        write('public.pem', publicKey.export({ format: 'pem', type: 'spki' }));
    }

    #idOf(object: string, condition: string): string {
        const { records } = this.org.engine
            .systemSession()
            .query(`SELECT Id FROM ${object} WHERE ${condition}`);
        return String(records[0]['Id']);
    }
}
