import { LightningElement, api } from 'lwc';
import pickerClear from '@salesforce/label/c.Callback_Picker_Clear';
import pickerCount from '@salesforce/label/c.Callback_Picker_Count';
import pickerLabel from '@salesforce/label/c.Callback_Picker_Label';
import pickerLoading from '@salesforce/label/c.Callback_Picker_Loading';
import pickerNoMatch from '@salesforce/label/c.Callback_Picker_No_Match';
import pickerNoNumbers from '@salesforce/label/c.Callback_Picker_No_Numbers';
import pickerPlaceholder from '@salesforce/label/c.Callback_Picker_Placeholder';
import pickerPrincipal from '@salesforce/label/c.Callback_Picker_Principal';
import type { CallbackNumber, NumberId } from 'c/callbackResolver';
import { rowAfterKey } from './keys';
import { ROW_HEIGHT, ROWS_IN_VIEW, scrolledTo, windowOf } from './listWindow';
import { entriesOf, search, type Entry } from 'c/callbackNumberText';

/**
 * Presentational. Finds one callback number among a few or among thousands.
 *
 * `numberchange` with `{ numberId }`: the number chosen; null for "use the principal number" and
 * after clearing. The choice shows once the parent sets `value`.
 */
export default class CallbackNumberPicker extends LightningElement {
    @api label = pickerLabel;
    /** The id of the chosen number; null or undefined for none. */
    @api value: NumberId | null | undefined;
    @api disabled = false;
    @api loading = false;
    /** Whether "use the principal number" is offered. */
    @api offerPrincipal = false;

    @api get numbers(): readonly CallbackNumber[] {
        return this._entries.map(({ number }) => number);
    }
    set numbers(numbers: readonly CallbackNumber[] | null | undefined) {
        this._entries = entriesOf(numbers ?? []);
        this.find();
    }

    words = { pickerClear, pickerLoading, pickerPlaceholder, pickerPrincipal };
    _entries: readonly Entry[] = [];
    _matches: readonly Entry[] = [];
    /** What is typed; undefined while nothing is searched for. */
    _query: string | undefined;
    _open = false;
    /** The active row; -1 for none. */
    _row = -1;
    _scrollTop = 0;

    @api focus(): void {
        this.template!.querySelector('input')?.focus();
    }

    override renderedCallback(): void {
        const list = this.template!.querySelector('.list');
        if (list && list.scrollTop !== this._scrollTop) {
            list.scrollTop = this._scrollTop;
        }
    }

    get inputText(): string {
        const chosen = this._entries.find(({ number }) => number.id === this.value);
        return this._query ?? (chosen ? `${chosen.number.label} (${chosen.formatted})` : '');
    }
    get isDisabled(): boolean {
        return this.disabled || this.loading;
    }
    get canClear(): boolean {
        return Boolean(this.value || this._query) && !this.isDisabled;
    }
    get isOpen(): boolean {
        return this._open && this.count > 0 && !this.isDisabled;
    }
    get expanded(): string {
        return String(this.isOpen);
    }
    get boxClass(): string {
        return `slds-combobox slds-dropdown-trigger slds-dropdown-trigger_click${this.isOpen ? ' slds-is-open' : ''}`;
    }
    get listId(): string | undefined {
        return this.isOpen ? 'numbers' : undefined;
    }
    get activeId(): string | undefined {
        return this.isOpen && this._row >= 0 ? `row-${this._row}` : undefined;
    }
    /** The principal option stands before all numbers, unless something is searched for. */
    get principalRows(): number {
        return this.offerPrincipal && !this._query?.trim() ? 1 : 0;
    }
    get count(): number {
        return this._matches.length + this.principalRows;
    }
    get message(): string | undefined {
        if (this.loading) {
            return undefined;
        }
        if (this._entries.length === 0) {
            return pickerNoNumbers;
        }
        return this._open && this.count === 0 ? pickerNoMatch : undefined;
    }
    /** Read out when it changes. */
    get status(): string {
        return this.isOpen ? pickerCount.replace('{0}', String(this._matches.length)) : '';
    }
    get rows() {
        const { start, end } = windowOf(this._scrollTop, this.count);
        return Array.from({ length: end - start }, (_, at) => this.rowAt(start + at));
    }
    get listSize(): string {
        return `--row-height:${ROW_HEIGHT}px;--rows-in-view:${ROWS_IN_VIEW}`;
    }
    get spaceAbove(): string {
        return `height:${windowOf(this._scrollTop, this.count).start * ROW_HEIGHT}px`;
    }
    get spaceBelow(): string {
        return `height:${(this.count - windowOf(this._scrollTop, this.count).end) * ROW_HEIGHT}px`;
    }

