import about from '@salesforce/label/c.Callback_Simulator_About';
import accepted from '@salesforce/label/c.Callback_Simulator_Accepted';
import conflict from '@salesforce/label/c.Callback_Simulator_Conflict';
import deleted from '@salesforce/label/c.Callback_Simulator_Deleted';
import deleteQuestion from '@salesforce/label/c.Callback_Simulator_Delete_Question';
import deleteTitle from '@salesforce/label/c.Callback_Simulator_Delete_Title';
import kept from '@salesforce/label/c.Callback_Simulator_Kept';
import notSaved from '@salesforce/label/c.Callback_Simulator_Not_Saved';
import title from '@salesforce/label/c.Callback_Simulator_Title';
import unknown from '@salesforce/label/c.Callback_Simulator_Unknown';

export const WORDS = {
    about,
    accepted,
    conflict,
    deleted,
    deleteQuestion,
    deleteTitle,
    kept,
    notSaved,
    title,
    unknown
};
