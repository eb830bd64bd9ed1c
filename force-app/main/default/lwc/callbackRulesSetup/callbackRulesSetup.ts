import { LightningElement, wire } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import { stateOfErrors } from 'c/callbackData';
import { reduceErrors } from 'c/callbackErrors';
import type CallbackRecordReader from 'c/callbackRecordReader';
import type { CallbackNumber, DirectoryRows, Rule } from 'c/callbackResolver';
import type { Choice, FieldChoices } from 'c/callbackRuleEditor';
import { NO_FILTER, type RuleFilter } from 'c/callbackRuleFilters';
import {
    BLANK_RULE,
    faultsOf,
    NEW_RULE,
    type RuleForm,
    type RuleSetting
} from 'c/callbackRuleForm';
import type { Impact } from 'c/callbackRuleImpact';
import type { Meanwhile } from 'c/callbackRuleNotice';
import type { RuleAction, RuleRow } from 'c/callbackRuleRow';
import type { SaveState } from 'c/callbackSaveProgress';
import { OBJECTS, rightsOf, type Ask, type Rights } from 'c/callbackSetupData';
import type { LoadState } from 'c/callbackState';
import {
    changing,
    draftOf,
    isReordered,
    moved,
    removing,
    rulesOf,
    savedForm,
    withEdited,
    withoutEdited,
    withoutOrder,
    type Draft
} from './draft';
import { NOTHING_KNOWN, numbersFor, readEverything, type Surroundings } from './everything';
import { fieldChoices, NO_CHOICES, type Schema } from './fieldChoices';
import { meanwhileTo, rebased } from './meanwhile';
import { readSavedRules, saveDraft } from './saving';
import { filled } from './sentences';
import { impactOf } from './trying';
import { entriesOf, filtered, isSame, type Entry } from './view';
import { WORDS } from './words';

/** Container. Selection rules in their order: what each does, reordering, editing, warnings. */
export default class CallbackRulesSetup extends LightningElement {
    words = WORDS;
    ruleObject = OBJECTS.rule;
    state: LoadState = { kind: 'loading' };
    rights: Rights = rightsOf(undefined);
    filter: RuleFilter = NO_FILTER;
    progress: SaveState = { kind: 'idle' };
    meanwhile: readonly Meanwhile[] = [];
    problem: string | undefined;
    isBusy = false;
    choices: FieldChoices = NO_CHOICES;
    editorErrors: readonly string[] = [];

    draftRules: readonly Rule[] = [];
    /** Saving waits until the admin has seen what it changes. */
    impact: Impact | undefined;
    isTrying = false;

    private answerImpact: (mayProceed: boolean) => void = () => undefined;
    private countedId: string | undefined;
    private draft: Draft = draftOf([]);
    private entries: readonly Entry[] = [];
    private around: Surroundings = NOTHING_KNOWN;
    /** The form as it was when it was opened. */
    private opened: RuleForm | undefined;
    private hasTriedToSave = false;
    private focusWanted: 'editor' | 'fault' | 'impact' | { readonly rule: string } | undefined;
    private stop = new AbortController();
    private isOpened = false;

    @wire(getObjectInfo, { objectApiName: '$ruleObject' })
    handleInfo({ data }: { readonly data?: ObjectInfo }): void {
        this.rights = rightsOf(data);
    }

    override renderedCallback(): void {
        // What asks the org is part of the template.
        if (!this.isOpened) {
            this.isOpened = true;
            this.load();
        }
        this.moveFocus();
    }

    get isReadOnly(): boolean {
        return !this.rights.update;
    }
    get canAdd(): boolean {
        return this.rights.create;
    }
    get hasRules(): boolean {
        return this.entries.length > 0;
    }
    get count(): number {
        return this.entries.length;
    }
    get rows(): readonly RuleRow[] {
        return filtered(this.entries, this.filter).map(({ row }) => row);
    }
    get groups(): readonly Choice[] {
        return this.around.groups;
    }
    get dialLists(): readonly Choice[] {
        return this.around.dialLists;
    }
    get numbers(): readonly CallbackNumber[] {
        return numbersFor(this.edited?.numberId, this.around);
    }
    get isReordered(): boolean {
        return isReordered(this.draft);
    }
    get reorderedText(): string {
        return filled(WORDS.reordered, this.entries.filter(({ isMoved }) => isMoved).length);
    }
    get tryingText(): string {
        return this.isTrying ? WORDS.checking : '';
    }
    get edited(): RuleForm | undefined {
        return this.draft.edited;
    }
    /** The rule whose catches are counted; not before it is known who may present what. */
    get counted(): RuleForm | undefined {
        return (
            this.directoryRows && this.entries.find(({ form }) => form.id === this.countedId)?.form
        );
    }
    get directoryRows(): DirectoryRows | undefined {
        return this.around.directoryRows;
    }
    get editedRow(): RuleRow | undefined {
        return this.entries.find(({ form }) => form.id === this.edited?.id)?.row;
    }
    get editedWarnings(): readonly string[] {
        return this.editedRow?.warnings ?? [];
    }
    get editedSentence(): string {
        return this.editedRow?.sentence ?? '';
    }
    get faults(): readonly RuleSetting[] {
        return this.hasTriedToSave && this.edited ? faultsOf(this.edited) : [];
    }
    get listClass(): string {
        const size = this.edited || this.counted ? 'slds-large-size_7-of-12' : '';
        return `slds-col slds-size_1-of-1 ${size}`;
    }

