import { BLANK_RULE, NEW_RULE } from 'c/callbackRuleForm';
import {
    changesOf,
    changing,
    draftOf,
    formsOf,
    isReordered,
    moved,
    removing,
    rulesOf,
    withEdited,
    withoutEdited,
    withoutOrder
} from '../draft';
import { rule } from './rules';

const THREE = [rule('c', 30), rule('a', 10), rule('b', 20)];
const idsOf = (draft: ReturnType<typeof draftOf>) => formsOf(draft).map(({ id }) => id);

describe('A draft of the rules', () => {
    it('begins in the order in which rules are asked', () => {
        const tied = [...THREE, rule('d', 10, { prefix: '+4420' })];
        expect(draftOf(tied).order).toEqual(['d', 'a', 'b', 'c']);
        expect(changesOf(draftOf(tied))).toEqual([]);
    });

    it('writes only the priority of the rule that was moved, if nobody wrote it meanwhile', () => {
        const draft = moved(draftOf(THREE), 'c', 0);
        expect(isReordered(draft)).toBe(true);
        expect(changesOf(draft)).toEqual([
            {
                kind: 'update',
                object: 'Callback_Rule__c',
                id: 'c',
                seen: 'read',
                fields: { Priority__c: 5 }
            }
        ]);
    });

    it('puts a new rule at the end, and a duplicate behind its original', () => {
        const form = { ...BLANK_RULE, name: 'New' };
        expect(idsOf(withEdited(draftOf(THREE), form))).toEqual(['a', 'b', 'c', NEW_RULE]);
        const behind = withEdited(draftOf(THREE), form, 'a');
        expect(idsOf(behind)).toEqual(['a', NEW_RULE, 'b', 'c']);
        expect(changesOf(behind)).toMatchObject([
            { kind: 'create', fields: { Name: 'New', Priority__c: 15 } }
        ]);
    });

    it('writes only the settings that were changed', () => {
        const [, a] = THREE;
        const draft = withEdited(draftOf(THREE), { ...a.form, prefix: '+49' });
        expect(changesOf(draft)).toMatchObject([{ id: 'a', fields: { Prefix__c: '+49' } }]);
    });

    it('saves a change of one rule without the new order of the others', () => {
        const draft = moved(draftOf(THREE), 'c', 0);
        const off = { ...THREE[1].form, active: false };
        expect(changesOf(changing(draft, off))).toMatchObject([
            { id: 'a', fields: { Active__c: false } }
        ]);
        expect(changesOf(removing(draft, 'b'))).toMatchObject([{ kind: 'delete', id: 'b' }]);
    });

    it('loses neither input nor order when the other one is given up', () => {
        const both = withEdited(moved(draftOf(THREE), 'c', 0), BLANK_RULE, 'c');
        expect(idsOf(withoutEdited(both))).toEqual(['c', 'a', 'b']);
        expect(idsOf(withoutOrder(both))).toEqual(['a', NEW_RULE, 'b', 'c']);
    });

    it('leaves rules that say too little out of decisions', () => {
        const draft = withEdited(draftOf(THREE), BLANK_RULE);
        expect(rulesOf(draft).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    });
});
