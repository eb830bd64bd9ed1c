import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN_USERNAME, startLocalOrg, type LocalOrg } from '../../local-org/index.ts';
import { registerSampleActions } from '../../scripts/data/sampleActions.ts';
import { seedLocalOrg } from '../../scripts/data/seedLocalOrg.ts';
import { createAuthenticator } from '../auth/authenticator.ts';
import { createServiceCredentials } from '../auth/serviceCredential.ts';
import { ISSUER } from '../auth/testKeys.ts';
import { variablesAsMarkdown } from '../config/documentation.ts';
import { NEEDED_RIGHTS } from './doctor/neededRights.ts';
import { runCommand } from './program.ts';

/** Commands as people type them, over the embedded org with the sample data. */
let org: LocalOrg;
const folder = mkdtempSync(join(tmpdir(), 'callback-cli-'));

beforeAll(async () => {
    org = await startLocalOrg({ file: ':memory:' });
    registerSampleActions(org);
    await seedLocalOrg(org);
});
afterAll(async () => {
    await org.close();
    rmSync(folder, { recursive: true, force: true });
});

interface Ran {
    readonly code: number;
    readonly out: string;
    readonly note: string;
}
interface RunOptions {
    readonly env?: Readonly<Record<string, string>>;
    readonly tty?: boolean;
}

async function run(args: readonly string[], { env, tty = false }: RunOptions = {}): Promise<Ran> {
    let out = '';
    let note = '';
    const code = await runCommand(args, {
        env: env ?? asService(),
        folder,
        out: (text) => (out += text),
        note: (text) => (note += text),
        terminal: { out: tty, note: tty }
    });
    return { code, out, note };
}

const asService = () => ({
    SF_LOGIN_URL: org.url,
    SF_CLIENT_ID: org.client.clientId,
    SF_CLIENT_SECRET: org.client.clientSecret!
});
const asAdmin = () => ({
    SF_INSTANCE_URL: org.url,
    SF_ACCESS_TOKEN: org.signIn(ADMIN_USERNAME).accessToken
});
const records = (query: string) => org.engine.systemSession().query(query).records;
const ESCAPE = '\u001b[';

