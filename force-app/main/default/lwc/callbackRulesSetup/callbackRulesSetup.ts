import { LightningElement, wire } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import { stateOfErrors } from 'c/callbackData';
import type CallbackOrg from 'c/callbackOrg';
import type CallbackRecordReader from 'c/callbackRecordReader';
import type { Rule } from 'c/callbackResolver';
import type CallbackRuleBoard from 'c/callbackRuleBoard';
import type { Entry } from 'c/callbackRuleBoard';
import { BLANK_RULE, NEW_RULE, type RuleForm } from 'c/callbackRuleForm';
import type { RuleAction } from 'c/callbackRuleRow';
import { OBJECTS, rightsOf, type Ask, type Rights } from 'c/callbackSetupData';
import type { LoadState } from 'c/callbackState';
import {
    adopted,
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
import { entriesOf } from './view';
import { WORDS } from './words';

/** What gets the focus once it is drawn; a rule is one of the list. */
type Focus = 'impact' | 'editing' | { readonly rule: string };

/** Container. Selection rules in their order: what each does, reordering, editing, warnings. */
export default class CallbackRulesSetup extends LightningElement {
    words = WORDS;
    ruleObject = OBJECTS.rule;
    state: LoadState = { kind: 'loading' };
    rights: Rights = rightsOf(undefined);
    around: Surroundings = NOTHING_KNOWN;
    saving: Saving = NOT_SAVING;
    /** The form as it was when it was opened. */
    opened: RuleForm | undefined;
    draft: Draft = draftOf([]);
    entries: readonly Entry[] = [];
    draftRules: readonly Rule[] = [];

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
    get isReordered(): boolean {
        return isReordered(this.draft);
    }
    /** Waits behind what would change, so that nothing of it is lost. */
    get boardClass(): string {
        return this.saving.impact ? 'slds-hide' : '';
    }
    get tryingText(): string {
        return this.saving.isTrying ? WORDS.checking : '';
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
    handleAction({
        detail
    }: CustomEvent<{ id: string; action: Exclude<RuleAction, 'catches'> }>): void {
        const { id, action } = detail;
        const isEdited = id === this.draft.edited?.id;
        const form = isEdited ? this.draft.edited! : savedForm(this.draft, id)!;
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
        }
    }

    handleForm({ detail }: CustomEvent<{ settings: Partial<RuleForm> }>): void {
        this.show({ ...this.draft, edited: { ...this.draft.edited!, ...detail.settings } });
    }
    handleSave(): void {
        this.save(this.draft);
    }
    handleClose(): void {
        this.close(this.draft.edited!.id);
    }
    handleProceed(): void {
        this.saver.answer(true);
    }
    handleBack(): void {
        this.focusWanted = this.draft.edited ? 'editing' : { rule: '' };
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
        if (form === this.draft.edited) {
            this.board?.focusEditing();
        } else if (!this.board || (await this.board.mayDiscard())) {
            this.opened = form;
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
        if (isSure && form.id === this.draft.edited?.id) {
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
        const { edited } = this.draft;
        if (result?.editedId !== undefined && edited && wanted.edited === edited) {
            this.close(result.editedId);
        } else if (result?.editedId !== undefined && wanted.edited?.id === edited?.id) {
            // Somebody who types faster than the org answers loses nothing.
            this.draft = adopted(this.draft, result.editedId);
        }
        if (result) {
            this.show(rebased(this.draft, result.rules));
        }
    }

    private moveFocus(): void {
        const { focusWanted, board } = this;
        this.focusWanted = undefined;
        if (focusWanted === 'impact') {
            this.template!.querySelector<HTMLElement>('c-callback-rule-impact')?.focus();
        } else if (focusWanted === 'editing') {
            board?.focusEditing();
        } else if (focusWanted) {
            board?.focusRule(focusWanted.rule);
        }
    }
    private get board(): CallbackRuleBoard | null {
        return this.template!.querySelector('c-callback-rule-board') as CallbackRuleBoard | null;
    }
}

function copyOf(form: RuleForm): RuleForm {
    return { ...form, id: NEW_RULE, name: filled(WORDS.copyOf, form.name), active: false };
}
