import about from '@salesforce/label/c.Callback_Setup_Rules_About';
import add from '@salesforce/label/c.Callback_Setup_Rules_Add';
import addFirst from '@salesforce/label/c.Callback_Setup_Rules_Add_First';
import checking from '@salesforce/label/c.Callback_Setup_Rules_Checking';
import copyOf from '@salesforce/label/c.Callback_Setup_Rules_Copy_Of';
import deleteQuestion from '@salesforce/label/c.Callback_Setup_Rules_Delete_Question';
import deleteTitle from '@salesforce/label/c.Callback_Setup_Rules_Delete_Title';
import discardOrder from '@salesforce/label/c.Callback_Setup_Rules_Discard_Order';
import empty from '@salesforce/label/c.Callback_Setup_Rules_Empty';
import noMatch from '@salesforce/label/c.Callback_Setup_Rules_No_Match';
import reordered from '@salesforce/label/c.Callback_Setup_Rules_Reordered';
import saveOrder from '@salesforce/label/c.Callback_Setup_Rules_Save_Order';
import title from '@salesforce/label/c.Callback_Setup_Rules_Title';

export const WORDS = {
    about,
    add,
    addFirst,
    checking,
    copyOf,
    deleteQuestion,
    deleteTitle,
    discardOrder,
    empty,
    noMatch,
    reordered,
    saveOrder,
    title
};
