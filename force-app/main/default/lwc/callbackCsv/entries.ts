import { cellsOf, firstRows, type Cells } from './cells';
import { checkRows } from './checkRows';
import { isRounded, type PhoneContext } from './phoneCell';
import { recordId18 } from './recordId';
import type { Checked, CsvColumn, CsvRow, RowCheck } from './types';

export const ENTRY_COLUMNS = [
    { name: 'Phone', needed: true, sample: '+442079460123' },
    { name: 'Customer', needed: false, sample: 'Jane Doe' },
    { name: 'Record Id', needed: false, sample: '' },
    { name: 'Object', needed: false, sample: 'Contact' },
    { name: 'Order', needed: false, sample: '1' }
] as const satisfies readonly CsvColumn[];
export type EntryColumn = (typeof ENTRY_COLUMNS)[number]['name'];

/** Somebody to be called. */
export interface EntryRecord {
    readonly row: number;
    /** As it stands in the file. */
    readonly phone: string;
    /** Who is called. */
    readonly customer?: string;
    /** 18 characters. */
    readonly recordId?: string;
    readonly objectApiName?: string;
    readonly order?: number;
    /** What makes it the same person on a list: the record; without one, the number. */
    readonly who: string;
}

export interface EntryContext extends PhoneContext {
    /** API names that `Object` may have; without them, any that has the form of one. */
    readonly objects?: readonly string[];
}

const LONGEST_PHONE = 40;
const LONGEST_CUSTOMER = 255;
const API_NAME = /^[A-Za-z]\w{0,79}$/;
/** Nine digits, as the org's field. */
const ORDER = /^\d{1,9}$/;

export function entryCheck(context: EntryContext): RowCheck<EntryColumn, EntryRecord> {
    const firstRow = firstRows();
    return (csvRow, tell) => {
        const { row } = csvRow;
        const cells = cellsOf(csvRow, tell);
        const phone = phoneOf(cells);
        const recordId = recordIdOf(cells);
        const objectApiName = objectOf(cells, context.objects);
        const customer = cells.read('Customer');
        cells.checkLength('Customer', LONGEST_CUSTOMER);
        const order = cells.read('Order');
        if (order && !ORDER.test(order)) {
            cells.tell('Order', 'notAWholeNumber');
        }
        if (!phone) {
            return undefined;
        }
        const who = recordId ?? context.readNumber(phone, context.defaultCountry);
        const before = firstRow(who, row);
        if (before) {
            const column = recordId ? 'Record Id' : 'Phone';
            tell({ code: 'duplicate', row, column, value: cells.read(column)!, firstRow: before });
        }
        return {
            row,
            phone,
            ...(customer && { customer }),
            ...(recordId && { recordId }),
            ...(objectApiName && { objectApiName }),
            ...(order && { order: Number(order) }),
            who
        };
    };
}

export function checkEntries(
    rows: readonly CsvRow<EntryColumn>[],
    context: EntryContext
): Checked<EntryRecord> {
    return checkRows(rows, entryCheck(context));
}

function phoneOf(cells: Cells<EntryColumn>): string | undefined {
    const phone = cells.read('Phone');
    if (!phone) {
        cells.tellMissing('Phone');
        return undefined;
    }
    if (isRounded(phone)) {
        cells.tell('Phone', 'numberRounded');
    } else if (!/\d/.test(phone)) {
        cells.tell('Phone', 'notAPhone');
    }
    cells.checkLength('Phone', LONGEST_PHONE);
    return phone;
}

function recordIdOf({ read, tell }: Cells<EntryColumn>): string | undefined {
    const text = read('Record Id');
    const id = text ? recordId18(text) : undefined;
    if (text && !id) {
        tell('Record Id', 'notARecordId');
    }
    return id;
}

function objectOf(
    { read, tell }: Cells<EntryColumn>,
    objects: readonly string[] | undefined
): string | undefined {
    const text = read('Object');
    if (!text) {
        return undefined;
    }
    const object = objects
        ? objects.find((name) => name.toLowerCase() === text.toLowerCase())
        : API_NAME.exec(text)?.[0];
    if (!object) {
        tell('Object', 'notAnObject');
    }
    return object;
}
