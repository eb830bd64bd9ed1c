import { LightningElement, api } from 'lwc';
import clear from '@salesforce/label/c.Callback_Assign_Clear';
import foundAndChosen from '@salesforce/label/c.Callback_Assign_Found_Chosen';
import foundOnly from '@salesforce/label/c.Callback_Assign_Found';
import nothingFound from '@salesforce/label/c.Callback_Assign_Nothing_Found';
import search from '@salesforce/label/c.Callback_Assign_Search';
import selectAll from '@salesforce/label/c.Callback_Assign_Select_All';
import { filled } from 'c/callbackAssignWords';
import { found, searchable, sorted, type Searchable, type Sorting, type TableRow } from './rows';

export type { TableRow } from './rows';

/** As many as are drawn at once. */
const ROWS_AT_ONCE = 50;

/**
 * Presentational. A table of any length: searched, sorted, chosen from. Rows are drawn fifty at a
 * time; what is chosen stays chosen whatever is searched for. Slot `filters` beside the search.
 *
 * `choose` with `{ ids }`: all that are chosen now.
 */
export default class CallbackAssignTable extends LightningElement {
    /** Columns of lightning-datatable. */
    @api
    get columns(): readonly object[] {
        return this.drawn;
    }
    set columns(columns: readonly object[]) {
        this.drawn = columns.map((column) => ({ hideDefaultActions: true, ...column }));
    }
    /** What the table is called. */
    @api label = '';
    @api selectedIds: readonly string[] = [];
    /** Nothing can be chosen. */
    @api lookOnly = false;
    /** Fields of the rows that are searched. */
    @api
    get searchFields(): readonly string[] {
        return this.fields;
    }
    set searchFields(fields: readonly string[]) {
        this.fields = fields;
        this.begin();
    }
    @api
    get rows(): readonly TableRow[] {
        return this.all;
    }
    set rows(rows: readonly TableRow[]) {
        this.all = rows;
        this.begin();
    }

    words = { clear, nothingFound, search };
    term = '';
    shown = ROWS_AT_ONCE;
    sorting: Sorting | undefined;
    /** Those that are searched for, in the order that is wanted. */
    matching: readonly TableRow[] = [];
    private index: readonly Searchable<TableRow>[] = [];
    private drawn: readonly object[] = [];
    private all: readonly TableRow[] = [];
    private fields: readonly string[] = [];

    get visibleRows(): TableRow[] {
        return this.matching.slice(0, this.shown);
    }
    get visibleSelected(): string[] {
        const chosen = new Set(this.selectedIds);
        return this.visibleRows.map(({ id }) => id).filter((id) => chosen.has(id));
    }
    get hasMore(): boolean {
        return this.matching.length > this.shown;
    }
    get hasRows(): boolean {
        return this.matching.length > 0;
    }
    get canChoose(): boolean {
        return !this.lookOnly;
    }
    get countText(): string {
        const { length } = this.matching;
        return this.lookOnly
            ? filled(foundOnly, length)
            : filled(foundAndChosen, length, this.selectedIds.length);
    }
    get selectAllText(): string {
        return filled(selectAll, this.matching.length);
    }
    get hasNoneChosen(): boolean {
        return this.selectedIds.length === 0;
    }
    get sortedBy(): string | undefined {
        return this.sorting?.field;
    }
    get sortedDirection(): string | undefined {
        return this.sorting?.direction;
    }

    handleSearch(event: CustomEvent<{ value: string }>): void {
        this.term = event.detail.value;
        this.shown = ROWS_AT_ONCE;
        this.look();
    }
    handleMore(): void {
        this.shown += ROWS_AT_ONCE;
    }
    handleSort({
        detail
    }: CustomEvent<{ fieldName: string; sortDirection: 'asc' | 'desc' }>): void {
        this.sorting = { field: detail.fieldName, direction: detail.sortDirection };
        this.look();
    }
    handleRows(
        event: CustomEvent<{
            selectedRows: readonly TableRow[];
            config?: { readonly action?: string };
        }>
    ): void {
        // Without an action it is the table itself that speaks, not the person.
        if (event.detail.config?.action) {
            const drawn = new Set(this.visibleRows.map(({ id }) => id));
            this.choose([
                ...this.selectedIds.filter((id) => !drawn.has(id)),
                ...event.detail.selectedRows.map(({ id }) => id)
            ]);
        }
    }
    handleSelectAll(): void {
        this.choose([...new Set([...this.selectedIds, ...this.matching.map(({ id }) => id)])]);
    }
    handleClear(): void {
        this.choose([]);
    }

    private begin(): void {
        this.index = searchable(this.all, this.fields);
        this.look();
    }
    private look(): void {
        this.matching = sorted(found(this.index, this.term), this.sorting);
    }
    private choose(ids: readonly string[]): void {
        this.dispatchEvent(new CustomEvent('choose', { detail: { ids } }));
    }
}
