import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startVonageApi } from '../../service/telephony/testing/vonageApi.ts';
import { provideWorld } from '../world.ts';

declare module 'vitest' {
    interface ProvidedContext {
        /** The stand-in of the telephony's API: what it received is at `/_received`. */
        telephonyUrl: string;
    }
}

const APPLICATION = 'c2e7a6a0-3d5b-4a8e-9b60-0c6f2d3f7a11';

/** The world of the journeys with a telephony behind the service, and two agents on Salesforce Voice. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', {
        modulusLength: 2_048,
        publicKeyEncoding: { type: 'spki', format: 'pem' },
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' }
    });
    const folder = mkdtempSync(path.join(tmpdir(), 'telephony-'));
    const keyFile = path.join(folder, 'vonage.key');
    writeFileSync(keyFile, privateKey, { mode: 0o600 });
    const signatureSecret = 'a secret of the journeys, and of nothing else';
    const api = await startVonageApi({ applicationId: APPLICATION, publicKey, signatureSecret });
    const end = await provideWorld(project, {
        name: 'service-with-telephony',
        voiceAgents: [
            'sofia.lindqvist@callback-numbers.example',
            'liam.oconnor@callback-numbers.example',
            'priya.raman@callback-numbers.example'
        ],
        telephony: {
            TELEPHONY: 'vonage',
            VONAGE_APPLICATION_ID: APPLICATION,
            VONAGE_PRIVATE_KEY_FILE: keyFile,
            VONAGE_SIGNATURE_SECRET: signatureSecret,
            VONAGE_API_URL: api.url,
            AGENT_DEVICE: 'app:{agentId}'
        }
    });
    project.provide('telephonyUrl', api.url);
    return async () => {
        await end();
        await api.close();
        rmSync(folder, { recursive: true, force: true });
    };
}
