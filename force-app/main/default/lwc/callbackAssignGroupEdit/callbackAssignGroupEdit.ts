import { LightningElement, api } from 'lwc';
import assignments from '@salesforce/label/c.Callback_Assign_Group_Assignments';
import cancel from '@salesforce/label/c.Callback_Assign_Cancel';
import deleteTitle from '@salesforce/label/c.Callback_Assign_Group_Delete_Title';
import dialLists from '@salesforce/label/c.Callback_Assign_Group_Dial_Lists';
import looking from '@salesforce/label/c.Callback_Assign_Group_Looking';
import members from '@salesforce/label/c.Callback_Assign_Group_Members';
import name from '@salesforce/label/c.Callback_Assign_Group_Name';
import newTitle from '@salesforce/label/c.Callback_Assign_Group_New';
import remove from '@salesforce/label/c.Callback_Assign_Group_Delete';
import renameTitle from '@salesforce/label/c.Callback_Assign_Group_Rename';
import rules from '@salesforce/label/c.Callback_Assign_Group_Rules';
import save from '@salesforce/label/c.Callback_Assign_Save';
import unused from '@salesforce/label/c.Callback_Assign_Group_Unused';
import { filled } from 'c/callbackAssignWords';

/** What is done to a group. */
export type GroupEdit =
    | {
          readonly kind: 'name';
          /** Its name until now; a new group without it. */
          readonly before?: string;
          readonly saving: boolean;
          readonly errors: readonly string[];
      }
    | {
          readonly kind: 'delete';
          readonly name: string;
          /** What depends on it; unknown while it is looked up. */
          readonly use?: GroupDependents;
          readonly saving: boolean;
          readonly errors: readonly string[];
      };

export interface GroupDependents {
    /** These keep it from being deleted. */
    readonly rules: readonly string[];
    readonly dialLists: readonly string[];
    readonly assignments: number;
    readonly members: number;
}

/**
 * Presentational. Names a group, or says what depends on it before it is deleted.
 *
 * `savename` with `{ name }`; `confirmdelete`; `cancel`.
 */
export default class CallbackAssignGroupEdit extends LightningElement {
    @api edit!: GroupEdit;

    words = { cancel, looking, name };
    private hasFocused = false;

    override renderedCallback(): void {
        if (!this.hasFocused) {
            this.hasFocused = true;
            this.template!.querySelector<HTMLElement>('[data-first]')?.focus();
        }
    }

    get heading(): string {
        if (this.edit.kind === 'delete') {
            return filled(deleteTitle, this.edit.name);
        }
        return this.edit.before === undefined ? newTitle : renameTitle;
    }
    get isNaming(): boolean {
        return this.edit.kind === 'name';
    }
    get nameBefore(): string {
        return this.edit.kind === 'name' ? (this.edit.before ?? '') : '';
    }
    get confirmText(): string {
        return this.isNaming ? save : remove;
    }
    get confirmVariant(): string {
        return this.isNaming ? 'brand' : 'destructive';
    }
    get isLooking(): boolean {
        return this.edit.kind === 'delete' && !this.edit.use && this.edit.errors.length === 0;
    }
    get cannotConfirm(): boolean {
        const { edit } = this;
        return edit.saving || (edit.kind === 'delete' && (!edit.use || edit.use.rules.length > 0));
    }
    get dependents(): readonly string[] {
        const use = this.edit.kind === 'delete' ? this.edit.use : undefined;
        if (!use) {
            return [];
        }
        const sentences = [
            use.rules.length > 0 && filled(rules, use.rules.join(', ')),
            use.assignments > 0 && filled(assignments, use.assignments),
            use.members > 0 && filled(members, use.members),
            use.dialLists.length > 0 && filled(dialLists, use.dialLists.join(', '))
        ].filter((sentence) => sentence !== false);
        return sentences.length > 0 ? sentences : [unused];
    }

    handleConfirm(): void {
        if (this.edit.kind === 'delete') {
            this.dispatchEvent(new CustomEvent('confirmdelete'));
            return;
        }
        const field = this.template!.querySelector<
            HTMLElement & { value: string; reportValidity(): boolean }
        >('lightning-input')!;
        field.value = field.value.trim();
        if (field.reportValidity()) {
            this.dispatchEvent(new CustomEvent('savename', { detail: { name: field.value } }));
        } else {
            field.focus();
        }
    }
    handleKey(event: KeyboardEvent): void {
        if (event.key === 'Enter' && !this.cannotConfirm) {
            this.handleConfirm();
        }
        if (event.key === 'Escape') {
            this.handleCancel();
        }
    }
    handleCancel(): void {
        this.dispatchEvent(new CustomEvent('cancel'));
    }
}
