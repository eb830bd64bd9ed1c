import { Connection } from 'jsforce';
import { setDefaults } from 'jsforce/lib/request.js';
import type { AgentId } from '#resolver';
import { OrgError, type ActionHandler } from '../../local-org/index.ts';
import { toId18 } from '../salesforceId.ts';
import { startOwnOrg, VERSION } from './localOrg.ts';
import { createSalesforceWorld } from './salesforceWorld.ts';
import type { ContractWorld, SelectorSketch } from './world.ts';

/** The orgs the suite runs against: the embedded one always, a real one where it is told of one. */

/** A fresh embedded org; the ports work with the rights of the integration user alone. */
export async function createLocalWorld(): Promise<ContractWorld> {
    const { org, connection, admin, agentId, close } = await startOwnOrg();
    return createSalesforceWorld({
        connection,
        admin,
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
        onClose: close
    });
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
