import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { XMLParser } from 'fast-xml-parser';
import {
    ERROR_CODES,
    type AutomatedChannel,
    type Directory,
    type ErrorCode,
    type LintFinding,
    type NumberId,
    type RuleId,
    type TraceStep
} from '#resolver';

/** The package's custom labels: the only place where the words for codes are written. */
export const LABELS_FILE = fileURLToPath(
    new URL('../force-app/main/default/labels/CustomLabels.labels-meta.xml', import.meta.url)
);

/** What ids are called. A `Directory` will do; ids it does not know stand for themselves. */
export type Names = Pick<Directory, 'numbers' | 'rules'>;

/** English for what the resolver says in codes. */
export interface Words {
    /** One sentence for one step. */
    step(step: TraceStep, names: Names): string;
    traceAsWords(trace: readonly TraceStep[], names: Names): string[];
    /** One sentence: why this number, or why none. The last step is the one that decided. */
    reasonOf(decision: { readonly trace: readonly TraceStep[] }, names: Names): string;
    /** What an agent is told whose call is blocked. */
    blocked(code: ErrorCode, message?: string): string;
    finding(finding: LintFinding, names: Names): string;
}

const CHANNEL_NAMES: Readonly<Record<AutomatedChannel, string>> = {
    clickToDial: 'Click to dial',
    connect: 'Connect'
};

/**
 * @throws Error when a label that is needed is missing from the file
 */
export function createWords(labelsXmlPath: string = LABELS_FILE): Words {
    const labels = readLabels(labelsXmlPath);
    const label = (code: string): string => {
        const text = labels.get(labelOfCode(code));
        if (text === undefined) {
            throw new Error(
                `${labelsXmlPath} has no label ${labelOfCode(code)}: add it, with words for ${code}.`
            );
        }
        return text;
    };
    const templates = new Map(
        [...Object.keys(STEP_PARTS), ...Object.keys(FINDING_PARTS), ...ERROR_CODES].map((code) => [
            code,
            templateOf(label(code))
        ])
    );
    const say = (code: string, parts: readonly string[]) => filled(templates.get(code)!, parts);
    // One for each directory: a new one for each sentence would cost as much as the sentence.
    const telling = new WeakMap<Names, Telling>();
    const tell = (names: Names): Telling => {
        let known = telling.get(names);
        if (!known) {
            known = {
                number: (id) => {
                    const number = names.numbers.get(id);
                    return number ? `${number.label} (${number.number})` : id;
                },
                rule: (id) => names.rules.get(id)?.name ?? id,
                reason: label
            };
            telling.set(names, known);
        }
        return known;
    };
    const step: Words['step'] = (one, names) =>
        say(one.code, (STEP_PARTS[one.code] as PartsOf<TraceStep>)(one, tell(names)));

    return {
        step,
        traceAsWords: (trace, names) => trace.map((one) => step(one, names)),
        reasonOf: ({ trace }, names) => {
            const last = trace.at(-1);
            return last === undefined ? '' : step(last, names);
        },
        blocked: (code, message) => say(code, message === undefined ? [] : [message]),
        finding: (one, names) =>
            say(one.code, (FINDING_PARTS[one.code] as PartsOf<LintFinding>)(one, tell(names)))
    };
}

/** A sentence cut at its placeholders: texts, and between them which part comes there. */
interface Template {
    readonly texts: readonly string[];
    readonly places: readonly number[];
}

/** Cut once, since one sentence goes with every decision. */
function templateOf(text: string): Template {
    const pieces = text.split(/\{(\d)\}/);
    return {
        texts: pieces.filter((_, at) => at % 2 === 0),
        places: pieces.filter((_, at) => at % 2 === 1).map(Number)
    };
}

function filled({ texts, places }: Template, parts: readonly string[]): string {
    let sentence = texts[0];
    for (let at = 0; at < places.length; at++) {
        sentence += (parts[places[at]] ?? `{${places[at]}}`) + texts[at + 1];
    }
    return sentence;
}

/** `RULE_USED` is `Callback_Rule_Used`. */
export function labelOfCode(code: string): string {
    const parts = code.split('_').map((part) => part[0] + part.slice(1).toLowerCase());
    return `Callback_${parts.join('_')}`;
}

/** How the parts of a sentence are told. */
interface Telling {
    number(id: NumberId): string;
    rule(id: RuleId): string;
    reason(code: string): string;
}

