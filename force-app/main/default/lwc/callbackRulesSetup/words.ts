import about from '@salesforce/label/c.Callback_Setup_Rules_About';
import add from '@salesforce/label/c.Callback_Setup_Rules_Add';
import checking from '@salesforce/label/c.Callback_Setup_Rules_Checking';
import copyOf from '@salesforce/label/c.Callback_Setup_Rules_Copy_Of';
import deleteQuestion from '@salesforce/label/c.Callback_Setup_Rules_Delete_Question';
import deleteTitle from '@salesforce/label/c.Callback_Setup_Rules_Delete_Title';
import title from '@salesforce/label/c.Callback_Setup_Rules_Title';

export const WORDS = {
    about,
    add,
    checking,
    copyOf,
    deleteQuestion,
    deleteTitle,
    title
};
