import type { GraphQLResult } from 'lightning/graphql';
import { TRACES_OF_CHANGES } from './documents';
import type { DirectoryRequest } from './reading';

/** Looks whether anything has changed, at a small part of the price of reading everything. */
export class ChangeWatch {
    private readonly request: DirectoryRequest;
    /** What was seen before the last reading but one, and before the last. */
    private seen: readonly (string | undefined)[] = [];

    constructor(agentId: string) {
        const variables = { agentId, agentKey: agentId };
        this.request = { step: 'changes', query: TRACES_OF_CHANGES, variables };
    }

    /**
     * Where the answer is true, read everything: the next answers go by it. Moments in the org
     * count seconds, so a record may change once more without a new trace in the second in which
     * it was looked at; therefore the same trace is believed when it was seen before two readings.
     * @throws what `ask` throws, or the errors of its answer
     */
    async mayHaveChanged(
        ask: (request: DirectoryRequest) => Promise<GraphQLResult>
    ): Promise<boolean> {
        const { data, errors } = await ask(this.request);
        if (!data || (errors && errors.length > 0)) {
            throw errors;
        }
        const now = JSON.stringify(data);
        if (this.seen.length === 2 && this.seen.every((before) => before === now)) {
            return false;
        }
        this.seen = [this.seen.at(-1), now];
        return true;
    }

    /** After a reading that failed, whatever is seen next counts as a change. */
    forget(): void {
        this.seen = [];
    }
}
