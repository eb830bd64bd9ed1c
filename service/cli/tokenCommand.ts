import { createPrivateKey, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { SignJWT } from 'jose';
import { SCOPES, type Scope } from '../auth/caller.ts';
import { surroundings } from './connect.ts';
import { CommandError, EXIT, type CommandIo } from './io.ts';

interface TokenOptions {
    readonly key?: string;
    readonly issuer?: string;
    readonly audience?: string;
    readonly subject: string;
    readonly scope: readonly Scope[];
    readonly minutes: number;
}

/** `token`: signs a service credential, for trying things out and for small back ends. */
export function addTokenCommand(program: Command, io: CommandIo, end: (code: number) => void) {
    program
        .command('token')
        .description('Sign a service credential with a private key, and print it.')
        .option('--key <file>', 'private key, PEM (default: that of the local set-up)')
        .option('--issuer <text>', 'iss claim (default: SERVICE_JWT_ISSUER)')
        .option('--audience <text>', 'aud claim (default: SERVICE_JWT_AUDIENCE)')
        .option('--subject <text>', 'sub claim: which back end it is', 'command-line')
        .addOption(
            new Option('--scope <scope...>', 'what it may do')
                .choices([...SCOPES])
                .default(['decide'])
        )
        .option('--minutes <number>', 'how long it is good, up to a day', minutes, 60)
        .addHelpText(
            'after',
            '\nA new pair of keys:\n' +
                '  openssl genpkey -algorithm ed25519 -out private.pem\n' +
                '  openssl pkey -in private.pem -pubout -out public.pem   # SERVICE_JWT_PUBLIC_KEY_FILE'
        )
        .action(async (options: TokenOptions) => {
            io.out(`${await sign(io, options)}\n`);
            end(EXIT.ok);
        });
}

async function sign(io: CommandIo, options: TokenOptions): Promise<string> {
    const { env } = surroundings(io);
    const issuer = options.issuer ?? env['SERVICE_JWT_ISSUER'];
    if (!issuer) {
        throw new CommandError(
            'It is not known who issues the credential.',
            'Give --issuer, the same as SERVICE_JWT_ISSUER of the service.'
        );
    }
    const key = keyFrom(
        resolve(io.folder, options.key ?? `${env['LOCAL_DIR'] ?? '.local'}/service-private.pem`)
    );
    return new SignJWT({ scope: options.scope.join(' ') })
        .setProtectedHeader({ alg: algorithmOf(key), typ: 'JWT' })
        .setIssuer(issuer)
        .setAudience(options.audience ?? (env['SERVICE_JWT_AUDIENCE'] || 'callback-numbers'))
        .setSubject(options.subject)
        .setIssuedAt()
        .setExpirationTime(`${options.minutes}m`)
        .sign(key);
}

function keyFrom(path: string): KeyObject {
    if (!existsSync(path)) {
        throw new CommandError(
            `There is no key file ${path}.`,
            'Give --key, or run `npm start` once for a key of the local set-up.'
        );
    }
    try {
        return createPrivateKey(readFileSync(path));
    } catch (cause) {
        throw new CommandError(
            `${path} holds no private key that can be read.`,
            'It must be PEM without a pass phrase: -----BEGIN PRIVATE KEY-----',
            { cause }
        );
    }
}

function algorithmOf(key: KeyObject): string {
    switch (key.asymmetricKeyType) {
        case 'ed25519':
            return 'EdDSA';
        case 'rsa':
            return 'RS256';
        case 'ec':
            if (key.asymmetricKeyDetails?.namedCurve === 'prime256v1') {
                return 'ES256';
            }
    }
    throw new CommandError(
        `Keys of type ${key.asymmetricKeyType} are not accepted by the service.`,
        'Use Ed25519, RSA or P-256.'
    );
}

function minutes(text: string): number {
    const value = Number(text);
    if (!Number.isInteger(value) || value < 1 || value > 1_440) {
        throw new InvalidArgumentError('It must be a whole number from 1 to 1440.');
    }
    return value;
}
