import { LightningElement, api } from 'lwc';
import { reduceErrors } from 'c/callbackErrors';
import { createNumberReader } from 'c/callbackPhone';
import { loadPhoneLibrary } from 'c/callbackPhoneFile';
import {
    agentsFor,
    createDirectory,
    effectivePolicy,
    isE164,
    unavailability,
    type Agent,
    type Directory,
    type DirectoryRows,
    type NumberId,
    type Rule
} from 'c/callbackResolver';
import type { RuleForm } from 'c/callbackRuleForm';
import { countEntries, ruleOfForm, type Ask } from 'c/callbackSetupData';
import type CallbackSchema from 'c/callbackSchema';
import { countCatches } from './counting';
import { sampleOf } from './sampling';
import { filled, inDigits, linesOf, WORDS } from './words';

interface Result {
    readonly key: string;
    readonly lines: readonly string[];
}

const MOST_RECORDS = 2000;
const MOST_NAMES = 3;
const MOST_CHOICES = 100;
/** Whom prefixes are compared with. */
const PEOPLE = ['Contact', 'Lead'];

/**
 * Container. Counts over a sample of records whom and what a rule catches, with the rules as they
 * are in the draft.
 *
 * `close`: it was read.
 */
export default class CallbackRuleCatches extends LightningElement {
    @api
    get rule(): RuleForm {
        return this.form;
    }
    set rule(form: RuleForm) {
        this.isOpened &&= form.id === this.form.id;
        this.form = form;
    }
    /** All rules of the draft. */
    @api rules: readonly Rule[] = [];
    /** Numbers, agents, assignments and policies. */
    @api directoryRows!: DirectoryRows;

    words = WORDS;
    results: readonly Result[] = [];
    isCounting = false;
    problem: string | undefined;
    resolverRule: Rule | undefined;
    agents: readonly Agent[] = [];
    /** Those who may present its number. */
    private able: readonly Agent[] = [];
    private form!: RuleForm;
    private directory!: Directory;
    private looked = 0;
    private chosenAgent: string | undefined;
    private stop = new AbortController();
    private isOpened = false;

    @api focus(): void {
        this.template!.querySelector<HTMLElement>('h2')?.focus();
    }

    override renderedCallback(): void {
        if (!this.isOpened) {
            this.isOpened = true;
            this.count();
            this.focus();
        }
    }
    override disconnectedCallback(): void {
        this.stop.abort();
    }

    get heading(): string {
        return filled(WORDS.title, this.rule.name);
    }
    get note(): string | undefined {
        if (!this.resolverRule) {
            return WORDS.incomplete;
        }
        if (this.resolverRule.type === 'customSelector') {
            return WORDS.selector;
        }
        return this.rule.active ? undefined : WORDS.inactive;
    }
    get agentsText(): string {
        const names = this.agents.slice(0, MOST_NAMES).map(({ name }) => name);
        const more = this.agents.length > MOST_NAMES ? ', …' : '';
        return names.length === 0
            ? WORDS.nobody
            : filled(WORDS.agents, inDigits(this.agents.length), names.join(', ') + more);
    }
    get mayText(): string | undefined {
        return this.rule.numberId && this.agents.length > 0
            ? filled(WORDS.may, inDigits(this.able.length))
            : undefined;
    }
    get agentOptions() {
        return this.agents
            .slice(0, MOST_CHOICES)
            .map(({ id, name }) => ({ value: id, label: name }));
    }
    get agentId(): string | undefined {
        return this.agent?.id;
    }
    get progressText(): string {
        return filled(WORDS.counting, inDigits(this.looked));
    }
    get sampleText(): string {
        return filled(WORDS.sample, inDigits(MOST_RECORDS));
    }
    get isSampled(): boolean {
        return this.objects.length > 0;
    }

    handleAgent({ detail }: CustomEvent<{ value: string }>): void {
        this.chosenAgent = detail.value;
        this.count();
    }
    handleClose(): void {
        this.dispatchEvent(new CustomEvent('close'));
    }
    handleKey(event: KeyboardEvent): void {
        // In a combobox, Escape closes its list.
        const isInList = (event.target as HTMLElement).localName === 'lightning-combobox';
        if (event.key === 'Escape' && !event.defaultPrevented && !isInList) {
            this.handleClose();
        }
    }

    async count(): Promise<void> {
        this.prepare();
        const { resolverRule } = this;
        this.stop.abort();
        this.stop = new AbortController();
        const { signal } = this.stop;
        this.results = [];
        this.problem = undefined;
        this.looked = 0;
        this.isCounting = true;
        try {
            if (resolverRule?.type === 'dialList') {
                const entries = await countEntries(this.ask, resolverRule.dialListId);
                const line = filled(WORDS.entries, inDigits(entries));
                this.results = [{ key: 'entries', lines: [line] }];
            }
            for (const objectApiName of this.objects) {
                // eslint-disable-next-line no-await-in-loop -- results show one after the other
                const result = await this.countObject(resolverRule!, objectApiName, signal);
                if (signal.aborted) {
                    return;
                }
                this.results = [...this.results, result];
            }
        } catch (errors) {
            this.problem = filled(WORDS.failed, reduceErrors(errors).join(' '));
        } finally {
            // A younger count goes on.
            this.isCounting &&= signal.aborted;
        }
    }

    private get objects(): readonly string[] {
        switch (this.resolverRule?.type) {
            case 'numberPrefix':
                return PEOPLE;
            case 'recordField':
                return [this.resolverRule.objectApiName];
            default:
                return [];
        }
    }
    private get agent(): Agent | undefined {
        return (
            this.agents.find(({ id }) => id === this.chosenAgent) ?? this.able[0] ?? this.agents[0]
        );
    }
    /** What is counted is the draft as it is now. */
    private prepare(): void {
        // As if it were active: otherwise there is nothing to count.
        const rule = ruleOfForm({ ...this.rule, active: true });
        const others = this.rules.filter(({ id }) => id !== this.rule.id);
        this.resolverRule = rule;
        this.directory = createDirectory({
            ...this.directoryRows,
            rules: rule ? [...others, rule] : others
        });
        this.agents = rule ? agentsFor(this.directory, rule) : [];
        this.able = this.agents.filter((agent) => this.mayPresent(agent));
    }
    private mayPresent(agent: Agent): boolean {
        const { directory } = this;
        const policy = effectivePolicy(directory, agent);
        const numberId = this.rule.numberId as NumberId;
        return unavailability(directory, agent, policy, numberId) === undefined;
    }

    private async countObject(
        rule: Rule,
        objectApiName: string,
        signal: AbortSignal
    ): Promise<Result> {
        const { directory, agent, looked } = this;
        const { info, records } = await sampleOf(objectApiName, directory, {
            ask: this.ask,
            schema: this.refs!.schema as unknown as CallbackSchema,
            limit: MOST_RECORDS,
            signal,
            onProgress: (read) => (this.looked = looked + read)
        });
        const readNumber = createNumberReader(await loadPhoneLibrary(this), isE164);
        const country = agent && effectivePolicy(directory, agent).defaultCountry;
        const count = countCatches(rule, records, {
            agent,
            directory,
            objectApiName: info.apiName,
            read: (number) => readNumber(number, country)
        });
        const lines = linesOf(count, {
            records: info.labelPlural,
            agent: agent?.name,
            ruleName: (id) => this.rules.find((one) => one.id === id)?.name ?? id
        });
        return { key: objectApiName, lines };
    }

    private readonly ask: Ask = (request) =>
        (this.refs!.org as HTMLElement & { ask: Ask }).ask(request);
}