    async load(): Promise<void> {
        this.state = { kind: 'loading' };
        try {
            await readEverything(
                this.ask,
                (rules, around) => {
                    this.around = around;
                    this.show(draftOf(rules));
                    this.state = { kind: 'ready' };
                },
                (around) => {
                    this.around = around;
                    this.show(this.draft);
                }
            );
        } catch (errors) {
            this.state = stateOfErrors(errors) as LoadState;
        }
    }

    handleFilter({ detail }: CustomEvent<{ filter: RuleFilter }>): void {
        this.filter = detail.filter;
    }
    handleMove({ detail }: CustomEvent<{ id: string; to: number }>): void {
        this.show(moved(this.draft, detail.id, detail.to));
    }
    handleDiscardOrder(): void {
        this.show(withoutOrder(this.draft));
    }
    handleSaveOrder(): void {
        this.save(withoutEdited(this.draft));
    }

    handleAdd(): void {
        this.open(BLANK_RULE);
    }
    handleAction({ detail }: CustomEvent<{ id: string; action: RuleAction }>): void {
        const { id, action } = detail;
        const isEdited = id === this.edited?.id;
        const form = isEdited ? this.edited! : savedForm(this.draft, id)!;
        switch (action) {
            case 'edit':
                this.open(form);
                break;
            case 'duplicate':
                this.open(copyOf(form), id === NEW_RULE ? undefined : id);
                break;
            case 'toggle':
                if (isEdited) {
                    this.change({ active: !form.active });
                } else {
                    this.save(changing(this.draft, { ...form, active: !form.active }));
                }
                break;
            case 'delete':
                this.delete(form);
                break;
            case 'catches':
                this.countedId = id;
                break;
        }
    }
    handleForm({ detail }: CustomEvent<{ settings: Partial<RuleForm> }>): void {
        this.change(detail.settings);
    }
    handleSave(): void {
        this.hasTriedToSave = true;
        if (this.faults.length > 0) {
            this.focusWanted = 'fault';
            return;
        }
        this.save(this.draft);
    }
    async handleCancel(): Promise<void> {
        if (await this.mayDiscard()) {
            this.close();
        }
    }
    handleCatches(): void {
        this.countedId = this.edited?.id;
    }
    handleCatchesClose(): void {
        this.focusWanted = this.edited ? 'editor' : { rule: this.countedId ?? '' };
        this.countedId = undefined;
    }
    handleProceed(): void {
        this.closeImpact(true);
    }
    handleBack(): void {
        this.closeImpact(false);
    }
    handleStop(): void {
        this.stop.abort();
    }
    handleProgressClose(): void {
        this.progress = { kind: 'idle' };
    }

    private show(draft: Draft): void {
        this.draft = draft;
        this.entries = entriesOf(draft, this.around.names, this.around.directory);
        this.draftRules = rulesOf(draft);
    }

