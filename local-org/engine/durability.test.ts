import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOrg } from './openOrg.ts';
import { addToPackage, fieldFile, objectFile } from './testing/metadataFiles.ts';
import { create, TEST_PACKAGE, tryCreate } from './testing/testOrg.ts';
import type { OrgSession } from './types.ts';

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

    it('takes up that a field has become unique, or no longer is', () => {
        const brand = (Name: string, code: string, key: string) => ({
            Name,
            Code__c: code,
            Legacy_Key__c: key
        });
        const legacyKey = (unique: boolean) =>
            addToPackage(
                metadataDir,
                fieldFile('Brand__c', 'Legacy_Key__c', {
                    type: 'Text',
                    length: 20,
                    externalId: true,
                    unique
                })
            );
        const inOrg = (work: (session: OrgSession) => void) => {
            const org = openOrg({ file, metadataDir });
            work(org.systemSession());
            org.close();
        };
        inOrg((session) => create(session, 'Brand__c', brand('A', 'a', 'key')));
        legacyKey(true);
        inOrg((session) =>
            expect(tryCreate(session, 'Brand__c', brand('B', 'b', 'KEY')).success).toBe(false)
        );
        legacyKey(false);
        inOrg((session) => create(session, 'Brand__c', brand('C', 'c', 'key')));
        legacyKey(true);
        expect(() => openOrg({ file, metadataDir })).toThrow(
            /Brand__c\.Legacy_Key__c is unique in the package now/
        );
        // The refused opening has let go of the file.
        legacyKey(false);
        inOrg((session) => expect(session.query('SELECT Id FROM Brand__c').totalSize).toBe(2));
    });
});
