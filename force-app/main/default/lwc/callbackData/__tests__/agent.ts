import * as libphonenumber from 'libphonenumber-js/max';
import type { ParsedQuery } from 'lightning/graphql';
import { agentViewOf, readAgent, type AgentView } from 'c/callbackData';
import type { PhoneLibrary } from 'c/callbackPhone';
import type { AgentId } from 'c/callbackResolver';
import { AGENT, answerOf, CONFIGURED, type Rows } from '../../../../../test/agentAnswers';

/** The agent of the test data, with some rows in place of others. */
export async function agentWith(rows: Partial<Rows> = {}, pageSize?: number): Promise<AgentView> {
    const all = { ...CONFIGURED, ...rows } as Rows;
    const read = await readAgent(AGENT, async ({ query, variables }) =>
        answerOf(all, { query: textOf(query), variables }, pageSize)
    );
    return agentViewOf(AGENT as AgentId, read, libphonenumber as PhoneLibrary);
}

function textOf(query: ParsedQuery): string {
    return query as unknown as string;
}
