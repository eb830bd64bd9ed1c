import { describe, expect, it } from 'vitest';
import { filterCondition, matching, searchQuery } from './lightning/recordPicker/search';

const criteria = ['A', 'B', 'C'].map((fieldPath) => ({ fieldPath, operator: 'eq', value: 1 }));
const [a, b, c] = criteria.map(({ fieldPath }) => ({ [fieldPath]: { eq: 1 } }));

describe('the filter of a record picker', () => {
    it.each([
        [undefined, { and: [a, b, c] }],
        ['1 OR 2 AND 3', { or: [a, { and: [b, c] }] }],
        ['(1 OR 2) AND NOT 3', { and: [{ or: [a, b] }, { not: c }] }],
        ['not (1 and 2)', { not: { and: [a, b] } }]
    ])('%s', (filterLogic, condition) => {
        expect(filterCondition({ criteria, ...(filterLogic && { filterLogic }) })).toEqual(
            condition
        );
    });

    it.each(['1 AND', '4', '(1 OR 2', '1 2', '1 XOR 2', ''.padEnd(3)])(
        'refuses the logic "%s"',
        (filterLogic) => {
            expect(() => filterCondition({ criteria, filterLogic })).toThrow(/filterLogic/);
        }
    );
});

describe('what a record picker asks', () => {
    it('takes signs of patterns as they are typed, and follows relationships', () => {
        const fields = [
            { fieldPath: 'Name' },
            { fieldPath: 'Owner.Name', mode: 'startsWith' } as const
        ];
        expect(matching(' 50%_\\ ', fields, undefined)).toEqual({
            and: [
                {
                    or: [
                        { Name: { like: '%50\\%\\_\\\\%' } },
                        { Owner: { Name: { like: '50\\%\\_\\\\%' } } }
                    ]
                }
            ]
        });
    });

    it('reads what is shown, and lets no name become syntax', () => {
        const display = { primary: 'Owner.Name', additional: ['Phone'] };
        const { query } = searchQuery({ objectApiName: 'Account', display, where: {}, first: 1 });
        expect(query).toContain('orderBy: { Owner: { Name : { order: ASC } } }');
        expect(query).toContain('Id Owner { Name { value displayValue } } Phone { value');
        expect(() => searchQuery({ objectApiName: 'A(', display, where: {}, first: 1 })).toThrow(
            /A\( is no name/
        );
    });
});
