import defaultIs from '@salesforce/label/c.Callback_Assign_Default_Is';
import defaultNone from '@salesforce/label/c.Callback_Assign_Default_None';
import defaultPrincipal from '@salesforce/label/c.Callback_Assign_Default_Principal';
import defaultUnavailable from '@salesforce/label/c.Callback_Assign_Default_Unavailable';
import everyNumber from '@salesforce/label/c.Callback_Assign_Way_Every';
import notRestricted from '@salesforce/label/c.Callback_Assign_Not_Restricted';
import own from '@salesforce/label/c.Callback_Assign_Way_Own';
import principal from '@salesforce/label/c.Callback_Source_Principal';
import restricted from '@salesforce/label/c.Callback_Assign_Restricted';
import throughGroup from '@salesforce/label/c.Callback_Assign_Way_Group';
import type { Explanation } from 'c/callbackAssignExplained';
import { filled } from 'c/callbackAssignWords';
import type { AgentView } from 'c/callbackData';
import { formatted } from 'c/callbackNumberText';
import { effectivePolicy, type NumberId } from 'c/callbackResolver';

/** Which numbers the agent may present, and what makes each of them available. */
export function explanationOf(
    view: AgentView,
    groupNames: ReadonlyMap<string, string>
): Explanation {
    const { directory, agentId, numbers, principalNumberId } = view;
    const agent = directory.agents.get(agentId)!;
    const { restrictNumbers } = effectivePolicy(directory, agent);
    const has = (assigneeId: string, id: NumberId) =>
        directory.assigned.get(assigneeId)?.has(id) === true;
    return {
        name: agent.name,
        restriction: restrictNumbers ? restricted : notRestricted,
        defaultNumber: defaultOf(view),
        numbers: numbers.map(({ id, label, number }) => ({
            id,
            name: label,
            detail: formatted(number),
            through: [
                has(agentId, id) && own,
                ...agent.groupIds.map(
                    (groupId) =>
                        has(groupId, id) && filled(throughGroup, groupNames.get(groupId) ?? groupId)
                ),
                id === principalNumberId && principal,
                !restrictNumbers && everyNumber
            ]
                .filter(Boolean)
                .join(', ')
        }))
    };
}

function defaultOf({ directory, numbers, defaultNumberId, principalNumberId }: AgentView): string {
    const labelOf = (id: NumberId) => directory.numbers.get(id)?.label ?? id;
    if (defaultNumberId) {
        const isAvailable = numbers.some(({ id }) => id === defaultNumberId);
        return filled(isAvailable ? defaultIs : defaultUnavailable, labelOf(defaultNumberId));
    }
    return principalNumberId ? filled(defaultPrincipal, labelOf(principalNumberId)) : defaultNone;
}
