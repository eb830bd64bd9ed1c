import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'rollup';

const NAME = '@salesforce/scv-connector-base';
const MODULE = '\0voice-sdk';

/**
 * The SDK of Salesforce Voice for browsers. Its `main` is a UMD file, which Node gives as a default
 * export and which rollup does not read; the same in modules is in the package, too.
 */
export function voiceSdk(): Plugin {
    return {
        name: 'voice-sdk',
        resolveId: (specifier) => (specifier === NAME ? MODULE : undefined),
        load(id) {
            if (id !== MODULE) {
                return undefined;
            }
            const main = createRequire(import.meta.url).resolve(`${NAME}/package.json`);
            const source = JSON.stringify(join(dirname(main), 'src', 'main', 'index.js'));
            return `import * as sdk from ${source};\nexport default sdk;\n`;
        }
    };
}
