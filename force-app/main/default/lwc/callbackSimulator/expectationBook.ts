import { reduceErrors } from 'c/callbackErrors';
import type { PhoneLibrary } from 'c/callbackPhone';
import { filled } from 'c/callbackLabel';
import type { Decision } from 'c/callbackResolver';
import {
    expectationAcceptance,
    expectationChange,
    expectationRemoval,
    readExpectations,
    runExpectations,
    saveRows,
    type Ask,
    type ReadRecord,
    type RowChange,
    type RowResult
} from 'c/callbackSetupData';
import type { SimulatedCall } from 'c/callbackSimulation';
import type { Entry, RunProgress } from 'c/callbackSimulatorList';
import { WORDS } from './words';

/** What the page shows of expectations. */
export interface BookState {
    readonly entries: readonly Entry[];
    /** While they are tried. */
    readonly progress?: RunProgress;
    readonly isSaving: boolean;
    /** What was done, in words. */
    readonly done: string;
    readonly problem: string;
}

export const EMPTY_BOOK: BookState = { entries: [], isSaving: false, done: '', problem: '' };

export interface BookSources {
    readonly ask: Ask;
    readonly readRecord: ReadRecord;
    readonly phoneLibrary: () => Promise<PhoneLibrary>;
}

/** Expectations as they are kept, tried, accepted and removed. */
export class ExpectationBook {
    private readonly sources: BookSources;
    private readonly show: (state: BookState) => void;
    private state = EMPTY_BOOK;
    private stopping = new AbortController();

    constructor(sources: BookSources, show: (state: BookState) => void) {
        this.sources = sources;
        this.show = show;
    }

    /** A verdict on what was expected before says nothing of what is expected now. */
    async read(): Promise<void> {
        const before = new Map(this.state.entries.map((entry) => [entry.expectation.id, entry]));
        const expectations = await readExpectations(this.sources.ask);
        this.say({
            entries: expectations.map((expectation) => {
                const { expectation: known, judged } = before.get(expectation.id) ?? {};
                return { expectation, ...(known?.seen === expectation.seen && { judged }) };
            })
        });
    }

    find(id: string): Entry {
        return this.state.entries.find(({ expectation }) => expectation.id === id)!;
    }
    /** The words about what was done before are read by now. */
    hush(): void {
        if (this.state.done || this.state.problem) {
            this.say({ done: '', problem: '' });
        }
    }
    stop(): void {
        this.stopping.abort();
    }

    async runAll(): Promise<void> {
        this.hush();
        try {
            await this.read();
            await this.run(this.state.entries);
        } catch (errors) {
            this.fail(errors);
        }
    }

    /** @returns whether it was saved */
    keep(name: string, call: SimulatedCall, decision: Decision): Promise<boolean> {
        return this.write(name, expectationChange(name, call, decision), WORDS.kept);
    }
    accept({ expectation, judged }: Entry): Promise<boolean> {
        const { decision } = judged!.verdict as { readonly decision: Decision };
        const change = expectationAcceptance(expectation, decision);
        return this.write(expectation.name, change, WORDS.accepted);
    }
    remove({ expectation }: Entry): Promise<boolean> {
        return this.write(expectation.name, expectationRemoval(expectation), WORDS.deleted);
    }

    private async write(name: string, change: RowChange, done: string): Promise<boolean> {
        this.say({ isSaving: true, done: '', problem: '' });
        const [result] = await saveRows([change], { ask: this.sources.ask });
        const isSaved = result.kind === 'saved';
        this.say(isSaved ? { done: filled(done, name) } : { problem: problemOf(result, name) });
        try {
            await this.read();
            if (isSaved && change.kind !== 'delete') {
                await this.run(this.state.entries.filter(idIs(result.id)));
            }
        } catch (errors) {
            this.fail(errors);
        }
        this.say({ isSaving: false });
        return isSaved;
    }

    private async run(entries: readonly Entry[]): Promise<void> {
        const { ask, readRecord, phoneLibrary } = this.sources;
        this.stopping = new AbortController();
        try {
            const judged = await runExpectations(
                entries.map(({ expectation }) => expectation),
                {
                    ask,
                    readRecord,
                    phoneLibrary: await phoneLibrary(),
                    signal: this.stopping.signal,
                    onProgress: (count, total) => this.say({ progress: { done: count, total } })
                }
            );
            const byId = new Map(judged.map((one) => [one.expectation.id, one]));
            this.say({
                entries: this.state.entries.map((entry) => {
                    const now = byId.get(entry.expectation.id);
                    return now ? { ...entry, judged: now } : entry;
                })
            });
        } finally {
            this.say({ progress: undefined });
        }
    }

    private fail(errors: unknown): void {
        this.say({ problem: reduceErrors(errors).join(' ') });
    }
    private say(part: Partial<BookState>): void {
        this.state = { ...this.state, ...part };
        this.show(this.state);
    }
}

function problemOf(result: RowResult, name: string): string {
    switch (result.kind) {
        case 'conflict':
            return filled(WORDS.conflict, name);
        case 'unknown':
            return filled(WORDS.unknown, name, result.errors.join(' '));
        default:
            return filled(WORDS.notSaved, name, 'errors' in result ? result.errors.join(' ') : '');
    }
}

function idIs(id: string): (entry: Entry) => boolean {
    return ({ expectation }) => expectation.id === id;
}
