import { LightningElement, api } from 'lwc';
import lang from '@salesforce/i18n/lang';
import { filled } from 'c/callbackLabel';
import type { Decision } from 'c/callbackResolver';
import type { Names, Outlook } from 'c/callbackSimulation';
import { openText } from 'c/callbackSimulatorWords';
import { WORDS } from './words';

/** How far the decision of the call has come. */
export type ResultState =
    /** Agent or number is missing. */
    | { readonly kind: 'blank' | 'deciding' }
    | { readonly kind: 'decided'; readonly outlook: Outlook; readonly names: Names }
    | { readonly kind: 'failed'; readonly errors: readonly string[] };

/**
 * Presentational. What was decided of a call that was tried, and why; how old the configuration
 * is that decided it; and a way to keep the decision as an expectation.
 *
 * `readagain`: read the configuration anew. `keep`: detail `{ name }`.
 */
export default class CallbackSimulatorResult extends LightningElement {
    @api state: ResultState = { kind: 'blank' };
    /** When the configuration was read; milliseconds since 1970. */
    @api readAt: number | undefined;
    /** The user may save expectations. */
    @api mayKeep = false;
    /** An expectation is being saved. */
    @api saving = false;

    words = WORDS;
    name = '';

    @api focus(): void {
        this.template!.querySelector<HTMLElement>('h2')?.focus();
    }
    /** The name was saved. */
    @api clearName(): void {
        this.name = '';
    }

    get isBlank(): boolean {
        return this.state.kind === 'blank';
    }
    get isDeciding(): boolean {
        return this.state.kind === 'deciding';
    }
    get isFailed(): boolean {
        return this.state.kind === 'failed';
    }
    get errors(): readonly string[] {
        return this.state.kind === 'failed' ? this.state.errors : [];
    }
    get names(): Names | undefined {
        return this.state.kind === 'decided' ? this.state.names : undefined;
    }
    get decision(): Decision | null {
        const { outlook } = this;
        return outlook?.kind === 'decided' ? outlook.decision : null;
    }
    get undecided(): string | undefined {
        const { outlook, names } = this;
        return outlook?.kind === 'open' ? openText(outlook, names!) : undefined;
    }
    get canKeep(): boolean {
        return this.mayKeep && this.decision !== null;
    }
    get cannotKeep(): boolean {
        return this.mayKeep && this.outlook?.kind === 'open';
    }
    get readAtText(): string {
        return this.readAt === undefined
            ? ''
            : filled(WORDS.readAt, new Date(this.readAt).toLocaleTimeString(lang));
    }

    handleReadAgain(): void {
        this.dispatchEvent(new CustomEvent('readagain'));
    }
    handleName({ detail }: CustomEvent<{ value: string }>): void {
        this.name = detail.value;
    }
    handleKeep(event: Event): void {
        event.preventDefault();
        const name = this.name.trim();
        if (name === '') {
            const input = this.template!.querySelector<HTMLElement & { reportValidity(): void }>(
                '.name'
            )!;
            input.focus();
            input.reportValidity();
            return;
        }
        this.dispatchEvent(new CustomEvent('keep', { detail: { name } }));
    }

    private get outlook(): Outlook | undefined {
        return this.state.kind === 'decided' ? this.state.outlook : undefined;
    }
}