describe('explain', () => {
    const ANNA = ['explain', '--agent', 'Anna Berger', '--number', '030 23125 417'];

    it('prints the number, the reason and every step', async () => {
        const { code, out } = await run(ANNA);
        expect(code).toBe(0);
        expect(out).toContain('✓ Larkfield Holidays Berlin  +49 30 23125110\n');
        expect(out).toContain('Rule "Germany" picked Larkfield Holidays Berlin (+493023125110).');
        expect(out).toMatch(/agent {4}Anna Berger/);
        expect(out).toContain('dials    +49 30 23125417  from "030 23125 417"');
        expect(out).toMatch(/\n +\d+ {2}· No number was chosen for this call\.\n/);
        expect(out.trimEnd().split('\n').at(-1)).toMatch(/^ +\d+ {2}✓ Rule "Germany" picked/);
        expect(out).not.toContain(ESCAPE);
    });

    it('has colours where somebody looks, and none with NO_COLOR', async () => {
        expect((await run(ANNA, { tty: true })).out).toContain(ESCAPE);
        const env = { ...asService(), NO_COLOR: '1' };
        expect((await run(ANNA, { tty: true, env })).out).not.toContain(ESCAPE);
    });

    it('ends with 3 where the call is blocked, and says why', async () => {
        const { code, out } = await run([
            'explain',
            ...['--agent', 'luc.girard@callback-numbers.example'],
            ...['--number', '+353 20 910 0417']
        ]);
        expect(code).toBe(3);
        expect(out).toContain('✗ The call is blocked (NUMBER_NOT_CONFIGURED)');
        expect(out).toMatch(/✗ The selector of rule .* picked \+353209100130/);
    });

    it('takes everything that a dial may have', async () => {
        const [contact] = records("SELECT Id FROM Contact WHERE Name = 'Fiona Geddes'");
        const { out } = await run([
            ...['explain', '--agent', 'Daniel Osei', '--number', '0131 496 0412'],
            ...['--record', String(contact['Id']), '--json']
        ]);
        const answer = JSON.parse(out);
        expect(answer).toMatchObject({
            callbackNumber: { label: 'Skerry Line Edinburgh' },
            channel: 'clickToDial'
        });
        expect(answer.traceInWords).toHaveLength(answer.trace.length);
        const chosen = await run([
            ...['explain', '--agent', 'Callum Fraser', '--number', '0116 496 0470'],
            ...['--choose', '+441314960120', '--channel', 'manual']
        ]);
        expect(chosen.out).toContain('✓ Skerry Line Edinburgh');
        const [entry] = records('SELECT Id FROM Dial_Entry__c LIMIT 1');
        const connect = await run([
            ...['explain', '--agent', 'Nathan Broad', '--number', '0131 496 0428'],
            ...['--entry', String(entry['Id'])]
        ]);
        expect(connect.out).toContain('channel  Connect');
    });

    it('logs nothing, and decide logs once for one key', async () => {
        const count = () => records('SELECT Id FROM Callback_Decision__c').length;
        const before = count();
        await run(ANNA);
        expect(count()).toBe(before);
        const decide = ['decide', ...ANNA.slice(1), '--key', 'by-hand-1'];
        expect((await run(decide)).code).toBe(0);
        expect((await run(decide)).code).toBe(0);
        expect(count()).toBe(before + 1);
    });

    it.each([
        ['an', /fits \d+ agents: .*\nGive the id or the username/],
        ['Nobody Atall', /no agent called "Nobody Atall".\nGive a user id/],
        ["x' OR Id != '@y", /no user with the username/],
        ['', /no agent called ""/]
    ])('does not guess who "%s" is', async (agent, message) => {
        const { code, note } = await run(['explain', '--agent', agent, '--number', '1']);
        expect(code).toBe(1);
        expect(note).toMatch(message);
    });

    it.each([
        [['explain', '--agent', 'x'], /required option '--number/],
        [['explain', '--agent', 'x', '--number', '1', '--channel', 'radio'], /Allowed choices are/],
        [['nonsense'], /unknown command/],
        [['explain', '--agent', 'x', '--number', '1', '--loud'], /unknown option/]
    ])('%j is not understood', async (args, message) => {
        const { code, note } = await run(args);
        expect(code).toBe(2);
        expect(note).toMatch(message);
    });

    it('names the field of a dial that makes no sense', async () => {
        const { code, note } = await run([...ANNA, '--record', 'x']);
        expect(code).toBe(1);
        expect(note).toContain('recordId must be a Salesforce id');
        expect(note).not.toMatch(/\n\s+at /);
    });
});

describe('numbers', () => {
    it('shows a table with the defaults', async () => {
        const { code, out } = await run(['numbers', '--agent', 'Hannah Okafor']);
        expect(code).toBe(0);
        expect(out).toContain('Hannah Okafor may present 22 numbers: every active number.');
        expect(out).toMatch(
            /│ Larkfield Travel Group +│ \+44 306 999 0100 +│ GB .*principal number/
        );
        expect(out).not.toContain('Hamburg terminal');
    });

    it('says so where only assigned numbers may be presented', async () => {
        const { out } = await run(['numbers', '--agent', 'Amina Yusuf']);
        expect(out).toContain('may present 1 number: only numbers assigned to them');
    });

    it('says so where the default cannot be presented', async () => {
        const { out } = await run(['numbers', '--agent', 'Tom Ashdown']);
        expect(out).toMatch(/! Their default .*Leeds.* cannot be presented at present/);
    });

    it('is JSON for programs', async () => {
        const { out } = await run(['numbers', '--agent', 'Amina Yusuf', '--json']);
        expect(JSON.parse(out)).toMatchObject({ agent: { name: 'Amina Yusuf' }, numbers: [{}] });
    });

    it('says that an agent has left', async () => {
        const { code, note } = await run(['numbers', '--agent', 'Lucy Bannerman']);
        expect(code).toBe(1);
        expect(note).toMatch(/no active user/);
    });
});

describe('doctor', () => {
    it('finds the sample org healthy, and the two odd rules', async () => {
        const { code, out } = await run(['doctor']);
        expect(out).not.toContain('✗');
        expect(code).toBe(0);
        expect(out).toContain('✓ The org knows API version 66.0');
        expect(out).toMatch(/✓ Clocks agree \(\d+ s apart\)/);
        expect(out).toMatch(/✓ integration@.* may read and write all that the service needs/);
        expect(out).toContain('✓ The principal number is Larkfield Travel Group');
        expect(out).toContain('✓ All 2 custom selectors can be called');
        expect(out.match(/^! .*$/gm)).toHaveLength(2);
        expect(out).toContain('The service can work with this org. 2 things to look at.');
    });

    it('finds the rights that are missing, and the records that cannot be seen', async () => {
        const { accessToken } = org.signIn('anna.berger@callback-numbers.example');
        const { code, out } = await run(['doctor'], {
            env: { SF_INSTANCE_URL: org.url, SF_ACCESS_TOKEN: accessToken }
        });
        expect(code).toBe(1);
        expect(out).toMatch(/✗ No right to .*Callback_Decision__c/);
        expect(out).toMatch(/→ Assign the permission set Callback_Integration to anna\.berger@/);
        expect(out).toMatch(/1 thing is broken/);
    });

    it('says that there is no policy yet', async () => {
        const empty = await startLocalOrg({ file: ':memory:' });
        const { accessToken } = empty.signIn('integration@callback-numbers.example');
        const { code, out } = await run(['doctor', '--json'], {
            env: { SF_INSTANCE_URL: empty.url, SF_ACCESS_TOKEN: accessToken }
        });
        expect(code).toBe(1);
        const report = JSON.parse(out);
        expect(report.healthy).toBe(false);
        expect(report.findings).toContainEqual({
            status: 'bad',
            text: 'There is no policy for the organization',
            remedy: 'Set an active principal number in the policy of scope Organization.'
        });
        await empty.close();
    });

    it.each([
        ['no org named', {}, /No org is named[^]*npm start/],
        ['half the variables', { SF_LOGIN_URL: 'https://x.example' }, /SF_CLIENT_ID is missing/],
        ['a token without an address', { SF_ACCESS_TOKEN: 'x' }, /SF_INSTANCE_URL is not/],
        [
            'nothing listening',
            { SF_LOGIN_URL: 'http://127.0.0.1:1', SF_CLIENT_ID: 'x', SF_CLIENT_SECRET: 'y' },
            /ECONNREFUSED[^]*Check the address, the network/
        ]
    ])('%s: says what to do', async (_, env, message) => {
        const { code, out } = await run(['doctor'], { env });
        expect(code).toBe(1);
        expect(out).toMatch(message);
    });

    it('says which credentials the org refuses', async () => {
        const { out } = await run(['doctor'], { env: { ...asService(), SF_CLIENT_SECRET: 'no' } });
        expect(out).toMatch(/✗ Signing in to .*invalid_client[^]*external client app/);
    });

    it('asks for all that the service reads', () => {
        const source = readFileSync(
            new URL('../jsforce/directorySource.ts', import.meta.url),
            'utf8'
        ).replace(/' \+\s+'/g, '');
        const queries = [...source.matchAll(/'SELECT (.*?) FROM (\w+)|"SELECT (.*?) FROM (\w+)/g)];
        expect(queries.length).toBeGreaterThanOrEqual(8);
        for (const [, fields, object, otherFields, otherObject] of queries) {
            const needed = NEEDED_RIGHTS.find((one) => one.object === (object ?? otherObject));
            const read = (fields ?? otherFields).split(', ').filter((name) => name !== 'Id');
            expect(needed?.reads).toEqual(expect.arrayContaining(read));
        }
    });
});

describe('import', () => {
    const write = (content: string | Uint8Array) =>
        writeFileSync(join(folder, 'numbers.csv'), content);
    const importing = (options: RunOptions = { env: asAdmin() }, ...more: string[]) =>
        run(['import', 'numbers.csv', ...more], options);

    it('adds numbers, and changes them when it is run again', async () => {
        write(
            '\ufeffLabel;Number;Country;Language;Active;Description\n' +
                'Test desk;020 7946 0901;gb;en;yes;"Two\nlines"\n\nTest line;+49 30 901820;;;no;\n'
        );
        const first = await importing();
        expect([first.code, first.out]).toEqual([0, '2 created, 0 changed, 0 refused.\n']);
        expect(first.note).toBe('2 of 2 rows\n');
        expect((await importing()).out).toBe('0 created, 2 changed, 0 refused.\n');
        expect(
            records(
                "SELECT Name, Country__c, Active__c FROM Callback_Number__c WHERE Number__c = '+442079460901'"
            )
        ).toEqual([
            expect.objectContaining({ Name: 'Test desk', Country__c: 'GB', Active__c: true })
        ]);
    });

    it('leaves alone what the file has no column for', async () => {
        write('number,label\n+442079460901,Renamed desk\n');
        expect((await importing()).out).toBe('0 created, 1 changed, 0 refused.\n');
        expect(
            records(
                "SELECT Name, Country__c FROM Callback_Number__c WHERE Number__c = '+442079460901'"
            )
        ).toEqual([expect.objectContaining({ Name: 'Renamed desk', Country__c: 'GB' })]);
    });

    it('names row and column of everything that is wrong, and writes nothing', async () => {
        write(
            'Label,Number,Country,Active\n' +
                ',12,XX,perhaps\n' +
                'One,+442079460902,,\n' +
                'Two,020 7946 0902,GB,\n' +
                'Three,+44 20 7946 0902,,\n' +
                `${'x'.repeat(81)},020 7946 0903,,\n`
        );
        const { code, out, note } = await importing();
        expect([code, out]).toEqual([1, '']);
        expect(note.trimEnd().split('\n')).toEqual([
            'Row 2, Label: is missing.',
            'Row 2, Country: "XX" is no ISO 3166 code of two letters, such as GB.',
            'Row 2, Number: "12" is no full telephone number; write it like +442079460000, or fill in Country.',
            'Row 2, Active: "perhaps" is neither yes nor no.',
            'Row 4, Number: is the same as in row 3.',
            'Row 5, Number: is the same as in row 3.',
            'Row 6, Label: is longer than 80 characters.',
            'Row 6, Number: "020 7946 0903" is a national number; write it like +442079460000, fill in Country, or give --country.',
            'Nothing was written. Correct the file and run it again.'
        ]);
        expect(
            records("SELECT Id FROM Callback_Number__c WHERE Number__c = '+442079460902'")
        ).toEqual([]);
    });

    it.each([
        ['', /The file is empty/],
        ['Label,Number\n', /The file has no rows below its header/],
        [
            'Name,Nummer\nx,y\nx,z\n',
            /^Row 1: columns are missing: Label, Number\.\nRow 1: no such columns: "Name", "Nummer"; there are Label, .*\.\nNothing/
        ],
        ['Label,Label,Number\n', /Row 1: columns are there twice: Label/],
        ['Label,Number\n"x,+1\n', /Row 2: a quotation mark is opened and never closed/],
        ['Label,Number\n"x"y,+1\n', /Row 2: a quotation mark stands in the middle of a cell/],
        ['Label,Number\nx\n', /Row 2, Number: is missing/],
        ['Label,Number\nx,1,2\n', /Row 2: "2" stands beyond the last column/],
        ['Label,Number\nx,4.4E+11\n', /Row 2, Number: "4.4E\+11" was rounded by a spreadsheet/]
    ])('refuses %j', async (text, message) => {
        write(text);
        const { code, note } = await importing();
        expect(code).toBe(1);
        expect(note).toMatch(message);
    });

    it.each([
        [
            'Windows-1252',
            Buffer.from('Label,Number\nB\xfcro,+1\n', 'latin1'),
            /Row 2, Label: is not UTF-8/
        ],
        ['a workbook', Buffer.from('PK\x03\x04'), /The file is a workbook/],
        ['UTF-16 without its mark', Buffer.from('L\0a\0'), /The file is UTF-16/],
        [
            'what is too large',
            Buffer.alloc(20 * 1024 * 1024 + 1),
            /The file has 20\.1 MB; at most 20 MB are read/
        ]
    ])('refuses %s', async (_name, bytes, message) => {
        write(bytes);
        const { code, note } = await importing();
        expect(code).toBe(1);
        expect(note).toMatch(message);
    });

    it('only checks with --dry-run, for which no org is needed', async () => {
        write('Label,Number\nNew desk,+442079460907\n');
        const { code, out } = await importing({ env: {} }, '--dry-run');
        expect([code, out]).toEqual([0, '1 rows are right. Nothing was written (--dry-run).\n']);
    });

    it('reads national numbers by the country that is given', async () => {
        write('Label,Number\nNew desk,020 7946 0907\n');
        const { code } = await importing({ env: {} }, '--dry-run', '--country', 'gb');
        expect(code).toBe(0);
        expect((await importing({ env: {} }, '--country', 'England')).note).toMatch(
            /no ISO 3166 code/
        );
    });

    it('is refused as a whole to somebody who may not write numbers', async () => {
        write('Label,Number\nNew desk,+442079460908\n');
        const { code, note } = await importing({});
        expect(code).toBe(1);
        expect(note).toMatch(/may not create and change callback numbers.*\n.*Callback_Admin/);
    });

    it('moves one line of progress on a terminal', async () => {
        write(
            `Label,Number\n${Array.from({ length: 450 }, (_, at) => `Desk ${at},+4420794${String(10_000 + at)}`).join('\n')}\n`
        );
        const { note, out } = await importing({ env: asAdmin(), tty: true });
        expect(note).toBe('\r200 of 450 rows\r400 of 450 rows\r450 of 450 rows\n');
        expect(out).toBe('450 created, 0 changed, 0 refused.\n');
    });

    it('says that there is no such file', async () => {
        const { note } = await run(['import', 'none.csv']);
        expect(note).toMatch(/none\.csv cannot be read \(ENOENT\)/);
    });
});

describe('token', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;

    it('signs what the service accepts', async () => {
        writeFileSync(join(folder, 'key.pem'), pem);
        const { code, out } = await run([
            ...['token', '--key', 'key.pem', '--issuer', ISSUER, '--subject', 'dialler'],
            ...['--scope', 'decide', 'admin', '--minutes', '5']
        ]);
        expect(code).toBe(0);
        const auth = createAuthenticator({
            serviceCredentials: createServiceCredentials({
                issuer: ISSUER,
                audience: 'callback-numbers',
                algorithms: ['EdDSA'],
                keys: {
                    kind: 'pem',
                    pem: publicKey.export({ type: 'spki', format: 'pem' }) as string
                }
            })
        });
        expect(await auth.authenticate(`Bearer ${out.trim()}`)).toEqual({
            kind: 'service',
            subject: 'dialler',
            scopes: new Set(['decide', 'admin'])
        });
        const { exp, iat } = decodeJwt(out.trim());
        expect(exp! - iat!).toBe(300);
    });

    it('uses the key of the local set-up, and its variables', async () => {
        mkdirSync(join(folder, '.local'), { recursive: true });
        writeFileSync(join(folder, '.local/service-private.pem'), pem);
        writeFileSync(join(folder, '.local/env'), 'SERVICE_JWT_ISSUER=local-telephony\n');
        const { out } = await run(['token'], { env: {} });
        expect(decodeJwt(out.trim())).toMatchObject({
            iss: 'local-telephony',
            aud: 'callback-numbers',
            scope: 'decide'
        });
        rmSync(join(folder, '.local'), { recursive: true });
    });

    it.each([
        [['token'], /who issues the credential[^]*--issuer/],
        [['token', '--issuer', 'x', '--key', 'none.pem'], /no key file .*none\.pem/],
        [['token', '--issuer', 'x', '--key', 'numbers.csv'], /holds no private key/]
    ])('%j: says what to do', async (args, message) => {
        writeFileSync(join(folder, 'numbers.csv'), 'x');
        const { code, note } = await run(args, { env: {} });
        expect(code).toBe(1);
        expect(note).toMatch(message);
    });

    it.each(['0', '1441', 'x'])('does not sign for %s minutes', async (minutes) => {
        expect((await run(['token', '--minutes', minutes])).code).toBe(2);
    });
});

describe('the rest', () => {
    it('takes the org of the local set-up where no other is named', async () => {
        mkdirSync(join(folder, '.local'), { recursive: true });
        const lines = Object.entries(asService()).map(([name, value]) => `${name}=${value}`);
        writeFileSync(join(folder, '.local/env'), lines.join('\n'));
        const { code, out } = await run(['doctor'], { env: {} });
        expect(code).toBe(0);
        expect(out).toContain('.local/env)');
        rmSync(join(folder, '.local'), { recursive: true });
    });

    it('prints the variables, and help with the exit codes', async () => {
        expect((await run(['variables'])).out).toBe(`${variablesAsMarkdown()}\n`);
        const { code, out } = await run(['--help']);
        expect(code).toBe(0);
        expect(out).toContain('Exit codes: 0 done');
    });
});
