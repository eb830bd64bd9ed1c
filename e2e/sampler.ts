import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPage } from '../browser/buildPage.ts';
import { ADMIN_USERNAME, startLocalOrg, type LocalOrg } from '../local-org/index.ts';
import { staticResourceFile } from '../scripts/resources/staticResources.ts';

const SHELL = fileURLToPath(new URL('../local-org/shell', import.meta.url));

/** An org of its own whose page holds samples of base components, under the shell's own policy. */
export async function startSampler(): Promise<LocalOrg> {
    const builtPage = await buildPage({
        name: 'sampler',
        entry: join(SHELL, 'testing/sampler/main.ts'),
        moduleFolders: [join(SHELL, 'testing/sampler/modules'), join(SHELL, 'standIns')]
    });
    const org = await startLocalOrg({
        file: ':memory:',
        shell: {
            builtPage,
            users: [{ username: ADMIN_USERNAME, role: 'admin' }],
            resourceFile: staticResourceFile
        }
    });
    org.engine.systemSession().save(
        [
            { Name: 'Meridian 100% GmbH', Phone: '+4930111' },
            { Name: 'Meridian 1000 Ltd', Phone: '+44201111' },
            { Name: 'Hidden', Phone: '+4930112' }
        ].map((values) => ({ kind: 'create', object: 'Account', values })),
        { allOrNone: true }
    );
    return org;
}
