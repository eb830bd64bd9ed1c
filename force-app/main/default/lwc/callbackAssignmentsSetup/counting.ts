import { countPairs, type AgentSummary, type Ask, type PairKind } from 'c/callbackSetupData';
import { membershipCounts } from './rows';

/** How many of those who were chosen then have each item. */
export interface Counted {
    readonly counts: ReadonlyMap<string, number>;
    readonly total: number;
}

const NOTHING: Counted = { counts: new Map(), total: 0 };
export const NOTHING_COUNTED: Record<PairKind, Counted> = {
    number: NOTHING,
    membership: NOTHING
};

/** Counts what those who are chosen have. The choice may change faster than the org answers. */
export class Counting {
    private readonly ask: Ask;
    private underWay: Promise<unknown> = Promise.resolve();
    private latest = 0;
    private finished = 0;

    constructor(ask: Ask) {
        this.ask = ask;
    }

    get isBusy(): boolean {
        return this.finished < this.latest;
    }

    /** @returns undefined when another count was asked for meanwhile */
    async count(
        agentIds: readonly string[],
        groupIds: readonly string[],
        agents: readonly AgentSummary[]
    ): Promise<Record<PairKind, Counted> | undefined> {
        this.latest += 1;
        const turn = this.latest;
        await this.underWay;
        if (turn !== this.latest) {
            return undefined;
        }
        const ids = [...agentIds, ...groupIds];
        const counting = countPairs(this.ask, 'number', ids);
        this.underWay = counting.catch(() => undefined);
        try {
            const counts = await counting;
            const counted = {
                number: { counts, total: ids.length },
                membership: {
                    counts: membershipCounts(agents, agentIds),
                    total: agentIds.length
                }
            };
            return turn === this.latest ? counted : undefined;
        } finally {
            this.finished = Math.max(this.finished, turn);
        }
    }
}
