import sdk, { type CustomError } from '@salesforce/scv-connector-base';
import type { ErrorCode } from '#resolver';
import type { OutcomeWords } from '../client/decidedMessage.ts';
import type {
    CallDecided,
    ChoiceCode,
    EntryCode,
    FailureCode,
    TelephonyCode
} from '../client/types.ts';

/** Labels of the package that say why nobody was called, by the code of it. */
const LABELS = {
    UNKNOWN_AGENT: 'Callback_Unknown_Agent',
    NUMBER_NOT_CONFIGURED: 'Callback_Number_Not_Configured',
    NUMBER_NOT_AVAILABLE: 'Callback_Number_Not_Available',
    SELECTOR_ERROR: 'Callback_Voice_Selector_Error',
    NO_PRINCIPAL_NUMBER: 'Callback_No_Principal_Number',
    CALLER_ID_REFUSED: 'Callback_Voice_Caller_Id_Refused',
    NUMBER_REFUSED: 'Callback_Voice_Number_Refused',
    TELEPHONY_BUSY: 'Callback_Voice_Telephony_Busy',
    CALL_NOT_STARTED: 'Callback_Voice_Not_Started',
    CHOICE_EXPIRED: 'Callback_Softphone_Choice_Expired',
    CHOICE_FOR_ANOTHER_CALL: 'Callback_Softphone_Choice_Other_Call',
    CHOICE_USED: 'Callback_Softphone_Choice_Used',
    ENTRY_NOT_TAKEN: 'Callback_Softphone_Entry_Not_Taken',
    ENTRY_FOR_ANOTHER_CALL: 'Callback_Softphone_Entry_Other_Call',
    ENTRY_OUTSIDE_HOURS: 'Callback_Softphone_Entry_Outside_Hours',
    SERVICE_AWAY: 'Callback_Softphone_Away_Title',
    SIGNED_OUT: 'Callback_Softphone_Signed_Out_Message',
    SOFTPHONE_BUSY: 'Callback_Softphone_Busy_Message'
} as const satisfies Readonly<
    Record<ErrorCode | TelephonyCode | ChoiceCode | EntryCode | FailureCode, string>
>;

/** Every label that Salesforce may be told to show. */
export type RefusalLabel =
    | (typeof LABELS)[keyof typeof LABELS]
    | 'Callback_Softphone_Decision_Only'
    | 'Callback_Voice_No_Number'
    | 'Callback_Voice_Not_Offered'
    | 'Callback_Voice_Refused';

/** Words of the agent's language. */
export interface VoiceWords extends OutcomeWords {
    /** Of the labels that Salesforce shows. */
    readonly shown: Readonly<Record<RefusalLabel, string>>;
}

/** The package has no namespace. */
const NAMESPACE = 'c';

/**
 * Salesforce shows the label by its name, in the agent's language, and never the message, which is
 * for logs. So a label must say it all with nothing filled in; what the telephony or a selector
 * said goes to the panel, over the bridge.
 */
export function refusal(labelName: RefusalLabel, { shown }: VoiceWords): CustomError {
    return new sdk.CustomError({ labelName, namespace: NAMESPACE, message: shown[labelName] });
}

/** @returns undefined where there is a call */
export function refusalOf(
    { outcome, call, errorCode }: CallDecided,
    words: VoiceWords
): CustomError | undefined {
    if (outcome === 'presented') {
        return call === 'started' || call === 'expected'
            ? undefined
            : refusal('Callback_Softphone_Decision_Only', words);
    }
    const isKnown = (code: string): code is keyof typeof LABELS => Object.hasOwn(LABELS, code);
    return refusal(isKnown(errorCode) ? LABELS[errorCode] : 'Callback_Voice_Refused', words);
}
