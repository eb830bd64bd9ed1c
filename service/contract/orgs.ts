import { Connection } from 'jsforce';
import { setDefaults } from 'jsforce/lib/request.js';
import type { AgentId } from '#resolver';
import {
    OrgError,
    startLocalOrg,
    type ActionHandler,
    type LocalOrg
} from '../../local-org/index.ts';
import { toId18 } from '../salesforceId.ts';
import { createSalesforceWorld } from './salesforceWorld.ts';
import type { ContractWorld, SelectorSketch } from './world.ts';

/** The orgs the suite runs against: the embedded one always, a real one where it is told of one. */

const VERSION = '66.0';
const ADMIN = 'admin@callback-numbers.example';
const INTEGRATION = 'integration@callback-numbers.example';

/** A fresh embedded org; the ports work with the rights of the integration user alone. */
export async function createLocalWorld(): Promise<ContractWorld> {
    const org = await startLocalOrg({ file: ':memory:' });
    try {
        const agentId = addUser(org, 'Obi', true);
        addUser(org, 'Doe', false);
        grant(org, ADMIN, 'Callback_Admin');
        return await createSalesforceWorld({
            connection: connect(org, INTEGRATION),
            admin: connect(org, ADMIN),
            agentId,
            addSelector: (selector, says) => {
                const [kind, name] = selector.split(':');
                org.actions.register(kind as 'flow' | 'apex', name, actionOf(says));
            },
            cutOff: () => {
                // jsforce's own retries would spend a quarter of a minute on each request.
                setDefaults({ retry: { maxRetries: 0 } });
                org.faults.set({ failNext: 1_000_000 });
                return () => {
                    org.faults.clear();
                    setDefaults({});
                };
            },
            onClose: () => org.close()
        });
    } catch (error) {
        await org.close();
        throw error;
    }
}

/** The variables that name a real org: one with the package, and a token of an admin of it. */
export const { SF_CONTRACT_INSTANCE_URL, SF_CONTRACT_ACCESS_TOKEN } = process.env;

/** The org of the variables. The signed-in user is the agent; the suite takes away what it adds. */
export async function createRealWorld(): Promise<ContractWorld> {
    const connection = new Connection({
        version: VERSION,
        instanceUrl: SF_CONTRACT_INSTANCE_URL,
        accessToken: SF_CONTRACT_ACCESS_TOKEN
    });
    const { user_id: userId } = await connection.identity();
    return createSalesforceWorld({
        connection,
        admin: connection,
        agentId: toId18(userId) as AgentId
    });
}

function connect(org: LocalOrg, username: string): Connection {
    const { accessToken, instanceUrl } = org.signIn(username);
    return new Connection({ version: VERSION, instanceUrl, accessToken });
}

function addUser({ engine }: LocalOrg, lastName: string, active: boolean): AgentId {
    const session = engine.systemSession();
    const profile = session.query("SELECT Id FROM Profile WHERE Name = 'Standard User'").records[0];
    const username = `${lastName.toLowerCase()}@contract.example`;
    const [{ id, errors }] = session.save(
        [
            {
                kind: 'create',
                object: 'User',
                values: {
                    LastName: lastName,
                    Username: username,
                    Email: username,
                    Alias: lastName.toLowerCase(),
                    IsActive: active,
                    ProfileId: profile.Id,
                    TimeZoneSidKey: 'Europe/London',
                    LocaleSidKey: 'en_GB',
                    EmailEncodingKey: 'UTF-8',
                    LanguageLocaleKey: 'en_US'
                }
            }
        ],
        { allOrNone: true }
    );
    if (id === undefined) {
        throw new Error(errors.map(({ message }) => message).join('; '));
    }
    if (active) {
        grant({ engine }, username, 'Callback_Agent');
    }
    return id as AgentId;
}

function grant({ engine }: Pick<LocalOrg, 'engine'>, username: string, name: string): void {
    const session = engine.systemSession();
    const user = session.query(`SELECT Id FROM User WHERE Username = '${username}'`).records[0];
    const set = session.query(`SELECT Id FROM PermissionSet WHERE Name = '${name}'`).records[0];
    session.save(
        [
            {
                kind: 'create',
                object: 'PermissionSetAssignment',
                values: { AssigneeId: user.Id, PermissionSetId: set.Id }
            }
        ],
        { allOrNone: true }
    );
}

/** A selector of the suite as a flow or an Apex method would say it. */
function actionOf(says: SelectorSketch): ActionHandler {
    return (inputs) =>
        Promise.all(
            inputs.map(async (input) => {
                const fact = await says(input);
                switch (fact.status) {
                    case 'answered':
                        return { callbackNumber: fact.number };
                    case 'refused':
                        return { errorMessage: fact.message };
                    case 'failed':
                        return new OrgError('UNKNOWN_EXCEPTION', 'The selector failed.');
                }
            })
        );
}
