import { isPrefix } from './e164';
import { compareRules } from './order';
import { PolicyBook } from './policy';
import { PrefixIndex } from './prefixIndex';
import type {
    Agent,
    AgentId,
    CallbackNumber,
    DialList,
    DialListId,
    DirectoryRows,
    NumberId,
    Rule,
    RuleId
} from './types';

/** Everything configured, indexed for deciding. Immutable: a change makes a new one. */
export interface Directory {
    readonly agents: ReadonlyMap<AgentId, Agent>;
    readonly numbers: ReadonlyMap<NumberId, CallbackNumber>;
    readonly dialLists: ReadonlyMap<DialListId, DialList>;
    readonly rules: ReadonlyMap<RuleId, Rule>;
    readonly policies: PolicyBook;
    readonly ruleBook: RuleBook;
    /** Numbers assigned to an agent or a group, by its id. */
    readonly assigned: ReadonlyMap<string, ReadonlySet<NumberId>>;
    /** @param number E.164 */
    numberByE164(number: string): CallbackNumber | undefined;
}

/** The active rules in the order in which they are asked; places in `ordered` stand for rules. */
export interface RuleBook {
    readonly ordered: readonly Rule[];
    readonly prefixes: PrefixIndex;
    /** Places of all rules that are not number prefixes, ascending. */
    readonly others: readonly number[];
}

export function createDirectory(rows: DirectoryRows): Directory {
    const numbers = byId(rows.numbers);
    const numberByE164 = new Map<string, CallbackNumber>(
        rows.numbers.map((number) => [number.number, number])
    );
    return {
        agents: byId(rows.agents),
        numbers,
        dialLists: byId(rows.dialLists),
        rules: byId(rows.rules),
        policies: new PolicyBook(rows.policies),
        ruleBook: createRuleBook(rows.rules),
        assigned: groupAssignments(rows),
        numberByE164: (number) => numberByE164.get(number)
    };
}

export function createRuleBook(rules: readonly Rule[]): RuleBook {
    const ordered = rules.filter((rule) => rule.active).sort(compareRules);
    const prefixes = new PrefixIndex();
    const others: number[] = [];
    ordered.forEach((rule, place) => {
        if (rule.type !== 'numberPrefix') {
            others.push(place);
        } else if (isPrefix(rule.prefix)) {
            prefixes.add(rule.prefix, place);
        }
    });
    return { ordered, prefixes, others };
}

function groupAssignments({ assignments }: DirectoryRows): Map<string, Set<NumberId>> {
    const assigned = new Map<string, Set<NumberId>>();
    for (const { agentId, agentGroupId, numberId } of assignments) {
        const assignee = agentId ?? agentGroupId;
        if (assignee === undefined) {
            continue;
        }
        const numbers = assigned.get(assignee);
        if (numbers) {
            numbers.add(numberId);
        } else {
            assigned.set(assignee, new Set([numberId]));
        }
    }
    return assigned;
}

function byId<Id extends string, Row extends { readonly id: Id }>(
    rows: readonly Row[]
): Map<Row['id'], Row> {
    return new Map(rows.map((row) => [row.id, row]));
}
