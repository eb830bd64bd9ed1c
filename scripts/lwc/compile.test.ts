import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@lwc/compiler';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const BUNDLES = fileURLToPath(new URL('../../force-app/main/default/lwc/', import.meta.url));
const TSCONFIG = fileURLToPath(new URL('../../tsconfig.json', import.meta.url));
const { config } = ts.readConfigFile(TSCONFIG, ts.sys.readFile);
const { options: compilerOptions } = ts.convertCompilerOptionsFromJson(config.compilerOptions, '.');

const bundles = readdirSync(BUNDLES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** What the compiler of the platform has to say against the files of a bundle. */
function complaints(name: string): string[] {
    const folder = join(BUNDLES, name);
    const meta = readFileSync(join(folder, `${name}.js-meta.xml`), 'utf8');
    const apiVersion = Number(/<apiVersion>([\d.]+)</.exec(meta)?.[1]);
    return readdirSync(folder)
        .filter((file) => /\.(ts|html|css)$/.test(file))
        .flatMap((file) => {
            const source = readFileSync(join(folder, file), 'utf8');
            const isScript = file.endsWith('.ts');
            const code = isScript
                ? ts.transpileModule(source, { compilerOptions, fileName: file }).outputText
                : source;
            try {
                const { warnings } = transformSync(code, file.replace(/\.ts$/, '.js'), {
                    name,
                    namespace: 'c',
                    apiVersion
                });
                return (warnings ?? []).map(({ message }) => `${file}: ${message}`);
            } catch (error) {
                return [`${file}: ${(error as Error).message}`];
            }
        });
}

describe('The compiler of the platform, at the API version of the bundle', () => {
    it.each(bundles)('takes %s', (name) => {
        expect(complaints(name)).toEqual([]);
    });
});
