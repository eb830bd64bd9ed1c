import {
    existsSync,
    mkdirSync,
    mkdtempSync,
    readdirSync,
    renameSync,
    rmSync,
    statSync,
    utimesSync
} from 'node:fs';
import { dirname, join } from 'node:path';
import { REPOSITORY } from './compilePlugins.ts';

/** A week: a server that runs for days must not lose the files it serves. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;
const BUILT = /^(vendor|page)-/;

/** Where what is built lies; it may be deleted at any time that nothing runs. */
export function cacheFolder(): string {
    const folder = join(REPOSITORY, '.local', 'browser');
    mkdirSync(folder, { recursive: true });
    return folder;
}

/** For what is not finished: another process must never find half of it. */
export function temporaryFolder(name: string): string {
    return mkdtempSync(join(cacheFolder(), `${name}.unfinished-`));
}

export function discard(unfinished: string): void {
    rmSync(unfinished, { recursive: true, force: true });
}

/** Two that build the same at once: the first one's stays, the second one's is dropped. */
export function finish(unfinished: string, folder: string): void {
    mkdirSync(dirname(folder), { recursive: true });
    try {
        renameSync(unfinished, folder);
    } catch (error) {
        discard(unfinished);
        if (!existsSync(folder)) {
            throw error;
        }
    }
    sweep();
}

export function markUsed(folder: string): void {
    utimesSync(folder, new Date(), new Date());
}

/** What nobody has used for long belongs to an older state of the sources. */
function sweep(): void {
    const oldest = Date.now() - KEPT_MS;
    for (const name of readdirSync(cacheFolder()).filter((entry) => BUILT.test(entry))) {
        const folder = join(cacheFolder(), name);
        const entry = statSync(folder, { throwIfNoEntry: false });
        if (entry && entry.mtimeMs < oldest) {
            discard(folder);
        }
    }
}
