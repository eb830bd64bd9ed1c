import { LightningElement, api } from 'lwc';
import type { Cell, Column } from 'shell/objectViews';
import { addressOfRecord } from 'shell/places';
import { word } from 'shell/words';

/** Presentational. The value of a field, as its type wants it. */
export default class ShellFieldValue extends LightningElement {
    @api column: Column | undefined;
    @api cell: Cell | undefined;
    /** The record of a phone field; with it, its number is one to be dialled. */
    @api recordId = '';

    get text(): string {
        const { cell, column } = this;
        if (column?.dataType === 'Boolean') {
            return word(cell?.value === true ? 'yes' : 'no');
        }
        return cell?.text ?? '';
    }

    get address(): string | undefined {
        const recordId = this.cell?.recordId;
        return recordId && addressOfRecord(recordId);
    }

    get isDialled(): boolean {
        return this.column?.dataType === 'Phone' && this.recordId !== '' && this.text !== '';
    }

    get isEmail(): boolean {
        return this.column?.dataType === 'Email' && this.text !== '';
    }

    get moment(): string {
        const isMoment = this.column?.dataType === 'DateTime';
        return isMoment && this.cell?.value ? String(this.cell.value) : '';
    }
}
