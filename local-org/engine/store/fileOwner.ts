import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { OrgError } from '../orgError.ts';

/**
 * One process at a time may have an org file open. The SQLite driver marks an open file with a
 * directory `<file>.lock`, which survives a SIGKILL and says nothing about its owner; so we keep
 * `<file>.owner` beside it, with the process id and the time that process started (a process id
 * alone may have been given to another process since).
 */
export interface FileOwner {
    readonly pid: number;
    /** Clock ticks since boot, from /proc; null where there is no /proc. */
    readonly startedAt: string | null;
}

/**
 * Takes the file for this process and clears what a killed owner left behind.
 * @returns a function that gives the file back
 * @throws OrgError ORG_IN_USE naming the file and the process that has it open
 */
export function ownFile(file: string): () => void {
    const ownerFile = `${file}.owner`;
    const me: FileOwner = { pid: process.pid, startedAt: startOf(process.pid) };
    // Written aside and linked into place: nobody ever reads a half-written owner.
    const draft = `${ownerFile}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(me));
    try {
        while (!linked(draft, ownerFile)) {
            const owner = readOwner(ownerFile);
            if (owner && isAlive(owner)) throw inUse(file, owner);
            setAside(ownerFile, `${draft}.stale`, file);
        }
    } finally {
        rmSync(draft, { force: true });
    }
    rmSync(`${file}.lock`, { recursive: true, force: true });
    return () => rmSync(ownerFile, { force: true });
}

function linked(draft: string, ownerFile: string): boolean {
    try {
        linkSync(draft, ownerFile);
        return true;
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
        throw error;
    }
}

/** Two starters may find the same dead owner: only the one that moves *that* file goes on. */
function setAside(ownerFile: string, staleFile: string, file: string): void {
    try {
        renameSync(ownerFile, staleFile);
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
        throw error;
    }
    const moved = readOwner(staleFile);
    if (moved && isAlive(moved)) {
        linked(staleFile, ownerFile);
        rmSync(staleFile, { force: true });
        throw inUse(file, moved);
    }
    rmSync(staleFile, { force: true });
}

function readOwner(ownerFile: string): FileOwner | undefined {
    try {
        const owner = JSON.parse(readFileSync(ownerFile, 'utf8')) as FileOwner;
        return typeof owner.pid === 'number' ? owner : undefined;
    } catch {
        return undefined;
    }
}

function isAlive({ pid, startedAt }: FileOwner): boolean {
    try {
        process.kill(pid, 0);
    } catch (error) {
        // EPERM: it is there and belongs to another user.
        if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
    }
    return startedAt === null || startOf(pid) === startedAt;
}

/** Field 22 of /proc/<pid>/stat; the second field is in parentheses and may hold spaces. */
function startOf(pid: number): string | null {
    try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        // A killed process that nobody has waited for yet is still listed, as a zombie.
        return fields[0] === 'Z' ? 'zombie' : (fields[19] ?? null);
    } catch {
        return null;
    }
}

function inUse(file: string, owner: FileOwner): OrgError {
    return new OrgError(
        'ORG_IN_USE',
        `The org file ${file} is open in process ${owner.pid}. ` +
            'Stop that process, or start with another file.',
        [],
        409
    );
}
