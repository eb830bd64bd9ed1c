import newRule from '@salesforce/label/c.Callback_Setup_Rules_Editor_New';
import type { Entry } from 'c/callbackRuleBoard';
import type { RuleForm } from 'c/callbackRuleForm';
import type { Directory } from 'c/callbackResolver';
import { formsOf, type Draft } from './draft';
import { sentenceOf, type RuleNames } from './sentences';
import { warningsOf } from './warnings';

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

function isSame(a: RuleForm | undefined, b: RuleForm): boolean {
    return JSON.stringify(a) === JSON.stringify(b);
}
