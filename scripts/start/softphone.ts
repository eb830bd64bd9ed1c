import type { LocalOrg } from '../../local-org/index.ts';
import { CALLBACK_PATH } from '../../service/softphone/softphone.ts';

/** The app agents sign in with: no secret, so the embedded org asks for a code challenge. */
const CLIENT_ID = 'callback-softphone';

export interface LocalSoftphone {
    /** Address of the service. */
    readonly url: string;
    /** The built page. */
    readonly pageFolder: string;
    readonly sessionKeyFile: string;
}

/** Lets agents of the embedded org sign in to the softphone. @returns the service's variables for it */
export function connectSoftphone(
    org: Pick<LocalOrg, 'url' | 'clients'>,
    { url, pageFolder, sessionKeyFile }: LocalSoftphone
): Record<string, string> {
    org.clients.add({
        clientId: CLIENT_ID,
        redirectUris: [`${url}${CALLBACK_PATH}`],
        requirePkce: true
    });
    return {
        SOFTPHONE_FOLDER: pageFolder,
        SOFTPHONE_URL: url,
        SOFTPHONE_ORG_ORIGINS: new URL(org.url).origin,
        SOFTPHONE_CLIENT_ID: CLIENT_ID,
        SESSION_KEY_FILE: sessionKeyFile
    };
}
