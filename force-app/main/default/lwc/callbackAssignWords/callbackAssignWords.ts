/** Presentational. Sentences with counts in them, and what is read off two counts. */
import all from '@salesforce/label/c.Callback_Assign_All';
import assigned from '@salesforce/label/c.Callback_Assign_Assigned';
import none from '@salesforce/label/c.Callback_Assign_None';
import notAssigned from '@salesforce/label/c.Callback_Assign_Not_Assigned';
import some from '@salesforce/label/c.Callback_Assign_Some';
import { filled } from 'c/callbackLabel';

export { filled };

/** Whether all that are chosen have something, some of them, or nobody. */
export type Share = 'all' | 'some' | 'none';

export function shareOf(count: number, total: number): Share {
    if (count === 0) {
        return 'none';
    }
    return count < total ? 'some' : 'all';
}

/** Of one, nobody asks how many. */
export function shareText(count: number, total: number): string {
    const share = shareOf(count, total);
    if (total === 1) {
        return share === 'all' ? assigned : notAssigned;
    }
    return filled({ all, some, none }[share], count, total);
}