    private change(settings: Partial<RuleForm>): void {
        const edited = { ...this.edited!, ...settings };
        this.show({ ...this.draft, edited });
        if ('objectApiName' in settings || 'field' in settings) {
            this.loadChoices(edited);
        }
    }
    private closeImpact(mayProceed: boolean): void {
        this.impact = undefined;
        this.focusWanted = this.edited ? 'editor' : { rule: '' };
        this.answerImpact(mayProceed);
    }
    private async open(form: RuleForm, behind?: string): Promise<void> {
        if (form.id === this.edited?.id && form.id !== NEW_RULE) {
            this.focusWanted = 'editor';
            this.moveFocus();
            return;
        }
        if (!(await this.mayDiscard())) {
            return;
        }
        this.opened = form;
        this.hasTriedToSave = false;
        this.editorErrors = [];
        this.show(withEdited(withoutEdited(this.draft), form, behind));
        this.focusWanted = 'editor';
        await this.loadChoices(form);
    }
    private close(focused = this.edited?.id ?? ''): void {
        this.focusWanted = { rule: focused };
        this.opened = undefined;
        this.show(withoutEdited(this.draft));
    }
    private async mayDiscard(): Promise<boolean> {
        const { edited, opened } = this;
        return (
            !edited ||
            isSame(edited, opened!) ||
            LightningConfirm.open({
                label: WORDS.discardTitle,
                message: filled(WORDS.discardQuestion, edited.name),
                theme: 'warning'
            })
        );
    }
    private async delete(form: RuleForm): Promise<void> {
        const isSure = await LightningConfirm.open({
            label: WORDS.deleteTitle,
            message: filled(WORDS.deleteQuestion, form.name),
            theme: 'warning'
        });
        if (isSure) {
            if (form.id === this.edited?.id) {
                this.close();
            }
            if (form.id !== NEW_RULE) {
                await this.save(removing(this.draft, form.id));
            }
        }
        this.focusWanted = { rule: form.id };
    }
    private async loadChoices(form: RuleForm): Promise<void> {
        const choices = await fieldChoices(this.refs!.schema as unknown as Schema, form);
        const { edited } = this;
        // What was asked before the last input is not wanted any more.
        if (edited?.objectApiName === form.objectApiName && edited.field === form.field) {
            this.choices = choices;
        }
    }

    /** @param wanted the whole draft, or that part of it which is saved now */
    private async save(wanted: Draft): Promise<void> {
        this.isBusy = true;
        this.meanwhile = [];
        this.editorErrors = [];
        this.problem = undefined;
        try {
            const rules = await readSavedRules(this.ask);
            const meanwhile = meanwhileTo(wanted, rules);
            if (meanwhile.length > 0) {
                this.meanwhile = meanwhile;
                this.show(rebased(this.draft, rules));
                return;
            }
            const draft = rebased(wanted, rules);
            if (await this.mayChangeExpectations(draft)) {
                await this.write(draft);
            }
        } catch (errors) {
            this.problem = reduceErrors(errors).join(' ');
        } finally {
            this.isBusy = false;
        }
    }

    private async mayChangeExpectations(draft: Draft): Promise<boolean> {
        this.isTrying = true;
        const impact = await impactOf(rulesOf(draft), {
            ask: this.ask,
            readRecord: (request) =>
                (this.refs!.records as unknown as CallbackRecordReader).read(request),
            component: this
        }).finally(() => (this.isTrying = false));
        if (!impact) {
            return true;
        }
        this.impact = impact;
        this.focusWanted = 'impact';
        return new Promise((resolve) => {
            this.answerImpact = resolve;
        });
    }

    private async write(draft: Draft): Promise<void> {
        this.stop = new AbortController();
        const { saved, total, failures, editedErrors, editedId } = await saveDraft(draft, {
            ask: this.ask,
            signal: this.stop.signal,
            onProgress: (done, all) => (this.progress = { kind: 'saving', done, total: all })
        });
        this.progress = { kind: 'saved', saved, total, failures };
        const rules = await readSavedRules(this.ask);
        const isEditedSaved = draft.edited && editedErrors.length === 0;
        if (isEditedSaved && draft.edited?.id === this.edited?.id) {
            this.close(editedId);
        } else if (draft.edited?.id === this.edited?.id) {
            this.editorErrors = editedErrors;
        }
        this.show(rebased(this.draft, rules));
    }

    private moveFocus(): void {
        const { focusWanted } = this;
        this.focusWanted = undefined;
        const editor = this.template!.querySelector<HTMLElement & { focusFault(): void }>(
            'c-callback-rule-editor'
        );
        const list = this.template!.querySelector<HTMLElement & { focusRule(id: string): void }>(
            'c-callback-rule-list'
        );
        if (focusWanted === 'editor') {
            editor?.focus();
        } else if (focusWanted === 'impact') {
            this.template!.querySelector<HTMLElement>('c-callback-rule-impact')?.focus();
        } else if (focusWanted === 'fault') {
            editor?.focusFault();
        } else if (focusWanted) {
            list?.focusRule(focusWanted.rule);
        }
    }

    private readonly ask: Ask = (request) =>
        (this.refs!.org as HTMLElement & { ask: Ask }).ask(request);
}

function copyOf(form: RuleForm): RuleForm {
    return { ...form, id: NEW_RULE, name: filled(WORDS.copyOf, form.name), active: false };
}
