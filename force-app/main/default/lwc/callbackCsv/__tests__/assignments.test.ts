import {
    checkAssignments,
    planOfAssignments,
    type AssignmentColumn,
    type CsvRow
} from '../callbackCsv';
import { READING, sheet } from './phones';

const ORG = {
    ...READING,
    defaultCountry: 'GB',
    numbers: [
        { id: 'n1', number: '+442079460001' },
        { id: 'n2', number: '+442079460002' }
    ],
    agents: [{ id: 'a1', username: 'Ada@example.com' }],
    groups: [
        { id: 'g1', name: 'Sales' },
        { id: 'g2', name: 'Twins' },
        { id: 'g3', name: 'twins' }
    ]
};
const check = (...rows: readonly CsvRow<AssignmentColumn>['cells'][]) =>
    checkAssignments(sheet(...rows), ORG);

describe('rows of assignments', () => {
    it('name agents by username and groups by name, whatever the case; to add is understood', () => {
        expect(
            check(
                { Number: '020 7946 0001', Agent: 'ada@EXAMPLE.com', Group: '', Action: '' },
                { Number: '+442079460002', Group: 'sales', Action: 'Remove' }
            )
        ).toEqual({
            records: [
                { row: 2, action: 'add', numberId: 'n1', agentId: 'a1' },
                { row: 3, action: 'remove', numberId: 'n2', agentGroupId: 'g1' }
            ],
            problems: []
        });
    });

    it.each([
        [{ Number: '', Agent: 'ada@example.com' }, 'missing', 'Number'],
        [{ Number: '+442079460009', Agent: 'ada@example.com' }, 'unknownNumber', 'Number'],
        [{ Number: '12', Agent: 'ada@example.com' }, 'notANumber', 'Number'],
        [{ Number: '+442079460001', Agent: 'eve@example.com' }, 'unknownAgent', 'Agent'],
        [{ Number: '+442079460001', Group: 'Nobody' }, 'unknownGroup', 'Group'],
        [{ Number: '+442079460001', Group: 'Twins' }, 'ambiguousGroup', 'Group'],
        [{ Number: '+442079460001' }, 'agentOrGroup', 'Agent'],
        [
            { Number: '+442079460001', Agent: 'ada@example.com', Group: 'Sales' },
            'agentAndGroup',
            'Agent'
        ],
        [{ Number: '+442079460001', Group: 'Sales', Action: 'delete' }, 'notAnAction', 'Action']
    ])('%j is refused: %s in %s', (cells, code, column) => {
        expect(check(cells)).toEqual({
            records: [],
            problems: [expect.objectContaining({ code, column, row: 2 })]
        });
    });

    it('say a pair once, and not add and remove of the same', () => {
        const pair = { Number: '+442079460001', Group: 'Sales' };
        const other = { Number: '+442079460002', Group: 'Sales' };
        const { records, problems } = check(pair, pair, other, { ...other, Action: 'remove' });
        expect(records.map(({ row }) => row)).toEqual([2]);
        expect(problems).toEqual([
            {
                code: 'duplicate',
                row: 3,
                column: 'Number',
                value: '+442079460001',
                firstRow: 2
            },
            { code: 'contradicts', row: 4, column: 'Action', value: 'add', firstRow: 5 },
            { code: 'contradicts', row: 5, column: 'Action', value: 'remove', firstRow: 4 }
        ]);
    });

    it('change only what is not so already', () => {
        const existing = [
            { id: 'x1', numberId: 'n1', agentId: 'a1' },
            { id: 'x2', numberId: 'n2', agentGroupId: 'g1' }
        ];
        const { records } = check(
            { Number: '+442079460001', Agent: 'ada@example.com' },
            { Number: '+442079460002', Group: 'Sales', Action: 'remove' },
            { Number: '+442079460002', Agent: 'ada@example.com' },
            { Number: '+442079460001', Group: 'Sales', Action: 'remove' }
        );
        const { add, remove, same } = planOfAssignments(records, existing);
        expect(add.map(({ row }) => row)).toEqual([4]);
        expect(remove.map((one) => one.existing.id)).toEqual(['x2']);
        expect(same.map(({ row }) => row)).toEqual([2, 5]);
    });
});
