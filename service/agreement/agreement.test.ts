import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AgentView, CallToPreview, Preview } from 'c/callbackData';
import {
    decisionTable,
    type Row
} from '../../force-app/main/default/lwc/callbackResolver/__tests__/decisionTable.ts';
import {
    agentOf,
    agents,
    answer
} from '../../force-app/main/default/lwc/callbackResolver/__tests__/world.ts';
import { decide, type Decision, type Dial, type DialListId, type Facts } from '#resolver';
import { OrgWorld } from '../http/testing/orgWorld.ts';
import type { DecisionAnswer, DialRequest } from '../types.ts';
import { loadAgent, preview, simulate } from './testing/browserSide.ts';
import { UiApi } from './testing/uiApi.ts';

/**
 * What an agent reads before dialling is what the service decides. Each row of the decision table
 * is arranged in the embedded org: the browser's code looks at it in a session of the agent's own,
 * by GraphQL and the record API, and the service by its own connection. A supervisor who tries the
 * agent's call in the simulator is told the same.
 */
let world: OrgWorld;
let supervisor: UiApi;

type Open = Extract<Preview, { kind: 'open' }>;

beforeAll(async () => {
    world = await OrgWorld.start();
    supervisor = new UiApi(world.signInSupervisor());
});
afterAll(() => world?.stop());

/** Those who may not call cannot sign in either; a colleague's page tells the same of them. */
function sessionFor(row: Row): UiApi {
    const name = agentOf(row);
    if (name !== 'nobody' && agents[name].active) {
        return new UiApi(world.signIn(name));
    }
    expect(() => world.signIn(name)).toThrow();
    return new UiApi(world.signIn('Anna'));
}

function callOf(
    row: Row,
    { number, recordId, dialEntryId, dialListId }: DialRequest
): CallToPreview {
    return {
        channel: row.channel,
        number,
        ...(recordId && { recordId, objectApiName: 'Contact' }),
        ...(row.thisCall && { thisCallNumberId: world.numberId(row.thisCall) }),
        ...(dialEntryId && { dialEntryId }),
        ...(dialListId && { dialListId: dialListId as DialListId })
    };
}

/** A selector is asked by the service alone; a field that nobody can read is as good as hidden. */
function whoCanTell(row: Row): 'decided' | 'selector' | 'hiddenField' {
    if (row.selectorAnswers) {
        return 'selector';
    }
    const unreadable = row.because.some((code) => code.endsWith('_UNREADABLE'));
    return unreadable ? 'hiddenField' : 'decided';
}

/** As the preview takes it to the resolver. */
function dialOf({ agentId, readNumber }: AgentView, call: CallToPreview): Dial {
    const { number, thisCallNumberId: _, ...rest } = call;
    return { agentId, number: readNumber(number), ...rest };
}

/** The facts that were read, and the one that only the service could have. */
function withAnswer(row: Row, { reason, ruleId }: Open, facts: Facts): Facts {
    return reason === 'selector'
        ? answer(row, [{ kind: 'selector', ruleId, selector: 'flow:Pick_Number' }], facts)
        : facts;
}

/** All that both sides say. */
function told(decision: Decision) {
    const { trace, outcome, ruleId } = decision;
    return {
        trace,
        outcome,
        rule: ruleId,
        ...(decision.outcome === 'presented'
            ? { number: decision.number, source: decision.source }
            : { errorCode: decision.errorCode, message: decision.message })
    };
}

function toldByService(answered: DecisionAnswer) {
    const { trace, outcome, rule } = answered;
    return {
        trace,
        outcome,
        rule: rule?.id,
        ...(answered.outcome === 'presented'
            ? { number: answered.callbackNumber.number, source: answered.source }
            : { errorCode: answered.errorCode, message: answered.message })
    };
}

describe.each(Object.entries(decisionTable))(
    'The preview agrees with the service. %s',
    (_, rows) => {
        it.each(rows.map((row) => [row.says, row] as const))('%s', async (_says, row: Row) => {
            await world.arrange(row);
            const request = world.request(row);
            const uiApi = sessionFor(row);
            const agent = await loadAgent(uiApi, request.agentId);
            const call = callOf(row, request);

            const { seen, facts } = await preview(uiApi, agent, call);
            const simulated = await simulate(supervisor, request.agentId, call);
            const service = await world.dial(row, request);

            expect(seen.kind === 'open' ? seen.reason : 'decided').toBe(whoCanTell(row));
            expect(simulated).toEqual(seen);
            if (seen.kind === 'decided') {
                expect(told(seen.decision)).toEqual(toldByService(service));
                return;
            }
            // The service asked that very rule, and with its answer the browser decides the same.
            expect(service.trace).toContainEqual(expect.objectContaining({ ruleId: seen.ruleId }));
            const dial = dialOf(agent, call);
            const resolution = decide(agent.directory, dial, withAnswer(row, seen, facts));
            expect(resolution.status === 'decided' && told(resolution.decision)).toEqual(
                toldByService(service)
            );
        });
    }
);
