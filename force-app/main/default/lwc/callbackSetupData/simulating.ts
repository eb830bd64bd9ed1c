import type { GraphQLResult } from 'lightning/graphql';
import type { RecordRepresentation } from 'lightning/uiRecordApi';
import {
    factsOfRecord,
    previewOf,
    readAgent,
    type AgentRows,
    type AgentView,
    type CallToPreview
} from 'c/callbackData';
import type { DialListId, Facts } from 'c/callbackResolver';
import type { Outlook, SimulatedCall } from 'c/callbackSimulation';
import type { Ask } from './asking';

/** Reads fields of one record; null where it is not there or may not be seen. */
export type ReadRecord = (request: {
    readonly recordId: string;
    /** In the form of getRecord: `Contact.Account.Industry`. */
    readonly fields: readonly string[];
}) => Promise<RecordRepresentation | null>;

/** Everything that the decisions of any agent are made of, as far as the user may see it. */
export function readRowsOfAgent(ask: Ask, agentId: string): Promise<AgentRows> {
    return readAgent(agentId, async (request) => ({
        data: (await ask(request)) as GraphQLResult['data']
    }));
}

/** Decides as the service would, and reads what rules ask about the record on the way. */
export async function outlookOf(
    agent: AgentView,
    call: SimulatedCall,
    readRecord: ReadRecord,
    facts: Facts = {}
): Promise<Outlook> {
    const preview = previewOf(agent, toPreview(call), facts);
    if (preview.kind !== 'needsRecord') {
        return preview;
    }
    const { recordId, fields } = preview;
    const record = await readRecord({ recordId, fields });
    const [objectApiName] = fields[0].split('.');
    const found = factsOfRecord(objectApiName, fields, record);
    return outlookOf(agent, call, readRecord, {
        ...facts,
        ...found,
        fields: { ...facts.fields, ...found.fields }
    });
}

function toPreview({
    channel,
    number,
    recordId,
    objectApiName,
    dialListId,
    dialEntryId,
    thisCallNumberId
}: SimulatedCall): CallToPreview {
    return {
        channel,
        number,
        ...(recordId && { recordId, objectApiName }),
        ...(dialListId && { dialListId: dialListId as DialListId }),
        ...(dialEntryId && { dialEntryId }),
        ...(thisCallNumberId && { thisCallNumberId })
    };
}
