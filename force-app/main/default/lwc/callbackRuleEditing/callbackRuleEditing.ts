import { LightningElement, api } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import discardQuestion from '@salesforce/label/c.Callback_Setup_Rules_Discard_Question';
import discardTitle from '@salesforce/label/c.Callback_Setup_Rules_Discard_Title';
import type { CallbackNumber } from 'c/callbackResolver';
import type CallbackRuleEditor from 'c/callbackRuleEditor';
import type { Choice, FieldChoices } from 'c/callbackRuleEditor';
import { faultsOf, type RuleForm, type RuleSetting } from 'c/callbackRuleForm';
import type { RuleRow } from 'c/callbackRuleRow';
import { fieldChoices, NO_CHOICES, type Schema } from './fieldChoices';

/** What rules speak of. */
export interface RuleSurroundings {
    readonly numbers: readonly CallbackNumber[];
    readonly groups: readonly Choice[];
    readonly dialLists: readonly Choice[];
}

/**
 * Container. One rule being edited: its form, what can be chosen for its fields, what is missing.
 *
 * `formchange` with `{ settings }`. `save`: it is complete. `close`: nothing of it is wanted any
 * more. `catches`: asks what it catches.
 */
export default class CallbackRuleEditing extends LightningElement {
    @api
    get form(): RuleForm {
        return this.shown;
    }
    set form(form: RuleForm) {
        const before = this.shown as RuleForm | undefined;
        this.shown = form;
        if (before?.objectApiName !== form.objectApiName || before.field !== form.field) {
            this.choicesAreOld = true;
        }
    }
    /** The form as it was when it was opened. */
    @api opened!: RuleForm;
    @api around!: RuleSurroundings;
    @api row!: RuleRow;
    /** What the org said when it refused the rule. */
    @api errors: readonly string[] = [];
    @api saving = false;

    choices: FieldChoices = NO_CHOICES;
    private shown!: RuleForm;
    private choicesAreOld = true;
    private hasTriedToSave = false;
    private wantsFault = false;
    private hasFocus = false;

    @api focus(): void {
        this.editor.focus();
    }
    /** Whether there is nothing to lose, or the admin wants to lose it. */
    @api
    async mayDiscard(): Promise<boolean> {
        return (
            JSON.stringify(this.form) === JSON.stringify(this.opened) ||
            LightningConfirm.open({
                label: discardTitle,
                message: discardQuestion.replace('{0}', this.form.name),
                theme: 'warning'
            })
        );
    }

    override renderedCallback(): void {
        if (this.choicesAreOld) {
            this.choicesAreOld = false;
            this.loadChoices();
        }
        if (!this.hasFocus) {
            this.hasFocus = true;
            this.editor.focus();
        }
        if (this.wantsFault) {
            this.wantsFault = false;
            this.editor.focusFault();
        }
    }

    /** What a rule may pick: the active numbers, and the one it picks already. */
    get numbers(): readonly CallbackNumber[] {
        const { numberId } = this.form;
        return this.around.numbers.filter(({ id, active }) => active || id === numberId);
    }
    get faults(): readonly RuleSetting[] {
        return this.hasTriedToSave ? faultsOf(this.form) : [];
    }

    handleForm({ detail }: CustomEvent): void {
        this.dispatchEvent(new CustomEvent('formchange', { detail }));
    }
    handleSave(): void {
        this.hasTriedToSave = true;
        if (this.faults.length > 0) {
            this.wantsFault = true;
        } else {
            this.dispatchEvent(new CustomEvent('save'));
        }
    }
    async handleCancel(): Promise<void> {
        if (await this.mayDiscard()) {
            this.dispatchEvent(new CustomEvent('close'));
        }
    }
    handleCatches(): void {
        this.dispatchEvent(new CustomEvent('catches'));
    }

    private async loadChoices(): Promise<void> {
        const { form } = this;
        const choices = await fieldChoices(this.refs!.schema as unknown as Schema, form);
        // What was asked before the last input is not wanted any more.
        if (this.form.objectApiName === form.objectApiName && this.form.field === form.field) {
            this.choices = choices;
        }
    }
    private get editor(): CallbackRuleEditor {
        return this.refs!.editor as unknown as CallbackRuleEditor;
    }
}
