import hoursHalf from '@salesforce/label/c.Callback_Lists_Hours_Half';
import hoursSame from '@salesforce/label/c.Callback_Lists_Hours_Same';
import nameMissing from '@salesforce/label/c.Callback_Lists_Name_Missing';
import zoneMissing from '@salesforce/label/c.Callback_Lists_Zone_Missing';

/** What a person fills in; blank where there is nothing. Times as `09:30`. */
export interface FormValues {
    readonly name: string;
    readonly active: boolean;
    readonly groupId: string;
    readonly numberId: string;
    readonly timeZone: string;
    readonly from: string;
    readonly until: string;
}

const MIDNIGHT = '00:00';

/** What keeps the list from being saved, in sentences. */
export function faultsOf({ name, timeZone, from, until }: FormValues): readonly string[] {
    const isLimited = Boolean(from && until) && !(from === MIDNIGHT && until === MIDNIGHT);
    return [
        ...(name.trim() ? [] : [nameMissing]),
        ...(Boolean(from) === Boolean(until) ? [] : [hoursHalf]),
        ...(isLimited && from === until ? [hoursSame] : []),
        ...((from || until) && !timeZone ? [zoneMissing] : [])
    ];
}
