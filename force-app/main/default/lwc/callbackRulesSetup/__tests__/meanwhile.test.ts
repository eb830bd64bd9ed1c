import { BLANK_RULE, NEW_RULE } from 'c/callbackRuleForm';
import { draftOf, formsOf, moved, removing, withEdited } from '../draft';
import { meanwhileTo, rebased } from '../meanwhile';
import { rule } from './rules';

const BEFORE = [rule('a', 10), rule('b', 20), rule('c', 30)];
const read = draftOf(BEFORE);

describe('Another admin, meanwhile', () => {
    it('moved rules: the own order stays, and what they moved is named', () => {
        const mine = moved(read, 'c', 0);
        const theirs = [rule('a', 10), rule('b', 5), rule('c', 30)];
        expect(meanwhileTo(mine, theirs)).toEqual([{ kind: 'moved', name: 'B' }]);
        expect(formsOf(rebased(mine, theirs)).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    });

    it('moved rules, and the own order is as it was: theirs is taken over', () => {
        const theirs = [rule('a', 10), rule('b', 5), rule('c', 30)];
        expect(meanwhileTo(read, theirs)).toEqual([]);
        expect(rebased(read, theirs).order).toEqual(['b', 'a', 'c']);
    });

    it('gave a rule another priority at the same place: nobody is bothered', () => {
        expect(
            meanwhileTo(moved(read, 'c', 0), [rule('a', 10), rule('b', 25), rule('c', 30)])
        ).toEqual([]);
    });

    it('added and deleted rules: the new one stands behind the rule it followed', () => {
        const mine = moved(read, 'c', 0);
        const theirs = [rule('a', 10), rule('x', 15), rule('c', 30)];
        expect(meanwhileTo(mine, theirs)).toEqual([
            { kind: 'added', name: 'X' },
            { kind: 'deleted', name: 'B' }
        ]);
        expect(rebased(mine, theirs).order).toEqual(['c', 'a', 'x']);
    });

    it('changed the rule being edited: the own input goes over theirs, the rest becomes theirs', () => {
        const mine = withEdited(read, { ...BEFORE[0].form, prefix: '+49' });
        const theirs = [rule('a', 10, { name: 'Theirs', prefix: '+1' }), ...BEFORE.slice(1)];
        expect(meanwhileTo(mine, theirs)).toEqual([{ kind: 'changed', name: 'A' }]);
        expect(rebased(mine, theirs).edited).toMatchObject({ name: 'Theirs', prefix: '+49' });
    });

    it('deleted the rule being edited: the input becomes a new rule at its place', () => {
        const mine = withEdited(read, { ...BEFORE[1].form, prefix: '+49' });
        const theirs = [BEFORE[0], BEFORE[2]];
        expect(meanwhileTo(mine, theirs)).toEqual([{ kind: 'editedDeleted', name: 'B' }]);
        const now = rebased(mine, theirs);
        expect(now.edited).toMatchObject({ id: NEW_RULE, prefix: '+49' });
        expect(now.order).toEqual(['a', NEW_RULE, 'c']);
    });

    it('changed a rule that is to be deleted: it is not deleted blindly', () => {
        const theirs = [rule('a', 10, { prefix: '+1' }), ...BEFORE.slice(1)];
        expect(meanwhileTo(removing(read, 'a'), theirs)).toEqual([{ kind: 'changed', name: 'A' }]);
    });

    it('did something else while a rule is added: it keeps its neighbour', () => {
        const mine = withEdited(read, BLANK_RULE, 'a');
        expect(rebased(mine, BEFORE.slice(1)).order).toEqual([NEW_RULE, 'b', 'c']);
        expect(rebased(mine, [...BEFORE, rule('d', 5)]).order).toEqual([
            'd',
            'a',
            NEW_RULE,
            'b',
            'c'
        ]);
    });
});
