import { LightningElement, api } from 'lwc';
import { columnsOf, readRows, type Column, type Row } from 'shell/objectViews';
import { objectInfo, problemOf, type Problem } from 'shell/org';
import { addressOfRecord, iconOfObject } from 'shell/places';
import { word } from 'shell/words';

/** Container. The records of an object that the user may see, by name, fifty at a time. */
export default class ShellObjectHome extends LightningElement {
    @api objectApiName = '';

    readonly moreLabel = word('more');
    heading = '';
    columns: readonly Column[] = [];
    isLoading = true;
    problem: Problem | undefined;
    after: string | undefined;
    total = 0;
    _rows: readonly Row[] = [];

    get icon(): string {
        return iconOfObject(this.objectApiName);
    }

    get status(): string {
        if (this.isLoading) {
            return word('loading');
        }
        const { length } = this._rows;
        return length ? word('count', length, this.total) : word('none');
    }

    get rows() {
        const [first, ...others] = this.columns;
        return this._rows.map(({ id, cells }) => ({
            id,
            address: addressOfRecord(id),
            name: (first && cells[first.apiName]?.text) || id,
            cells: others.map((column) => ({
                key: column.apiName,
                column,
                cell: cells[column.apiName]
            }))
        }));
    }

    override connectedCallback(): void {
        this.load();
    }

    async load(): Promise<void> {
        this.problem = undefined;
        this._rows = [];
        this.after = undefined;
        await this.handleMore();
    }

    async handleMore(): Promise<void> {
        this.isLoading = true;
        try {
            const info = await objectInfo(this.objectApiName);
            this.heading = info.labelPlural;
            this.columns = columnsOf(info);
            const detail = { title: info.labelPlural };
            this.dispatchEvent(
                new CustomEvent('pagetitle', { detail, bubbles: true, composed: true })
            );
            const { rows, total, after } = await readRows(info, this.columns, this.after);
            this._rows = [...this._rows, ...rows];
            this.total = total;
            this.after = after;
        } catch (error) {
            this.problem = problemOf(error);
        }
        this.isLoading = false;
    }
}
