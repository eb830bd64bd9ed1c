import { LightningElement, api } from 'lwc';
import addFirst from '@salesforce/label/c.Callback_Setup_Rules_Add_First';
import discardOrder from '@salesforce/label/c.Callback_Setup_Rules_Discard_Order';
import empty from '@salesforce/label/c.Callback_Setup_Rules_Empty';
import noMatch from '@salesforce/label/c.Callback_Setup_Rules_No_Match';
import reordered from '@salesforce/label/c.Callback_Setup_Rules_Reordered';
import saveOrder from '@salesforce/label/c.Callback_Setup_Rules_Save_Order';
import type { DirectoryRows, Rule } from 'c/callbackResolver';
import type CallbackRuleEditing from 'c/callbackRuleEditing';
import type { RuleSurroundings } from 'c/callbackRuleEditing';
import { NO_FILTER, type RuleFilter } from 'c/callbackRuleFilters';
import type { RuleForm } from 'c/callbackRuleForm';
import type CallbackRuleList from 'c/callbackRuleList';
import type { RuleAction, RuleRights, RuleRow } from 'c/callbackRuleRow';
import { filtered, type Entry } from './filtering';

export type { Entry } from './filtering';

/**
 * Container. Rules as an admin works on them: search, order, and beside them one rule being
 * edited, or what it catches.
 *
 * `add`, `move` and `action` as of the list; `saveorder`, `discardorder`; `formchange`, `save` and
 * `close` as of the rule being edited.
 */
export default class CallbackRuleBoard extends LightningElement {
    /** In the order of the draft. */
    @api entries: readonly Entry[] = [];
    @api draftRules: readonly Rule[] = [];
    /** What rules speak of, and once that is known, who may present what. */
    @api around!: RuleSurroundings & { readonly directoryRows?: DirectoryRows };
    @api rights: RuleRights | undefined;
    @api isReordered = false;
    @api edited: RuleForm | undefined;
    /** The form as it was when it was opened. */
    @api opened: RuleForm | undefined;
    /** What the org said of the rule being edited. */
    @api errors: readonly string[] = [];
    @api saving = false;

    words = { addFirst, discardOrder, empty, noMatch, saveOrder };
    filter: RuleFilter = NO_FILTER;
    private countedId: string | undefined;
    private focusWanted: string | undefined;

    /** Puts the focus on a rule of the list; where it is gone, on the first one. */
    @api focusRule(id: string): void {
        this.part<CallbackRuleList>('c-callback-rule-list')?.focusRule(id);
    }
    @api focusEditing(): void {
        this.part<CallbackRuleEditing>('c-callback-rule-editing')?.focus();
    }
    /** Whether what is being edited may be given up. */
    @api async mayDiscard(): Promise<boolean> {
        this.countedId = undefined;
        await Promise.resolve();
        const editing = this.part<CallbackRuleEditing>('c-callback-rule-editing');
        return editing ? editing.mayDiscard() : true;
    }

    override renderedCallback(): void {
        if (this.focusWanted !== undefined) {
            this.focusRule(this.focusWanted);
            this.focusWanted = undefined;
        }
    }

    get canAdd(): boolean {
        return Boolean(this.rights?.create);
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
    get reorderedText(): string {
        const moved = this.entries.filter(({ isMoved }) => isMoved).length;
        return reordered.replace('{0}', String(moved));
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

    handleFilter({ detail }: CustomEvent<{ filter: RuleFilter }>): void {
        this.filter = detail.filter;
    }
    handleAction(event: CustomEvent<{ id: string; action: RuleAction }>): void {
        if (event.detail.action === 'catches') {
            this.countedId = event.detail.id;
        } else {
            this.pass(event);
        }
    }
    handleCatches(): void {
        this.countedId = this.edited?.id;
    }
    handleCatchesClose(): void {
        // A form takes the focus by itself.
        this.focusWanted = this.edited ? undefined : this.countedId;
        this.countedId = undefined;
    }
    handleAdd(): void {
        this.dispatchEvent(new CustomEvent('add'));
    }
    handleSaveOrder(): void {
        this.dispatchEvent(new CustomEvent('saveorder'));
    }
    handleDiscardOrder(): void {
        this.dispatchEvent(new CustomEvent('discardorder'));
    }
    pass({ type, detail }: CustomEvent): void {
        this.dispatchEvent(new CustomEvent(type, { detail }));
    }

    private part<Part>(selector: string): Part | null {
        return this.template!.querySelector(selector) as Part | null;
    }
}