    rowAt(row: number) {
        const entry = this.entryAt(row);
        const active = row === this._row;
        return {
            row,
            id: `row-${row}`,
            key: entry?.number.id ?? 'principal',
            title: entry?.number.label ?? pickerPrincipal,
            details: entry && [entry.formatted, entry.country].filter(Boolean).join(' · '),
            position: row + 1,
            selected: String((entry?.number.id ?? null) === (this.value ?? null)),
            className: `row slds-listbox__item slds-p-horizontal_small${active ? ' slds-has-focus active' : ''}`
        };
    }
    /** Undefined for the principal number. */
    entryAt(row: number): Entry | undefined {
        return this._matches[row - this.principalRows];
    }

    handleInput(event: InputEvent): void {
        this._query = (event.target as HTMLInputElement).value;
        this.find();
        this._open = true;
        this._row = this._query.trim() && this.count > 0 ? 0 : -1;
    }
    handleClick(): void {
        this.open();
    }
    handleBlur(): void {
        this.close();
    }
    handleScroll(event: Event): void {
        this._scrollTop = (event.target as HTMLElement).scrollTop;
    }
    /** The text field keeps the focus while the list is used with the mouse. */
    handleMouseDown(event: MouseEvent): void {
        event.preventDefault();
    }
    handleRowClick(event: MouseEvent): void {
        this.choose(Number((event.currentTarget as HTMLElement).dataset.row));
    }
    handleClear(): void {
        this.close();
        if (this.value) {
            this.tell(null);
        }
        this.focus();
    }

    handleKeyDown(event: KeyboardEvent): void {
        const { key } = event;
        if (key === 'Escape') {
            if (this._open || this._query !== undefined) {
                event.preventDefault();
                event.stopPropagation();
                this.close();
            }
        } else if (key === 'Enter') {
            if (this.isOpen && this._row >= 0) {
                event.preventDefault();
                this.choose(this._row);
            }
        } else if (event.altKey && (key === 'ArrowDown' || key === 'ArrowUp')) {
            event.preventDefault();
            if (key === 'ArrowDown') {
                this.open();
            } else {
                this.close();
            }
        } else if (this.isOpen || key === 'ArrowDown' || key === 'ArrowUp') {
            const row = rowAfterKey(key, this._row, this.count);
            if (row !== undefined) {
                event.preventDefault();
                this._open = true;
                this.goTo(row);
            }
        }
    }

    open(): void {
        this._open = true;
        const chosen = this._matches.findIndex(({ number }) => number.id === this.value);
        if (chosen >= 0 && this._row < 0) {
            this.goTo(chosen + this.principalRows);
        }
    }
    close(): void {
        this._open = false;
        this._query = undefined;
        this.find();
    }
    goTo(row: number): void {
        this._row = row;
        this._scrollTop = scrolledTo(row, this._scrollTop);
    }
    choose(row: number): void {
        const numberId = this.entryAt(row)?.number.id ?? null;
        this.close();
        this.tell(numberId);
    }
    find(): void {
        this._matches = search(this._entries, this._query ?? '');
        this._row = -1;
        this._scrollTop = 0;
    }
    tell(numberId: NumberId | null): void {
        this.dispatchEvent(new CustomEvent('numberchange', { detail: { numberId } }));
    }
}
