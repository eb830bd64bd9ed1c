import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INTEGRATION, startTestOrg, type TestOrg } from './testing/testOrg.ts';

/** Whatever is sent, the org answers in its own words and stands: never a 5xx. */

const ROOT = '/services/data/v66.0';

let org: TestOrg;
let token: string;
beforeAll(async () => {
    org = await startTestOrg();
    token = org.signIn(INTEGRATION).accessToken;
});
afterAll(() => org.close());

async function statusOf(method: string, path: string, body?: string): Promise<number> {
    const response = await fetch(org.url + path, {
        method,
        body,
        headers: {
            authorization: `Bearer ${token}`,
            ...(body !== undefined && { 'content-type': 'application/json' })
        }
    });
    await response.text();
    return response.status;
}

const RECORD = { attributes: { type: 'Gadget__c', referenceId: 'r' } };
const NESTED = '['.repeat(5_000) + ']'.repeat(5_000);
const BODIES = [
    'null',
    'true',
    '0',
    '"text"',
    '[]',
    '{}',
    '{"records": null}',
    '{"records": [null]}',
    '{"records": [{}]}',
    '{"records": [{"attributes": null}]}',
    '{"records": [{"attributes": {"type": 7}}]}',
    '{"records": [{"attributes": {"type": "__proto__"}, "Name": "x"}]}',
    '{"__proto__": {"x": 1}, "constructor": 1, "toString": null}',
    '{"allOrNone": "yes", "records": {"length": 3}}',
    '{"ids": ["x"], "fields": [1]}',
    '{"ids": [], "fields": []}',
    '{"inputs": [[]]}',
    '{"compositeRequest": [{"method": "GET", "url": "@{x}", "referenceId": "x"}]}',
    '{"compositeRequest": [{"method": "TRACE", "url": "\\u0000", "referenceId": "x"}]}',
    '{"batchRequests": [{}]}',
    `{"Name": ${NESTED}}`,
    JSON.stringify({ Name: '\u0000\u001f\ud800\u202e' }),
    JSON.stringify({ Name: { toString: 1 }, Weight__c: 1e308 }),
    JSON.stringify({ Name: 'x'.repeat(100_000) }),
    JSON.stringify({ records: [{ ...RECORD, Name: ['x'], Weight__c: {}, Code__c: true }] }),
    JSON.stringify({ records: [{ ...RECORD, Id: 7, Parts__r: { records: [null] } }] })
];

const TARGETS: readonly [string, string][] = [
    ['POST', `${ROOT}/sobjects/Gadget__c`],
    ['PATCH', `${ROOT}/sobjects/Gadget__c/a00000000000001AAA`],
    ['PATCH', `${ROOT}/sobjects/Gadget__c/Code__c/x`],
    ['PATCH', `${ROOT}/sobjects/Gadget__c/Id/x`],
    ['POST', `${ROOT}/composite/sobjects`],
    ['PATCH', `${ROOT}/composite/sobjects`],
    ['PATCH', `${ROOT}/composite/sobjects/Gadget__c/Code__c`],
    ['PATCH', `${ROOT}/composite/sobjects/Gadget__c/Id`],
    ['POST', `${ROOT}/composite/sobjects/Gadget__c`],
    ['POST', `${ROOT}/composite`],
    ['POST', `${ROOT}/composite/batch`],
    ['POST', `${ROOT}/composite/tree/Gadget__c`],
    ['POST', `${ROOT}/actions/custom/flow/Nothing`]
];

describe('hostile bodies', () => {
    it.each(TARGETS)('do not break %s %s', async (method, path) => {
        for (const body of BODIES) {
            const status = await statusOf(method, path, body);
            expect(status, body.slice(0, 80)).toBeLessThan(500);
        }
    });
});

const TEXTS = [
    "'",
    "\\'",
    '\\',
    '%00',
    '%',
    '%E0%A4%A',
    '..%2f..%2f',
    '__proto__',
    'constructor',
    'SELECT',
    '\u202e',
    "x' OR Name != '",
    'x'.repeat(8_000),
    '-1',
    'null',
    ' ',
    ';'
];

describe('hostile addresses', () => {
    it.each([
        (text: string) => `/sobjects/${text}`,
        (text: string) => `/sobjects/${text}/describe`,
        (text: string) => `/sobjects/Gadget__c/${text}`,
        (text: string) => `/sobjects/Gadget__c/a00000000000001AAA?fields=${text}`,
        (text: string) => `/sobjects/Gadget__c/${text}/x`,
        (text: string) => `/sobjects/Gadget__c/Code__c/${text}`,
        (text: string) => `/query?q=${text}`,
        (text: string) => `/query?q=SELECT+Id+FROM+Gadget__c+WHERE+Name='${text}'`,
        (text: string) => `/query/${text}`,
        (text: string) => `/composite/sobjects/Gadget__c?ids=${text}&fields=${text}`,
        (text: string) => `/actions/custom/${text}/${text}`
    ])('do not break %s', async (path) => {
        for (const text of TEXTS) {
            for (const spelling of [text, encodeURIComponent(text)]) {
                const status = await statusOf('GET', ROOT + path(spelling));
                expect(status, spelling.slice(0, 80)).toBeLessThan(500);
            }
        }
    });

    it('do not break a delete by ids', async () => {
        for (const text of TEXTS) {
            const ids = encodeURIComponent(text);
            const status = await statusOf('DELETE', `${ROOT}/composite/sobjects?ids=${ids}`);
            expect(status, text.slice(0, 80)).toBeLessThan(500);
        }
    });
});
