import { createDirectory, decide, type Facts } from '../callbackResolver';
import type { Row } from './decisionTable';
import { contactField, dialList, prefix, selector } from './ruleSketches';
import { dialOf, directoryRowsOf } from './world';

/** What the resolver asks for before it can decide. */
function needs(rules: NonNullable<Row['rules']>, facts: Facts = {}, more: Partial<Row> = {}) {
    const row: Row = {
        says: '',
        channel: 'connect',
        contact: {},
        rules,
        then: { blocked: 'UNKNOWN_AGENT' },
        because: [],
        ...more
    };
    const resolution = decide(createDirectory(directoryRowsOf(row)), dialOf(row), facts);
    return resolution.status === 'needs' ? resolution.needs : resolution.decision.outcome;
}

const title = contactField('Title', 'equals', 'CEO', 'Paris', { priority: 1 });
const city = contactField('Department', 'equals', 'Sales', 'Paris', { priority: 2 });
const pick = { ...selector('flow:Pick_Number'), priority: 3 };
const uk = (priority: number) => prefix('+44', 'London', { priority });
const fieldsNeed = (...fields: string[]) => ({
    kind: 'recordFields',
    recordId: 'contact',
    objectApiName: 'Contact',
    fields
});

describe('The resolver asks', () => {
    it('for the fields of all rules that may still count, at once', () => {
        expect(needs([title, city])).toEqual([fieldsNeed('Title', 'Department')]);
    });

    it('for a field once, however many rules compare it', () => {
        const other = contactField('Title', 'equals', 'CFO', 'Paris', { priority: 2 });
        expect(needs([title, other])).toEqual([fieldsNeed('Title')]);
    });

    it('for nothing behind a rule that is certain to win', () => {
        expect(needs([title, uk(2), { ...city, priority: 3 }])).toEqual([fieldsNeed('Title')]);
        expect(needs([uk(1), { ...title, priority: 2 }])).toBe('presented');
    });

    it('for more behind a rule whose number is passed over', () => {
        const retired = prefix('+44', 'Old town', { priority: 2 });
        expect(needs([title, retired, { ...city, priority: 3 }])).toEqual([
            fieldsNeed('Title', 'Department')
        ]);
    });

    it('a selector only once every rule before it has passed', () => {
        expect(needs([title, pick])).toEqual([fieldsNeed('Title')]);
        const read: Facts = { fields: { Title: { status: 'read', value: 'CFO' } } };
        expect(needs([title, pick], read)).toEqual([
            { kind: 'selector', ruleId: pick.name, selector: 'flow:Pick_Number' }
        ]);
    });

    it('one selector at a time', () => {
        const second = { ...selector('flow:Second'), priority: 4 };
        expect(needs([pick, second])).toHaveLength(1);
    });

    it('which list an entry belongs to, once, and only where a rule wants to know', () => {
        const entry = { list: { name: 'Win back', by: 'entry' } } as const;
        expect(needs([dialList('any', 'Paris'), dialList('Win back', 'Paris')], {}, entry)).toEqual(
            [{ kind: 'dialEntry', dialEntryId: 'entry' }]
        );
        expect(needs([uk(1)], {}, entry)).toBe('presented');
    });

    it('nothing that a field named like a part of the language could answer', () => {
        const rule = contactField('constructor', 'isBlank', undefined, 'Paris');
        expect(needs([rule], { fields: {} })).toEqual([fieldsNeed('constructor')]);
    });
});
