import { INTEGRATION_USERNAME, type ShellOptions, type ShellUser } from '../../local-org/index.ts';
import { buildShell } from '../../local-org/shell/build.ts';
import { staticResourceFile } from '../resources/staticResources.ts';

const DOMAIN = '@callback-numbers.example';

/** Works with Salesforce Voice, the others with the softphone of the call center. */
export const VOICE_AGENT = `sofia.lindqvist${DOMAIN}`;

/** Who can be tried out in the menu of the Lightning page; data/README.md tells who they are. */
const PEOPLE: readonly ShellUser[] = [
    { username: `daniel.osei${DOMAIN}`, role: 'agent' },
    { username: `anna.berger${DOMAIN}`, role: 'agent' },
    { username: VOICE_AGENT, role: 'agent' },
    { username: `mehmet.yildiz${DOMAIN}`, role: 'restrictedAgent' },
    { username: `amina.yusuf${DOMAIN}`, role: 'restrictedAgent' },
    { username: `grace.whitfield${DOMAIN}`, role: 'supervisor' },
    { username: `rachel.kerr${DOMAIN}`, role: 'admin' },
    { username: INTEGRATION_USERNAME, role: 'noAgent' }
];

/**
 * The Lightning page of the embedded org, built from source.
 *
 * @param service address of the service with the softphone
 * @param onProgress hears what is going on: the first time takes about half a minute
 */
export async function prepareLightningPage(
    service: string,
    onProgress: (message: string) => void
): Promise<ShellOptions> {
    return {
        builtPage: await buildShell(onProgress),
        users: PEOPLE,
        softphoneUrl: `${service}/softphone`,
        voice: { connectorUrl: `${service}/softphone/voice`, usernames: [VOICE_AGENT] },
        resourceFile: staticResourceFile
    };
}
