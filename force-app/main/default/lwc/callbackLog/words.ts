import about from '@salesforce/label/c.Callback_Log_About';
import blockedByDay from '@salesforce/label/c.Callback_Log_Blocked_By_Day';
import byNumber from '@salesforce/label/c.Callback_Log_By_Number';
import byRule from '@salesforce/label/c.Callback_Log_By_Rule';
import chartMissing from '@salesforce/label/c.Callback_Log_Chart_Missing';
import charts from '@salesforce/label/c.Callback_Log_Charts';
import clear from '@salesforce/label/c.Callback_Log_Clear';
import count from '@salesforce/label/c.Callback_Log_Count';
import day from '@salesforce/label/c.Callback_Log_Day';
import decisions from '@salesforce/label/c.Callback_Log_Decisions';
import empty from '@salesforce/label/c.Callback_Log_Empty';
import exportCsv from '@salesforce/label/c.Callback_Log_Export';
import more from '@salesforce/label/c.Callback_Log_More';
import noMatch from '@salesforce/label/c.Callback_Log_No_Match';
import number from '@salesforce/label/c.Callback_Log_Number';
import reading from '@salesforce/label/c.Callback_Log_Reading';
import refresh from '@salesforce/label/c.Callback_Log_Refresh';
import refusedByDay from '@salesforce/label/c.Callback_Log_Refused_By_Day';
import rule from '@salesforce/label/c.Callback_Log_Rule';
import title from '@salesforce/label/c.Callback_Log_Title';

export const WORDS = {
    about,
    blockedByDay,
    byNumber,
    byRule,
    chartMissing,
    charts,
    clear,
    count,
    day,
    decisions,
    empty,
    exportCsv,
    more,
    noMatch,
    number,
    reading,
    refresh,
    refusedByDay,
    rule,
    title
};
