import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OrgError } from '../orgError.ts';
import { ownFile } from './fileOwner.ts';
import { openStore } from './store.ts';

let folder: string;
let file: string;
beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'org-file-'));
    file = join(folder, 'org.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** No process has this number: Linux gives out at most 2^22. */
const NO_PROCESS = 2 ** 22 + 1;

describe('an org file', () => {
    it('refuses a second opener, naming the file and the process that has it', () => {
        const store = openStore(file);
        try {
            openStore(file);
            expect.unreachable('the second open should be refused');
        } catch (error) {
            expect(error).toBeInstanceOf(OrgError);
            expect(error).toMatchObject({ errorCode: 'ORG_IN_USE' });
            expect((error as Error).message).toContain(file);
            expect((error as Error).message).toContain(String(process.pid));
        }
        store.close();
    });

    it('can be opened again after it was closed, and leaves nothing beside it', () => {
        openStore(file).close();
        const store = openStore(file);
        store.exec('CREATE TABLE word (text TEXT)');
        store.close();
        expect(readdirSync(folder)).toEqual(['org.db']);
    });

    it('is taken over from a process that is gone, with the lock it left', () => {
        writeFileSync(`${file}.owner`, JSON.stringify({ pid: NO_PROCESS, startedAt: '1' }));
        mkdirSync(`${file}.lock`);
        const release = ownFile(file);
        expect(existsSync(`${file}.lock`)).toBe(false);
        release();
        expect(readdirSync(folder)).toEqual([]);
    });

    it('is taken over from an earlier process that had the number of a living one', () => {
        writeFileSync(`${file}.owner`, JSON.stringify({ pid: process.pid, startedAt: 'before' }));
        ownFile(file)();
        expect(readdirSync(folder)).toEqual([]);
    });

    it('is taken over when its owner could not be written down to the end', () => {
        writeFileSync(`${file}.owner`, '{"pid":');
        ownFile(file)();
        expect(readdirSync(folder)).toEqual([]);
    });

    it('is given back when it turns out to be no database', () => {
        writeFileSync(file, 'a text file, and long enough to be taken for a database '.repeat(20));
        expect(() => openStore(file)).toThrow();
        expect(existsSync(`${file}.owner`)).toBe(false);
    });
});
