import { execFile } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADMIN_USERNAME, startLocalOrg, type LocalOrg } from '../../local-org/index.ts';
import { ensureAssigned, ensureProfiles } from './localOrgSetup.ts';

let org: LocalOrg;

beforeEach(async () => {
    org = await startLocalOrg({ file: ':memory:' });
    const session = org.engine.systemSession();
    ensureProfiles(session, ['Call Centre Agent', 'Call Centre Supervisor']);
    ensureAssigned(session, ADMIN_USERNAME, 'Callback_Admin');
});

afterEach(() => org.close());

interface Ended {
    readonly code: number;
    readonly stdout: string;
    readonly stderr: string;
}

/** Runs the command as a person would, signed in as the admin unless told otherwise. */
function run(args: readonly string[] = [], env: Record<string, string> = signedIn()) {
    return new Promise<Ended>((resolve) => {
        const child = execFile(
            process.execPath,
            ['--import', 'tsx', 'scripts/data/import.ts', ...args],
            { env: { PATH: process.env.PATH, ...env } },
            (_, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr })
        );
    });
}

function signedIn(): Record<string, string> {
    const { accessToken, instanceUrl } = org.signIn(ADMIN_USERNAME);
    return { SF_INSTANCE_URL: instanceUrl, SF_ACCESS_TOKEN: accessToken };
}

describe('the import command', () => {
    it('shows how far it is, then what it did; a second time nothing is left to do', async () => {
        const first = await run();
        expect(first.stderr).toMatch(/^ {2}0 of 404 {2}User$/m);
        expect(first.stderr).toMatch(/^404 of 404 {2}Callback_Rule__c$/m);
        expect(first.stdout).toMatch(/^Callback_Number__c +24 created, 0 there already$/m);
        expect(first).toMatchObject({ code: 0 });

        const second = await run();
        expect(second.stdout).toContain('0 records created, 404 were there already.');
    });

    it('says which environment variables it lacks, and where they come from', async () => {
        const { code, stderr } = await run([], {});
        expect(code).toBe(1);
        expect(stderr).toMatch(/Set SF_INSTANCE_URL .* and SF_ACCESS_TOKEN; "sf org display/);
    });

    it('ends with code 1 and the cause when something is refused', async () => {
        const token = { ...signedIn(), SF_ACCESS_TOKEN: 'made up' };
        const { code, stderr } = await run([], token);
        expect(code).toBe(1);
        expect(stderr).toContain('get a new one');
    });

    it('refuses a stand-in that is not written as a pair', async () => {
        const { code, stderr } = await run(['--profile', 'Standard User']);
        expect(code).toBe(1);
        expect(stderr).toContain('"Call Centre Agent=Standard User"');
    });
});
