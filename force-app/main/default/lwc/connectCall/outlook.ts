import hiddenField from '@salesforce/label/c.Callback_Dial_Hidden_Field';
import selector from '@salesforce/label/c.Callback_Dial_Selector';
import { factsOfRecord, previewOf, type AgentView } from 'c/callbackData';
import { effectivePolicy, type Decision, type DialListId, type Facts } from 'c/callbackResolver';
import type { RecordState } from 'c/clickToDialRecord';
import type { TakenEntry } from 'c/connectData';

/** What will happen to the call; neither of the two while the record is being read. */
export interface Outlook {
    readonly decision: Decision | null;
    readonly undecided?: string;
    /** What rules ask about the record and nobody has read yet. */
    readonly missing: readonly string[];
}

export function outlookOf(
    agent: AgentView,
    entry: TakenEntry,
    { facts, thisCallNumberId }: { readonly facts?: Facts; readonly thisCallNumberId?: string }
): Outlook {
    const { id, listId, phone, recordId, objectApiName } = entry;
    const preview = previewOf(
        agent,
        {
            channel: 'connect',
            number: phone,
            dialEntryId: id,
            dialListId: listId as DialListId,
            ...(recordId && { recordId }),
            ...(objectApiName && { objectApiName }),
            ...(thisCallNumberId && { thisCallNumberId })
        },
        facts
    );
    switch (preview.kind) {
        case 'decided':
            return { decision: preview.decision, missing: [] };
        case 'needsRecord':
            return { decision: null, missing: preview.fields };
        case 'open': {
            const rule = agent.directory.rules.get(preview.ruleId)?.name ?? preview.ruleId;
            const words = preview.reason === 'selector' ? selector : hiddenField;
            return { decision: null, undecided: words.replace('{0}', () => rule), missing: [] };
        }
    }
}

/** What is known of the record; a record that cannot be read says nothing, and that is a fact. */
export function factsOf(
    state: RecordState,
    { objectApiName = '' }: TakenEntry,
    fields: readonly string[]
): Facts | undefined {
    switch (state.kind) {
        case 'ready':
            return state.facts;
        case 'failed':
            return factsOfRecord(objectApiName, fields, null);
        case 'loading':
            return undefined;
    }
}

/** Without rules on this channel there is nothing to override, so the choice always counts. */
export function mayChoose({ agentId, directory }: AgentView): boolean {
    const agent = directory.agents.get(agentId);
    const policy = agent && effectivePolicy(directory, agent);
    return policy !== undefined && (policy.agentMayOverride || !policy.automateConnect);
}
