import deciding from '@salesforce/label/c.Callback_Simulator_Deciding';
import failed from '@salesforce/label/c.Callback_Simulator_Failed';
import keep from '@salesforce/label/c.Callback_Simulator_Keep';
import keepHint from '@salesforce/label/c.Callback_Simulator_Keep_Hint';
import keepName from '@salesforce/label/c.Callback_Simulator_Keep_Name';
import keepOpen from '@salesforce/label/c.Callback_Simulator_Keep_Open';
import needs from '@salesforce/label/c.Callback_Simulator_Needs';
import readAgain from '@salesforce/label/c.Callback_Simulator_Read_Again';
import readAt from '@salesforce/label/c.Callback_Simulator_Read_At';
import title from '@salesforce/label/c.Callback_Simulator_Decision';

export const WORDS = {
    deciding,
    failed,
    keep,
    keepHint,
    keepName,
    keepOpen,
    needs,
    readAgain,
    readAt,
    title
};
