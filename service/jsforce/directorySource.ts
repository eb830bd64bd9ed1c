import type { Connection } from 'jsforce';
import {
    isE164,
    type Agent,
    type AgentGroupId,
    type AgentId,
    type Assignment,
    type DirectoryRows,
    type NumberId
} from '#resolver';
import * as rows from '#rows';
import type { DirectorySource, LoadProgress } from '../ports.ts';
import { readAll } from './readAll.ts';

/** Told of a row that cannot be used: what it is and why it was left out. */
export type OnUnusable = (message: string) => void;

const QUERIES = {
    numbers:
        'SELECT Id, Name, Number__c, Active__c, Country__c, Language__c FROM Callback_Number__c',
    // All users of the org itself: an inactive one must be told from an unknown one.
    agents: "SELECT Id, Name, IsActive, ProfileId FROM User WHERE UserType = 'Standard'",
    members: 'SELECT Agent_Group__c, Agent__c FROM Agent_Group_Member__c',
    assignments:
        'SELECT Callback_Number__c, Agent__c, Agent_Group__c FROM Callback_Number_Assignment__c',
    preferences:
        'SELECT Agent__c, Default_Number__c FROM Callback_Preference__c WHERE Default_Number__c != null',
    policies:
        'SELECT Id, Scope__c, Scope_Key__c, Principal_Number__c, Default_Country__c, Restrict_Numbers__c, ' +
        'Automate_Click_To_Dial__c, Automate_Connect__c, Agent_May_Override__c, When_Unavailable__c ' +
        'FROM Callback_Policy__c',
    rules:
        'SELECT Id, Name, Priority__c, Active__c, Channel__c, Type__c, Prefix__c, Object__c, Field__c, ' +
        'Operator__c, Value__c, Dial_List__c, Selector__c, Agent_Group__c, Callback_Number__c ' +
        'FROM Callback_Rule__c',
    dialLists: 'SELECT Id, Name, Callback_Number__c FROM Dial_List__c'
} as const;

export function createDirectorySource(
    connection: Connection,
    onUnusable: OnUnusable = () => undefined
): DirectorySource {
    const told = new Set<string>();
    /** Leaves a row out, and says so once: the same row comes again with every reload. */
    function usable<Row extends { readonly Id: string }, Result>(
        kind: string,
        convert: (row: Row) => Result | undefined,
        whatItNeeds: (row: Row) => string
    ): (row: Row) => Result | undefined {
        return (row) => {
            const result = convert(row);
            const message = `${kind} ${row.Id} is left out: ${whatItNeeds(row)}.`;
            if (result === undefined && !told.has(message)) {
                told.add(message);
                onUnusable(message);
            }
            return result;
        };
    }

    return {
        async load(onProgress) {
            const read = reader(connection, onProgress);
            const groups = new Map<string, AgentGroupId[]>();
            await read<rows.MemberRow>('members', ({ Agent__c, Agent_Group__c }) => {
                const known = groups.get(Agent__c);
                const group = read.once(Agent_Group__c) as AgentGroupId;
                if (known) {
                    known.push(group);
                } else {
                    groups.set(Agent__c, [group]);
                }
                return undefined;
            });
            const defaults = new Map<string, NumberId>();
            await read<rows.PreferenceRow>('preferences', ({ Agent__c, Default_Number__c }) => {
                if (Default_Number__c !== null) {
                    defaults.set(Agent__c, read.once(Default_Number__c) as NumberId);
                }
                return undefined;
            });
            const numbers = await read(
                'numbers',
                usable(
                    'Number',
                    (row: rows.NumberRow) =>
                        rows.toNumber({ ...row, Id: read.once(row.Id) }, isE164),
                    () => 'it is not in international form'
                )
            );
            const agents = await read('agents', (row: rows.UserRow): Agent => {
                const defaultNumberId = defaults.get(row.Id);
                return {
                    id: read.once(row.Id) as AgentId,
                    name: row.Name,
                    active: row.IsActive,
                    profileId: read.once(row.ProfileId),
                    groupIds: groups.get(row.Id) ?? NO_GROUPS,
                    ...(defaultNumberId && { defaultNumberId })
                };
            });
            const assignments = await read('assignments', (row: rows.AssignmentRow) =>
                toAssignment(row, read.once)
            );
            const policies = await read(
                'policies',
                usable('Policy', rows.toPolicy, (row) => `its scope "${row.Scope__c}" is not known`)
            );
            const rules = await read(
                'rules',
                usable(
                    'Rule',
                    rows.toRule,
                    (row) => `it lacks what the type "${row.Type__c}" needs`
                )
            );
            const dialLists = await read('dialLists', rows.toDialList);
            return {
                numbers,
                agents,
                assignments,
                policies,
                rules,
                dialLists
            } satisfies DirectoryRows;
        }
    };
}

const NO_GROUPS: readonly AgentGroupId[] = [];

/** Undefined for an assignment to nobody. */
function toAssignment(
    row: rows.AssignmentRow,
    once: (id: string) => string
): Assignment | undefined {
    const numberId = once(row.Callback_Number__c) as NumberId;
    if (row.Agent__c) {
        return { numberId, agentId: once(row.Agent__c) as AgentId };
    }
    return row.Agent_Group__c
        ? { numberId, agentGroupId: once(row.Agent_Group__c) as AgentGroupId }
        : undefined;
}

/** One load: reads query after query, and keeps each id once, however many rows name it. */
function reader(connection: Connection, onProgress?: LoadProgress) {
    const known = new Map<string, string>();
    const once = (id: string): string => {
        const kept = known.get(id);
        if (kept === undefined) {
            known.set(id, id);
        }
        return kept ?? id;
    };
    async function read<Row, Result = never>(
        object: keyof typeof QUERIES,
        convert: (row: Row) => Result | undefined
    ): Promise<Result[]> {
        const results: Result[] = [];
        let count = 0;
        await readAll<Row>(connection, QUERIES[object], (page, total) => {
            for (const row of page) {
                const result = convert(row);
                if (result !== undefined) {
                    results.push(result);
                }
            }
            count += page.length;
            onProgress?.({ object, rows: count, total });
        });
        return results;
    }
    return Object.assign(read, { once });
}
