/** Puts the content of every static resource beside its metadata, for a deploy. */
import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { STATIC_RESOURCES, staticResourceFile } from './staticResources.ts';

const FOLDER = new URL('../../force-app/main/default/staticresources/', import.meta.url);

for (const name of STATIC_RESOURCES) {
    copyFileSync(staticResourceFile(name)!, fileURLToPath(new URL(`${name}.js`, FOLDER)));
}
