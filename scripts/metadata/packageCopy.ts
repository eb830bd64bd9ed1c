import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach } from 'vitest';
import { PACKAGE_FOLDER } from './sourceTree.ts';

/** The project's top folder. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** For tests: gives each test of the file a copy of the package in a folder of its own. */
export function usePackageCopy(): { dir: string; path(file: string): string } {
    const copy = {
        dir: '',
        /** @param file path inside the package */
        path: (file: string) => join(copy.dir, PACKAGE_FOLDER, file)
    };
    beforeEach(() => {
        copy.dir = mkdtempSync(join(tmpdir(), 'package-copy-'));
        cpSync(join(PROJECT, PACKAGE_FOLDER), copy.path(''), { recursive: true });
    });
    afterEach(() => rmSync(copy.dir, { recursive: true }));
    return copy;
}
