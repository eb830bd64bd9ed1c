import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exportPKCS8, exportSPKI, generateKeyPair, importPKCS8, SignJWT } from 'jose';

/** What the local set-up keeps between two starts; readable by its owner alone. */
export interface LocalFiles {
    readonly orgFile: string;
    readonly publicKeyFile: string;
    readonly privateKeyFile: string;
    readonly spoolFile: string;
    /** Seals the sessions of the softphone: they outlive a start. */
    readonly sessionKeyFile: string;
    /** The built page of the softphone. */
    readonly softphoneFolder: string;
    readonly serviceLog: string;
    /** Read by the command line where no variable is set. */
    readonly envFile: string;
}

export const ISSUER = 'local-telephony';
export const AUDIENCE = 'callback-numbers';

export async function prepareLocalFiles(folder: string): Promise<LocalFiles> {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = (name: string) => path.join(folder, name);
    const files: LocalFiles = {
        orgFile: file('org.db'),
        publicKeyFile: file('service-public.pem'),
        privateKeyFile: file('service-private.pem'),
        spoolFile: file('decisions.ndjson'),
        sessionKeyFile: file('session-key'),
        softphoneFolder: file('softphone'),
        serviceLog: file('service.log'),
        envFile: file('env')
    };
    if (!existsSync(files.privateKeyFile) || !existsSync(files.publicKeyFile)) {
        const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
        keep(files.publicKeyFile, await exportSPKI(publicKey));
        keep(files.privateKeyFile, await exportPKCS8(privateKey));
    }
    if (!existsSync(files.sessionKeyFile)) {
        keep(files.sessionKeyFile, randomBytes(32).toString('base64url'));
    }
    return files;
}

/** Writes a file that only its owner may read. */
export function keep(file: string, content: string): void {
    writeFileSync(file, content, { mode: 0o600 });
}

/** A service credential for trying things out: a telephony back end that may name any agent. */
export async function signCredential({ privateKeyFile }: LocalFiles): Promise<string> {
    const key = await importPKCS8(readFileSync(privateKeyFile, 'utf8'), 'EdDSA');
    return new SignJWT({ scope: 'decide admin' })
        .setProtectedHeader({ alg: 'EdDSA' })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setSubject('npm-start')
        .setIssuedAt()
        .setExpirationTime('12h')
        .sign(key);
}
