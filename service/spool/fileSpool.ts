import {
    closeSync,
    existsSync,
    fchmodSync,
    ftruncateSync,
    openSync,
    readFileSync,
    renameSync,
    writeFileSync,
    writeSync
} from 'node:fs';
import type { DecisionRecord } from '../ports.ts';
import type { Spool } from '../useCases/logWriter.ts';

type Line = { readonly record: DecisionRecord } | { readonly done: readonly string[] };

/** Beyond it the file is written anew with what still waits, even if something always waits. */
const COMPACT_BYTES = 64 * 1024 * 1024;

/**
 * Decisions that are not yet in Salesforce, one JSON line each, in a file of this instance alone
 * and readable by its owner alone: it holds customers' numbers. A line is handed to the operating
 * system before the answer goes out, so a killed process loses none; a machine that loses power
 * may lose the last ones, since nothing waits for the disk.
 * @throws Error when the file cannot be opened
 */
export function openFileSpool(file: string): Spool {
    const pending = readPending(file);
    const left = [...pending.values()];
    let fd = rewrite(file, left);
    let bytes = 0;

    function write(line: Line): void {
        bytes += writeSync(fd, `${JSON.stringify(line)}\n`);
    }

    return {
        left,
        append(record) {
            pending.set(record.dialKey, record);
            write({ record });
        },
        acknowledge(dialKeys) {
            dialKeys.forEach((key) => pending.delete(key));
            if (pending.size === 0) {
                ftruncateSync(fd, 0);
                bytes = 0;
                return;
            }
            write({ done: dialKeys });
            if (bytes > COMPACT_BYTES) {
                closeSync(fd);
                fd = rewrite(file, [...pending.values()]);
                bytes = 0;
            }
        },
        close() {
            closeSync(fd);
        }
    };
}

function readPending(file: string): Map<string, DecisionRecord> {
    const pending = new Map<string, DecisionRecord>();
    if (!existsSync(file)) {
        return pending;
    }
    for (const text of readFileSync(file, 'utf8').split('\n')) {
        const line = parse(text);
        if (line === undefined) {
            continue;
        }
        if ('record' in line) {
            pending.set(line.record.dialKey, line.record);
        } else {
            line.done.forEach((key) => pending.delete(key));
        }
    }
    return pending;
}

/** Undefined for the line that a kill cut short: its answer never went out. */
function parse(text: string): Line | undefined {
    try {
        return JSON.parse(text) as Line;
    } catch {
        return undefined;
    }
}

/** All or nothing: a rename. Answers the file opened for appending. */
function rewrite(file: string, records: readonly DecisionRecord[]): number {
    const draft = `${file}.draft`;
    writeFileSync(draft, records.map((record) => `${JSON.stringify({ record })}\n`).join(''), {
        mode: 0o600
    });
    renameSync(draft, file);
    const fd = openSync(file, 'a', 0o600);
    fchmodSync(fd, 0o600);
    return fd;
}
