import about from '@salesforce/label/c.Callback_Numbers_About';
import add from '@salesforce/label/c.Callback_Numbers_Add';
import addFirst from '@salesforce/label/c.Callback_Numbers_Add_First';
import conflict from '@salesforce/label/c.Callback_Numbers_Conflict';
import duplicate from '@salesforce/label/c.Callback_Numbers_Duplicate';
import empty from '@salesforce/label/c.Callback_Numbers_Empty';
import exportCsv from '@salesforce/label/c.Callback_Numbers_Export';
import importCsv from '@salesforce/label/c.Callback_Numbers_Import';
import labelMissing from '@salesforce/label/c.Callback_Numbers_Label_Missing';
import notANumber from '@salesforce/label/c.Callback_Numbers_Not_A_Number';
import notSaved from '@salesforce/label/c.Callback_Numbers_Not_Saved';
import retireSelected from '@salesforce/label/c.Callback_Numbers_Retire_Selected';
import title from '@salesforce/label/c.Callback_Numbers_Title';
import unknownCountry from '@salesforce/label/c.Callback_Numbers_Unknown_Country';

export const WORDS = {
    about,
    add,
    addFirst,
    conflict,
    duplicate,
    empty,
    exportCsv,
    importCsv,
    labelMissing,
    notANumber,
    notSaved,
    retireSelected,
    title,
    unknownCountry
};
