import { stateOfErrors, type AgentView } from 'c/callbackData';
import { reduceErrors } from 'c/callbackErrors';
import type { Ask } from 'c/callbackSetupData';
import type { LoadState } from 'c/callbackState';
import {
    finish,
    readWork,
    readWorkLists,
    takeNext,
    type Finished,
    type Outcome,
    type TakenEntry,
    type WorkList
} from 'c/connectData';
import { callable, choose } from './lists';

/** Where the agent stands. */
export type WorkState =
    | { readonly kind: 'load'; readonly state: LoadState }
    | {
          readonly kind: 'idle';
          readonly waitingCount: number;
          /** Milliseconds since 1970. */
          readonly nextAt?: number;
          readonly isTaking: boolean;
          /** What became of the entry before. */
          readonly before?: 'recorded' | 'lost';
      }
    | {
          readonly kind: 'entry';
          readonly entry: TakenEntry;
          readonly resumed: boolean;
          readonly isSaving: boolean;
          readonly errors: readonly string[];
      };

interface Around {
    readonly ask: Ask;
    readonly agent: () => AgentView;
    readonly leftOut: () => readonly string[];
    readonly showLists: (lists: readonly WorkList[]) => void;
    readonly show: (state: WorkState) => void;
    readonly now: () => number;
}

const LOADING: WorkState = { kind: 'load', state: { kind: 'loading' } };

/** One agent's way through their lists: look, take, record, and again. One thing at a time. */
export class Worklist {
    private readonly around: Around;
    private state: WorkState = LOADING;

    constructor(around: Around) {
        this.around = around;
    }

    /**
     * Looks what there is to do, and takes nothing; an entry from before comes back.
     * @param before what became of the last one
     */
    async look(before?: 'recorded' | 'lost'): Promise<void> {
        await this.loading(async () => {
            const working = await this.working();
            const { mine, waitingCount, nextAt } = await readWork(this.around.ask, working);
            this.become(
                mine
                    ? this.workingOn(mine, true)
                    : { kind: 'idle', waitingCount, nextAt, isTaking: false, before }
            );
        });
    }

    async next(): Promise<void> {
        const { state } = this;
        if (state.kind !== 'idle' || state.isTaking) {
            return;
        }
        this.become({ ...state, isTaking: true, before: undefined });
        await this.loading(async () => {
            const next = await takeNext(this.around.ask, await this.working());
            this.become(
                next.kind === 'entry'
                    ? this.workingOn(next.entry, next.resumed)
                    : { kind: 'idle', waitingCount: 0, nextAt: next.nextAt, isTaking: false }
            );
        });
    }

    /** What fails leaves the entry as it is, and the agent says it again. */
    async finish(outcome: Outcome): Promise<void> {
        const { state } = this;
        if (state.kind !== 'entry' || state.isSaving) {
            return;
        }
        this.become({ ...state, isSaving: true, errors: [] });
        let finished: Finished;
        try {
            const { ask, agent, now } = this.around;
            const whose = { agentId: agent().agentId, now: now() };
            finished = await finish(ask, state.entry, outcome, whose);
        } catch (errors) {
            this.become({ ...state, isSaving: false, errors: reduceErrors(errors) });
            return;
        }
        await this.look(finished.kind === 'finished' ? 'recorded' : 'lost');
    }

    /** The softphone heard that the entry is somebody else's by now. */
    async lost(): Promise<void> {
        if (this.state.kind === 'entry') {
            await this.look('lost');
        }
    }

    private workingOn(entry: TakenEntry, resumed: boolean): WorkState {
        return { kind: 'entry', entry, resumed, isSaving: false, errors: [] };
    }

    private async working() {
        const { ask, agent, leftOut, showLists, now } = this.around;
        const { agentId, directory } = agent();
        const lists = await readWorkLists(ask, directory.agents.get(agentId)?.groupIds ?? []);
        showLists(lists);
        const at = now();
        return { agentId, listIds: callable(choose(lists, leftOut(), at)), now: at };
    }

    private async loading(work: () => Promise<void>): Promise<void> {
        try {
            await work();
        } catch (errors) {
            this.become({ kind: 'load', state: stateOfErrors(errors) });
        }
    }

    private become(state: WorkState): void {
        this.state = state;
        this.around.show(state);
    }
}
