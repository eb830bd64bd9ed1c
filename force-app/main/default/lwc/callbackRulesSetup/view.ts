import newRule from '@salesforce/label/c.Callback_Setup_Rules_Editor_New';
import { EVERYONE, type RuleFilter } from 'c/callbackRuleFilters';
import type { RuleForm } from 'c/callbackRuleForm';
import type { RuleRow } from 'c/callbackRuleRow';
import type { Directory } from 'c/callbackResolver';
import { formsOf, type Draft } from './draft';
import { sentenceOf, type RuleNames } from './sentences';
import { warningsOf } from './warnings';

/** A rule of the draft, and its row. */
export interface Entry {
    readonly form: RuleForm;
    readonly row: RuleRow;
    /** Saving the draft gives the rule another priority. */
    readonly isMoved: boolean;
}

/** Everything that the list shows, in the order of the draft. */
export function entriesOf(
    draft: Draft,
    names: RuleNames,
    directory: Directory | undefined
): readonly Entry[] {
    const forms = formsOf(draft);
    const warnings = warningsOf(forms, directory);
    const saved = new Map(draft.saved.map(({ form }) => [form.id, form]));
    return forms.map((form, at): Entry => {
        const before = saved.get(form.id);
        const isMoved = before?.priority !== form.priority;
        return {
            form,
            isMoved: before !== undefined && isMoved,
            row: {
                id: form.id,
                name: form.name || newRule,
                position: at + 1,
                sentence: sentenceOf(form, names),
                active: form.active,
                warnings: warnings.get(form.id) ?? [],
                isChanged: isMoved || (form.id === draft.edited?.id && !isSame(before, form))
            }
        };
    });
}

export function filtered(entries: readonly Entry[], filter: RuleFilter): readonly Entry[] {
    const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
    return entries.filter(({ form, row }) => {
        const text = `${row.name} ${row.sentence}`.toLowerCase();
        return (
            words.every((word) => text.includes(word)) &&
            (filter.type === '' || filter.type === form.type) &&
            (filter.channel === '' || filter.channel === form.channel) &&
            (filter.group === '' || filter.group === (form.agentGroupId || EVERYONE)) &&
            hasState(row, filter.state)
        );
    });
}

function hasState({ active, warnings }: RuleRow, state: RuleFilter['state']): boolean {
    switch (state) {
        case '':
            return true;
        case 'warnings':
            return warnings.length > 0;
        default:
            return active === (state === 'active');
    }
}

export function isSame(a: RuleForm | undefined, b: RuleForm): boolean {
    return JSON.stringify(a) === JSON.stringify(b);
}
