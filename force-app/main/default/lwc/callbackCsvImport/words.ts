import againSafe from '@salesforce/label/c.Callback_Csv_Again_Safe';
import cancel from '@salesforce/label/c.Callback_Csv_Cancel';
import cancelling from '@salesforce/label/c.Callback_Csv_Cancelling';
import chooseAgain from '@salesforce/label/c.Callback_Csv_Choose_Again';
import chooseText from '@salesforce/label/c.Callback_Csv_Choose_Text';
import chooseTitle from '@salesforce/label/c.Callback_Csv_Choose_Title';
import columnNeeded from '@salesforce/label/c.Callback_Csv_Column_Needed';
import columnsTitle from '@salesforce/label/c.Callback_Csv_Columns_Title';
import doneCancelledTitle from '@salesforce/label/c.Callback_Csv_Done_Cancelled_Title';
import doneFailedTitle from '@salesforce/label/c.Callback_Csv_Done_Failed_Title';
import doneTitle from '@salesforce/label/c.Callback_Csv_Done_Title';
import downloadFailed from '@salesforce/label/c.Callback_Csv_Download_Failed';
import downloadProblems from '@salesforce/label/c.Callback_Csv_Download_Problems';
import downloadTemplate from '@salesforce/label/c.Callback_Csv_Template';
import failedTitle from '@salesforce/label/c.Callback_Csv_Failed_Title';
import fileLabel from '@salesforce/label/c.Callback_Csv_File_Label';
import importNow from '@salesforce/label/c.Callback_Csv_Import';
import more from '@salesforce/label/c.Callback_Csv_More';
import nothingToWrite from '@salesforce/label/c.Callback_Csv_Nothing_To_Write';
import previewTitle from '@salesforce/label/c.Callback_Csv_Preview_Title';
import problemsText from '@salesforce/label/c.Callback_Csv_Problems_Text';
import problemsTitle from '@salesforce/label/c.Callback_Csv_Problems_Title';
import readingTitle from '@salesforce/label/c.Callback_Csv_Reading_Title';
import refusedText from '@salesforce/label/c.Callback_Csv_Refused_Text';
import refusedTitle from '@salesforce/label/c.Callback_Csv_Refused_Title';
import rowsTitle from '@salesforce/label/c.Callback_Csv_Rows_Title';
import rowsTitleAll from '@salesforce/label/c.Callback_Csv_Rows_Title_All';
import savedOf from '@salesforce/label/c.Callback_Csv_Saved_Of';
import savingTitle from '@salesforce/label/c.Callback_Csv_Saving_Title';
import { filled } from 'c/callbackLabel';
import type { CsvImportState } from './types';

export const WORDS = {
    againSafe,
    cancel,
    cancelling,
    chooseAgain,
    chooseText,
    columnNeeded,
    columnsTitle,
    downloadFailed,
    downloadProblems,
    downloadTemplate,
    failedTitle,
    fileLabel,
    importNow,
    nothingToWrite,
    problemsText,
    problemsTitle,
    refusedText
};

export { more, rowsTitle, rowsTitleAll, savedOf };

/** What a state is called: its heading, which is read out when it begins. */
export function titleOf(state: CsvImportState): string {
    switch (state.kind) {
        case 'choose':
            return chooseTitle;
        case 'reading':
            return filled(readingTitle, state.fileName);
        case 'refused':
            return filled(refusedTitle, state.fileName);
        case 'preview':
            return filled(previewTitle, state.fileName);
        case 'saving':
            return savingTitle;
        case 'done':
            if (state.cancelled) {
                return doneCancelledTitle;
            }
            return state.failed.length > 0 ? doneFailedTitle : doneTitle;
    }
}
