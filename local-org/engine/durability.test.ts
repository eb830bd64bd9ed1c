import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOrg } from './openOrg.ts';
import { addToPackage, fieldFile, objectFile } from './testing/metadataFiles.ts';
import { create, TEST_PACKAGE } from './testing/testOrg.ts';

let folder: string;
let file: string;
let metadataDir: string;
beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'org-'));
    file = join(folder, 'org.db');
    metadataDir = join(folder, 'package');
    addToPackage(metadataDir, TEST_PACKAGE);
});
afterEach(() => rmSync(folder, { recursive: true }));

const writer = join(import.meta.dirname, 'testing/writeUntilKilled.ts');

/** Starts the writer. Resolves with what it answered, once that is `count` records and it is dead. */
async function answeredBeforeKill(count: number): Promise<string[]> {
    const child: ChildProcess = spawn(
        process.execPath,
        ['--import', 'tsx', writer, file, metadataDir],
        { stdio: ['ignore', 'pipe', 'inherit'] }
    );
    let output = '';
    await new Promise<void>((resolve, reject) => {
        child.stdout!.on('data', (chunk: Buffer) => {
            output += chunk.toString();
            if (output.split('\n').length > count) child.kill('SIGKILL');
        });
        child.on('error', reject);
        child.on('close', () => resolve());
    });
    return output.split('\n').slice(0, -1);
}

describe('an org on disk', () => {
    it('has lost nothing it answered when it is killed in the middle of its work, time and again', async () => {
        for (const count of [1, 40, 300]) {
            const answered = await answeredBeforeKill(count);
            expect(answered.length).toBeGreaterThanOrEqual(count);
            expect(existsSync(`${file}.lock`)).toBe(true);

            const org = openOrg({ file, metadataDir });
            const session = org.systemSession();
            const missing = answered.filter((id) => {
                try {
                    return session.retrieve('Account', id, ['Name']).Name === null;
                } catch {
                    return true;
                }
            });
            expect(missing).toEqual([]);
            org.close();
        }
    });

    it('keeps records, ids and who may sign in from one opening to the next', () => {
        const first = openOrg({ file, metadataDir });
        const id = create(first.systemSession(), 'Brand__c', { Name: 'One', Code__c: 'one' });
        first.close();

        const second = openOrg({ file, metadataDir });
        const session = second.systemSession();
        expect(session.retrieve('Brand__c', id)).toMatchObject({ Name: 'One', Code__c: 'one' });
        const next = create(session, 'Brand__c', { Name: 'Two', Code__c: 'two' });
        expect(next).not.toBe(id);
        expect(session.query('SELECT Id FROM User').totalSize).toBe(2);
        second.close();
    });

    it('takes up fields and objects the package has gained since', () => {
        const first = openOrg({ file, metadataDir });
        const old = create(first.systemSession(), 'Brand__c', { Name: 'Old', Code__c: 'old' });
        first.close();

        addToPackage(metadataDir, {
            ...fieldFile('Brand__c', 'Motto__c', { type: 'Text', length: 40 }),
            ...fieldFile('Brand__c', 'Loud__c', { type: 'Checkbox', defaultValue: true }),
            ...objectFile('Agency__c', {
                label: 'Agency',
                pluralLabel: 'Agencies',
                nameField: { label: 'Name', type: 'Text' },
                sharingModel: 'ReadWrite'
            })
        });
        const second = openOrg({ file, metadataDir });
        const session = second.systemSession();
        expect(session.retrieve('Brand__c', old)).toMatchObject({
            Name: 'Old',
            Motto__c: null,
            Loud__c: false
        });
        const created = create(session, 'Brand__c', { Name: 'New', Code__c: 'n', Motto__c: 'Ha' });
        expect(session.retrieve('Brand__c', created)).toMatchObject({
            Motto__c: 'Ha',
            Loud__c: true
        });
        const agency = create(session, 'Agency__c', { Name: 'A' });
        // The ids of the other objects still mean what they meant, though Agency__c sorts first.
        expect(second.schema.objectOfId(old)!.apiName).toBe('Brand__c');
        expect(second.schema.objectOfId(agency)!.apiName).toBe('Agency__c');
        second.close();
    });
});
