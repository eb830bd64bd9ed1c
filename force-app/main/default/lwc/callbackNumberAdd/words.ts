import labelMissing from '@salesforce/label/c.Callback_Numbers_Label_Missing';
import notANumber from '@salesforce/label/c.Callback_Numbers_Not_A_Number';
import notSaved from '@salesforce/label/c.Callback_Numbers_Not_Saved';
import unknownCountry from '@salesforce/label/c.Callback_Numbers_Unknown_Country';

export const WORDS = { labelMissing, notANumber, notSaved, unknownCountry };
