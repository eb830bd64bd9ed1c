import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';

/**
 * Claims a file for this process by a second file beside it.
 * @returns gives the claim up
 * @throws Error naming the process that has it
 */
export function claim(file: string): () => void {
    const lock = `${file}.lock`;
    const me = describeProcess(process.pid);
    for (;;) {
        try {
            const fd = openSync(lock, 'wx', 0o600);
            writeSync(fd, me);
            closeSync(fd);
            return () => rmSync(lock, { force: true });
        } catch (error) {
            if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
                throw error;
            }
        }
        const holder = readFileSync(lock, 'utf8');
        const [pid] = holder.split(' ');
        if (isRunning(Number(pid)) && holder === describeProcess(Number(pid))) {
            throw new Error(
                `The spool file ${file} is in use by process ${pid}. ` +
                    'Stop that process, or give each instance of the service a file of its own (SPOOL_FILE).'
            );
        }
        // Its owner was killed.
        rmSync(lock, { force: true });
    }
}

function isRunning(pid: number): boolean {
    try {
        process.kill(pid, 0);
        return true;
    } catch (error) {
        return (error as NodeJS.ErrnoException).code === 'EPERM';
    }
}

/**
 * The process with the moment it began, where the system tells: a restarted container gives out
 * the same process numbers again.
 */
function describeProcess(pid: number): string {
    try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        const began = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
        return `${pid} ${began}`;
    } catch {
        return `${pid} `;
    }
}
