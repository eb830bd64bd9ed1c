import {
    decide,
    isE164,
    matchRule,
    type Agent,
    type AutomatedChannel,
    type Dial,
    type Directory,
    type Rule
} from 'c/callbackResolver';
import type { SampleRecord } from 'c/callbackSetupData';

/** What became of the records of one object. */
export interface Count {
    readonly looked: number;
    readonly matched: number;
    /** Names of some that match. */
    readonly examples: readonly string[];
    /** The rule picks the number. */
    readonly wins: number;
    /** Other rules that pick it before, by rule id. */
    readonly earlier: ReadonlyMap<string, number>;
    /** A selector is asked before. */
    readonly open: number;
    /** Nothing picks it. */
    readonly otherwise: number;
}

const MOST_EXAMPLES = 3;

/**
 * Whom of the records the rule matches, and what happens on a call of each by one agent.
 * @param directory with the rules of the draft
 * @param read a number as written, to E.164
 */
export function countCatches(
    rule: Rule,
    records: readonly SampleRecord[],
    {
        agent,
        directory,
        objectApiName,
        read
    }: {
        readonly agent: Agent | undefined;
        readonly directory: Directory;
        readonly objectApiName: string;
        read(number: string): string;
    }
): Count {
    const channel: AutomatedChannel = rule.channel === 'connect' ? 'connect' : 'clickToDial';
    const examples: string[] = [];
    const earlier = new Map<string, number>();
    const found = { matched: 0, wins: 0, open: 0, otherwise: 0 };
    for (const { id, name, phones, facts } of records) {
        const dials = (phones.length > 0 ? phones : ['']).map((phone): Dial => ({
            agentId: (agent?.id ?? '') as Dial['agentId'],
            channel,
            number: read(phone),
            recordId: id,
            objectApiName
        }));
        const dial = dials.find((one) => matches(rule, one, facts, directory));
        if (!dial) {
            continue;
        }
        found.matched += 1;
        if (examples.length < MOST_EXAMPLES) {
            examples.push(name);
        }
        if (!agent) {
            continue;
        }
        const resolution = decide(directory, dial, facts);
        const ruleId = resolution.status === 'decided' ? resolution.decision.ruleId : undefined;
        if (resolution.status === 'needs') {
            found.open += 1;
        } else if (ruleId === rule.id) {
            found.wins += 1;
        } else if (ruleId === undefined) {
            found.otherwise += 1;
        } else {
            earlier.set(ruleId, (earlier.get(ruleId) ?? 0) + 1);
        }
    }
    return { ...found, looked: records.length, examples, earlier };
}

function matches(
    rule: Rule,
    dial: Dial,
    facts: SampleRecord['facts'],
    directory: Directory
): boolean {
    return rule.type === 'numberPrefix'
        ? isE164(dial.number) && dial.number.startsWith(rule.prefix)
        : matchRule(rule, dial, facts, directory).kind === 'picks';
}
