import about from '@salesforce/label/c.Callback_Numbers_About';
import add from '@salesforce/label/c.Callback_Numbers_Add';
import addFirst from '@salesforce/label/c.Callback_Numbers_Add_First';
import conflict from '@salesforce/label/c.Callback_Numbers_Conflict';
import empty from '@salesforce/label/c.Callback_Numbers_Empty';
import exportCsv from '@salesforce/label/c.Callback_Numbers_Export';
import importCsv from '@salesforce/label/c.Callback_Numbers_Import';
import notSaved from '@salesforce/label/c.Callback_Numbers_Not_Saved';
import retireSelected from '@salesforce/label/c.Callback_Numbers_Retire_Selected';
import title from '@salesforce/label/c.Callback_Numbers_Title';

export const WORDS = {
    about,
    add,
    addFirst,
    conflict,
    empty,
    exportCsv,
    importCsv,
    notSaved,
    retireSelected,
    title
};
