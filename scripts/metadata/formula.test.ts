import { describe, expect, it } from 'vitest';
import { referencesIn } from './formula.ts';

describe('References in a formula', () => {
    it('are functions, fields along relationships, and globals', () => {
        const found = referencesIn('AND(ISBLANK(Agent__r.Name), $User.Id <> Agent__c, TRUE)');
        expect(found.functions).toEqual(['AND', 'ISBLANK']);
        expect(found.fields).toEqual(['Agent__r.Name', 'Agent__c']);
        expect(found.globals).toEqual(['$User.Id']);
    });

    it('are not looked for in texts and comments', () => {
        const found = referencesIn('/* Old__c */ REGEX(Number__c, "\\\\+\\"Other__c\\"(") ');
        expect(found).toMatchObject({ fields: ['Number__c'], unbalanced: undefined });
    });

    it('include the picklist values compared with', () => {
        expect(referencesIn('ISPICKVAL( Type__c , "Dial list" )').picklistValues).toEqual([
            { field: 'Type__c', value: 'Dial list' }
        ]);
    });

    it.each([
        ['LEN(Name', 'a bracket'],
        ['LEN(Name))', 'a bracket'],
        ['Name = "x', 'a quotation mark']
    ])('say that %s is not closed', (formula, what) => {
        expect(referencesIn(formula).unbalanced).toBe(what);
    });
});
