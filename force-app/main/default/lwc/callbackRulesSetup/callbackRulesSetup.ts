import { LightningElement, wire } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import { stateOfErrors } from 'c/callbackData';
import type CallbackOrg from 'c/callbackOrg';
import type CallbackRecordReader from 'c/callbackRecordReader';
import type { Rule } from 'c/callbackResolver';
import type CallbackRuleEditing from 'c/callbackRuleEditing';
import { NO_FILTER, type RuleFilter } from 'c/callbackRuleFilters';
import { BLANK_RULE, NEW_RULE, type RuleForm } from 'c/callbackRuleForm';
import type CallbackRuleImpact from 'c/callbackRuleImpact';
import type CallbackRuleList from 'c/callbackRuleList';
import type { RuleAction, RuleRow } from 'c/callbackRuleRow';
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
import { NOTHING_KNOWN, readEverything, type Surroundings } from './everything';
import { rebased } from './meanwhile';
import { NOT_SAVING, RuleSaver, type Saving } from './saver';
import { filled } from './sentences';
import { entriesOf, filtered, type Entry } from './view';
import { WORDS } from './words';

/** What gets the focus once it is drawn: what would change, or a rule of the list. */
type Focus = 'impact' | { readonly rule: string };

/** Container. Selection rules in their order: what each does, reordering, editing, warnings. */
export default class CallbackRulesSetup extends LightningElement {
    words = WORDS;
    ruleObject = OBJECTS.rule;
    state: LoadState = { kind: 'loading' };
    rights: Rights = rightsOf(undefined);
    filter: RuleFilter = NO_FILTER;
    around: Surroundings = NOTHING_KNOWN;
    saving: Saving = NOT_SAVING;
    /** The form as it was when it was opened. */
    opened: RuleForm | undefined;
    draftRules: readonly Rule[] = [];

    private draft: Draft = draftOf([]);
    private entries: readonly Entry[] = [];
    private countedId: string | undefined;
    private focusWanted: Focus | undefined;
    private isOpened = false;
    private readonly ask: Ask = (request) =>
        (this.refs!.org as unknown as CallbackOrg).ask(request);
    private readonly saver = new RuleSaver(
        {
            ask: this.ask,
            readRecord: (request) =>
                (this.refs!.records as unknown as CallbackRecordReader).read(request),
            component: this
        },
        (saving) => {
            this.focusWanted = saving.impact ? 'impact' : this.focusWanted;
            this.saving = saving;
        }
    );

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
    get isReordered(): boolean {
        return isReordered(this.draft);
    }
    get reorderedText(): string {
        return filled(WORDS.reordered, this.entries.filter(({ isMoved }) => isMoved).length);
    }
    get tryingText(): string {
        return this.saving.isTrying ? WORDS.checking : '';
    }
    get edited(): RuleForm | undefined {
        return this.draft.edited;
    }
    /** None or one: another rule gets another form. */
    get editedForms(): readonly RuleForm[] {
        return this.edited ? [this.edited] : [];
    }
    get editedRow(): RuleRow | undefined {
        return this.entries.find(({ form }) => form.id === this.edited?.id)?.row;
    }
    /** The rule whose catches are counted; not before it is known who may present what. */
    get counted(): RuleForm | undefined {
        const counted = this.entries.find(({ form }) => form.id === this.countedId);
        return this.around.directoryRows && counted?.form;
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
                (rules) => {
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
        const toggled = { ...form, active: !form.active };
        switch (action) {
            case 'edit':
                this.open(form);
                break;
            case 'duplicate':
                this.open(copyOf(form), id === NEW_RULE ? undefined : id);
                break;
            case 'toggle':
                if (isEdited) {
                    this.show({ ...this.draft, edited: toggled });
                } else {
                    this.save(changing(this.draft, toggled));
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
        this.show({ ...this.draft, edited: { ...this.edited!, ...detail.settings } });
    }
    handleSave(): void {
        this.save(this.draft);
    }
    handleClose(): void {
        this.close(this.edited!.id);
    }
    handleCatches(): void {
        this.countedId = this.edited?.id;
    }
    handleCatchesClose(): void {
        this.focusWanted = this.edited ? undefined : { rule: this.countedId ?? '' };
        this.countedId = undefined;
    }
    handleProceed(): void {
        this.saver.answer(true);
    }
    handleBack(): void {
        this.focusWanted = this.edited ? undefined : { rule: '' };
        this.saver.answer(false);
    }
    handleStop(): void {
        this.saver.stop();
    }
    handleProgressClose(): void {
        this.saver.dismiss();
    }

    private show(draft: Draft): void {
        this.draft = draft;
        this.entries = entriesOf(draft, this.around.names, this.around.directory);
        this.draftRules = rulesOf(draft);
    }
    private async open(form: RuleForm, behind?: string): Promise<void> {
        const editing = this.part<CallbackRuleEditing>('c-callback-rule-editing');
        if (form === this.edited) {
            editing?.focus();
        } else if (!editing || (await editing.mayDiscard())) {
            this.opened = form;
            this.countedId = undefined;
            this.saving = { ...this.saving, errors: [] };
            this.show(withEdited(withoutEdited(this.draft), form, behind));
        }
    }
    private close(focused: string): void {
        this.focusWanted = { rule: focused };
        this.show(withoutEdited(this.draft));
    }
    private async delete(form: RuleForm): Promise<void> {
        const isSure = await LightningConfirm.open({
            label: WORDS.deleteTitle,
            message: filled(WORDS.deleteQuestion, form.name),
            theme: 'warning'
        });
        if (isSure && form.id === this.edited?.id) {
            this.close(form.id);
        }
        if (isSure && form.id !== NEW_RULE) {
            await this.save(removing(this.draft, form.id));
        }
        this.focusWanted = { rule: form.id };
        this.moveFocus();
    }

    /** @param wanted the whole draft, or that part of it which is saved now */
    private async save(wanted: Draft): Promise<void> {
        const result = await this.saver.save(wanted);
        if (result?.editedId !== undefined && wanted.edited?.id === this.edited?.id) {
            this.close(result.editedId);
        }
        if (result) {
            this.show(rebased(this.draft, result.rules));
        }
    }

    private moveFocus(): void {
        const { focusWanted } = this;
        this.focusWanted = undefined;
        if (focusWanted === 'impact') {
            this.part<CallbackRuleImpact>('c-callback-rule-impact')?.focus();
        } else if (focusWanted) {
            this.part<CallbackRuleList>('c-callback-rule-list')?.focusRule(focusWanted.rule);
        }
    }
    private part<Part>(selector: string): Part | null {
        return this.template!.querySelector(selector) as Part | null;
    }
}

function copyOf(form: RuleForm): RuleForm {
    return { ...form, id: NEW_RULE, name: filled(WORDS.copyOf, form.name), active: false };
}
