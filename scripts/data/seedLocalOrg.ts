import { Connection } from 'jsforce';
import { ADMIN_USERNAME, type LocalOrg } from '../../local-org/index.ts';
import { importPlan } from './importPlan.ts';
import { ensureAssigned, ensureProfiles, find } from './localOrgSetup.ts';

export const SAMPLE_PLAN = 'data/sample-plan.json';

/** Written on the admin once everything is loaded, so that what people delete stays deleted. */
const LOADED = 'The sample data is loaded.';

/**
 * Loads the sample data into an embedded org, through the REST API like into any other. A start
 * that broke off is made good by the next one; a finished one is not repeated.
 * @param say called with a line as the work goes on
 * @throws Error, ImportError when the org refuses something
 */
export async function seedLocalOrg(
    org: LocalOrg,
    say: (line: string) => void = () => {},
    planFile: string = SAMPLE_PLAN
): Promise<void> {
    const session = org.engine.systemSession();
    const adminId = find(session, 'User', { Username: ADMIN_USERNAME });
    if (adminId && session.retrieve('User', adminId, ['AboutMe']).AboutMe === LOADED) return;

    ensureProfiles(session, ['Call Centre Agent', 'Call Centre Supervisor']);
    ensureAssigned(session, ADMIN_USERNAME, 'Callback_Admin');
    const { accessToken, instanceUrl, userId } = org.signIn(ADMIN_USERNAME);
    const connection = new Connection({ instanceUrl, accessToken, version: '66.0' });
    await importPlan(connection, planFile, (done, total, object) =>
        say(`${String(done).padStart(String(total).length)} of ${total}  ${object}`)
    );
    await connection.update('User', { Id: userId, AboutMe: LOADED });
}
