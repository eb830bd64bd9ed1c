import { LightningElement, api } from 'lwc';
import allCountries from '@salesforce/label/c.Callback_Numbers_All_Countries';
import allLanguages from '@salesforce/label/c.Callback_Numbers_All_Languages';
import allStates from '@salesforce/label/c.Callback_Numbers_All_States';
import active from '@salesforce/label/c.Callback_Numbers_Active';
import country from '@salesforce/label/c.Callback_Numbers_Country';
import description from '@salesforce/label/c.Callback_Numbers_Description';
import label from '@salesforce/label/c.Callback_Numbers_Label';
import language from '@salesforce/label/c.Callback_Numbers_Language';
import number from '@salesforce/label/c.Callback_Numbers_Number';
import count from '@salesforce/label/c.Callback_Numbers_Count';
import noMatch from '@salesforce/label/c.Callback_Numbers_No_Match';
import reactivate from '@salesforce/label/c.Callback_Numbers_Reactivate';
import retire from '@salesforce/label/c.Callback_Numbers_Retire';
import retired from '@salesforce/label/c.Callback_Numbers_Retired';
import search from '@salesforce/label/c.Callback_Numbers_Search';
import state from '@salesforce/label/c.Callback_Numbers_State';
import table from '@salesforce/label/c.Callback_Numbers_Table';
import { namer } from 'c/callbackNumberText';
import {
    choicesOf,
    NO_FILTER,
    shownRows,
    type NumberFilter,
    type NumberRow,
    type Sorting
} from './rows';

export type { NumberRow } from './rows';

/** As many as are drawn at once. */
const ROWS_AT_ONCE = 50;

/** What can be done with a number depends on whether it is retired already. */
const ACTIONS = (row: NumberRow, done: (actions: readonly object[]) => void): void =>
    done([
        row.active ? { label: retire, name: 'retire' } : { label: reactivate, name: 'reactivate' }
    ]);

/**
 * Presentational. All callback numbers: searched, filtered, sorted, edited in place. Rows are
 * drawn fifty at a time.
 *
 * `save` with `{ drafts }`: what was edited, by `id`. `retire` and `reactivate` with `{ ids }`.
 * `select` with `{ ids }`. `found` with `{ ids }`: those that are left by search and filters.
 */
export default class CallbackNumbersTable extends LightningElement {
    @api
    get rows(): readonly NumberRow[] {
        return this.all;
    }
    set rows(rows: readonly NumberRow[]) {
        this.all = rows;
        this.find();
    }
    /** What is edited and not saved: of lightning-datatable. */
    @api drafts: readonly object[] = [];
    /** Why rows were not saved: of lightning-datatable. */
    @api errors: object | undefined;
    @api selectedIds: readonly string[] = [];
    /** Nothing can be changed. */
    @api lookOnly = false;

    words = { noMatch, search, state, table, country, language };
    filter: NumberFilter = NO_FILTER;
    sorting: Sorting = { field: 'label', direction: 'asc' };
    shown = ROWS_AT_ONCE;
    matching: readonly NumberRow[] = [];
    private all: readonly NumberRow[] = [];

    /** Whatever was searched and filtered before. */
    @api showOnly(query: string): void {
        this.narrow({ ...NO_FILTER, query });
    }
    @api focus(): void {
        this.template!.querySelector<HTMLElement>('[data-count]')?.focus();
    }

    get columns(): readonly object[] {
        const editable = !this.lookOnly;
        const text = (fieldName: string, of: string, isEditable: boolean) => ({
            fieldName,
            label: of,
            sortable: true,
            editable: isEditable,
            hideDefaultActions: true
        });
        return [
            text('label', label, editable),
            text('formatted', number, false),
            text('countryName', country, false),
            text('language', language, editable),
            { ...text('active', active, editable), type: 'boolean', initialWidth: 100 },
            text('description', description, false),
            ...(editable ? [{ type: 'action', typeAttributes: { rowActions: ACTIONS } }] : [])
        ];
    }
    get visibleRows(): NumberRow[] {
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
    get countText(): string {
        return count
            .replace('{0}', this.matching.length.toLocaleString())
            .replace('{1}', this.all.length.toLocaleString());
    }
    get states(): readonly object[] {
        return [
            { label: allStates, value: '' },
            { label: active, value: 'active' },
            { label: retired, value: 'retired' }
        ];
    }
    get countries(): readonly object[] {
        return [
            { label: allCountries, value: '' },
            ...choicesOf(this.all, 'country', namer('region'))
        ];
    }
    get languages(): readonly object[] {
        return [
            { label: allLanguages, value: '' },
            ...choicesOf(this.all, 'language', namer('language'))
        ];
    }

    handleSearch(event: CustomEvent<{ value: string }>): void {
        this.narrow({ query: event.detail.value });
    }
    handleFilter(event: CustomEvent<{ value: string }>): void {
        const { filter } = (event.target as HTMLElement).dataset;
        this.narrow({ [filter!]: event.detail.value });
    }
    handleMore(): void {
        this.shown += ROWS_AT_ONCE;
    }
    handleSort({
        detail
    }: CustomEvent<{ fieldName: string; sortDirection: 'asc' | 'desc' }>): void {
        this.sorting = { field: detail.fieldName, direction: detail.sortDirection };
        this.find();
    }
    handleSave(event: CustomEvent<{ draftValues: readonly object[] }>): void {
        this.say('save', { drafts: event.detail.draftValues });
    }
    handleUndo(): void {
        this.say('undo', {});
    }
    handleAction(
        event: CustomEvent<{ action: { name: 'retire' | 'reactivate' }; row: NumberRow }>
    ): void {
        this.say(event.detail.action.name, { ids: [event.detail.row.id] });
    }
    handleRows(
        event: CustomEvent<{
            selectedRows: readonly NumberRow[];
            config?: { readonly action?: string };
        }>
    ): void {
        // Without an action it is the table itself that speaks, not the person.
        if (event.detail.config?.action) {
            const drawn = new Set(this.visibleRows.map(({ id }) => id));
            const others = this.selectedIds.filter((id) => !drawn.has(id));
            const ids = [...others, ...event.detail.selectedRows.map(({ id }) => id)];
            this.say('select', { ids });
        }
    }

    private narrow(part: Partial<NumberFilter>): void {
        this.filter = { ...this.filter, ...part };
        this.shown = ROWS_AT_ONCE;
        this.find();
    }
    private find(): void {
        this.matching = shownRows(this.all, this.filter, this.sorting);
        this.say('found', { ids: this.matching.map(({ id }) => id) });
    }
    private say(type: string, detail: object): void {
        this.dispatchEvent(new CustomEvent(type, { detail }));
    }
}
