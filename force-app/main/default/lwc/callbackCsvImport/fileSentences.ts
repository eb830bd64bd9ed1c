import columnsMissing from '@salesforce/label/c.Callback_Csv_File_Columns_Missing';
import columnsTwice from '@salesforce/label/c.Callback_Csv_File_Columns_Twice';
import columnsUnknown from '@salesforce/label/c.Callback_Csv_File_Columns_Unknown';
import empty from '@salesforce/label/c.Callback_Csv_File_Empty';
import noRows from '@salesforce/label/c.Callback_Csv_File_No_Rows';
import notText from '@salesforce/label/c.Callback_Csv_File_Not_Text';
import quoteMisplaced from '@salesforce/label/c.Callback_Csv_File_Quote_Misplaced';
import quoteOpen from '@salesforce/label/c.Callback_Csv_File_Quote_Open';
import tooLarge from '@salesforce/label/c.Callback_Csv_File_Too_Large';
import utf16 from '@salesforce/label/c.Callback_Csv_File_Utf16';
import workbook from '@salesforce/label/c.Callback_Csv_File_Workbook';
import type { FileProblem } from 'c/callbackCsv';
import { filled } from 'c/callbackLabel';
import { placed } from './place';

const MEGABYTE = 1024 * 1024;
const HEADER = 1;

/** Why nothing of a file can be used, and what to do. */
export function sentenceOfFile(problem: FileProblem): string {
    switch (problem.code) {
        case 'empty':
            return empty;
        case 'tooLarge':
            // Rounded up: what is over the limit must look so.
            return filled(
                tooLarge,
                Math.ceil((problem.size / MEGABYTE) * 10) / 10,
                problem.limit / MEGABYTE
            );
        case 'workbook':
            return workbook;
        case 'utf16':
            return utf16;
        case 'notText':
            return placed(problem, notText);
        case 'noRows':
            return noRows;
        case 'columnsMissing':
            return placed({ row: HEADER }, filled(columnsMissing, problem.columns.join(', ')));
        case 'columnsUnknown':
            return placed(
                { row: HEADER },
                filled(columnsUnknown, problem.columns.join(', '), problem.known.join(', '))
            );
        case 'columnsTwice':
            return placed({ row: HEADER }, filled(columnsTwice, problem.columns.join(', ')));
        case 'quoteOpen':
            return placed(problem, quoteOpen);
        case 'quoteMisplaced':
            return placed(problem, quoteMisplaced);
    }
}
