import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_FOLDER } from './sourceTree.ts';

/** Where components are: those of the package, and those of the softphone page with the same words. */
export const COMPONENT_FOLDERS = [join(PACKAGE_FOLDER, 'lwc'), 'service/softphone/page'];

export interface SourceMatch {
    /** Path from the project's top folder. */
    readonly file: string;
    /** What the pattern's group caught. */
    readonly text: string;
}

/** Finds a pattern with one group in the sources of all components, tests left out. */
export function findInComponents(projectDir: string, pattern: RegExp): readonly SourceMatch[] {
    return COMPONENT_FOLDERS.filter((folder) => existsSync(join(projectDir, folder)))
        .flatMap((folder) =>
            readdirSync(join(projectDir, folder), { recursive: true, encoding: 'utf8' }).map(
                (path) => join(folder, path)
            )
        )
        .filter((path) => /(?<!\.test|\.d)\.ts$/.test(path) && !path.includes('__tests__'))
        .flatMap((file) => {
            const found = readFileSync(join(projectDir, file), 'utf8').matchAll(pattern);
            return [...found].map(([, text]) => ({ file, text }));
        });
}
