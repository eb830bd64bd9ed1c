import notTried from '@salesforce/label/c.Callback_Assign_Not_Tried';
import rest from '@salesforce/label/c.Callback_Assign_Rest';
import { filled } from 'c/callbackAssignWords';
import type { SaveState } from 'c/callbackSaveProgress';
import type { PairResult } from 'c/callbackSetupData';

/** What became of a save: what somebody else did meanwhile is done too. */
export function outcomeOf(
    results: readonly PairResult[],
    names: ReadonlyMap<string, string>
): Extract<SaveState, { kind: 'saved' }> {
    const name = (id: string) => names.get(id) ?? id;
    const failures = results.flatMap(({ change, result }) => {
        if (result.kind !== 'refused' && result.kind !== 'unknown') {
            return [];
        }
        const who = `${name(change.assignee.id)} — ${name(change.itemId)}`;
        return { name: who, reason: result.errors.join(' ') };
    });
    const left = results.filter(({ result }) => result.kind === 'notTried').length;
    return {
        kind: 'saved',
        saved: results.length - failures.length - left,
        total: results.length,
        failures: [
            ...(left > 0 ? [{ name: filled(rest, left), reason: notTried }] : []),
            ...failures
        ]
    };
}
