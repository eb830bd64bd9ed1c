import { transform } from 'esbuild';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { rollup, type Plugin } from 'rollup';
import { cacheFolder, discard, finish, markUsed, temporaryFolder } from './cacheFolder.ts';
import { compilePlugins, REPOSITORY } from './compilePlugins.ts';
import { platformModules } from './platformModules.ts';
import { VENDOR_MODULES } from './vendorModules.ts';

/** Says what is going on, for people who wait. */
export type Progress = (message: string) => void;

export interface VendorChunk {
    readonly folder: string;
    /** File by module, as pages import it. */
    readonly files: Readonly<Record<string, string>>;
    /** Files that every page needs. */
    readonly preload: readonly string[];
}

const require = createRequire(import.meta.url);

const PACKAGES = [
    'lwc',
    '@lwc/rollup-plugin',
    '@lwc/synthetic-shadow',
    'lightning-base-components',
    'rollup',
    'esbuild'
];
const BUILDER = [
    'compilePlugins.ts',
    'page/boot.ts',
    'platformModules.ts',
    'vendorChunk.ts',
    'vendorModules.ts'
];

/** The vendor's modules, built once: about half a minute the first time, nothing afterwards. */
export async function vendorChunk(onProgress: Progress = () => undefined): Promise<VendorChunk> {
    const name = `vendor-${fingerprint()}`;
    const folder = join(cacheFolder(), name);
    if (!existsSync(folder)) {
        onProgress("Building the vendor's base components, once (about half a minute) …");
        const started = Date.now();
        const unfinished = temporaryFolder(name);
        await build(unfinished).catch((error: unknown) => {
            discard(unfinished);
            throw error;
        });
        finish(unfinished, folder);
        onProgress(`Base components built in ${Math.round((Date.now() - started) / 1000)} s.`);
    }
    markUsed(folder);
    return {
        folder,
        files: Object.fromEntries(VENDOR_MODULES.map((name) => [name, fileOf(name)])),
        preload: [fileOf('@lwc/synthetic-shadow'), 'parts/base.js']
    };
}

function fileOf(module: string): string {
    return `${module.replace(/^@/, '')}.js`;
}

async function build(folder: string): Promise<void> {
    const bundle = await rollup({
        input: Object.fromEntries(
            VENDOR_MODULES.map((name) => [fileOf(name).slice(0, -'.js'.length), name])
        ),
        preserveEntrySignatures: 'strict',
        plugins: compilePlugins(
            [{ npm: 'lightning-base-components' }],
            [platformModules(), entries(), leftToRight()]
        ),
        onwarn: ({ code, message }) => {
            if (code === 'UNRESOLVED_IMPORT') {
                throw new Error(`Vendor chunk: ${message}`);
            }
        }
    });
    await bundle.write({
        dir: folder,
        format: 'es',
        entryFileNames: '[name].js',
        chunkFileNames: 'parts/[name].js',
        manualChunks: partOf,
        plugins: [smaller()]
    });
    await bundle.close();
}

/** Few files: a page that loads is faster with one big part than with hundreds of small ones. */
function partOf(id: string): string | undefined {
    const icons = /\/(iconSvgTemplates\w+)\//.exec(id);
    if (icons) {
        return icons[1];
    }
    return id.includes('synthetic-shadow') ? 'shadow' : 'base';
}

/** The LWC plugin resolves what modules import, not what a build begins with. */
function entries(): Plugin {
    const importer = join(REPOSITORY, 'browser', 'vendorChunk.ts');
    return {
        name: 'vendor-entries',
        resolveId(specifier, from) {
            if (specifier === '@lwc/synthetic-shadow') {
                return require.resolve(specifier).replace('index.cjs.js', 'index.js');
            }
            return from ? null : this.resolve(specifier, importer);
        }
    };
}

/** The icons of scripts that run from right to left are a second copy; none of our languages does. */
function leftToRight(): Plugin {
    return {
        name: 'left-to-right',
        resolveId(specifier, importer) {
            const icons = /^lightning\/(iconSvgTemplates\w+)Rtl$/.exec(specifier);
            return icons ? this.resolve(`lightning/${icons[1]}`, importer) : null;
        }
    };
}

/** Names stay: the vendor's code may ask for them. */
function smaller(): Plugin {
    return {
        name: 'smaller',
        async renderChunk(code) {
            const result = await transform(code, {
                minifyWhitespace: true,
                minifySyntax: true,
                target: 'es2022'
            });
            return { code: result.code, map: null };
        }
    };
}

function fingerprint(): string {
    const hash = createHash('sha256');
    for (const name of PACKAGES) {
        const file = join(REPOSITORY, 'node_modules', name, 'package.json');
        hash.update(
            `${name} ${(JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version}\n`
        );
    }
    for (const file of BUILDER) {
        hash.update(readFileSync(new URL(file, import.meta.url)));
    }
    return hash.digest('hex').slice(0, 12);
}
