/** What each state of the softphone says, and what the agent can do about it. */
import away from '@salesforce/label/c.Callback_Softphone_Away';
import awayTitle from '@salesforce/label/c.Callback_Softphone_Away_Title';
import choiceExpired from '@salesforce/label/c.Callback_Softphone_Choice_Expired';
import choiceNext from '@salesforce/label/c.Callback_Softphone_Choice_Next';
import choiceOtherCall from '@salesforce/label/c.Callback_Softphone_Choice_Other_Call';
import choiceTitle from '@salesforce/label/c.Callback_Softphone_Choice_Title';
import choiceUsed from '@salesforce/label/c.Callback_Softphone_Choice_Used';
import close from '@salesforce/label/c.Callback_Softphone_Close';
import dialAgain from '@salesforce/label/c.Callback_Last_Retry';
import dialNow from '@salesforce/label/c.Callback_Softphone_Dial_Now';
import dialWithout from '@salesforce/label/c.Callback_Softphone_Dial_Without';
import discard from '@salesforce/label/c.Callback_Softphone_Discard';
import entryNotTaken from '@salesforce/label/c.Callback_Softphone_Entry_Not_Taken';
import entryOtherCall from '@salesforce/label/c.Callback_Softphone_Entry_Other_Call';
import entryOutsideHours from '@salesforce/label/c.Callback_Softphone_Entry_Outside_Hours';
import notSetUp from '@salesforce/label/c.Callback_Softphone_Not_Set_Up';
import otherOrganization from '@salesforce/label/c.Callback_Softphone_Other_Organization';
import otherAgent from '@salesforce/label/c.Callback_Softphone_Other_Agent';
import outside from '@salesforce/label/c.Callback_Softphone_Outside';
import outsideTitle from '@salesforce/label/c.Callback_Softphone_Outside_Title';
import popupBlocked from '@salesforce/label/c.Callback_Softphone_Popup_Blocked';
import popupClosed from '@salesforce/label/c.Callback_Softphone_Popup_Closed';
import ready from '@salesforce/label/c.Callback_Softphone_Ready';
import readyTitle from '@salesforce/label/c.Callback_Softphone_Ready_Title';
import refused from '@salesforce/label/c.Callback_Softphone_Refused';
import refusedTitle from '@salesforce/label/c.Callback_Softphone_Refused_Title';
import retry from '@salesforce/label/c.Callback_State_Retry';
import signedOut from '@salesforce/label/c.Callback_Softphone_Signed_Out';
import signedOutTitle from '@salesforce/label/c.Callback_Softphone_Signed_Out_Title';
import signIn from '@salesforce/label/c.Callback_Softphone_Sign_In';
import signInAgain from '@salesforce/label/c.Callback_Softphone_Sign_In_Again';
import signInExpired from '@salesforce/label/c.Callback_Softphone_Sign_In_Expired';
import signInRefused from '@salesforce/label/c.Callback_Softphone_Sign_In_Refused';
import signingIn from '@salesforce/label/c.Callback_Softphone_Signing_In';
import signingInTitle from '@salesforce/label/c.Callback_Softphone_Signing_In_Title';
import starting from '@salesforce/label/c.Callback_Softphone_Starting';
import waitingTitle from '@salesforce/label/c.Callback_Softphone_Waiting_Title';
import { readable } from 'softphone/readable';
import { telephonyWords } from '../../../telephonyWords';
import type { Notice, NoticeAction } from 'softphone/notice';
import type {
    AnswerToShow,
    ChoiceCode,
    DialOrder,
    EntryCode,
    SignInTrouble,
    SoftphoneState
} from '../../../client/types';

const TROUBLES: Readonly<Record<SignInTrouble, string>> = {
    popupBlocked,
    popupClosed,
    expired: signInExpired,
    refused: signInRefused,
    otherOrganization,
    otherAgent,
    notSetUp
};

const CHOICES: Readonly<Record<ChoiceCode, string>> = {
    CHOICE_EXPIRED: choiceExpired,
    CHOICE_FOR_ANOTHER_CALL: choiceOtherCall,
    CHOICE_USED: choiceUsed
};

const ENTRIES: Readonly<Record<EntryCode, string>> = {
    ENTRY_NOT_TAKEN: entryNotTaken,
    ENTRY_FOR_ANOTHER_CALL: entryOtherCall,
    ENTRY_OUTSIDE_HOURS: entryOutsideHours
};

const DISCARD: NoticeAction = { name: 'dismiss', label: discard };

/** @returns undefined where a call is shown instead */
export function noticeOf(state: SoftphoneState): Notice | undefined {
    switch (state.kind) {
        case 'starting':
            return { ...busy(starting), sentences: [] };
        case 'outside':
            return {
                icon: 'utility:info',
                title: outsideTitle,
                sentences: [outside],
                actions: []
            };
        case 'signedOut':
            return {
                icon: 'utility:user',
                title: signedOutTitle,
                sentences: [
                    ...waiting(state.order),
                    state.trouble ? TROUBLES[state.trouble] : signedOut
                ],
                actions: [{ name: 'signin', label: signIn, variant: 'brand' }]
            };
        case 'signingIn':
            return {
                ...busy(signingInTitle),
                sentences: [...waiting(state.order), signingIn],
                actions: [{ name: 'signin', label: signInAgain }]
            };
        case 'away':
            return {
                icon: 'utility:disconnect_from_cloud',
                variant: 'error',
                title: awayTitle,
                sentences: [...waiting(state.order), away],
                actions: state.order
                    ? [{ name: 'retry', label: dialAgain, variant: 'brand' }]
                    : [{ name: 'retry', label: retry, variant: 'brand' }]
            };
        case 'ready':
            return state.order
                ? {
                      icon: 'utility:clock',
                      title: naming(waitingTitle, state.order),
                      sentences: [],
                      actions: [{ name: 'retry', label: dialNow, variant: 'brand' }, DISCARD]
                  }
                : {
                      icon: 'utility:call',
                      variant: 'success',
                      title: readyTitle,
                      sentences: [ready],
                      actions: []
                  };
        case 'deciding':
            return undefined;
        case 'answered':
            return noticeOfAnswer(state.order, state.answer);
    }
}

function noticeOfAnswer(order: DialOrder, answer: AnswerToShow): Notice | undefined {
    switch (answer.kind) {
        case 'decided':
            return undefined;
        case 'choiceRefused':
            return {
                icon: 'utility:warning',
                variant: 'warning',
                title: naming(choiceTitle, order),
                sentences: [CHOICES[answer.code], choiceNext],
                actions: [
                    { name: 'dialwithoutchoice', label: dialWithout, variant: 'brand' },
                    DISCARD
                ]
            };
        case 'entryRefused':
            return notCalled(order, ENTRIES[answer.code]);
        case 'telephonyRefused':
            return notCalled(order, telephonyWords(answer));
        case 'refused':
            return notCalled(
                order,
                refused.replace('{0}', () => answer.words)
            );
    }
}

function notCalled(order: DialOrder, sentence: string): Notice {
    return {
        icon: 'utility:error',
        variant: 'error',
        title: naming(refusedTitle, order),
        sentences: [sentence],
        actions: [{ name: 'dismiss', label: close }]
    };
}

function busy(title: string): Notice {
    return { icon: '', isBusy: true, title, sentences: [], actions: [] };
}

function waiting(order: DialOrder | undefined): string[] {
    return order ? [`${naming(waitingTitle, order)}.`] : [];
}

function naming(words: string, { number }: DialOrder): string {
    return words.replace('{0}', () => readable(number));
}
