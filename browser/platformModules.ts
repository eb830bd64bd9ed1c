import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'rollup';
import { BOOT_MODULE } from './vendorModules.ts';

const VIRTUAL = '\0platform:';
const BASE_COMPONENTS = dirname(
    createRequire(import.meta.url).resolve('lightning-base-components/package.json')
);

interface PlatformModule {
    readonly prefix: string;
    /** @returns the module's code; undefined where it is none of ours */
    codeOf(name: string): string | undefined;
}

function fromBoot(helper: string, ...args: readonly unknown[]): string {
    const list = args.map((argument) => JSON.stringify(argument)).join(', ');
    return `import { ${helper} } from '${BOOT_MODULE}';\nexport default ${helper}(${list});\n`;
}

const MODULES: readonly PlatformModule[] = [
    { prefix: '@salesforce/label/c.', codeOf: (name) => fromBoot('labelOf', name) },
    { prefix: '@salesforce/resourceUrl/', codeOf: (name) => fromBoot('resourceUrlOf', name) },
    {
        prefix: '@salesforce/customPermission/',
        codeOf: (name) => fromBoot('permissionOf', name)
    },
    { prefix: '@salesforce/i18n/', codeOf: i18nModule },
    {
        prefix: '@salesforce/user/Id',
        codeOf: () => `import { boot } from '${BOOT_MODULE}';\nexport default boot.userId;\n`
    },
    {
        prefix: '@salesforce/messageChannel/',
        codeOf: (name) => `export default Object.freeze(${JSON.stringify({ channelName: name })});`
    }
];

/** What the page was not told is as the base components' package has it: United States English. */
function i18nModule(name: string): string {
    const file = join(BASE_COMPONENTS, 'scopedImports', `@salesforce-i18n-${name}.js`);
    const otherwise = existsSync(file)
        ? `import otherwise from ${JSON.stringify(file)};`
        : 'const otherwise = undefined;';
    return `${otherwise}
import { i18nOf } from '${BOOT_MODULE}';
export default i18nOf(${JSON.stringify(name)}, otherwise);
`;
}

/**
 * `@salesforce/…` modules that depend on org, user and language: the page's boot JSON answers.
 * Labels, gates and access checks of the base components come from their package.
 *
 * @param onLabel hears of every custom label that is imported
 */
export function platformModules(onLabel: (name: string) => void = () => undefined): Plugin {
    return {
        name: 'platform-modules',
        resolveId: (specifier) =>
            MODULES.some(({ prefix }) => specifier.startsWith(prefix))
                ? VIRTUAL + specifier
                : undefined,
        load(id) {
            if (!id.startsWith(VIRTUAL)) {
                return undefined;
            }
            const specifier = id.slice(VIRTUAL.length);
            const { prefix, codeOf } = MODULES.find((module) =>
                specifier.startsWith(module.prefix)
            )!;
            const name = specifier.slice(prefix.length);
            if (prefix === '@salesforce/label/c.') {
                onLabel(name);
            }
            return codeOf(name);
        }
    };
}
