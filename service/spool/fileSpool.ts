import {
    closeSync,
    existsSync,
    fchmodSync,
    ftruncateSync,
    mkdirSync,
    openSync,
    readdirSync,
    readFileSync,
    renameSync,
    rmSync,
    statSync,
    writeSync
} from 'node:fs';
import { basename, dirname } from 'node:path';
import type { DecisionRecord, DecisionSpool } from '../ports.ts';
import { claim } from './fileOwner.ts';

export interface FileSpoolOptions {
    /** A file that has grown this large is put aside and another one begun. */
    readonly segmentBytes?: number;
}

const SEGMENT_BYTES = 4 * 1024 * 1024;
/** Places of one file; a line of a few hundred bytes never fills them. */
const PLACES = 1_000_000;
const ASIDE = /^\d{12}$/;

/**
 * Lines on their way to the log, one JSON text each, in a file that belongs to this instance
 * alone and is readable by its owner alone: it holds customers' numbers. A line is handed to the
 * operating system before the answer goes out, so a killed process loses none; a machine that
 * loses power may lose the last ones, since nothing waits for the disk.
 *
 * Mostly the file is empty: it is cut to nothing whenever all lines are in Salesforce. While
 * they are not, full files are put aside as `<file>.<number>` and deleted one by one, so memory
 * and the work of keeping order do not grow with what waits.
 * @throws Error when the file cannot be opened, or another process has it
 */
export function openFileSpool(file: string, options: FileSpoolOptions = {}): DecisionSpool {
    const { segmentBytes = SEGMENT_BYTES } = options;
    mkdirSync(dirname(file), { recursive: true });
    const giveUp = claim(file);
    const aside = numbersAside(file);
    const nameAside = (number: number) => `${file}.${String(number).padStart(12, '0')}`;

    let current = (aside.at(-1) ?? 0) + 1;
    let lines = 0;
    let bytes = 0;
    if (existsSync(file) && statSync(file).size > 0) {
        // Of the run before; its last line may have been cut short, so nothing is added to it.
        putAside();
    }
    let fd = open();

    function open(): number {
        const opened = openSync(file, 'a', 0o600);
        fchmodSync(opened, 0o600);
        return opened;
    }

    function putAside(): void {
        renameSync(file, nameAside(current));
        aside.push(current++);
        lines = 0;
        bytes = 0;
    }

    function beginAnother(): void {
        closeSync(fd);
        putAside();
        fd = open();
    }

    return {
        get start() {
            return (aside[0] ?? current) * PLACES;
        },
        get end() {
            return current * PLACES + lines;
        },
        append(record) {
            const line = `${JSON.stringify(record)}\n`;
            const length = Buffer.byteLength(line);
            const written = writeSync(fd, line);
            bytes += written;
            if (written < length) {
                // The disk is full: half a line must not swallow the next one.
                beginAnother();
                throw new Error(`${file}: only ${written} of ${length} bytes could be written.`);
            }
            const place = current * PLACES + lines++;
            if (bytes >= segmentBytes) {
                beginAnother();
            }
            return place;
        },
        read(from) {
            const number = Math.floor(from / PLACES);
            const next =
                number === current
                    ? current * PLACES + lines
                    : (aside.find((other) => other > number) ?? current) * PLACES;
            const path = number === current ? file : nameAside(number);
            return { lines: linesOf(path, number * PLACES, from), next };
        },
        settle(before) {
            while (aside.length > 0 && (aside[0] + 1) * PLACES <= before) {
                rmSync(nameAside(aside.shift()!), { force: true });
            }
            if (lines > 0 && before >= current * PLACES + lines) {
                ftruncateSync(fd, 0);
                current++;
                lines = 0;
                bytes = 0;
            }
        },
        close() {
            closeSync(fd);
            giveUp();
        }
    };
}

/** Numbers of the files put aside, oldest first. */
function numbersAside(file: string): number[] {
    const prefix = `${basename(file)}.`;
    return readdirSync(dirname(file))
        .filter((name) => name.startsWith(prefix) && ASIDE.test(name.slice(prefix.length)))
        .map((name) => Number(name.slice(prefix.length)))
        .sort((a, b) => a - b);
}

/** A line that a kill cut short is left out: its answer never went out. */
function linesOf(path: string, firstPlace: number, from: number) {
    if (!existsSync(path)) {
        return [];
    }
    return readFileSync(path, 'utf8')
        .split('\n')
        .flatMap((text, i) => {
            const place = firstPlace + i;
            const record = place < from ? undefined : parse(text);
            return record ? [{ place, record }] : [];
        });
}

function parse(text: string): DecisionRecord | undefined {
    try {
        return JSON.parse(text) as DecisionRecord;
    } catch {
        return undefined;
    }
}
