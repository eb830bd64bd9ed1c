import addTo from '@salesforce/label/c.Callback_Assign_Add_To';
import addToNobody from '@salesforce/label/c.Callback_Assign_Add_To_Nobody';
import removeFrom from '@salesforce/label/c.Callback_Assign_Remove_From';
import removeFromNobody from '@salesforce/label/c.Callback_Assign_Remove_From_Nobody';
import retired from '@salesforce/label/c.Callback_Assign_Retired';
import { filled, shareOf, shareText, type Share } from 'c/callbackAssignWords';
import type { Draft } from './draft';

/** A number, or a group. */
export interface Item {
    readonly id: string;
    readonly name: string;
    readonly detail: string;
    readonly retired?: boolean;
}

export interface ItemRow {
    readonly id: string;
    readonly name: string;
    readonly detail: string;
    readonly share: Share;
    /** `12 of 40` */
    readonly now: string;
    readonly nowIcon: string;
    /** `Add to 28`; empty where nothing is to change. */
    readonly change: string;
    readonly changeIcon: string;
}

const ICONS: Record<Share, string> = { all: 'utility:check', some: 'utility:dash', none: '' };

/** @param counts how many of `total` have each item */
export function itemRows(
    items: readonly Item[],
    counts: ReadonlyMap<string, number>,
    total: number,
    { add, remove }: Draft
): readonly ItemRow[] {
    const [added, removed] = [new Set(add), new Set(remove)];
    return items.map((item) => {
        const count = counts.get(item.id) ?? 0;
        const share = shareOf(count, total);
        const row = {
            id: item.id,
            name: item.retired ? filled(retired, item.name) : item.name,
            detail: item.detail,
            share,
            now: shareText(count, total),
            nowIcon: ICONS[share]
        };
        if (added.has(item.id)) {
            const change = count < total ? filled(addTo, total - count) : addToNobody;
            return { ...row, change, changeIcon: 'utility:add' };
        }
        if (removed.has(item.id)) {
            const change = count > 0 ? filled(removeFrom, count) : removeFromNobody;
            return { ...row, change, changeIcon: 'utility:clear' };
        }
        return { ...row, change: '', changeIcon: '' };
    });
}
