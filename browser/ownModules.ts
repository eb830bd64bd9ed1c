import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rollup';
import { REPOSITORY } from './compilePlugins.ts';
import { VENDOR_MODULES } from './vendorModules.ts';

const BUNDLES = join(REPOSITORY, 'force-app', 'main', 'default', 'lwc');

/** A bundle by the name others import it with: `c/callbackPanel`. */
export interface OwnModule {
    readonly name: string;
    readonly path: string;
}

/**
 * All bundles of ours: those of force-app in namespace `c`, then those of a page.
 *
 * @param moduleFolders `<folder>/<namespace>/<bundle>`
 */
export function ownModules(moduleFolders: readonly string[]): OwnModule[] {
    return [
        ...bundlesIn(BUNDLES, 'c'),
        ...moduleFolders.flatMap((folder) =>
            foldersIn(folder).flatMap((namespace) => bundlesIn(join(folder, namespace), namespace))
        )
    ];
}

function bundlesIn(folder: string, namespace: string): OwnModule[] {
    return foldersIn(folder).flatMap((bundle) => {
        const file = ['ts', 'js', 'html']
            .map((ending) => join(folder, bundle, `${bundle}.${ending}`))
            .find(existsSync);
        return file ? [{ name: `${namespace}/${bundle}`, path: file }] : [];
    });
}

function foldersIn(folder: string): string[] {
    return readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith('__'))
        .map(({ name }) => name);
}

/**
 * Who answers an import: one of our modules (a stand-in goes before the vendor's), else the vendor
 * chunk. `#resolver` and its like, which Node reads from package.json, are the same bundles.
 */
export function resolveOwnModules(modules: readonly OwnModule[]): Plugin {
    const byName = new Map(modules.map((module) => [module.name, module]));
    const byHash = nodeImports(modules);
    return {
        name: 'own-modules',
        resolveId(specifier, importer) {
            const module = byName.get(specifier) ?? byHash.get(specifier);
            if (module) {
                return `${module.path}?specifier=${module.name}`;
            }
            if (VENDOR_MODULES.includes(specifier)) {
                return { id: specifier, external: true };
            }
            if (/^(c|lightning)\//.test(specifier)) {
                throw new Error(
                    `${importer ?? 'The page'} imports "${specifier}", which no folder of this page ` +
                        'has. A base component of the vendor is added in browser/vendorModules.ts; ' +
                        'what the vendor does not publish needs a stand-in.'
                );
            }
            return null;
        }
    };
}

function nodeImports(modules: readonly OwnModule[]): Map<string, OwnModule> {
    const file = readFileSync(join(REPOSITORY, 'package.json'), 'utf8');
    const { imports = {} } = JSON.parse(file) as { imports?: Record<string, string> };
    const found = Object.entries(imports).flatMap(([specifier, path]) => {
        const module = modules.find((candidate) => candidate.path === join(REPOSITORY, path));
        return module ? [[specifier, module] as const] : [];
    });
    return new Map(found);
}
