import about from '@salesforce/label/c.Callback_Simulator_Expectations_About';
import accept from '@salesforce/label/c.Callback_Simulator_Accept';
import actions from '@salesforce/label/c.Callback_Simulator_Actions';
import changed from '@salesforce/label/c.Callback_Simulator_Changed';
import clickToDial from '@salesforce/label/c.Callback_Channel_Click_To_Dial';
import connect from '@salesforce/label/c.Callback_Channel_Connect';
import deleting from '@salesforce/label/c.Callback_Simulator_Delete';
import empty from '@salesforce/label/c.Callback_Simulator_Empty';
import manual from '@salesforce/label/c.Callback_Simulator_Manual';
import notRun from '@salesforce/label/c.Callback_Simulator_Not_Run';
import open from '@salesforce/label/c.Callback_Simulator_Open';
import passed from '@salesforce/label/c.Callback_Simulator_Passed';
import run from '@salesforce/label/c.Callback_Simulator_Run';
import running from '@salesforce/label/c.Callback_Simulator_Running';
import stop from '@salesforce/label/c.Callback_Simulator_Stop';
import summary from '@salesforce/label/c.Callback_Simulator_Summary';
import title from '@salesforce/label/c.Callback_Simulator_Expectations';
import unjudged from '@salesforce/label/c.Callback_Simulator_Unjudged';

export const WORDS = {
    about,
    accept,
    actions,
    changed,
    deleting,
    empty,
    notRun,
    open,
    passed,
    run,
    running,
    stop,
    summary,
    title,
    unjudged
};

export const CHANNELS = { manual, clickToDial, connect };
