import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rollup, type Plugin, type RollupLog } from 'rollup';
import { cacheFolder, discard, finish, markUsed, temporaryFolder } from './cacheFolder.ts';
import { compilePlugins } from './compilePlugins.ts';
import { LANGUAGES, labelsIn } from './labels.ts';
import { ownModules, resolveOwnModules } from './ownModules.ts';
import { platformModules } from './platformModules.ts';
import { vendorChunk, type Progress } from './vendorChunk.ts';
import { voiceSdk } from './voiceSdk.ts';

export interface PageSource {
    /** Names the files. */
    readonly name: string;
    /** TypeScript file that starts the page. */
    readonly entry: string;
    /** Where bundles are beside those of force-app: `<folder>/<namespace>/<bundle>`. */
    readonly moduleFolders: readonly string[];
    readonly onProgress?: Progress;
}

/** A page that is ready to be served. */
export interface Page {
    readonly name: string;
    /** The page's own scripts, and `labels.<language>.json` with the words they use. */
    readonly folder: string;
    readonly vendorFolder: string;
    /** File in `folder` that starts the page. */
    readonly script: string;
    /** File in `vendorFolder` by module. */
    readonly vendorFiles: Readonly<Record<string, string>>;
    /** Files in `vendorFolder` that every page needs. */
    readonly preload: readonly string[];
    /** What the build has to say; nothing where all is well. */
    readonly warnings: readonly string[];
}

const ENTRY = '\0page-entry';

/** Compiles a page from source: seconds, once the vendor chunk is there. */
export async function buildPage(source: PageSource): Promise<Page> {
    const { name, onProgress = () => undefined } = source;
    const vendor = await vendorChunk(onProgress);
    const started = Date.now();
    const labels = new Set<string>();
    const warnings: string[] = [];
    const unfinished = temporaryFolder(`page-${name}`);
    try {
        await compile(source, unfinished, labels, warnings);
        warnings.push(...writeLabels(unfinished, labels));
    } catch (error) {
        discard(unfinished);
        throw error;
    }
    const folder = join(cacheFolder(), `page-${name}-${fingerprint(unfinished)}`);
    finish(unfinished, folder);
    markUsed(folder);
    onProgress(`Page "${name}" built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
    return {
        name,
        folder,
        vendorFolder: vendor.folder,
        script: `${name}.js`,
        vendorFiles: vendor.files,
        preload: vendor.preload,
        warnings
    };
}

async function compile(
    { name, entry, moduleFolders }: PageSource,
    folder: string,
    labels: Set<string>,
    warnings: string[]
): Promise<void> {
    const modules = ownModules(moduleFolders.map((path) => resolve(path)));
    const bundle = await rollup({
        input: { [name]: ENTRY },
        plugins: compilePlugins(
            [{ npm: 'lightning-base-components' }],
            [
                entryModule(resolve(entry)),
                voiceSdk(),
                platformModules((label) => labels.add(label)),
                resolveOwnModules(modules)
            ]
        ),
        onwarn: (log) => {
            if (!isNoise(log)) {
                warnings.push(log.message);
            }
        }
    });
    await bundle.write({
        dir: folder,
        format: 'es',
        sourcemap: true,
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js'
    });
    await bundle.close();
}

/** The shadow comes first: base components count on it. */
function entryModule(file: string): Plugin {
    return {
        name: 'page-entry',
        resolveId: (specifier) => (specifier === ENTRY ? ENTRY : null),
        load: (id) =>
            id === ENTRY
                ? `import '@lwc/synthetic-shadow';\nimport ${JSON.stringify(file)};\n`
                : null
    };
}

/** Modules that hold types only come out empty, and a template may hold its own component. */
const NOISE = ['EMPTY_BUNDLE', 'GENERATED_EMPTY_CHUNK', 'CIRCULAR_DEPENDENCY'];

function isNoise({ code = '' }: RollupLog): boolean {
    return NOISE.includes(code);
}

/** @returns what is wrong with the labels */
function writeLabels(folder: string, names: ReadonlySet<string>): string[] {
    const missing = new Set<string>();
    for (const language of LANGUAGES) {
        const words = labelsIn(language);
        const used = [...names].sort().map((name) => [name, words[name]] as const);
        used.filter(([, word]) => word === undefined).forEach(([name]) => missing.add(name));
        writeFileSync(
            join(folder, `labels.${language}.json`),
            JSON.stringify(Object.fromEntries(used))
        );
    }
    return [...missing].map((name) => `Label ${name} is imported, but no label file has it.`);
}

function fingerprint(folder: string): string {
    const hash = createHash('sha256');
    for (const file of readdirSync(folder).sort()) {
        hash.update(file).update(readFileSync(join(folder, file)));
    }
    return hash.digest('hex').slice(0, 12);
}
