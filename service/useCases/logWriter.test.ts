import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DecisionRecord } from '../ports.ts';
import { openFileSpool } from '../spool/fileSpool.ts';
import { LogWriter, type LogWriterOptions } from './logWriter.ts';
import { line, lines } from './testing/records.ts';
import { LATER, ScriptedLog, WRITTEN } from './testing/scriptedLog.ts';

let log: ScriptedLog;
let refused: { key: string; reason: string }[];
let troubles: string[];

function writer(options: Partial<LogWriterOptions> = {}): LogWriter {
    return new LogWriter({
        log,
        onRefused: ({ dialKey }, reason) => refused.push({ key: dialKey, reason }),
        onTrouble: (reason) => troubles.push(reason),
        ...options
    });
}

function addAll(to: LogWriter, records: readonly DecisionRecord[]): void {
    records.forEach((record) => to.add(record));
}

beforeEach(() => {
    vi.useFakeTimers();
    log = new ScriptedLog();
    refused = [];
    troubles = [];
});
afterEach(() => {
    vi.useRealTimers();
});

describe('The log writer', () => {
    it('waits a little for more lines, and sends them together', async () => {
        const written = writer();
        addAll(written, lines(3));
        await vi.advanceTimersByTimeAsync(200);
        expect(log.sizes).toEqual([]);
        addAll(written, lines(2, 3));
        await vi.advanceTimersByTimeAsync(100);
        expect(log.sizes).toEqual([5]);
        expect(written.waiting).toBe(0);
    });

    it('sends a full batch at once, and no batch is larger', async () => {
        const written = writer();
        addAll(written, lines(450));
        await vi.advanceTimersByTimeAsync(10);
        expect(log.sizes).toEqual([200, 200]);
        await vi.advanceTimersByTimeAsync(300);
        expect(log.sizes).toEqual([200, 200, 50]);
    });

    it('never has two batches under way', async () => {
        let open: () => void = () => undefined;
        log.gate = new Promise((resolve) => (open = resolve));
        const written = writer();
        addAll(written, lines(400));
        await vi.advanceTimersByTimeAsync(10_000);
        expect(log.sizes).toEqual([200]);
        open();
        await vi.advanceTimersByTimeAsync(10);
        expect(log.sizes).toEqual([200, 200]);
    });

    it('sends one key once in a batch: the latest decision', async () => {
        const written = writer();
        addAll(written, [line(1), line(2), line(1, { dialedNumber: '112' })]);
        await written.flush();
        expect(log.sizes).toEqual([2]);
        expect(log.written.get(line(1).dialKey)?.dialedNumber).toBe('112');
    });

    it('writes the refusal of a call whose line waits to be tried again, and not the line before it', async () => {
        const refusal = { code: 'CALLER_ID_REFUSED', reason: 'Not verified.' } as const;
        log.outcome = ({ dialKey }, batch) =>
            dialKey === line(1).dialKey && batch === 1
                ? { status: 'retry', reason: 'UNABLE_TO_LOCK_ROW' }
                : WRITTEN;
        const written = writer();
        addAll(written, [line(1), line(2)]);
        await vi.advanceTimersByTimeAsync(300);
        written.add(line(1, { refusal }));
        await vi.advanceTimersByTimeAsync(2_000);
        expect(log.sizes).toEqual([2, 1]);
        expect(log.written.get(line(1).dialKey)?.refusal).toEqual(refusal);
    });

    it('writes a key again that was decided again while its batch was under way', async () => {
        let open: () => void = () => undefined;
        log.gate = new Promise((resolve) => (open = resolve));
        const written = writer();
        written.add(line(1));
        await vi.advanceTimersByTimeAsync(300);
        written.add(line(1, { dialedNumber: '112' }));
        open();
        await written.flush();
        expect(log.sizes).toEqual([1, 1]);
        expect(log.written.get(line(1).dialKey)?.dialedNumber).toBe('112');
    });

    it('tries again, ever more slowly, until Salesforce takes the lines', async () => {
        log.outcome = (_, batch) => (batch <= 4 ? LATER : WRITTEN);
        const written = writer();
        addAll(written, lines(3));
        await vi.advanceTimersByTimeAsync(600);
        expect(log.sizes).toEqual([3]);
        await vi.advanceTimersByTimeAsync(60_000);
        expect(log.sizes).toEqual([3, 3, 3, 3, 3]);
        expect(log.written.size).toBe(3);
        expect(troubles).toEqual(Array(4).fill('SERVER_UNAVAILABLE'));
        expect(written.refused).toBe(0);
    });

    it('keeps a locked row for another batch, and writes the others', async () => {
        log.outcome = ({ dialKey }, batch) =>
            dialKey === line(1).dialKey && batch < 3
                ? { status: 'retry', reason: 'UNABLE_TO_LOCK_ROW' }
                : WRITTEN;
        const written = writer();
        addAll(written, lines(3));
        await vi.advanceTimersByTimeAsync(10_000);
        expect(log.sizes).toEqual([3, 1, 1]);
        expect(log.written.size).toBe(3);
    });

    it('gives a line up that fails again and again while others do not', async () => {
        log.outcome = ({ dialKey }) =>
            dialKey === line(0).dialKey
                ? { status: 'retry', reason: 'UNKNOWN_EXCEPTION' }
                : WRITTEN;
        const written = writer();
        for (let n = 0; n < 12; n++) {
            addAll(written, [line(0), line(100 + n)].slice(n === 0 ? 0 : 1));
            await vi.advanceTimersByTimeAsync(2_000);
        }
        expect(refused).toEqual([{ key: line(0).dialKey, reason: 'UNKNOWN_EXCEPTION' }]);
        expect(written.waiting).toBe(0);
    });

    it('counts and reports what Salesforce refuses, and goes on', async () => {
        log.outcome = ({ dialKey }) =>
            dialKey === line(1).dialKey
                ? { status: 'refused', reason: 'STRING_TOO_LONG Trace__c' }
                : WRITTEN;
        const written = writer();
        addAll(written, lines(3));
        await written.flush();
        expect(written.refused).toBe(1);
        expect(refused).toEqual([{ key: line(1).dialKey, reason: 'STRING_TOO_LONG Trace__c' }]);
        expect(log.written.size).toBe(2);
    });

    it('reports the oldest line when memory is full, and never in silence', async () => {
        log.outcome = () => LATER;
        const written = writer({ capacity: 3 });
        addAll(written, lines(5));
        expect(refused.map(({ key }) => key)).toEqual([line(0).dialKey, line(1).dialKey]);
        expect(refused[0].reason).toContain('queue is full');
        expect(written.refused).toBe(2);
        expect(written.waiting).toBe(3);
    });

    it('has room again once half of its memory is free', async () => {
        log.outcome = () => LATER;
        const written = writer({ capacity: 4 });
        addAll(written, lines(4));
        let hasRoom = false;
        void written.room().then(() => (hasRoom = true));
        await vi.advanceTimersByTimeAsync(5_000);
        expect(hasRoom).toBe(false);
        log.outcome = () => WRITTEN;
        await vi.advanceTimersByTimeAsync(30_000);
        expect(hasRoom).toBe(true);
    });

    it('flushes what was added so far, without waiting for what comes after', async () => {
        const written = writer();
        addAll(written, lines(10));
        const flushed = written.flush();
        log.outcome = ({ dialKey }) => (dialKey === line(99).dialKey ? LATER : WRITTEN);
        await vi.advanceTimersByTimeAsync(0);
        written.add(line(99));
        await flushed;
        expect(log.written.size).toBe(10);
    });

    it('flushes at once when nothing waits', async () => {
        await expect(writer().flush()).resolves.toBeUndefined();
    });

    it('closes when everything is written', async () => {
        const written = writer();
        addAll(written, lines(250));
        await written.close(5_000);
        expect(log.written.size).toBe(250);
        expect(written.refused).toBe(0);
    });

    it('closes at its deadline, and reports what it could not write', async () => {
        log.outcome = () => LATER;
        const written = writer();
        addAll(written, lines(2));
        const closed = written.close(5_000);
        await vi.advanceTimersByTimeAsync(5_000);
        await closed;
        expect(refused.map(({ key }) => key)).toEqual(lines(2).map(({ dialKey }) => dialKey));
        written.add(line(7));
        expect(refused.at(-1)).toEqual({ key: line(7).dialKey, reason: 'The service is closed.' });
        await written.close(5_000);
        expect(written.refused).toBe(3);
    });

    it('closes although an answer of Salesforce never comes', async () => {
        log.gate = new Promise(() => undefined);
        const written = writer();
        written.add(line(1));
        const closed = written.close(1_000);
        await vi.advanceTimersByTimeAsync(1_000);
        await closed;
        expect(written.refused).toBe(1);
    });
});

