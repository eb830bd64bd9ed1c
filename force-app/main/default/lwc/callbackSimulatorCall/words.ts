import agent from '@salesforce/label/c.Callback_Simulator_Agent';
import channel from '@salesforce/label/c.Callback_Simulator_Channel';
import clickToDial from '@salesforce/label/c.Callback_Channel_Click_To_Dial';
import connect from '@salesforce/label/c.Callback_Channel_Connect';
import dialEntry from '@salesforce/label/c.Callback_Simulator_Dial_Entry';
import dialList from '@salesforce/label/c.Callback_Simulator_Dial_List';
import manual from '@salesforce/label/c.Callback_Simulator_Manual';
import noList from '@salesforce/label/c.Callback_Simulator_No_List';
import noRecord from '@salesforce/label/c.Callback_Simulator_No_Record';
import number from '@salesforce/label/c.Callback_Simulator_Number';
import numberOfRecord from '@salesforce/label/c.Callback_Simulator_Number_Of_Record';
import object from '@salesforce/label/c.Callback_Simulator_Object';
import record from '@salesforce/label/c.Callback_Simulator_Record';
import thisCall from '@salesforce/label/c.Callback_Simulator_This_Call';
import title from '@salesforce/label/c.Callback_Simulator_Call';

export const WORDS = {
    agent,
    channel,
    clickToDial,
    connect,
    dialEntry,
    dialList,
    manual,
    noList,
    noRecord,
    number,
    numberOfRecord,
    object,
    record,
    thisCall,
    title
};
