import lwc from '@lwc/rollup-plugin';
import replace from '@rollup/plugin-replace';
import { transform } from 'esbuild';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'rollup';
import { BOOT_MODULE } from './vendorModules.ts';

type ModuleRecord = NonNullable<NonNullable<Parameters<typeof lwc>[0]>['modules']>[number];

export const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));

/** Types go, decorators stay: they are the LWC compiler's. */
function typescript(): Plugin {
    return {
        name: 'typescript',
        async transform(code, id) {
            const [file] = id.split('?', 1);
            if (!file!.endsWith('.ts')) {
                return null;
            }
            const { code: javascript, map } = await transform(code, {
                loader: 'ts',
                target: 'esnext',
                sourcefile: file,
                sourcemap: true,
                tsconfigRaw: {
                    compilerOptions: {
                        experimentalDecorators: false,
                        useDefineForClassFields: true,
                        verbatimModuleSyntax: true
                    }
                }
            });
            return { code: javascript, map };
        }
    };
}

function bootModule(): Plugin {
    const file = fileURLToPath(new URL('./page/boot.ts', import.meta.url));
    return {
        name: 'boot-module',
        resolveId: (specifier) => (specifier === BOOT_MODULE ? file : undefined)
    };
}

/** From sources to what a browser runs; the same for the vendor's components and for ours. */
export function compilePlugins(modules: readonly ModuleRecord[], before: readonly Plugin[] = []) {
    return [
        ...before,
        bootModule(),
        replace({
            preventAssignment: true,
            values: {
                'process.env.NODE_ENV': '"production"',
                'import.meta.env.SSR': 'false'
            }
        }),
        typescript(),
        lwc({
            rootDir: REPOSITORY,
            modules: [...modules],
            sourcemap: true,
            enableDynamicComponents: true,
            // Without it `lightning-combobox` does not render.
            enableSyntheticElementInternals: true
        })
    ];
}
