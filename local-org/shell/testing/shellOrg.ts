import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '../../../browser/buildPage.ts';
import { ADMIN_USERNAME, INTEGRATION_USERNAME, startLocalOrg } from '../../index.ts';
import type { ShellBoot } from '../boot.ts';
import type { ShellOptions } from '../options.ts';

/** An org in memory with the Lightning page in front of it; the page's script is an empty one. */
export async function startShellOrg(options: Partial<ShellOptions> = {}) {
    const folder = mkdtempSync(join(tmpdir(), 'shell-'));
    const org = await startLocalOrg({
        file: ':memory:',
        shell: {
            builtPage: emptyPage(folder),
            users: [
                { username: INTEGRATION_USERNAME, role: 'agent' },
                { username: ADMIN_USERNAME, role: 'admin' }
            ],
            ...options
        }
    });
    return {
        ...org,
        async close() {
            await org.close();
            rmSync(folder, { recursive: true });
        }
    };
}

function emptyPage(root: string): Page {
    const [folder, vendorFolder] = [join(root, 'page-shell'), join(root, 'vendor')];
    [folder, vendorFolder].forEach((path) => mkdirSync(path));
    writeFileSync(join(folder, 'shell.js'), 'export {};');
    writeFileSync(join(folder, 'labels.en_US.json'), '{"Callback_Dial":"</script>Dial"}');
    writeFileSync(join(folder, 'labels.de.json'), '{"Callback_Dial":"Wählen"}');
    const files = { script: 'shell.js', vendorFiles: {}, preload: [], warnings: [] };
    return { name: 'shell', folder, vendorFolder, ...files };
}

export function bootIn(html: string): ShellBoot {
    const [, json] = /<script id="boot" type="application\/json">(.*)<\/script>/.exec(html) ?? [];
    return JSON.parse(json ?? 'null') as ShellBoot;
}
