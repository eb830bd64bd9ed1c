import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestPage } from '../../softphone/testing/testPage.ts';
import { checkSoftphone } from './checkSoftphone.ts';

const page = makeTestPage();
let org: Server;
let origin: string;
let found = 200;
let hangsUp = false;
beforeAll(async () => {
    org = createServer((request, response) => {
        if (hangsUp) {
            response.destroy();
            return;
        }
        const isScript = request.url === '/support/api/66.0/lightning/opencti_min.js';
        response.writeHead(isScript ? found : 500).end();
    });
    await new Promise<void>((listening) => org.listen(0, '127.0.0.1', listening));
    origin = `http://127.0.0.1:${(org.address() as AddressInfo).port}`;
});
afterAll(() => {
    page.remove();
    org.close();
});

const variables = (more: Record<string, string> = {}) => ({
    SOFTPHONE_FOLDER: page.folder,
    SOFTPHONE_URL: 'https://numbers.example',
    SOFTPHONE_ORG_ORIGINS: origin,
    SOFTPHONE_CLIENT_ID: 'agents',
    SESSION_KEY: Buffer.alloc(32).toString('base64url'),
    ...more
});

describe('the doctor looks at the softphone', () => {
    it('not at all where there is to be none', async () => {
        expect(await checkSoftphone({})).toEqual([]);
    });

    it('and finds it good, naming the callback URL the app must have', async () => {
        const findings = await checkSoftphone(variables());
        expect(findings.map(({ status }) => status)).toEqual(['good', 'good']);
        expect(findings[0].text).toContain('https://numbers.example/softphone/callback');
    });

    it('and warns where the script cannot be loaded', async () => {
        hangsUp = true;
        const [, script] = await checkSoftphone(variables());
        hangsUp = false;
        expect(script.status).toBe('warning');
        expect(script.text).toMatch(/cannot be loaded from http:.*opencti_min\.js: \S/);
        expect(script.remedy).toContain('SOFTPHONE_ORG_ORIGINS');
    });

    it('and warns where something else is in its place', async () => {
        found = 404;
        const [, script] = await checkSoftphone(variables());
        found = 200;
        expect(script.text).toContain('status 404');
    });

    it('and names what is missing', async () => {
        await expect(checkSoftphone(variables({ SESSION_KEY: '' }))).rejects.toThrow(
            /SESSION_KEY is missing/
        );
    });
});
