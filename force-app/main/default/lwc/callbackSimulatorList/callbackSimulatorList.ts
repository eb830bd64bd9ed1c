import { LightningElement, api } from 'lwc';
import { filled } from 'c/callbackLabel';
import type { Expectation, Judged, Verdict } from 'c/callbackSimulation';
import { expectedText } from 'c/callbackSimulatorWords';
import { CHANNELS, WORDS } from './words';

export type ExpectationAction = 'open' | 'accept' | 'delete';

/** An expectation, and what became of it when it was last tried. */
export interface Entry {
    readonly expectation: Expectation;
    readonly judged?: Judged;
}

export interface RunProgress {
    readonly done: number;
    readonly total: number;
}

const LOOKS = {
    changed: { icon: 'utility:warning', variant: 'warning', words: WORDS.changed },
    unjudged: { icon: 'utility:help', variant: '', words: WORDS.unjudged },
    notRun: { icon: 'utility:dash', variant: '', words: WORDS.notRun },
    passed: { icon: 'utility:success', variant: 'success', words: WORDS.passed }
} as const;

/**
 * Presentational. Expectations, and what became of them when they were tried: passed in one line,
 * changed ones and those that cannot be judged with the reasons.
 *
 * `run`, `stop`: try all of them; stop trying. `action`: detail `{ id, action }`.
 */
export default class CallbackSimulatorList extends LightningElement {
    @api entries: readonly Entry[] = [];
    /** While they are tried. */
    @api progress: RunProgress | undefined;
    /** The user may change expectations. */
    @api mayChange = false;
    @api busy = false;

    words = WORDS;

    @api focus(): void {
        this.template!.querySelector<HTMLElement>('h2')?.focus();
    }

    get isRunning(): boolean {
        return this.progress !== undefined;
    }
    get isEmpty(): boolean {
        return this.entries.length === 0;
    }
    get percent(): number {
        const { done, total } = this.progress!;
        return total > 0 ? Math.round((100 * done) / total) : 0;
    }
    get runningText(): string {
        return filled(WORDS.running, this.progress!.done, this.progress!.total);
    }
    /** Of the last run; blank where there was none. */
    get summary(): string {
        const verdicts = this.entries.flatMap(({ judged }) => judged?.verdict ?? []);
        const kinds = verdicts.map(lookOf);
        const count = (kind: keyof typeof LOOKS) => kinds.filter((one) => kind === one).length;
        return kinds.length > 0
            ? filled(WORDS.summary, count('passed'), count('changed'), count('unjudged'))
            : '';
    }
    /** Those first that need somebody to look at them. */
    get rows() {
        const order = Object.keys(LOOKS);
        return this.entries
            .map((entry) => this.row(entry))
            .sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
    }

    handleRun(): void {
        this.dispatchEvent(new CustomEvent('run'));
    }
    handleStop(): void {
        this.dispatchEvent(new CustomEvent('stop'));
    }
    handleSelect(event: CustomEvent<{ value: ExpectationAction }>): void {
        this.tell(event, event.detail.value);
    }
    handleAccept(event: Event): void {
        this.tell(event, 'accept');
    }

    private row({ expectation, judged }: Entry) {
        const { id, name, call, agentName } = expectation;
        const look = judged ? lookOf(judged.verdict) : 'notRun';
        const { icon, variant, words } = LOOKS[look];
        return {
            id,
            name,
            kind: look,
            icon,
            variant,
            call: [agentName, CHANNELS[call.channel], call.number].filter(Boolean).join(' · '),
            // What is not as expected says more below.
            verdict: judged && look !== 'passed' ? words : `${words}. ${expectedText(expectation)}`,
            menu: filled(WORDS.actions, name),
            actions: this.actions(),
            judged: look === 'passed' ? undefined : judged,
            canAccept: this.mayChange && look === 'changed'
        };
    }
    private actions(): readonly { value: ExpectationAction; label: string }[] {
        return [
            { value: 'open', label: WORDS.open },
            ...(this.mayChange ? [{ value: 'delete', label: WORDS.deleting } as const] : [])
        ];
    }
    private tell({ currentTarget }: Event, action: ExpectationAction): void {
        const { id } = (currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('action', { detail: { id, action } }));
    }
}

function lookOf({ kind }: Verdict): 'passed' | 'changed' | 'unjudged' {
    return kind === 'passed' || kind === 'changed' ? kind : 'unjudged';
}