describe('The log writer with a spool', () => {
    const file = () => join(mkdtempSync(join(tmpdir(), 'spool-')), 'spool.ndjson');

    it('writes every line in its order, however many more than memory holds', async () => {
        log.outcome = () => LATER;
        const spool = openFileSpool(file(), { segmentBytes: 2_000 });
        const written = writer({ spool, capacity: 10 });
        addAll(written, lines(1_000));
        await vi.advanceTimersByTimeAsync(1_000);
        expect(written.waiting).toBe(1_000);

        log.outcome = () => WRITTEN;
        await vi.advanceTimersByTimeAsync(60_000);

        expect(written.waiting).toBe(0);
        expect(written.refused).toBe(0);
        expect([...log.written.keys()]).toEqual(lines(1_000).map(({ dialKey }) => dialKey));
        await written.close(1_000);
    });

    it('always has room', async () => {
        log.outcome = () => LATER;
        const spool = openFileSpool(file());
        const written = writer({ spool, capacity: 2 });
        addAll(written, lines(10));
        await expect(written.room()).resolves.toBeUndefined();
        const closed = written.close(10);
        await vi.advanceTimersByTimeAsync(10);
        await closed;
    });

    it('leaves what it could not write to the next run', async () => {
        const path = file();
        log.outcome = () => LATER;
        const before = writer({ spool: openFileSpool(path) });
        addAll(before, lines(5));
        const closed = before.close(1_000);
        await vi.advanceTimersByTimeAsync(1_000);
        await closed;
        expect(before.refused).toBe(0);

        log.outcome = () => WRITTEN;
        const after = writer({ spool: openFileSpool(path) });
        await after.flush();
        expect([...log.written.keys()]).toEqual(lines(5).map(({ dialKey }) => dialKey));
        await after.close(1_000);
    });

    it('leaves a refused call to the next run, which writes it once and as refused', async () => {
        const path = file();
        const refusal = { code: 'TELEPHONY_BUSY', reason: 'Later.' } as const;
        log.outcome = () => LATER;
        const before = writer({ spool: openFileSpool(path) });
        addAll(before, [line(1), line(2), line(1, { refusal })]);
        const closed = before.close(100);
        await vi.advanceTimersByTimeAsync(100);
        await closed;

        log.outcome = () => WRITTEN;
        log.batches.length = 0;
        const after = writer({ spool: openFileSpool(path) });
        await after.flush();
        expect(log.sizes).toEqual([2]);
        expect(log.written.get(line(1).dialKey)?.refusal).toEqual(refusal);
        await after.close(100);
    });

    it('lets the latest decision win over one that an earlier run left', async () => {
        const path = file();
        log.outcome = () => LATER;
        const before = writer({ spool: openFileSpool(path) });
        before.add(line(1));
        const closed = before.close(100);
        await vi.advanceTimersByTimeAsync(100);
        await closed;

        log.outcome = () => WRITTEN;
        const after = writer({ spool: openFileSpool(path) });
        after.add(line(1, { dialedNumber: '112' }));
        await after.flush();
        expect(log.written.get(line(1).dialKey)?.dialedNumber).toBe('112');
        await after.close(100);
    });

    it('does not fail a decision because the disk does', async () => {
        const spool = openFileSpool(file());
        vi.spyOn(spool, 'append').mockImplementation(() => {
            throw new Error('ENOSPC: no space left on device');
        });
        const written = writer({ spool });
        written.add(line(1));
        expect(troubles).toEqual(['Spooling: ENOSPC: no space left on device']);
        await vi.advanceTimersByTimeAsync(1_000);
        expect(log.written.size).toBe(1);
        await written.close(100);
    });
});
