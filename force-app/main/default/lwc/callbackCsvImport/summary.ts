import actionCreate from '@salesforce/label/c.Callback_Csv_Action_Create';
import actionRemove from '@salesforce/label/c.Callback_Csv_Action_Remove';
import actionSame from '@salesforce/label/c.Callback_Csv_Action_Same';
import actionUpdate from '@salesforce/label/c.Callback_Csv_Action_Update';
import columnRow from '@salesforce/label/c.Callback_Csv_Column_Row';
import columnAction from '@salesforce/label/c.Callback_Csv_Column_Action_Taken';
import toCreate from '@salesforce/label/c.Callback_Csv_Count_Create';
import toRemove from '@salesforce/label/c.Callback_Csv_Count_Remove';
import same from '@salesforce/label/c.Callback_Csv_Count_Same';
import toUpdate from '@salesforce/label/c.Callback_Csv_Count_Update';
import wrong from '@salesforce/label/c.Callback_Csv_Count_Wrong';
import created from '@salesforce/label/c.Callback_Csv_Done_Created';
import failed from '@salesforce/label/c.Callback_Csv_Done_Failed';
import left from '@salesforce/label/c.Callback_Csv_Done_Left';
import removed from '@salesforce/label/c.Callback_Csv_Done_Removed';
import updated from '@salesforce/label/c.Callback_Csv_Done_Updated';
import type { CsvColumn, ImportAction } from 'c/callbackCsv';
import { filled } from 'c/callbackLabel';
import type { CsvImportState, PreviewRow } from './types';

type State<Kind extends CsvImportState['kind']> = Extract<CsvImportState, { readonly kind: Kind }>;

const ACTIONS: Readonly<Record<ImportAction, string>> = {
    create: actionCreate,
    update: actionUpdate,
    remove: actionRemove,
    same: actionSame
};

/** What would happen, in counts. Of what does not happen nothing is said. */
export function countsBefore({ changes, problems }: State<'preview'>): readonly string[] {
    const count = (action: ImportAction) =>
        changes.filter((change) => change.action === action).length;
    return said([
        [toCreate, count('create')],
        [toUpdate, count('update')],
        [toRemove, count('remove')],
        [same, count('same')],
        [wrong, new Set(problems.map(({ row }) => row)).size]
    ]);
}

/** What has happened. */
export function countsAfter(done: State<'done'>): readonly string[] {
    return said([
        [created, done.counts.created],
        [updated, done.counts.updated],
        [removed, done.counts.removed],
        [same, done.counts.same],
        [left, done.counts.left],
        [failed, done.failed.length]
    ]);
}

function said(counts: readonly (readonly [label: string, count: number])[]): readonly string[] {
    return counts.filter(([, count]) => count > 0).map(([label, count]) => filled(label, count));
}

/** The preview as a table: row, what happens, then the cells as they will be written. */
export function tableOf(changes: readonly PreviewRow[], columns: readonly CsvColumn[]) {
    const names = columns
        .map(({ name }) => name)
        .filter((name) => changes.some(({ cells }) => cells[name] !== undefined));
    return {
        columns: [
            { label: columnRow, fieldName: 'row', type: 'number', initialWidth: 80 },
            { label: columnAction, fieldName: 'what' },
            ...names.map((name, at) => ({ label: name, fieldName: `cell${at}` }))
        ],
        rows: changes.map(({ row, action, cells }) => ({
            row,
            what: ACTIONS[action],
            ...Object.fromEntries(names.map((name, at) => [`cell${at}`, cells[name]]))
        }))
    };
}
