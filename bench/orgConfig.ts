import type { OrgConfig } from '../service/config/config.ts';
import type { OrgReady } from './orgProcess.ts';

/** The service's connection to the org of a benchmark. */
export function orgConfig({ url, clientId, clientSecret }: OrgReady): OrgConfig {
    return {
        loginUrl: url,
        clientId,
        grant: { kind: 'clientCredentials', clientSecret },
        apiVersion: '66.0',
        timeoutMs: 60_000
    };
}
