import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_FOLDER } from './sourceTree.ts';

export interface SourceMatch {
    /** Path from the project's top folder. */
    readonly file: string;
    /** What the pattern's group caught. */
    readonly text: string;
}

/** Finds a pattern with one group in the sources of all components, tests left out. */
export function findInComponents(projectDir: string, pattern: RegExp): readonly SourceMatch[] {
    const folder = join(PACKAGE_FOLDER, 'lwc');
    return readdirSync(join(projectDir, folder), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.ts') && !path.includes('__tests__'))
        .flatMap((path) => {
            const file = join(folder, path);
            const found = readFileSync(join(projectDir, file), 'utf8').matchAll(pattern);
            return [...found].map(([, text]) => ({ file, text }));
        });
}
