import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rollup, type Plugin } from 'rollup';
import type { Page } from './buildPage.ts';
import { compilePlugins } from './compilePlugins.ts';
import { ownModules, resolveOwnModules } from './ownModules.ts';

export interface Bytes {
    readonly raw: number;
    readonly gzip: number;
}

const EVERYTHING = '\0package';

/** @returns bytes of a page's own scripts, as they are and compressed; the vendor's do not count */
export function ownJavaScriptBytes(page: Page): Bytes {
    const scripts = readdirSync(page.folder)
        .filter((file) => file.endsWith('.js'))
        .map((file) => readFileSync(join(page.folder, file)));
    return bytesOf(scripts);
}

/**
 * The bundles of force-app alone, compiled as for a page: what the platform brings (base components,
 * wires, labels, `lwc`) stays outside, and so does what stands in for it here.
 */
export async function packageJavaScriptBytes(): Promise<Bytes> {
    const modules = ownModules([]);
    const bundle = await rollup({
        input: EVERYTHING,
        plugins: compilePlugins(
            [],
            [everyBundle(modules.map(({ name }) => name)), resolveOwnModules(modules)]
        ),
        onwarn: () => undefined
    });
    const { output } = await bundle.generate({ format: 'es' });
    await bundle.close();
    return bytesOf(
        output.flatMap((part) => (part.type === 'chunk' ? [Buffer.from(part.code)] : []))
    );
}

function everyBundle(names: readonly string[]): Plugin {
    return {
        name: 'every-bundle',
        resolveId(specifier) {
            if (/^(lwc$|lightning\/|@salesforce\/)/.test(specifier)) {
                return { id: specifier, external: true };
            }
            return specifier === EVERYTHING ? EVERYTHING : null;
        },
        // Exported, or what nobody uses in here would be left out.
        load: (id) =>
            id === EVERYTHING
                ? names.map((name, i) => `export * as bundle${i} from '${name}';`).join('\n')
                : null
    };
}

function bytesOf(scripts: readonly Buffer[]): Bytes {
    return {
        raw: sum(scripts.map((script) => script.length)),
        gzip: sum(scripts.map((script) => gzipSync(script).length))
    };
}

function sum(numbers: readonly number[]): number {
    return numbers.reduce((total, number) => total + number, 0);
}
