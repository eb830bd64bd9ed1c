import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPage, type Page } from '../../browser/buildPage.ts';
import { cacheFolder } from '../../browser/cacheFolder.ts';
import { exposedBundles } from './metadata/exposedBundles.ts';

const path = (from: string) => fileURLToPath(new URL(from, import.meta.url));

const PACKAGE = path('../../force-app/main/default');
const MODULES = ['./modules', './openCti/modules', './voice/modules', './standIns'].map(path);

/**
 * Compiles the Lightning page with every component that pages of the package may hold.
 *
 * @param onProgress hears what is going on: the first build takes half a minute
 * @throws Error where it does not build without a warning
 */
export async function buildShell(onProgress?: (message: string) => void): Promise<Page> {
    const page = await buildPage({
        name: 'shell',
        entry: path('./page/main.ts'),
        moduleFolders: [...MODULES.filter(existsSync), writeRegistry()],
        ...(onProgress && { onProgress })
    });
    if (page.warnings.length > 0) {
        throw new Error(`The Lightning page does not build: ${page.warnings.join(' ')}`);
    }
    return page;
}

/**
 * `shell/exposedBundles`, the components by name: a page of the metadata names them in words, a
 * bundler wants imports.
 *
 * @returns the folder with the module
 */
function writeRegistry(): string {
    const bundles = exposedBundles(PACKAGE).filter(isWritten);
    const imports = bundles.map((bundle) => `import ${bundle} from 'c/${bundle}';`);
    const folder = join(cacheFolder(), 'shell-registry');
    const bundleFolder = join(folder, 'shell', 'exposedBundles');
    mkdirSync(bundleFolder, { recursive: true });
    writeFileSync(
        join(bundleFolder, 'exposedBundles.ts'),
        `${imports.join('\n')}\nexport const exposedBundles = { ${bundles.join(', ')} };\n`
    );
    return folder;
}

/** A bundle that has no more than its metadata yet keeps no other page from being built. */
function isWritten(bundle: string): boolean {
    return ['ts', 'js'].some((ending) =>
        existsSync(join(PACKAGE, 'lwc', bundle, `${bundle}.${ending}`))
    );
}
