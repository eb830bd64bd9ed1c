import { LightningElement, api } from 'lwc';
import addAction from '@salesforce/label/c.Callback_Assign_Add';
import changeColumn from '@salesforce/label/c.Callback_Assign_Change';
import counting from '@salesforce/label/c.Callback_Assign_Counting';
import leave from '@salesforce/label/c.Callback_Assign_Leave';
import nowColumn from '@salesforce/label/c.Callback_Assign_Now';
import preview from '@salesforce/label/c.Callback_Assign_Preview';
import removeAction from '@salesforce/label/c.Callback_Assign_Remove';
import show from '@salesforce/label/c.Callback_Assign_Show';
import showAll from '@salesforce/label/c.Callback_Assign_Show_All';
import showChanged from '@salesforce/label/c.Callback_Assign_Show_Changed';
import showHad from '@salesforce/label/c.Callback_Assign_Show_Had';
import showMixed from '@salesforce/label/c.Callback_Assign_Show_Mixed';
import showShared from '@salesforce/label/c.Callback_Assign_Show_Shared';
import { NO_DRAFT, drafted, type Draft } from './draft';
import { itemRows, type Item, type ItemRow } from './itemRows';

export { NO_DRAFT, type Draft } from './draft';
export type { Item } from './itemRows';

type Shown = 'all' | 'had' | 'shared' | 'mixed' | 'changed';

const SHOWS: Readonly<Record<Shown, (row: ItemRow) => boolean>> = {
    all: () => true,
    had: ({ share }) => share !== 'none',
    shared: ({ share }) => share === 'all',
    mixed: ({ share }) => share === 'some',
    changed: ({ change }) => change !== ''
};

/**
 * Presentational. Numbers (or groups) of those who are chosen: all, some or none of them have it.
 * What is to be given and taken is a draft, previewed before anything is written.
 *
 * `draftchange` with `{ draft }`; `preview`.
 */
export default class CallbackAssignItems extends LightningElement {
    @api items: readonly Item[] = [];
    /** How many of those who are chosen have each item. */
    @api counts: ReadonlyMap<string, number> = new Map();
    /** How many are chosen. */
    @api total = 0;
    @api draft: Draft = NO_DRAFT;
    /** The counts are being asked for. */
    @api counting = false;
    @api readOnly = false;
    /** What the items are called, and what tells them apart. */
    @api label = '';
    @api itemLabel = '';
    @api detailLabel = '';

    words = { addAction, counting, leave, preview, removeAction, show };
    ticked: readonly string[] = [];
    shown: Shown = 'all';
    searchFields = ['name', 'detail', 'digits'];

    get columns(): object[] {
        const now = { label: nowColumn, fieldName: 'now', ...withIcon('nowIcon') };
        const change = { label: changeColumn, fieldName: 'change', ...withIcon('changeIcon') };
        return [
            { label: this.itemLabel, fieldName: 'name', sortable: true, wrapText: true },
            { label: this.detailLabel, fieldName: 'detail', sortable: true, wrapText: true },
            now,
            ...(this.readOnly ? [] : [change])
        ];
    }
    get rows(): (ItemRow & { readonly digits: string })[] {
        return itemRows(this.items, this.counts, this.total, this.draft)
            .filter(SHOWS[this.shown])
            .map((row) => ({ ...row, digits: row.detail.replace(/\s/g, '') }));
    }
    get showOptions(): { label: string; value: Shown }[] {
        return [
            { label: showAll, value: 'all' },
            { label: showHad, value: 'had' },
            { label: showShared, value: 'shared' },
            { label: showMixed, value: 'mixed' },
            { label: showChanged, value: 'changed' }
        ];
    }
    get isEditable(): boolean {
        return !this.readOnly;
    }
    get hasNoneTicked(): boolean {
        return this.ticked.length === 0;
    }
    get hasNoDraft(): boolean {
        return this.draft.add.length + this.draft.remove.length === 0;
    }

    handleShow(event: CustomEvent<{ value: Shown }>): void {
        this.shown = event.detail.value;
    }
    handleTick(event: CustomEvent<{ ids: readonly string[] }>): void {
        this.ticked = event.detail.ids;
    }
    handleAdd(): void {
        this.change('add');
    }
    handleRemove(): void {
        this.change('remove');
    }
    handleLeave(): void {
        this.change(undefined);
    }
    handlePreview(): void {
        this.dispatchEvent(new CustomEvent('preview'));
    }

    private change(wanted: 'add' | 'remove' | undefined): void {
        const draft = drafted(this.draft, this.ticked, wanted);
        this.ticked = [];
        this.dispatchEvent(new CustomEvent('draftchange', { detail: { draft } }));
    }
}

function withIcon(fieldName: string): object {
    return { wrapText: true, cellAttributes: { iconName: { fieldName } } };
}
