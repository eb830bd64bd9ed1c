import decided from '@salesforce/label/c.Callback_Dial_Last_Decided';
import notMade from '@salesforce/label/c.Callback_Dial_Last_Not_Made';
import presented from '@salesforce/label/c.Callback_Dial_Last_Presented';
import { formatted } from 'c/callbackNumberText';
import type { Directory } from 'c/callbackResolver';

/** What of `Callback_Call_Decided__c` this component goes by. */
export interface CallDecided {
    readonly number?: string;
    readonly recordId?: string;
    readonly outcome?: string;
    readonly callbackNumber?: string;
    readonly message?: string;
    readonly call?: string;
}

/** What became of a call, in words; nothing where there is nothing to say. */
export function lastCallOf(
    { outcome, callbackNumber, message, call }: CallDecided,
    directory: Directory | undefined
): string | undefined {
    if (outcome !== 'presented') {
        return message && notMade.replace('{0}', () => message);
    }
    if (!callbackNumber) {
        return undefined;
    }
    const label = directory?.numberByE164(callbackNumber)?.label;
    const number = formatted(callbackNumber).replaceAll(' ', '\u00a0');
    const named = label ? `${label} (${number})` : number;
    // Only what was started is called a call.
    return (call === 'started' ? presented : decided).replace('{0}', () => named);
}
