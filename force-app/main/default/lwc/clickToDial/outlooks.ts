import hiddenField from '@salesforce/label/c.Callback_Dial_Hidden_Field';
import selector from '@salesforce/label/c.Callback_Dial_Selector';
import { previewOf, type AgentView, type Preview } from 'c/callbackData';
import { effectivePolicy, type Decision, type Facts, type NumberId } from 'c/callbackResolver';
import { standing, type Choices } from './choices';
import type { Phone } from './phones';

/** What will happen to one number; neither of the two while the record is being read. */
export interface Outlook {
    readonly decision: Decision | null;
    /** Why it is decided only when dialling, in words. */
    readonly undecided?: string;
    readonly chosenId?: NumberId;
}

export interface Outlooks {
    /** By number to be dialled. */
    readonly byNumber: ReadonlyMap<string, Outlook>;
    /** Fields that rules ask for and `facts` does not answer. */
    readonly missing: readonly string[];
}

export function outlooksOf(
    agent: AgentView,
    page: { readonly recordId: string; readonly objectApiName: string },
    phones: readonly Phone[],
    choices: Choices,
    facts: Facts | undefined
): Outlooks {
    const missing = new Set<string>();
    const byNumber = new Map<string, Outlook>();
    for (const { number } of phones) {
        const choice = standing(choices, number);
        const chosenId = choice && numberIdOf(agent, choice.callbackNumber);
        const preview = previewOf(
            agent,
            { channel: 'clickToDial', number, ...page, thisCallNumberId: chosenId },
            facts
        );
        if (preview.kind === 'needsRecord') {
            preview.fields.forEach((field) => missing.add(field));
        }
        byNumber.set(number, { ...wordsOf(preview, agent), chosenId });
    }
    return { byNumber, missing: [...missing] };
}

/** A number that is gone by now stands for itself: the answer is that nobody knows it. */
function numberIdOf({ directory }: AgentView, callbackNumber: string): NumberId {
    return directory.numberByE164(callbackNumber)?.id ?? (callbackNumber as NumberId);
}

function wordsOf(preview: Preview, agent: AgentView): Outlook {
    switch (preview.kind) {
        case 'decided':
            return { decision: preview.decision };
        case 'needsRecord':
            return { decision: null };
        case 'open': {
            const rule = agent.directory.rules.get(preview.ruleId)?.name ?? preview.ruleId;
            const label = preview.reason === 'selector' ? selector : hiddenField;
            return { decision: null, undecided: label.replace('{0}', () => rule) };
        }
    }
}

/** Without rules on this channel there is nothing to override, so the choice always counts. */
export function mayChoose({ agentId, directory }: AgentView): boolean {
    const agent = directory.agents.get(agentId);
    const policy = agent && effectivePolicy(directory, agent);
    return policy !== undefined && (policy.agentMayOverride || !policy.automateClickToDial);
}
