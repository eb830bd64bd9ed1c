import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach } from 'vitest';
import { COMPONENT_FOLDERS } from './componentSources.ts';
import { PACKAGE_FOLDER, VOICE_FOLDER } from './sourceTree.ts';

/** The project's top folder. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

export interface PackageCopy {
    dir: string;
    /** @param file path inside the package, or relative to it */
    path(file: string): string;
    /**
     * Replaces the first occurrence.
     * @throws Error when there is none
     */
    edit(file: string, from: string, to: string): void;
}

/** For tests: gives each test of the file a copy of the package and its components in a folder of its own. */
export function usePackageCopy(): PackageCopy {
    const copy: PackageCopy = {
        dir: '',
        path: (file) => join(copy.dir, PACKAGE_FOLDER, file),
        edit(file, from, to) {
            const text = readFileSync(copy.path(file), 'utf8');
            if (!text.includes(from)) {
                throw new Error(`${file} does not contain ${from}`);
            }
            writeFileSync(copy.path(file), text.replace(from, to));
        }
    };
    beforeEach(() => {
        copy.dir = mkdtempSync(join(tmpdir(), 'package-copy-'));
        for (const folder of [PACKAGE_FOLDER, VOICE_FOLDER, ...COMPONENT_FOLDERS]) {
            cpSync(join(PROJECT, folder), join(copy.dir, folder), { recursive: true });
        }
    });
    afterEach(() => rmSync(copy.dir, { recursive: true }));
    return copy;
}
