import automateClickToDial from '@salesforce/label/c.Callback_Policy_Setup_Automate_Click';
import automateConnect from '@salesforce/label/c.Callback_Policy_Setup_Automate_Connect';
import agentMayOverride from '@salesforce/label/c.Callback_Policy_Setup_Override';
import block from '@salesforce/label/c.Callback_Policy_Setup_Block';
import cancel from '@salesforce/label/c.Callback_Policy_Setup_Cancel';
import countryPlaceholder from '@salesforce/label/c.Callback_Policy_Setup_Country_Example';
import countryUnknown from '@salesforce/label/c.Callback_Policy_Setup_Country_Unknown';
import defaultCountry from '@salesforce/label/c.Callback_Policy_Setup_Country';
import effectsTitle from '@salesforce/label/c.Callback_Policy_Setup_Effects';
import inherit from '@salesforce/label/c.Callback_Policy_Setup_Inherit';
import inheritFrom from '@salesforce/label/c.Callback_Policy_Setup_Inherit_From';
import no from '@salesforce/label/c.Callback_Policy_Setup_No';
import none from '@salesforce/label/c.Callback_Policy_Setup_None';
import notSaved from '@salesforce/label/c.Callback_Policy_Setup_Not_Saved';
import originBuiltIn from '@salesforce/label/c.Callback_Policy_Setup_From_Built_In';
import originOrganization from '@salesforce/label/c.Callback_Policy_Setup_From_Organization';
import originProfile from '@salesforce/label/c.Callback_Policy_Setup_From_Profile';
import originUser from '@salesforce/label/c.Callback_Policy_Setup_From_User';
import principalNumberId from '@salesforce/label/c.Callback_Policy_Setup_Principal';
import remove from '@salesforce/label/c.Callback_Policy_Setup_Remove';
import restrictNumbers from '@salesforce/label/c.Callback_Policy_Setup_Restrict';
import save from '@salesforce/label/c.Callback_Policy_Setup_Save';
import useDefault from '@salesforce/label/c.Callback_Policy_Setup_Use_Default';
import whenUnavailable from '@salesforce/label/c.Callback_Policy_Setup_Unavailable';
import yes from '@salesforce/label/c.Callback_Policy_Setup_Yes';
import type { PolicyOrigin } from 'c/callbackResolver';

export const WORDS = {
    cancel,
    countryPlaceholder,
    countryUnknown,
    effectsTitle,
    inherit,
    inheritFrom,
    none,
    notSaved,
    remove,
    save
};

export const SETTING_LABELS = {
    principalNumberId,
    defaultCountry,
    restrictNumbers,
    automateClickToDial,
    automateConnect,
    agentMayOverride,
    whenUnavailable
};

export type YesNoSetting = Exclude<
    keyof typeof SETTING_LABELS,
    'principalNumberId' | 'defaultCountry'
>;

const YES_NO = ['Yes', 'No'] as const;

/** Settings with a few values, in the order in which they are shown. */
export const CHOICES: readonly {
    readonly setting: YesNoSetting;
    readonly values: readonly string[];
}[] = [
    { setting: 'restrictNumbers', values: YES_NO },
    { setting: 'automateClickToDial', values: YES_NO },
    { setting: 'automateConnect', values: YES_NO },
    { setting: 'agentMayOverride', values: YES_NO },
    { setting: 'whenUnavailable', values: ['Use default', 'Block'] }
];

const VALUES: Readonly<Record<string, string>> = {
    Yes: yes,
    true: yes,
    No: no,
    false: no,
    'Use default': useDefault,
    useDefault,
    Block: block,
    block
};

/** Of a form's value, or of what is in force. */
export function choiceLabel(value: string | boolean): string {
    return VALUES[String(value)] ?? String(value);
}

export function originText(origin: PolicyOrigin): string {
    switch (origin) {
        case 'builtIn':
            return originBuiltIn;
        case 'organization':
            return originOrganization;
        case 'profile':
            return originProfile;
        case 'user':
            return originUser;
    }
}
