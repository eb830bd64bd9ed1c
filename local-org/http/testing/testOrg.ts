import { fileURLToPath } from 'node:url';
import { Connection } from 'jsforce';
import { INTEGRATION_USERNAME } from '../../engine/firstRows.ts';
import { openOrg } from '../../engine/openOrg.ts';
import type { OrgEngine, SaveOperation } from '../../engine/types.ts';
import { startLocalOrg, type LocalOrg, type LocalOrgOptions } from '../startLocalOrg.ts';

/** An org in memory with objects of its own (`metadata/`) and two users of its own, for the tests of this room. */

export const INTEGRATION = INTEGRATION_USERNAME;
export const ADA = 'ada@callback-numbers.example';
export const INACTIVE = 'gone@callback-numbers.example';

export interface TestOrg extends LocalOrg {
    /** An unmodified jsforce connection in the name of a user. */
    connect(username: string): Connection;
    deactivate(userId: string): void;
}

export async function startTestOrg(
    options: Partial<LocalOrgOptions> = {},
    disguise: (engine: OrgEngine) => OrgEngine = (engine) => engine
): Promise<TestOrg> {
    const metadataDir = fileURLToPath(new URL('metadata', import.meta.url));
    const engine = openOrg({ file: ':memory:', metadataDir });
    addUsers(engine);
    const org = await startLocalOrg({ file: ':memory:', engine: disguise(engine), ...options });
    return {
        ...org,
        connect(username) {
            const { accessToken, instanceUrl } = org.signIn(username);
            return new Connection({ instanceUrl, accessToken, version: '66.0' });
        },
        deactivate(userId) {
            save(engine, [
                { kind: 'update', object: 'User', id: userId, values: { IsActive: false } }
            ]);
        },
        async close() {
            await org.close();
            engine.close();
        }
    };
}

function addUsers(engine: OrgEngine): void {
    const profile = idOf(engine, "Profile WHERE Name = 'Standard User'");
    const permissionSet = idOf(engine, "PermissionSet WHERE Name = 'Gadget_User'");
    const users = save(
        engine,
        [ADA, INACTIVE].map((username) => ({
            kind: 'create',
            object: 'User',
            values: {
                Username: username,
                Email: username,
                LastName: username.split('@')[0],
                Alias: username.slice(0, 8),
                IsActive: username !== INACTIVE,
                ProfileId: profile,
                TimeZoneSidKey: 'Europe/London',
                LocaleSidKey: 'en_GB',
                LanguageLocaleKey: 'en_US',
                EmailEncodingKey: 'UTF-8'
            }
        }))
    );
    const integration = idOf(engine, `User WHERE Username = '${INTEGRATION}'`);
    save(
        engine,
        [integration, ...users].map((user) => ({
            kind: 'create',
            object: 'PermissionSetAssignment',
            values: { AssigneeId: user, PermissionSetId: permissionSet }
        }))
    );
}

function idOf(engine: OrgEngine, source: string): string {
    const { records } = engine.systemSession().query(`SELECT Id FROM ${source}`);
    if (records.length !== 1) throw new Error(`${records.length} records for ${source}`);
    return String(records[0]!.Id);
}

function save(engine: OrgEngine, operations: readonly SaveOperation[]): string[] {
    return engine
        .systemSession()
        .save(operations, { allOrNone: true })
        .map(({ id, errors }) => {
            if (id === undefined) throw new Error(errors[0]?.message);
            return id;
        });
}
