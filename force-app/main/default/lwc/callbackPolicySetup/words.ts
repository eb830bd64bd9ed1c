import about from '@salesforce/label/c.Callback_Policy_Setup_About';
import addProfile from '@salesforce/label/c.Callback_Policy_Setup_Add_Profile';
import addUser from '@salesforce/label/c.Callback_Policy_Setup_Add_User';
import affects from '@salesforce/label/c.Callback_Policy_Setup_Affects';
import affectsNobody from '@salesforce/label/c.Callback_Policy_Setup_Affects_Nobody';
import choose from '@salesforce/label/c.Callback_Policy_Setup_Choose';
import conflict from '@salesforce/label/c.Callback_Policy_Setup_Conflict';
import heading from '@salesforce/label/c.Callback_Policy_Setup_Heading';
import noPrincipal from '@salesforce/label/c.Callback_Policy_Setup_No_Principal';
import removeAsk from '@salesforce/label/c.Callback_Policy_Setup_Remove_Ask';
import removed from '@salesforce/label/c.Callback_Policy_Setup_Removed';
import saved from '@salesforce/label/c.Callback_Policy_Setup_Saved';
import scopeOrganization from '@salesforce/label/c.Callback_Policy_Setup_Organization';
import scopeProfile from '@salesforce/label/c.Callback_Policy_Setup_Profile';
import scopeUser from '@salesforce/label/c.Callback_Policy_Setup_User';
import setTo from '@salesforce/label/c.Callback_Policy_Setup_Set_To';
import title from '@salesforce/label/c.Callback_Policy_Setup_Title';
import unknownUser from '@salesforce/label/c.Callback_Policy_Setup_Unknown_User';
import type { PolicyTarget } from 'c/callbackSetupData';

export const WORDS = {
    about,
    addProfile,
    addUser,
    affects,
    affectsNobody,
    choose,
    conflict,
    heading,
    noPrincipal,
    removeAsk,
    removed,
    saved,
    setTo,
    title,
    unknownUser
};

export const SCOPES: Readonly<Record<PolicyTarget['scope'], string>> = {
    Organization: scopeOrganization,
    Profile: scopeProfile,
    User: scopeUser
};
