import { stateOfErrors } from 'c/callbackData';
import { reduceErrors } from 'c/callbackErrors';
import { loadPhoneLibrary } from 'c/callbackPhoneFile';
import type { Rule } from 'c/callbackResolver';
import type { Impact } from 'c/callbackRuleImpact';
import { readExpectations, runExpectations, type Ask } from 'c/callbackSetupData';
import { changedByDraft, type Expectation } from 'c/callbackSimulation';

type RunOptions = Parameters<typeof runExpectations>[1];

/** What saving a draft needs. */
export interface Org {
    readonly ask: Ask;
    readonly readRecord: RunOptions['readRecord'];
    /** What loads the library that numbers are read with. */
    readonly component: object;
}

/**
 * Tries the saved expectations with the rules of a draft.
 * @returns what the admin should know before saving; undefined where nothing would change
 */
export async function impactOf(
    rules: readonly Rule[],
    { ask, readRecord, component }: Org
): Promise<Impact | undefined> {
    try {
        const expectations = await visibleExpectations(ask);
        if (expectations.length === 0) {
            return undefined;
        }
        const phoneLibrary = await loadPhoneLibrary(component);
        const judged = await runExpectations(expectations, {
            ask,
            readRecord,
            phoneLibrary,
            draft: { rules }
        });
        const isWorthALook = judged.some(
            (one) => changedByDraft(one) || one.verdict.kind === 'failed'
        );
        return isWorthALook ? { judged } : undefined;
    } catch (errors) {
        return { judged: [], problem: reduceErrors(errors).join(' ') };
    }
}

/** None for those who may not see any. */
async function visibleExpectations(ask: Ask): Promise<readonly Expectation[]> {
    try {
        return await readExpectations(ask);
    } catch (errors) {
        if (stateOfErrors(errors).kind === 'noPermission') {
            return [];
        }
        throw errors;
    }
}
