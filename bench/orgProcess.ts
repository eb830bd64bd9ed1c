import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { RequestCounts } from '../local-org/index.ts';

/** What an embedded org for a benchmark holds. */
export interface OrgWorld {
    readonly numbers: number;
    readonly agents: number;
    /** Assignments of numbers to agents, evenly spread. */
    readonly assignments: number;
    readonly prefixRules: number;
    /** Contacts and as many rules that look at their fields. */
    readonly contacts: number;
    readonly fieldRules: number;
    readonly dialEntries: number;
    /** Lines of the decision log. */
    readonly decisions?: number;
}

/** How to reach the org, and whom to name. */
export interface OrgReady {
    readonly url: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly agentIds: readonly string[];
    readonly contactIds: readonly string[];
    readonly dialEntryIds: readonly string[];
}

export type OrgRequest =
    | { readonly ask: 'counts' }
    | { readonly ask: 'reset' }
    | { readonly ask: 'latency'; readonly ms: number };

/** An embedded org in a process of its own: its work must not count as the service's. */
export class BenchOrg {
    readonly ready: OrgReady;
    readonly #child: ChildProcess;

    private constructor(child: ChildProcess, ready: OrgReady) {
        this.#child = child;
        this.ready = ready;
    }

    static async start(world: OrgWorld): Promise<BenchOrg> {
        const file = fileURLToPath(new URL('./orgMain.ts', import.meta.url));
        const child = fork(file, [JSON.stringify(world)], {
            execArgv: ['--import', 'tsx'],
            stdio: ['ignore', 'inherit', 'inherit', 'ipc']
        });
        return new BenchOrg(child, (await answer(child)) as OrgReady);
    }

    /** Requests since the last reset, by kind. */
    async counts(): Promise<RequestCounts> {
        return (await this.#ask({ ask: 'counts' })) as RequestCounts;
    }

    async reset(): Promise<void> {
        await this.#ask({ ask: 'reset' });
    }

    /** Every request waits so long from now on: an org is never on the same machine. */
    async answerAfter(ms: number): Promise<void> {
        await this.#ask({ ask: 'latency', ms });
    }

    async stop(): Promise<void> {
        const ended = once(this.#child, 'exit');
        this.#child.disconnect();
        await ended;
    }

    #ask(request: OrgRequest): Promise<unknown> {
        this.#child.send(request);
        return answer(this.#child);
    }
}

function answer(child: ChildProcess): Promise<unknown> {
    return new Promise((resolve, reject) => {
        const died = (code: number | null) =>
            reject(new Error(`The org of the benchmark ended with code ${code}.`));
        child.once('exit', died);
        child.once('message', (message) => {
            child.off('exit', died);
            resolve(message);
        });
    });
}
