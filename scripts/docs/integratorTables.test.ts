import { readFileSync } from 'node:fs';
import { ERROR_CODES } from '#resolver';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { FROM_FILE, SPECS } from '../../service/config/variables.ts';
import { PROBLEMS } from '../../service/http/problemTable.ts';
import { startTestServer } from '../../service/http/testing/testServer.ts';
import { textOf } from '../metadata/xml.ts';
import { INTEGRATOR_GUIDE, SOFTPHONE_ONLY } from './integratorTables.ts';
import { model } from './guideWords.ts';

const guide = readFileSync(INTEGRATOR_GUIDE, 'utf8');
const inCode = [...guide.matchAll(/(?<!`)`([^`\n]+)`(?!`)/g)].map(([, text]) => text);

describe('The tables of the guide for integrators', () => {
    it('have every problem of the API in the table of the API', async () => {
        const { server, close } = await startTestServer();
        const { paths = {} } = server.swagger();
        await close();
        const api = JSON.stringify(paths);
        expect(api).toContain('UNKNOWN_AGENT:');
        expect(SOFTPHONE_ONLY.filter((code) => api.includes(`${code}:`))).toEqual([]);
    });
});

describe('The words of the guide for integrators', () => {
    it('name variables and codes that there are', () => {
        const known = new Set<string>([
            ...Object.keys(SPECS),
            ...FROM_FILE.map((name) => `${name}_FILE`),
            ...Object.keys(PROBLEMS),
            ...ERROR_CODES
        ]);
        const named = inCode.filter((text) => /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(text));
        expect(named.length).toBeGreaterThan(100);
        expect(named.filter((text) => !known.has(text))).toEqual([]);
    });

    it('name permission sets that there are', () => {
        const named = guide.matchAll(/^\| `(Callback_\w+)`/gm);
        const known = model.ofKind('PermissionSet').map(({ name }) => name);
        expect([...named].map(([, name]) => name).toSorted()).toEqual(known.toSorted());
    });

    it('name the vendor information as the import of a contact center wants it', () => {
        const [, xml = ''] = /```xml\n([^]*?)```/.exec(guide) ?? [];
        const items = [...xml.matchAll(/name="(req\w+)"[^>]*>([^<]*)<\/item>/g)];
        const [vendor] = model.ofKind('ConversationVendorInfo');
        expect(XMLValidator.validate(xml)).toBe(true);
        expect(Object.fromEntries(items.map(([, name, value]) => [name, value]))).toMatchObject({
            reqDisplayName: textOf(vendor.root, 'masterLabel'),
            reqVendorInfoApiName: `c__${textOf(vendor.root, 'developerName')}`
        });
    });

    it('lead to chapters that there are', () => {
        const chapters = [...guide.matchAll(/^#+ (.+)$/gm)].map(([, words]) =>
            words
                .toLowerCase()
                .replaceAll(/[^\w ]/g, '')
                .replaceAll(' ', '-')
        );
        const links = [...guide.matchAll(/\]\(#([\w-]+)\)/g)].map(([, target]) => target);
        expect(links.filter((target) => !chapters.includes(target))).toEqual([]);
    });
});
