import { chromium, type Browser, type Page } from 'playwright-core';
import { ADMIN_USERNAME, startLocalOrg, type LocalOrg } from '../local-org/index.ts';
import { buildShell } from '../local-org/shell/build.ts';
import { findBrowser } from '../scripts/browser/findBrowser.ts';
import { staticResourceFile } from '../scripts/resources/staticResources.ts';
import { fillOrg } from './fillOrg.ts';
import type { OrgWorld } from './orgProcess.ts';

const NOTHING: OrgWorld = {
    numbers: 0,
    agents: 0,
    assignments: 0,
    prefixRules: 0,
    contacts: 0,
    fieldRules: 0,
    dialEntries: 0
};

/** An embedded org of its own with the Lightning page, and an admin in Chromium. */
export interface AdminWorld {
    readonly org: LocalOrg;
    readonly page: Page;
    readonly ids: ReturnType<typeof fillOrg>;
    close(): Promise<void>;
}

export async function openAdminWorld(world: Partial<OrgWorld>): Promise<AdminWorld> {
    const executablePath = findBrowser();
    if (!executablePath) {
        throw new Error('There is no Chromium. Run npm install, or set CHROME_PATH to one.');
    }
    const org = await startLocalOrg({
        file: ':memory:',
        shell: {
            builtPage: await buildShell(),
            users: [{ username: ADMIN_USERNAME, role: 'admin' }],
            resourceFile: staticResourceFile
        }
    });
    const session = org.engine.systemSession();
    const ids = fillOrg(session, { ...NOTHING, ...world });
    const [admin] = session.query(
        `SELECT Id FROM User WHERE Username = '${ADMIN_USERNAME}'`
    ).records;
    const [role] = session.query(
        "SELECT Id FROM PermissionSet WHERE Name = 'Callback_Admin'"
    ).records;
    session.save(
        [
            {
                kind: 'create',
                object: 'PermissionSetAssignment',
                values: { AssigneeId: admin['Id'], PermissionSetId: role['Id'] }
            }
        ],
        { allOrNone: true }
    );
    const browser: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(120_000);
    return {
        org,
        page,
        ids,
        async close() {
            await browser.close();
            await org.close();
        }
    };
}
