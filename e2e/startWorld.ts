import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ADMIN_USERNAME, startLocalOrg } from '../local-org/index.ts';
import { buildShell } from '../local-org/shell/build.ts';
import { registerSampleActions } from '../scripts/data/sampleActions.ts';
import { seedLocalOrg } from '../scripts/data/seedLocalOrg.ts';
import { staticResourceFile } from '../scripts/resources/staticResources.ts';
import {
    AUDIENCE,
    ISSUER,
    prepareLocalFiles,
    signCredential
} from '../scripts/start/localFiles.ts';
import { startService } from '../scripts/start/serviceProcess.ts';
import { connectSoftphone } from '../scripts/start/softphone.ts';
import { buildSoftphonePage } from '../service/softphone/page/build.ts';

const REPORTS = '.local/reports/journeys';

/** What differs from one world to another. */
export interface Surroundings {
    /** Names the log of the service. */
    readonly name: string;
    /** Who works with Salesforce Voice instead of Open CTI. */
    readonly voiceAgents?: readonly string[];
    /** The service's variables for its telephony. */
    readonly telephony?: Readonly<Record<string, string>>;
}

export interface World {
    readonly orgUrl: string;
    readonly serviceUrl: string;
    /** The admin's Salesforce session, for looking things up and for being the admin. */
    readonly adminToken: string;
    /** A service credential, for telling the service to read the org anew. */
    readonly credential: string;
    /** The process of the service, for a journey in which it freezes. */
    readonly servicePid: number;
    close(): Promise<void>;
}

/**
 * The embedded org with the sample data in memory and the Lightning page in front of it, and the
 * service as a process of its own with the softphone, as `npm start` has them.
 */
export async function startWorld({ name, voiceAgents, telephony }: Surroundings): Promise<World> {
    mkdirSync(REPORTS, { recursive: true });
    const folder = mkdtempSync(path.join(tmpdir(), 'world-'));
    const files = await prepareLocalFiles(folder);
    const builtPage = await buildShell();
    await buildSoftphonePage(files.softphoneFolder);

    const serviceUrl = `http://127.0.0.1:${await freePort()}`;
    const org = await startLocalOrg({
        file: ':memory:',
        shell: {
            builtPage,
            users: [{ username: ADMIN_USERNAME, role: 'admin' }],
            softphoneUrl: `${serviceUrl}/softphone`,
            ...(voiceAgents && {
                voice: { connectorUrl: `${serviceUrl}/softphone/voice`, usernames: voiceAgents }
            }),
            resourceFile: staticResourceFile
        }
    });
    registerSampleActions(org);
    await seedLocalOrg(org);
    const service = await startService(
        {
            SF_LOGIN_URL: org.url,
            SF_CLIENT_ID: org.client.clientId,
            SF_CLIENT_SECRET: org.client.clientSecret ?? '',
            HOST: '127.0.0.1',
            PORT: new URL(serviceUrl).port,
            SERVICE_JWT_ISSUER: ISSUER,
            SERVICE_JWT_AUDIENCE: AUDIENCE,
            SERVICE_JWT_PUBLIC_KEY_FILE: files.publicKeyFile,
            ...connectSoftphone(org, {
                url: serviceUrl,
                pageFolder: files.softphoneFolder,
                sessionKeyFile: files.sessionKeyFile
            }),
            ...telephony
        },
        path.join(REPORTS, `${name}.log`)
    );
    return {
        orgUrl: org.url,
        serviceUrl: service.url,
        adminToken: org.signIn(ADMIN_USERNAME).accessToken,
        credential: await signCredential(files),
        servicePid: service.pid,
        async close() {
            await service.stop();
            await org.close();
            rmSync(folder, { recursive: true, force: true });
        }
    };
}

/** A port nobody listens on now: the org's page and the service have to know each other's address. */
async function freePort(): Promise<number> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    return port;
}
