import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientFileOf, defaultClient, secretMatches } from './clients.ts';

let folder: string;
beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'local-org-clients-'));
});
afterEach(() => {
    rmSync(folder, { recursive: true });
});

describe('the client an org comes with', () => {
    it('is made up at the first start and stays the same', () => {
        const file = join(folder, 'org.db');
        const first = defaultClient(file);
        expect(first.runAs).toBe('integration@callback-numbers.example');
        expect(defaultClient(file)).toEqual(first);
        expect(defaultClient(join(folder, 'other.db')).clientSecret).not.toBe(first.clientSecret);
    });

    it('is kept beside the org where only its owner can read it', () => {
        const file = join(folder, 'org.db');
        const { clientId } = defaultClient(file);
        const kept = clientFileOf(file)!;
        expect(JSON.parse(readFileSync(kept, 'utf8'))).toMatchObject({ clientId });
        expect(statSync(kept).mode & 0o077).toBe(0);
    });

    it('is never kept for an org in memory', () => {
        expect(defaultClient(':memory:')).not.toEqual(defaultClient(':memory:'));
        expect(clientFileOf(':memory:')).toBeUndefined();
    });

    it('says what to do when its file is damaged', () => {
        const file = join(folder, 'org.db');
        writeFileSync(clientFileOf(file)!, '{"clientId": 1');
        expect(() => defaultClient(file)).toThrow(/org\.db\.client\.json.*Delete it/s);
    });

    it('may be given redirect URIs in its file, as a list and nothing else', () => {
        const file = join(folder, 'org.db');
        const kept = { ...defaultClient(file), redirectUris: ['https://app.example/callback'] };
        writeFileSync(clientFileOf(file)!, JSON.stringify(kept));
        expect(defaultClient(file)).toEqual(kept);
        const text = { ...kept, redirectUris: 'https://app.example/callback' };
        writeFileSync(clientFileOf(file)!, JSON.stringify(text));
        expect(() => defaultClient(file)).toThrow('is not a client of the local org');
    });

    it('is recognised by its secret alone', () => {
        const client = { clientId: 'app', clientSecret: 'right' };
        expect(secretMatches(client, 'right')).toBe(true);
        expect(secretMatches(client, 'wrong')).toBe(false);
        expect(secretMatches(client, undefined)).toBe(false);
        expect(secretMatches({ clientId: 'app' }, '')).toBe(false);
    });
});
