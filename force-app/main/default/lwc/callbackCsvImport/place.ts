import cell from '@salesforce/label/c.Callback_Csv_Place_Cell';
import wholeRow from '@salesforce/label/c.Callback_Csv_Place_Row';
import { filled } from 'c/callbackLabel';

/** `Row 3, Number: …` */
export function placed(
    { row, column }: { readonly row: number; readonly column?: string },
    what: string
): string {
    return column ? filled(cell, row, column, what) : filled(wholeRow, row, what);
}
