import add from '@salesforce/label/c.Callback_Assign_What_Add';
import addGroups from '@salesforce/label/c.Callback_Assign_Preview_Add_Groups';
import addNumbers from '@salesforce/label/c.Callback_Assign_Preview_Add_Numbers';
import group from '@salesforce/label/c.Callback_Assign_Group';
import number from '@salesforce/label/c.Callback_Picker_Label';
import remove from '@salesforce/label/c.Callback_Assign_What_Remove';
import removeGroups from '@salesforce/label/c.Callback_Assign_Preview_Remove_Groups';
import removeNumbers from '@salesforce/label/c.Callback_Assign_Preview_Remove_Numbers';
import type { DraftPreview } from 'c/callbackAssignPreview';
import { filled } from 'c/callbackAssignWords';
import type { ItemPlan, PairPlan } from 'c/callbackSetupData';

const SENTENCES = {
    number: { add: addNumbers, remove: removeNumbers },
    membership: { add: addGroups, remove: removeGroups }
};
const WHAT = { add, remove };

/** @param chosen who the plan is for, in words */
export function previewOf(
    { kind, changes, items }: PairPlan,
    chosen: string,
    names: ReadonlyMap<string, string>
): DraftPreview {
    const sentences = (['add', 'remove'] as const).flatMap((action) => {
        const concerned = items.filter((item) => item.action === action);
        return concerned.length === 0
            ? []
            : filled(
                  SENTENCES[kind][action],
                  concerned.length,
                  chosen,
                  sum(concerned, 'changes'),
                  sum(concerned, 'same')
              );
    });
    return {
        sentences,
        changes: changes.length,
        itemLabel: kind === 'number' ? number : group,
        items: items.map((item) => ({
            id: item.itemId,
            name: names.get(item.itemId) ?? item.itemId,
            what: WHAT[item.action],
            changes: item.changes,
            same: item.same
        }))
    };
}

function sum(items: readonly ItemPlan[], count: 'changes' | 'same'): number {
    return items.reduce((total, item) => total + item[count], 0);
}
