import { Connection } from 'jsforce';
import { DEFAULT_RUN_AS, type LocalOrg } from '../../local-org/index.ts';
import { importPlan } from './importPlan.ts';
import { ADMIN_USERNAME, ensureProfiles, ensureUser } from './localOrgUsers.ts';

export const SAMPLE_PLAN = 'data/sample-plan.json';

/** Written on the admin once everything is loaded, so that what people delete stays deleted. */
const LOADED = 'The sample data is loaded.';

/**
 * Fills an embedded org: profiles, the admin and the user of the service, then the sample data
 * through the REST API like any other org. A broken-off start is made good by the next one; a
 * finished one is not repeated.
 * @param say called with a line as the work goes on
 * @throws Error, ImportError when the org refuses something
 */
export async function seedLocalOrg(
    org: LocalOrg,
    say: (line: string) => void = () => {},
    planFile: string = SAMPLE_PLAN
): Promise<void> {
    const session = org.engine.systemSession();
    ensureProfiles(session, ['Call Centre Agent', 'Call Centre Supervisor']);
    ensureUser(session, {
        username: DEFAULT_RUN_AS,
        name: 'Callback number service',
        profile: 'Minimum Access - Salesforce',
        permissionSet: 'Callback_Integration'
    });
    const adminId = ensureUser(session, {
        username: ADMIN_USERNAME,
        name: 'Administrator',
        profile: 'System Administrator',
        permissionSet: 'Callback_Admin'
    });
    const admin = { object: 'User', id: adminId };
    if (session.retrieve('User', adminId, ['AboutMe']).AboutMe === LOADED) return;

    const { accessToken, instanceUrl } = org.signIn(ADMIN_USERNAME);
    const connection = new Connection({ instanceUrl, accessToken, version: '66.0' });
    await importPlan(connection, planFile, (done, total, object) =>
        say(`${String(done).padStart(String(total).length)} of ${total}  ${object}`)
    );
    session.save([{ kind: 'update', ...admin, values: { AboutMe: LOADED } }], {
        allOrNone: true
    });
}
