import { LightningElement, api } from 'lwc';
import back from '@salesforce/label/c.Callback_Assign_Back';
import changesColumn from '@salesforce/label/c.Callback_Assign_Changes';
import nothing from '@salesforce/label/c.Callback_Assign_Preview_Nothing';
import sameColumn from '@salesforce/label/c.Callback_Assign_Same';
import save from '@salesforce/label/c.Callback_Assign_Save';
import title from '@salesforce/label/c.Callback_Assign_Preview';
import whatColumn from '@salesforce/label/c.Callback_Assign_What';

/** What a draft would change. */
export interface DraftPreview {
    /** One sentence about what is added, one about what is removed. */
    readonly sentences: readonly string[];
    readonly changes: number;
    /** What the items are called. */
    readonly itemLabel: string;
    readonly items: readonly PreviewItem[];
}

export interface PreviewItem {
    readonly id: string;
    readonly name: string;
    /** `Add`, `Remove` */
    readonly what: string;
    readonly changes: number;
    readonly same: number;
}

/**
 * Presentational. What a draft would change: in all, and by number or group.
 *
 * `save`: write it; `back`: change the draft first.
 */
export default class CallbackAssignPreview extends LightningElement {
    @api preview!: DraftPreview;

    words = { back, nothing, save, title };
    searchFields = ['name'];
    private hasFocused = false;

    override renderedCallback(): void {
        if (!this.hasFocused) {
            this.hasFocused = true;
            this.template!.querySelector('h2')!.focus();
        }
    }

    get columns(): object[] {
        const count = { type: 'number', sortable: true, cellAttributes: { alignment: 'left' } };
        return [
            { label: this.preview.itemLabel, fieldName: 'name', sortable: true, wrapText: true },
            { label: whatColumn, fieldName: 'what', sortable: true, wrapText: true },
            { label: changesColumn, fieldName: 'changes', ...count },
            { label: sameColumn, fieldName: 'same', ...count }
        ];
    }
    get hasNothing(): boolean {
        return this.preview.changes === 0;
    }

    handleSave(): void {
        this.dispatchEvent(new CustomEvent('save'));
    }
    handleBack(): void {
        this.dispatchEvent(new CustomEvent('back'));
    }
}
