import type { Value } from '../engine/types.ts';

/** What a formula is worked out for: one record as it is about to be saved, by one user. */
export interface FormulaContext {
    /**
     * The value at `['Field__c']`, `['Parent__r', 'Field__c']`, `['$User', 'Id']`,
     * `['$Permission', 'X']`, spelled as in the formula. Ids in 15 characters, as formulas see
     * them; a blank checkbox as false. Whoever gives it decides about fields that do not exist.
     */
    field(path: readonly string[]): Value | undefined;
    /** The same before the change. Not asked while `isNew`. */
    prior(path: readonly string[]): Value | undefined;
    readonly isNew: boolean;
    /** The moment of TODAY() and NOW(). */
    readonly now: Date;
}
