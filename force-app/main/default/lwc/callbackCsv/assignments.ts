import { cellsOf, type Cells } from './cells';
import { checkRows } from './checkRows';
import { phoneProblem, type PhoneContext } from './phoneCell';
import type { CellProblemCode, Checked, CsvColumn, CsvRow, RowCheck } from './types';

export const ASSIGNMENT_COLUMNS = [
    { name: 'Number', needed: true, sample: '+442079460123' },
    /** A username; the header may say so: `Agent (username)`. */
    { name: 'Agent', needed: false, sample: 'ada@example.com' },
    { name: 'Group', needed: false, sample: '' },
    { name: 'Action', needed: false, sample: 'add' }
] as const satisfies readonly CsvColumn[];
export type AssignmentColumn = (typeof ASSIGNMENT_COLUMNS)[number]['name'];

/** A number to be given to, or taken from, exactly one of agent and group. */
export interface AssignmentRecord {
    readonly row: number;
    readonly action: 'add' | 'remove';
    readonly numberId: string;
    readonly agentId?: string;
    readonly agentGroupId?: string;
}

/** What the org has. Usernames and names of groups are compared without regard to case. */
export interface AssignmentContext extends PhoneContext {
    readonly numbers: Iterable<{ readonly id: string; readonly number: string }>;
    readonly agents: Iterable<{ readonly id: string; readonly username: string }>;
    readonly groups: Iterable<{ readonly id: string; readonly name: string }>;
}

type Find = (text: string) => { readonly id: string } | { readonly code: CellProblemCode };

export function assignmentCheck(
    context: AssignmentContext
): RowCheck<AssignmentColumn, AssignmentRecord> {
    const findNumber = numberFinder(context);
    const findAgent = agentFinder(context);
    const findGroup = groupFinder(context);
    const before = new Map<string, Pick<AssignmentRecord, 'row' | 'action'>>();

    return (csvRow, tell) => {
        const { row } = csvRow;
        const cells = cellsOf(csvRow, tell);
        const numberId = idIn(cells, 'Number', findNumber);
        const agentId = cells.read('Agent') ? idIn(cells, 'Agent', findAgent) : undefined;
        const agentGroupId = cells.read('Group') ? idIn(cells, 'Group', findGroup) : undefined;
        if (!cells.read('Number')) {
            cells.tellMissing('Number');
        }
        if (!cells.read('Agent') === !cells.read('Group')) {
            tell({
                code: cells.read('Agent') ? 'agentAndGroup' : 'agentOrGroup',
                row,
                column: 'Agent'
            });
        }
        const action = actionOf(cells);
        if (!numberId || !action || !(agentId ?? agentGroupId)) {
            return undefined;
        }
        const key = assignmentKey({ numberId, agentId, agentGroupId });
        const first = before.get(key);
        if (!first) {
            before.set(key, { row, action });
        } else if (first.action === action) {
            const value = cells.read('Number')!;
            tell({ code: 'duplicate', row, column: 'Number', value, firstRow: first.row });
        } else {
            // Which of the two is meant nobody knows: neither is done.
            const contradiction = { code: 'contradicts', column: 'Action' } as const;
            tell({ ...contradiction, row, value: action, firstRow: first.row });
            tell({ ...contradiction, row: first.row, value: first.action, firstRow: row });
        }
        return {
            row,
            action,
            numberId,
            ...(agentId && { agentId }),
            ...(agentGroupId && { agentGroupId })
        };
    };
}

export function checkAssignments(
    rows: readonly CsvRow<AssignmentColumn>[],
    context: AssignmentContext
): Checked<AssignmentRecord> {
    return checkRows(rows, assignmentCheck(context));
}

/** What makes an assignment the same one: its number and whom it is for. */
export function assignmentKey(one: {
    readonly numberId: string;
    readonly agentId?: string;
    readonly agentGroupId?: string;
}): string {
    return `${one.numberId}:${one.agentId ?? one.agentGroupId ?? ''}`;
}

/** What an import does; what is there, or gone, already is left alone, so that it can be repeated. */
export interface AssignmentPlan<Existing> {
    readonly add: readonly AssignmentRecord[];
    readonly remove: readonly { readonly record: AssignmentRecord; readonly existing: Existing }[];
    readonly same: readonly AssignmentRecord[];
}

export function planOfAssignments<
    Existing extends {
        readonly numberId: string;
        readonly agentId?: string;
        readonly agentGroupId?: string;
    }
>(records: readonly AssignmentRecord[], existing: Iterable<Existing>): AssignmentPlan<Existing> {
    const byKey = new Map([...existing].map((one) => [assignmentKey(one), one]));
    const add: AssignmentRecord[] = [];
    const remove: { record: AssignmentRecord; existing: Existing }[] = [];
    const same: AssignmentRecord[] = [];
    for (const record of records) {
        const found = byKey.get(assignmentKey(record));
        if (Boolean(found) === (record.action === 'add')) {
            same.push(record);
        } else if (found) {
            remove.push({ record, existing: found });
        } else {
            add.push(record);
        }
    }
    return { add, remove, same };
}

function idIn(
    { read, tell }: Cells<AssignmentColumn>,
    column: AssignmentColumn,
    find: Find
): string | undefined {
    const text = read(column);
    const found = text ? find(text) : undefined;
    if (found && 'code' in found) {
        tell(column, found.code);
        return undefined;
    }
    return found?.id;
}

function numberFinder({ numbers, readNumber, isE164, defaultCountry }: AssignmentContext): Find {
    const ids = new Map([...numbers].map(({ id, number }) => [number, id]));
    return (text) => {
        const number = readNumber(text, defaultCountry);
        const id = ids.get(number);
        if (id) {
            return { id };
        }
        return { code: isE164(number) ? 'unknownNumber' : phoneProblem(text, defaultCountry) };
    };
}

function agentFinder({ agents }: AssignmentContext): Find {
    const ids = new Map([...agents].map(({ id, username }) => [username.toLowerCase(), id]));
    return (text) => {
        const id = ids.get(text.toLowerCase());
        return id ? { id } : { code: 'unknownAgent' };
    };
}

/** Unlike numbers and usernames, names of groups need not be unique. */
function groupFinder({ groups }: AssignmentContext): Find {
    const ids = new Map<string, string[]>();
    for (const { id, name } of groups) {
        const key = name.trim().toLowerCase();
        ids.set(key, [...(ids.get(key) ?? []), id]);
    }
    return (text) => {
        const [id, another] = ids.get(text.toLowerCase()) ?? [];
        if (!id) {
            return { code: 'unknownGroup' };
        }
        return another ? { code: 'ambiguousGroup' } : { id };
    };
}

function actionOf({ read, tell }: Cells<AssignmentColumn>): 'add' | 'remove' | undefined {
    const action = read('Action')?.toLowerCase() || 'add';
    if (action === 'add' || action === 'remove') {
        return action;
    }
    tell('Action', 'notAnAction');
    return undefined;
}
