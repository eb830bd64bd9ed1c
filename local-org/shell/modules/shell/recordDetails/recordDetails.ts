import { LightningElement, api } from 'lwc';
import type { RecordView } from 'shell/recordPage';
import { word } from 'shell/words';

/** Presentational. The fields of a record that the user may read. */
export default class ShellRecordDetails extends LightningElement {
    @api view!: RecordView;

    readonly label = word('details');

    get fields() {
        const { details, row } = this.view;
        return details.map((column) => ({ column, cell: row.cells[column.apiName] }));
    }
}
