import type { AgentView } from 'c/callbackData';
import { createDirectory, type AgentId, type E164 } from 'c/callbackResolver';
import { london, threeNumbers } from '../../../../../test/numbers';

export const agentId = '005000000000001AAA' as AgentId;

/** An agent to whom three numbers are available; London is the principal number. */
export function agentView(changes: Partial<AgentView> = {}): AgentView {
    const numbers = changes.numbers ?? threeNumbers;
    const { defaultNumberId = null, principalNumberId = london.id } = changes;
    return {
        agentId,
        directory: createDirectory({
            numbers: threeNumbers.map((one) => ({ ...one, active: numbers.includes(one) })),
            agents: [
                {
                    id: agentId,
                    name: 'Ada',
                    active: true,
                    profileId: '00e000000000001AAA',
                    groupIds: [],
                    ...(defaultNumberId && { defaultNumberId })
                }
            ],
            assignments: [],
            policies: [
                {
                    scope: 'organization',
                    scopeKey: 'org',
                    ...(principalNumberId && { principalNumberId })
                }
            ],
            rules: [],
            dialLists: []
        }),
        numbers,
        defaultNumberId,
        principalNumberId,
        favoriteIds: [],
        // German numbers only: reading them is not what the panel is about.
        readNumber(text) {
            return text.startsWith('089')
                ? (`+49${text.slice(1).replace(/\s/g, '')}` as E164)
                : text.trim();
        },
        ...changes
    };
}
