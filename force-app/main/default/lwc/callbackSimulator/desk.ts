import { agentViewOf, type AgentView } from 'c/callbackData';
import type { PhoneLibrary } from 'c/callbackPhone';
import type { AgentId } from 'c/callbackResolver';
import { readRowsOfAgent, type Ask, type ReadRecord } from 'c/callbackSetupData';

export interface AgentRead {
    readonly view: AgentView;
    /** Milliseconds since 1970. */
    readonly readAt: number;
}

/** What was read for calls that are tried, so that a changed digit reads nothing anew. */
export class Desk {
    private readonly ask: Ask;
    private readonly askRecord: ReadRecord;
    private readonly phoneLibrary: () => Promise<PhoneLibrary>;
    private readonly agents = new Map<string, Promise<AgentRead>>();
    private readonly records = new Map<string, ReturnType<ReadRecord>>();

    constructor(ask: Ask, askRecord: ReadRecord, phoneLibrary: () => Promise<PhoneLibrary>) {
        this.ask = ask;
        this.askRecord = askRecord;
        this.phoneLibrary = phoneLibrary;
    }

    agent(agentId: string): Promise<AgentRead> {
        return remembered(this.agents, agentId, async () => {
            const phoneLibrary = await this.phoneLibrary();
            const rows = await readRowsOfAgent(this.ask, agentId);
            const view = agentViewOf(agentId as AgentId, rows, phoneLibrary);
            return { view, readAt: Date.now() };
        });
    }

    readonly readRecord: ReadRecord = (request) =>
        remembered(this.records, JSON.stringify(request), () => this.askRecord(request));

    /** Everything is read anew from now on. */
    forget(): void {
        this.agents.clear();
        this.records.clear();
    }
}

function remembered<Answer>(
    known: Map<string, Promise<Answer>>,
    key: string,
    ask: () => Promise<Answer>
): Promise<Answer> {
    const answer = known.get(key) ?? ask();
    known.set(key, answer);
    // What failed may go well the next time.
    answer.catch(() => known.delete(key));
    return answer;
}
