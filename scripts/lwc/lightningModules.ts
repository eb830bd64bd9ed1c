import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const path = (from: string) => fileURLToPath(new URL(from, import.meta.url));
const BUNDLES = path('../../force-app/main/default/lwc/');
const STAND_INS = path('../../service/agreement/testing/standIns/');
const SHELL_STAND_INS = path('../../local-org/shell/standIns/');
const BOOT = path('../../browser/page/boot.ts');
const LABEL = '@salesforce/label/';

/**
 * Lets the tests of the Node world run Lightning modules without a face: bundles by their names,
 * labels as their own names, and the platform's data modules as stand-ins that ask over HTTP.
 */
export function lightningModules(): Plugin {
    return {
        name: 'lightning-modules',
        enforce: 'pre',
        resolveId(id) {
            const [, bundle] = /^c\/(\w+)$/.exec(id) ?? [];
            if (bundle) {
                return `${BUNDLES}${bundle}/${bundle}.ts`;
            }
            const [, module] = /^lightning\/(graphql|uiRecordApi)$/.exec(id) ?? [];
            if (module) {
                return `${STAND_INS}${module}.ts`;
            }
            const [, service] = /^platform\/(\w+)$/.exec(id) ?? [];
            if (service) {
                return `${SHELL_STAND_INS}platform/${service}/${service}.ts`;
            }
            if (id === 'browser/boot') {
                return BOOT;
            }
            return id.startsWith(LABEL) ? `\0${id}` : undefined;
        },
        load(id) {
            const label = `\0${LABEL}`;
            return id.startsWith(label)
                ? `export default ${JSON.stringify(id.slice(label.length))};`
                : undefined;
        }
    };
}
