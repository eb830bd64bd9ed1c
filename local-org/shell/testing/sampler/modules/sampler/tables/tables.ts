import { LightningElement } from 'lwc';

type Row = Readonly<Record<string, unknown>>;

const rowAt = (at: number): Row => ({ id: `r${at}`, name: `Row ${at}`, size: at });

/** Container. Tables: sorting, selecting, editing in place, loading more. */
export default class SamplerTables extends LightningElement {
    rows = Array.from({ length: 20 }, (_, at) => rowAt(at));
    readonly columns = [
        { label: 'Name', fieldName: 'name', editable: true, sortable: true },
        { label: 'Size', fieldName: 'size', type: 'number' }
    ];
    readonly treeColumns = [{ label: 'Branch', fieldName: 'name', type: 'text' }];
    readonly branches = [{ id: 'b1', name: 'Trunk', _children: [{ id: 'b2', name: 'Twig' }] }];
    drafts: Row[] = [];
    selected: string[] = [];
    sortedBy = '';
    direction = 'asc';
    told = '';

    handleMore(event: Event): void {
        const table = event.target as HTMLElement & { enableInfiniteLoading: boolean };
        this.rows = [...this.rows, ...Array.from({ length: 20 }, (_, at) => rowAt(20 + at))];
        table.enableInfiniteLoading = false;
        this.told = `${this.rows.length} rows`;
    }
    handleSort(event: CustomEvent<{ fieldName: string; sortDirection: string }>): void {
        this.sortedBy = event.detail.fieldName;
        this.direction = event.detail.sortDirection;
        this.told = `sorted ${this.direction}`;
    }
    handleSelection(event: CustomEvent<{ selectedRows: readonly Row[] }>): void {
        this.told = `${event.detail.selectedRows.length} selected`;
    }
    handleSave(event: CustomEvent<{ draftValues: Row[] }>): void {
        this.told = `saved ${String(event.detail.draftValues[0]!.name)}`;
        this.drafts = [];
    }
}
