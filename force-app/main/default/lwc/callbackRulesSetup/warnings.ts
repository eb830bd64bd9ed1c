import duplicate from '@salesforce/label/c.Callback_Rule_Prefix_Duplicate';
import incomplete from '@salesforce/label/c.Callback_Setup_Rule_Incomplete';
import newRule from '@salesforce/label/c.Callback_Setup_Rules_Editor_New';
import noAgent from '@salesforce/label/c.Callback_Rule_No_Agent';
import numberNoAgent from '@salesforce/label/c.Callback_Rule_Number_No_Agent';
import numberRetired from '@salesforce/label/c.Callback_Rule_Number_Retired';
import shadowed from '@salesforce/label/c.Callback_Rule_Shadowed';
import { formatted } from 'c/callbackNumberText';
import {
    lint,
    type Directory,
    type LintFinding,
    type NumberId,
    type Rule
} from 'c/callbackResolver';
import type { RuleForm } from 'c/callbackRuleForm';
import { ruleOfForm } from 'c/callbackSetupData';
import { filled } from './sentences';

/** By rule id: what `lint` says of these rules, in words with names. */
export function warningsOf(
    forms: readonly RuleForm[],
    directory: Directory | undefined
): ReadonlyMap<string, readonly string[]> {
    const warnings = new Map<string, string[]>();
    const warn = (id: string, text: string) =>
        warnings.set(id, [...(warnings.get(id) ?? []), text]);
    const rules = forms.flatMap((form) => {
        const rule = ruleOfForm(form);
        if (!rule) {
            warn(form.id, incomplete);
        }
        return rule ?? [];
    });
    if (directory) {
        const nameOf = new Map(forms.map(({ id, name }) => [id, name || newRule]));
        for (const finding of findingsOf(rules, directory)) {
            warn(finding.ruleId, wordsOf(finding, nameOf, directory));
        }
    }
    return warnings;
}

let latest: {
    readonly directory: Directory;
    readonly meaning: string;
    readonly findings: readonly LintFinding[];
};

/** Looks anew only where rules mean something else than before: a name is typed key by key. */
function findingsOf(rules: readonly Rule[], directory: Directory): readonly LintFinding[] {
    const meaning = JSON.stringify(rules.map((rule) => ({ ...rule, name: '' })));
    if (latest?.directory !== directory || latest.meaning !== meaning) {
        latest = { directory, meaning, findings: lint(rules, directory) };
    }
    return latest.findings;
}

function wordsOf(
    finding: LintFinding,
    names: ReadonlyMap<string, string>,
    directory: Directory
): string {
    const name = names.get(finding.ruleId) ?? '';
    switch (finding.code) {
        case 'RULE_SHADOWED':
            return filled(shadowed, name, names.get(finding.byRuleId) ?? '');
        case 'RULE_PREFIX_DUPLICATE':
            return filled(duplicate, name, names.get(finding.sameAsRuleId) ?? '');
        case 'RULE_NUMBER_RETIRED':
            return filled(numberRetired, name, numberName(finding.numberId, directory));
        case 'RULE_NUMBER_NO_AGENT':
            return filled(numberNoAgent, name, numberName(finding.numberId, directory));
        case 'RULE_NO_AGENT':
            return filled(noAgent, name);
    }
}

function numberName(id: NumberId, { numbers }: Directory): string {
    const number = numbers.get(id);
    return number ? `${number.label} ${formatted(number.number)}` : id;
}
