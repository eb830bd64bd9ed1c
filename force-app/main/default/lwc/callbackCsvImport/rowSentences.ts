import agentAndGroup from '@salesforce/label/c.Callback_Csv_Row_Agent_And_Group';
import agentOrGroup from '@salesforce/label/c.Callback_Csv_Row_Agent_Or_Group';
import ambiguousGroup from '@salesforce/label/c.Callback_Csv_Row_Ambiguous_Group';
import cellWithoutColumn from '@salesforce/label/c.Callback_Csv_Row_Cell_Without_Column';
import conflict from '@salesforce/label/c.Callback_Csv_Failed_Conflict';
import contradicts from '@salesforce/label/c.Callback_Csv_Row_Contradicts';
import duplicate from '@salesforce/label/c.Callback_Csv_Row_Duplicate';
import missing from '@salesforce/label/c.Callback_Csv_Row_Missing';
import notALanguage from '@salesforce/label/c.Callback_Csv_Row_Not_A_Language';
import notANumber from '@salesforce/label/c.Callback_Csv_Row_Not_A_Number';
import notAPhone from '@salesforce/label/c.Callback_Csv_Row_Not_A_Phone';
import notARecordId from '@salesforce/label/c.Callback_Csv_Row_Not_A_Record_Id';
import notAWholeNumber from '@salesforce/label/c.Callback_Csv_Row_Not_A_Whole_Number';
import notAnAction from '@salesforce/label/c.Callback_Csv_Row_Not_An_Action';
import notAnObject from '@salesforce/label/c.Callback_Csv_Row_Not_An_Object';
import notYesNo from '@salesforce/label/c.Callback_Csv_Row_Not_Yes_No';
import numberNational from '@salesforce/label/c.Callback_Csv_Row_Number_National';
import numberRounded from '@salesforce/label/c.Callback_Csv_Row_Number_Rounded';
import tooLong from '@salesforce/label/c.Callback_Csv_Row_Too_Long';
import unknown from '@salesforce/label/c.Callback_Csv_Failed_Unknown';
import unknownAgent from '@salesforce/label/c.Callback_Csv_Row_Unknown_Agent';
import unknownCountry from '@salesforce/label/c.Callback_Csv_Row_Unknown_Country';
import unknownGroup from '@salesforce/label/c.Callback_Csv_Row_Unknown_Group';
import unknownNumber from '@salesforce/label/c.Callback_Csv_Row_Unknown_Number';
import type { RowProblem } from 'c/callbackCsv';
import { filled } from 'c/callbackLabel';
import { placed } from './place';
import type { FailedRow } from './types';

const WORDS: Readonly<Record<RowProblem['code'], string>> = {
    agentAndGroup,
    agentOrGroup,
    ambiguousGroup,
    cellWithoutColumn,
    contradicts,
    duplicate,
    missing,
    notALanguage,
    notANumber,
    notAPhone,
    notARecordId,
    notAWholeNumber,
    notAnAction,
    notAnObject,
    notYesNo,
    numberNational,
    numberRounded,
    tooLong,
    unknownAgent,
    unknownCountry,
    unknownGroup,
    unknownNumber
};

/** Of a text that is far too long, what shows which one it is. */
const MOST_SHOWN = 60;

/** What is wrong with a row, its row and column first. */
export function sentenceOfRow(problem: RowProblem): string {
    const value = 'value' in problem ? problem.value : '';
    const shown = value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN)}…` : value;
    return placed(problem, filled(WORDS[problem.code], shown, moreOf(problem)));
}

function moreOf(problem: RowProblem): number | string {
    if (problem.code === 'tooLong') {
        return problem.most;
    }
    return 'firstRow' in problem ? problem.firstRow : '';
}

/** Why a row was not written, its row first. */
export function sentenceOfFailed({ row, kind, errors }: FailedRow): string {
    const reasons = errors.join(' ');
    switch (kind) {
        case 'refused':
            return placed({ row }, reasons);
        case 'conflict':
            return placed({ row }, conflict);
        case 'unknown':
            return placed({ row }, filled(unknown, reasons));
    }
}
