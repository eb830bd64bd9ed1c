import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { XMLParser } from 'fast-xml-parser';
import {
    stepParts,
    type AutomatedChannel,
    type Directory,
    type ErrorCode,
    type LintFinding,
    type Telling,
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

/** Labels of the channels; their codes in the core are not upper case. */
const CHANNEL_CODES: Readonly<Record<AutomatedChannel, string>> = {
    clickToDial: 'CHANNEL_CLICK_TO_DIAL',
    connect: 'CHANNEL_CONNECT'
};

/**
 * Words from a labels file. A code without a label stands for itself: no call fails for want of
 * a word. That every code has one is checked with the metadata.
 * @throws Error when the file cannot be read
 */
export function createWords(labelsXmlPath: string = LABELS_FILE): Words {
    const labels = readLabels(labelsXmlPath);
    const label = (code: string): string => labels.get(labelOfCode(code)) ?? code;
    const templates = new Map<string, Template>();
    const say = (code: string, parts: readonly string[]) => {
        let template = templates.get(code);
        if (!template) {
            template = templateOf(label(code));
            templates.set(code, template);
        }
        return filled(template, parts);
    };
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
                channel: (channel) => label(CHANNEL_CODES[channel]),
                reason: label
            };
            telling.set(names, known);
        }
        return known;
    };
    const step: Words['step'] = (one, names) => say(one.code, stepParts(one, tell(names)));

    return {
        step,
        traceAsWords: (trace, names) => trace.map((one) => step(one, names)),
        reasonOf: ({ trace }, names) => {
            const last = trace.at(-1);
            return last === undefined ? '' : step(last, names);
        },
        blocked: (code, message) => say(code, message === undefined ? [] : [message]),
        finding: (one, names) => say(one.code, findingParts(one, tell(names)))
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

/** What stands for `{0}` and `{1}` in the label of a finding: its rule, then the number or the other rule. */
function findingParts(finding: LintFinding, tell: Telling): readonly string[] {
    const parts = [tell.rule(finding.ruleId)];
    if ('numberId' in finding) {
        parts.push(tell.number(finding.numberId));
    }
    if ('byRuleId' in finding) {
        parts.push(tell.rule(finding.byRuleId));
    }
    if ('sameAsRuleId' in finding) {
        parts.push(tell.rule(finding.sameAsRuleId));
    }
    return parts;
}

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