type PartsOf<T> = (one: T, tell: Telling) => readonly string[];
type PartsByCode<T extends { code: string }> = {
    readonly [Code in T['code']]: PartsOf<Extract<T, { code: Code }>>;
};

const nothing = () => [];
const rule = ({ ruleId }: { ruleId: RuleId }, tell: Telling) => [tell.rule(ruleId)];
const number = ({ numberId }: { numberId: NumberId }, tell: Telling) => [tell.number(numberId)];
const text = ({ number: chosen }: { number: string }) => [chosen];
const numberAndReason = (step: { numberId: NumberId; reason: string }, tell: Telling) => [
    tell.number(step.numberId),
    tell.reason(step.reason)
];
const ruleAndReason = (step: { ruleId: RuleId; reason: string }, tell: Telling) => [
    tell.rule(step.ruleId),
    tell.reason(step.reason)
];
const ruleAndNumber = (step: { ruleId: RuleId; numberId: NumberId }, tell: Telling) => [
    tell.rule(step.ruleId),
    tell.number(step.numberId)
];
const count = (step: { count: number }) => [String(step.count)];

/** What stands for `{0}`, `{1}` and `{2}` in the label of each step. */
const STEP_PARTS: PartsByCode<TraceStep> = {
    AGENT_UNKNOWN: nothing,
    AGENT_INACTIVE: nothing,
    POLICY_IN_FORCE: nothing,
    THIS_CALL_NOT_GIVEN: nothing,
    THIS_CALL_IGNORED: text,
    THIS_CALL_NOT_CONFIGURED: text,
    THIS_CALL_NOT_AVAILABLE: numberAndReason,
    THIS_CALL_USED: number,
    RULES_NOT_FOR_MANUAL: nothing,
    RULES_AUTOMATION_OFF: ({ channel }) => [CHANNEL_NAMES[channel]],
    RULES_PREFIX_NONE_MATCHED: count,
    RULES_PREFIX_NOT_A_FULL_NUMBER: count,
    RULE_OTHER_CHANNEL: rule,
    RULE_OTHER_GROUP: rule,
    RULE_OTHER_OBJECT: rule,
    RULE_NO_RECORD: rule,
    RULE_FIELD_UNREADABLE: ruleAndReason,
    RULE_FIELD_NOT_MATCHED: rule,
    RULE_NO_DIAL_LIST: rule,
    RULE_OTHER_DIAL_LIST: rule,
    RULE_DIAL_LIST_HAS_NO_NUMBER: rule,
    RULE_SELECTOR_BLANK: rule,
    RULE_SELECTOR_FAILED: ruleAndReason,
    RULE_SELECTOR_REFUSED: ({ ruleId, message }, tell) => [tell.rule(ruleId), message],
    RULE_SELECTOR_NOT_CONFIGURED: (step, tell) => [tell.rule(step.ruleId), step.number],
    RULE_NUMBER_NOT_AVAILABLE: (step, tell) => [
        ...ruleAndNumber(step, tell),
        tell.reason(step.reason)
    ],
    RULE_USED: ruleAndNumber,
    RULES_NONE_APPLIED: nothing,
    AGENT_DEFAULT_NOT_SET: nothing,
    AGENT_DEFAULT_NOT_AVAILABLE: numberAndReason,
    AGENT_DEFAULT_USED: number,
    PRINCIPAL_NOT_SET: nothing,
    PRINCIPAL_RETIRED: number,
    PRINCIPAL_USED: number
};

const FINDING_PARTS: PartsByCode<LintFinding> = {
    RULE_SHADOWED: (found, tell) => [tell.rule(found.ruleId), tell.rule(found.byRuleId)],
    RULE_NUMBER_RETIRED: ruleAndNumber,
    RULE_NUMBER_NO_AGENT: ruleAndNumber,
    RULE_NO_AGENT: rule,
    RULE_PREFIX_DUPLICATE: (found, tell) => [tell.rule(found.ruleId), tell.rule(found.sameAsRuleId)]
};

function readLabels(path: string): Map<string, string> {
    const parser = new XMLParser({
        parseTagValue: false,
        isArray: (name) => name === 'labels'
    });
    const file = parser.parse(readFileSync(path, 'utf8')) as {
        CustomLabels?: { labels?: { fullName: string; value: string }[] };
    };
    return new Map(
        (file.CustomLabels?.labels ?? []).map(({ fullName, value }) => [fullName, value])
    );
}
