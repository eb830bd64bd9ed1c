import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readMetadata } from './metadataFile.ts';

/** The Lightning components of a package that pages may hold: `isExposed`. */
export function exposedBundles(metadataDir: string): readonly string[] {
    const folder = join(metadataDir, 'lwc');
    if (!existsSync(folder)) {
        return [];
    }
    return readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith('__'))
        .map(({ name }) => name)
        .filter((name) => {
            const file = join(folder, name, `${name}.js-meta.xml`);
            return (
                existsSync(file) &&
                readMetadata(file, 'LightningComponentBundle').text('isExposed') === 'true'
            );
        })
        .sort();
}
