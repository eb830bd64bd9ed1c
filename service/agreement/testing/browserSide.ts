import * as libphonenumber from 'libphonenumber-js/max';
import {
    agentViewOf,
    factsOfRecord,
    previewOf,
    readAgent,
    type AgentView,
    type CallToPreview,
    type Preview
} from 'c/callbackData';
import { outlookOf, readRowsOfAgent, type Ask, type ReadRecord } from 'c/callbackSetupData';
import { BLANK_CALL, type Outlook } from 'c/callbackSimulation';
import type { PhoneLibrary } from '#phone';
import type { AgentId, Facts } from '#resolver';
import type { UiApi } from './uiApi.ts';

/** What a page does for a signed-in user: reads the directory, then looks at a call. */
export async function loadAgent(uiApi: UiApi, agentId = uiApi.userId): Promise<AgentView> {
    const rows = await readAgent(agentId, ({ query, variables }) =>
        uiApi.graphql(query, variables)
    );
    return agentViewOf(agentId as AgentId, rows, libphonenumber as PhoneLibrary);
}

/** As far as it can be said; with the facts that were read for it. */
export async function preview(
    uiApi: UiApi,
    agent: AgentView,
    call: CallToPreview,
    facts: Facts = {}
): Promise<{ readonly seen: Exclude<Preview, { kind: 'needsRecord' }>; readonly facts: Facts }> {
    const seen = previewOf(agent, call, facts);
    if (seen.kind !== 'needsRecord') {
        return { seen, facts };
    }
    const record = await uiApi.record(seen.recordId, seen.fields);
    const [objectApiName] = seen.fields[0].split('.');
    const { fields, ...more } = factsOfRecord(objectApiName, seen.fields, record);
    return preview(uiApi, agent, call, {
        ...facts,
        ...more,
        fields: { ...facts.fields, ...fields }
    });
}

/** What the simulator says to a supervisor of a call that this agent would make. */
export async function simulate(
    uiApi: UiApi,
    agentId: string,
    call: CallToPreview
): Promise<Outlook> {
    const rows = await readRowsOfAgent(askingAs(uiApi), agentId);
    const view = agentViewOf(agentId as AgentId, rows, libphonenumber as PhoneLibrary);
    return outlookOf(view, { ...BLANK_CALL, ...call, agentId }, readingAs(uiApi));
}

export function askingAs(uiApi: UiApi): Ask {
    return async ({ query, variables }) => {
        const { data, errors } = await uiApi.graphql(query, variables);
        if (!data || errors?.length) {
            throw errors;
        }
        return data;
    };
}

export function readingAs(uiApi: UiApi): ReadRecord {
    return ({ recordId, fields }) => uiApi.record(recordId, fields);
}
