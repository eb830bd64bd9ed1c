import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startVonageApi, type VonageApi } from '../../service/telephony/testing/vonageApi.ts';

/** The stand-in of a vendor's API, and how the service is told of it. */
export interface LocalVonage {
    readonly api: VonageApi;
    /** Variables of the service. */
    readonly variables: Readonly<Record<string, string>>;
    close(): Promise<void>;
}

const APPLICATION = 'c2e7a6a0-3d5b-4a8e-9b60-0c6f2d3f7a11';

/** With keys of its own, made for this run. */
export async function startVonage(): Promise<LocalVonage> {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', {
        modulusLength: 2_048,
        publicKeyEncoding: { type: 'spki', format: 'pem' },
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' }
    });
    const folder = mkdtempSync(path.join(tmpdir(), 'vonage-'));
    const keyFile = path.join(folder, 'application.key');
    writeFileSync(keyFile, privateKey, { mode: 0o600 });
    const signatureSecret = 'made for this run, and known to nothing else';
    const api = await startVonageApi({ applicationId: APPLICATION, publicKey, signatureSecret });
    return {
        api,
        variables: {
            TELEPHONY: 'vonage',
            VONAGE_APPLICATION_ID: APPLICATION,
            VONAGE_PRIVATE_KEY_FILE: keyFile,
            VONAGE_SIGNATURE_SECRET: signatureSecret,
            VONAGE_API_URL: api.url,
            AGENT_DEVICE: 'app:{agentId}'
        },
        async close() {
            await api.close();
            rmSync(folder, { recursive: true, force: true });
        }
    };
}
