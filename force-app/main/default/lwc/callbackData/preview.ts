import {
    decide,
    type Dial,
    type Directory,
    type Facts,
    type FieldFact,
    type NumberId,
    type Rule
} from 'c/callbackResolver';
import { ENTRY_FIELDS, fieldsToRead } from './recordFacts';
import type { AgentView, CallToPreview, Preview } from './types';

/**
 * Decides as the service would, as far as this agent can see. What could not be read here is no
 * fact: the service may well read it, so it leaves the decision open.
 */
export function previewOf(agent: AgentView, call: CallToPreview, facts: Facts = {}): Preview {
    const { directory } = agent;
    const dial = dialOf(agent, call);
    const resolution = decide(directory, dial, seen(facts));
    if (resolution.status === 'decided') {
        return { kind: 'decided', decision: resolution.decision };
    }
    // The first need is that of the first rule that cannot say; nothing behind it counts before it.
    const [need] = resolution.needs;
    switch (need.kind) {
        case 'selector':
            return { kind: 'open', reason: 'selector', ruleId: need.ruleId };
        case 'recordFields': {
            const unread = need.fields.filter((field) => !factOf(facts, field));
            return unread.length > 0
                ? {
                      kind: 'needsRecord',
                      recordId: need.recordId,
                      fields: fieldsToRead(dial.objectApiName ?? need.objectApiName, unread)
                  }
                : openAt(directory, dial, (rule) => isHidden(rule, dial, facts));
        }
        case 'dialEntry':
            return facts.dialEntry
                ? openAt(directory, dial, ({ type }) => type === 'dialList')
                : { kind: 'needsRecord', recordId: need.dialEntryId, fields: ENTRY_FIELDS };
    }
}

function dialOf({ agentId, directory, readNumber }: AgentView, call: CallToPreview): Dial {
    const { channel, recordId, objectApiName, thisCallNumberId, dialEntryId, dialListId } = call;
    const chosen = thisCallNumberId && directory.numbers.get(thisCallNumberId as NumberId);
    return {
        agentId,
        channel,
        number: readNumber(call.number),
        ...(recordId && { recordId }),
        ...(objectApiName && { objectApiName }),
        // One that is gone by now is not configured, which is what the service will say.
        ...(thisCallNumberId && {
            thisCallNumber: chosen ? chosen.number : thisCallNumberId
        }),
        ...(dialEntryId && { dialEntryId }),
        ...(dialListId && { dialListId })
    };
}

function seen({ fields = {}, selectors, dialEntry }: Facts): Facts {
    return {
        fields: Object.fromEntries(
            Object.entries(fields).filter(([, { status }]) => status === 'read')
        ),
        ...(selectors && { selectors }),
        ...(dialEntry?.status === 'read' && { dialEntry })
    };
}

function isHidden(rule: Rule, { objectApiName }: Dial, facts: Facts): boolean {
    return (
        rule.type === 'recordField' &&
        rule.objectApiName.toLowerCase() === objectApiName?.toLowerCase() &&
        factOf(facts, rule.field)?.status === 'unreadable'
    );
}

/** Rules spell names as they like: only what was put there counts. */
function factOf({ fields = {} }: Facts, field: string): FieldFact | undefined {
    return Object.hasOwn(fields, field) ? fields[field] : undefined;
}

/** At the first rule for this dial of which this is true. */
function openAt(
    { agents, ruleBook }: Directory,
    { agentId, channel }: Dial,
    waits: (rule: Rule) => boolean
): Preview {
    const groupIds = agents.get(agentId)?.groupIds ?? [];
    const rule = ruleBook.ordered.find(
        (one) =>
            (one.channel === 'any' || one.channel === channel) &&
            (one.agentGroupId === undefined || groupIds.includes(one.agentGroupId)) &&
            waits(one)
    );
    if (!rule) {
        throw new Error('The resolver waits for a fact that no rule asks for.');
    }
    return { kind: 'open', reason: 'hiddenField', ruleId: rule.id };
}
