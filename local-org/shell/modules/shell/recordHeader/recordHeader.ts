import { LightningElement, api } from 'lwc';
import type { RecordView } from 'shell/recordPage';

/** Presentational. The highlights of a record: what it is, its name, and a few facts. */
export default class ShellRecordHeader extends LightningElement {
    @api view!: RecordView;

    get facts() {
        const { highlights, row } = this.view;
        return highlights.map((column) => ({ column, cell: row.cells[column.apiName] }));
    }
}
