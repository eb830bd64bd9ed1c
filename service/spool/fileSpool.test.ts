import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
    appendFileSync,
    existsSync,
    mkdtempSync,
    readdirSync,
    readFileSync,
    statSync,
    writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCallbackNumberService } from '../index.ts';
import { MemoryOrg } from '../memory/memoryOrg.ts';
import { memoryPorts } from '../memory/ports.ts';
import type { DecisionSpool } from '../ports.ts';
import { line, lines } from '../useCases/testing/records.ts';
import { openFileSpool } from './fileSpool.ts';

let file: string;
beforeEach(() => {
    file = join(mkdtempSync(join(tmpdir(), 'spool-')), 'spool.ndjson');
});

function keysIn(spool: DecisionSpool): string[] {
    const keys: string[] = [];
    for (let from = spool.start; from < spool.end;) {
        const { lines: found, next } = spool.read(from);
        keys.push(...found.map(({ record }) => record.dialKey));
        from = next;
    }
    return keys;
}

const keysOf = (records: readonly { dialKey: string }[]) => records.map(({ dialKey }) => dialKey);

describe('A spool file', () => {
    it('is readable by its owner alone', () => {
        writeFileSync(file, '', { mode: 0o644 });
        const spool = openFileSpool(file);
        spool.append(line(1));
        expect(statSync(file).mode & 0o777).toBe(0o600);
        spool.close();
    });

    it('gives back what was appended, from any place on', () => {
        const spool = openFileSpool(file);
        const places = lines(5).map((record) => spool.append(record));
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(spool.read(places[2])).toEqual({
            lines: [2, 3, 4].map((n) => ({ place: places[n], record: line(n) })),
            next: spool.end
        });
        spool.close();
    });

    it('is empty once everything is settled', () => {
        const spool = openFileSpool(file);
        lines(5).forEach((record) => spool.append(record));
        const settledSome = spool.start + 3;
        spool.settle(settledSome);
        expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(5);
        spool.settle(spool.end);
        expect(statSync(file).size).toBe(0);
        expect(spool.start).toBe(spool.end);
        spool.append(line(9));
        expect(keysIn(spool)).toEqual([line(9).dialKey]);
        spool.close();
    });

    it('puts full files aside, keeps their order, and deletes each when it is settled', () => {
        const spool = openFileSpool(file, { segmentBytes: 1_000 });
        const places = lines(50).map((record) => spool.append(record));
        const files = () => readdirSync(dirname(file)).filter((name) => !name.endsWith('.lock'));
        const before = files().length;
        expect(before).toBeGreaterThan(5);
        expect(keysIn(spool)).toEqual(keysOf(lines(50)));

        spool.settle(places[25]);
        expect(files().length).toBeLessThan(before);
        expect(keysIn(spool)).toEqual(expect.arrayContaining(keysOf(lines(25, 25))));

        spool.settle(spool.end);
        expect(files()).toEqual(['spool.ndjson']);
        spool.close();
    });

    it('gives the next run what was left, in its order, and adds behind it', () => {
        const before = openFileSpool(file, { segmentBytes: 1_000 });
        lines(20).forEach((record) => before.append(record));
        before.close();

        const after = openFileSpool(file, { segmentBytes: 1_000 });
        after.append(line(20));
        expect(keysIn(after)).toEqual(keysOf(lines(21)));
        after.close();
    });

    it('leaves out a line that was cut short, and no other', () => {
        const before = openFileSpool(file);
        lines(3).forEach((record) => before.append(record));
        before.close();
        appendFileSync(file, '{"dialKey":"005000000000001AAA:3","agen');

        const after = openFileSpool(file);
        after.append(line(4));
        expect(keysIn(after)).toEqual(keysOf([...lines(3), line(4)]));
        after.close();
    });

    it('belongs to one process at a time', () => {
        const spool = openFileSpool(file);
        expect(() => openFileSpool(file)).toThrow(/in use by process \d+.*SPOOL_FILE/);
        spool.close();
        openFileSpool(file).close();
    });

    it('is taken over from an owner that is gone, also where its process number is in use again', () => {
        writeFileSync(`${file}.lock`, '999999999 1');
        openFileSpool(file).close();
        writeFileSync(`${file}.lock`, `${process.pid} 1`);
        openFileSpool(file).close();
        expect(existsSync(`${file}.lock`)).toBe(false);
    });
});

describe('A service that is killed', () => {
    it('loses no line of an answer that went out', async () => {
        const program = fileURLToPath(new URL('testing/decideUntilKilled.ts', import.meta.url));
        const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', program, file], {
            stdio: ['ignore', 'pipe', 'inherit']
        });
        const ended = once(child, 'exit');
        const answered: string[] = [];
        for await (const key of createInterface({ input: child.stdout! })) {
            if (answered.push(key) === 2_000) {
                child.kill('SIGKILL');
            }
        }
        expect(await ended).toEqual([null, 'SIGKILL']);
        expect(answered.length).toBeGreaterThanOrEqual(2_000);

        const org = new MemoryOrg();
        const service = await createCallbackNumberService({
            ports: memoryPorts(org),
            spoolFile: file
        });
        await service.flush();
        await service.close();

        const missing = answered.filter((key) => !org.log.has(`005000000000001AAA:${key}`));
        expect(missing).toEqual([]);
        expect(statSync(file).size).toBe(0);
    });
});
