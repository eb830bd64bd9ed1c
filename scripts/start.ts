import path from 'node:path';
import { startLocalOrg, type LocalOrg } from '../local-org/index.ts';
import { buildSoftphonePage } from '../service/softphone/page/build.ts';
import { registerSampleActions } from './data/sampleActions.ts';
import { seedLocalOrg } from './data/seedLocalOrg.ts';
import { AUDIENCE, ISSUER, keep, prepareLocalFiles, signCredential } from './start/localFiles.ts';
import { prepareLightningPage, VOICE_AGENT } from './start/lightningPage.ts';
import { connectSoftphone } from './start/softphone.ts';
import { startService, type ServiceProcess } from './start/serviceProcess.ts';
import { demoDial } from './start/demoDial.ts';

/**
 * `npm start`: the embedded org with the sample data and its Lightning page, the service with the
 * softphone connected to it, and one Click to dial decided over HTTP. Everything is kept in
 * `.local/`; delete that folder to start over.
 */
const folder = path.resolve(process.env['LOCAL_DIR'] ?? '.local');
const orgPort = Number(process.env['ORG_PORT'] ?? 8810);
const servicePort = process.env['PORT'] ?? '8820';

let org: LocalOrg | undefined;
let service: ServiceProcess | undefined;
let stopping = false;

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => void stop(0));
}

try {
    await start();
} catch (error) {
    console.error(error instanceof Error ? messages(error) : error);
    await stop(1);
}

async function start(): Promise<void> {
    const files = await prepareLocalFiles(folder);
    const serviceUrl = `http://127.0.0.1:${servicePort}`;
    console.log('Building the Lightning page …');
    const shell = await prepareLightningPage(serviceUrl, (line) => console.log(`  ${line}`));
    // Goes on while the org starts; the vendor's components are built by now.
    const softphonePage = buildSoftphonePage(files.softphoneFolder);
    softphonePage.catch(() => undefined);
    console.log('Starting the embedded Salesforce org …');
    org = await startLocalOrg({ file: files.orgFile, port: orgPort, shell });
    registerSampleActions(org);
    await seedLocalOrg(org, (line) => console.log(`  ${line}`));

    const env = {
        SF_LOGIN_URL: org.url,
        SF_CLIENT_ID: org.client.clientId,
        SF_CLIENT_SECRET: org.client.clientSecret ?? '',
        HOST: '127.0.0.1',
        PORT: servicePort,
        SERVICE_JWT_ISSUER: ISSUER,
        SERVICE_JWT_AUDIENCE: AUDIENCE,
        SERVICE_JWT_PUBLIC_KEY_FILE: files.publicKeyFile,
        SPOOL_FILE: files.spoolFile,
        ...connectSoftphone(org, {
            url: serviceUrl,
            pageFolder: files.softphoneFolder,
            sessionKeyFile: files.sessionKeyFile
        })
    };
    keep(
        files.envFile,
        Object.entries(env)
            .map(([name, value]) => `${name}=${value}\n`)
            .join('')
    );
    console.log('Building the softphone page …');
    await softphonePage;
    console.log('Starting the service …');
    service = await startService(env, files.serviceLog);
    void service.ended.then((code) => {
        if (!stopping) {
            console.error(`The service ended with code ${code}; ${files.serviceLog} says why.`);
            void stop(1);
        }
    });

    console.log(`
  Lightning page ${org.url}/lightning/page/home
  Salesforce Voice: sign in as ${VOICE_AGENT}

  Embedded org   ${org.url}
  Service        ${service.url}
  Softphone      ${service.url}/softphone
  API page       ${service.url}/docs
  Command line   npm run -s cli -- --help
`);
    console.log(await demoDial(org, service.url, await signCredential(files)));
    console.log('\nCtrl+C stops both.');
}

async function stop(code: number): Promise<void> {
    if (stopping) {
        return;
    }
    stopping = true;
    // The service first: it still writes its last decisions to the org.
    await service?.stop();
    await org?.close();
    process.exit(code);
}

/** An error and what caused it, one a line. */
function messages(error: Error): string {
    return error.cause instanceof Error
        ? `${error.message}\n  ${messages(error.cause)}`
        : error.message;
}
