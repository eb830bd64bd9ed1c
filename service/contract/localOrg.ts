import { Connection } from 'jsforce';
import type { AgentId } from '#resolver';
import { startLocalOrg, type LocalOrg } from '../../local-org/index.ts';

export const VERSION = '66.0';
const ADMIN = 'admin@callback-numbers.example';
const INTEGRATION = 'integration@callback-numbers.example';

/** An embedded org of a test's own, in memory. */
export interface OwnOrg {
    readonly org: LocalOrg;
    /** With the rights of the integration user alone, as the service has them. */
    readonly connection: Connection;
    readonly admin: Connection;
    readonly agentId: AgentId;
    readonly formerAgentId: AgentId;
    /** Creates records with no questions of rights. @throws Error naming what was refused */
    create(object: string, rows: readonly Record<string, unknown>[]): string[];
    close(): Promise<void>;
}

export async function startOwnOrg(): Promise<OwnOrg> {
    const org = await startLocalOrg({ file: ':memory:' });
    try {
        const agentId = addUser(org, 'Obi', true);
        const formerAgentId = addUser(org, 'Doe', false);
        grant(org, ADMIN, 'Callback_Admin');
        grant(org, usernameOf('Obi'), 'Callback_Agent');
        return {
            org,
            connection: connect(org, INTEGRATION),
            admin: connect(org, ADMIN),
            agentId,
            formerAgentId,
            create: (object, rows) => create(org, object, rows),
            close: () => org.close()
        };
    } catch (error) {
        await org.close();
        throw error;
    }
}

function connect(org: LocalOrg, username: string): Connection {
    const { accessToken, instanceUrl } = org.signIn(username);
    return new Connection({ version: VERSION, instanceUrl, accessToken });
}

function create(
    { engine }: LocalOrg,
    object: string,
    rows: readonly Record<string, unknown>[]
): string[] {
    const results = engine.systemSession().save(
        rows.map((values) => ({ kind: 'create', object, values })),
        { allOrNone: true }
    );
    return results.map(({ id, errors }) => {
        if (id === undefined) {
            throw new Error(`${object}: ${errors.map(({ message }) => message).join('; ')}`);
        }
        return id;
    });
}

function usernameOf(lastName: string): string {
    return `${lastName.toLowerCase()}@contract.example`;
}

function addUser(org: LocalOrg, lastName: string, active: boolean): AgentId {
    const username = usernameOf(lastName);
    const [id] = create(org, 'User', [
        {
            LastName: lastName,
            Username: username,
            Email: username,
            Alias: lastName.toLowerCase(),
            IsActive: active,
            ProfileId: find(org, 'Profile', 'Name', 'Standard User'),
            TimeZoneSidKey: 'Europe/London',
            LocaleSidKey: 'en_GB',
            EmailEncodingKey: 'UTF-8',
            LanguageLocaleKey: 'en_US'
        }
    ]);
    return id as AgentId;
}

function grant(org: LocalOrg, username: string, permissionSet: string): void {
    create(org, 'PermissionSetAssignment', [
        {
            AssigneeId: find(org, 'User', 'Username', username),
            PermissionSetId: find(org, 'PermissionSet', 'Name', permissionSet)
        }
    ]);
}

function find({ engine }: LocalOrg, object: string, field: string, value: string): string {
    const query = `SELECT Id FROM ${object} WHERE ${field} = '${value}'`;
    return String(engine.systemSession().query(query).records[0].Id);
}
