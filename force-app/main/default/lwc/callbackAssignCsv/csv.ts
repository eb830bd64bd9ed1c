import {
    assignmentCheck,
    planOfAssignments,
    writeCsv,
    ASSIGNMENT_COLUMNS,
    type AssignmentColumn,
    type AssignmentRecord,
    type ImportAction
} from 'c/callbackCsv';
import { rows } from 'c/callbackData';
import { reduceErrors } from 'c/callbackErrors';
import { createNumberReader, type PhoneLibrary } from 'c/callbackPhone';
import { isE164, type CallbackNumber } from 'c/callbackResolver';
import {
    agentsWithGroups,
    groupsWithMembers,
    readAgents,
    readAllPairs,
    readGroups,
    readNumbers,
    readPolicies,
    savePairs,
    type AgentSummary,
    type Ask,
    type GroupSummary,
    type Pair,
    type PairChange,
    type RowResult,
    type SaveOptions
} from 'c/callbackSetupData';

/** One row that is right, and what it would do. */
interface Item {
    readonly row: number;
    readonly action: ImportAction;
    readonly cells: Readonly<Record<string, string>>;
    readonly change?: PairChange;
}

/** What assignments are between. */
interface Ends {
    readonly numbers: readonly CallbackNumber[];
    readonly agents: readonly AgentSummary[];
    readonly groups: readonly GroupSummary[];
}

/** How a file of assignments is imported; everything is read anew for each file. */
export function assignmentImport(ask: Ask, loadLibrary: () => Promise<PhoneLibrary>) {
    return {
        columns: ASSIGNMENT_COLUMNS,
        prepare: async () => {
            const library = await loadLibrary();
            const ends = await readEnds(ask);
            const policies = (await readPolicies(ask)).flatMap((row) => rows.toPolicy(row) ?? []);
            const existing = await readAllPairs(ask);
            const { defaultCountry } = policies.find(({ scope }) => scope === 'organization') ?? {};
            return {
                check: assignmentCheck({
                    ...ends,
                    readNumber: createNumberReader(library, isE164),
                    isE164,
                    ...(defaultCountry && { defaultCountry })
                }),
                plan: (records: readonly AssignmentRecord[]) => itemsOf(records, existing, ends)
            };
        },
        save: async (
            items: readonly Item[],
            options: Pick<SaveOptions, 'onProgress' | 'signal'>
        ): Promise<readonly RowResult[]> => {
            const changes = items.map(({ change }) => change!);
            try {
                const results = await savePairs({ kind: 'number', changes }, { ask, ...options });
                return results.map(({ result }) => {
                    return result.kind === 'already' ? { kind: 'saved', id: '' } : result;
                });
            } catch (thrown) {
                const errors = reduceErrors(thrown);
                return items.map(() => ({ kind: 'refused', errors }));
            }
        }
    };
}

/** The assignments as a file that can be imported again; without those of agents who have left. */
export function assignmentFile(pairs: readonly Pair[], ends: Ends): string {
    const cellsOf = cellWriter(ends);
    return writeCsv(
        ASSIGNMENT_COLUMNS.map(({ name }) => name),
        pairs
            .map(({ itemId, assigneeId }) =>
                cellsOf({
                    numberId: itemId,
                    agentId: assigneeId,
                    agentGroupId: assigneeId,
                    action: 'add'
                })
            )
            .filter((cells) => cells.Number && (cells.Agent || cells.Group))
            .map((cells) => ASSIGNMENT_COLUMNS.map(({ name }) => cells[name]))
    );
}

async function readEnds(ask: Ask): Promise<Ends> {
    return {
        numbers: (await readNumbers(ask)).flatMap((row) => rows.toNumber(row, isE164) ?? []),
        agents: agentsWithGroups(await readAgents(ask), []),
        groups: groupsWithMembers(await readGroups(ask), [])
    };
}

function itemsOf(
    records: readonly AssignmentRecord[],
    existing: readonly Pair[],
    ends: Ends
): readonly Item[] {
    const cellsOf = cellWriter(ends);
    const item = (record: AssignmentRecord, action: ImportAction, change?: PairChange): Item => ({
        row: record.row,
        action,
        cells: cellsOf(record),
        ...(change && { change })
    });
    const { add, remove, same } = planOfAssignments(
        records,
        existing.map((pair) => ({ ...pair, numberId: pair.itemId, agentId: pair.assigneeId }))
    );
    return [
        ...add.map((one) => item(one, 'create', { action: 'add', ...endsOf(one) })),
        ...remove.map(({ record, existing: { recordId } }) =>
            item(record, 'remove', { action: 'remove', recordId, ...endsOf(record) })
        ),
        ...same.map((one) => item(one, 'same'))
    ];
}

function endsOf({ numberId, agentId, agentGroupId }: AssignmentRecord) {
    return {
        itemId: numberId,
        assignee: agentId
            ? ({ id: agentId, kind: 'agent' } as const)
            : ({ id: agentGroupId!, kind: 'group' } as const)
    };
}

/** What stands for a number, an agent and a group in a file. */
function cellWriter({ numbers, agents, groups }: Ends) {
    const number = new Map<string, string>(numbers.map((one) => [one.id, one.number]));
    const username = new Map(agents.map((one) => [one.id, one.username]));
    const group = new Map(groups.map((one) => [one.id, one.name]));
    return (one: Omit<AssignmentRecord, 'row'>): Record<AssignmentColumn, string> => ({
        Number: number.get(one.numberId) ?? '',
        Agent: username.get(one.agentId ?? '') ?? '',
        Group: group.get(one.agentGroupId ?? '') ?? '',
        Action: one.action
    });
}
