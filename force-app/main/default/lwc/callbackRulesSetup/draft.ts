import { compareRules, type Rule } from 'c/callbackResolver';
import { NEW_RULE, type RuleForm } from 'c/callbackRuleForm';
import {
    ruleChange,
    ruleOfForm,
    ruleRemoval,
    type RowChange,
    type SavedRule
} from 'c/callbackSetupData';
import { renumber } from './renumber';

/**
 * The rules as the admin wants them, beside the rules as they stand in the org: another order, one
 * rule changed, added or removed. Immutable; nothing of it is saved.
 */
export interface Draft {
    /** As read from the org, in the order in which they are asked. */
    readonly saved: readonly SavedRule[];
    /** Ids in the order wanted; a new rule is `NEW_RULE`. */
    readonly order: readonly string[];
    /** The rule being changed or added. */
    readonly edited?: RuleForm;
    readonly removed?: string;
}

export function draftOf(rules: readonly SavedRule[]): Draft {
    const saved = inOrder(rules);
    return { saved, order: idsOf(saved) };
}

export function inOrder(rules: readonly SavedRule[]): readonly SavedRule[] {
    return [...rules].sort((a, b) => compareRules(a.form, b.form));
}

/** Moves a rule to a place, counted from 0. */
export function moved(draft: Draft, id: string, to: number): Draft {
    const order = draft.order.filter((one) => one !== id);
    order.splice(to, 0, id);
    return { ...draft, order };
}

/** Puts a form into the draft; a new rule goes behind the one named, or to the end. */
export function withEdited(draft: Draft, edited: RuleForm, behind?: string): Draft {
    const isThere = draft.order.includes(edited.id);
    const at = behind === undefined ? draft.order.length : draft.order.indexOf(behind) + 1;
    return {
        ...draft,
        edited,
        order: isThere ? draft.order : draft.order.toSpliced(at, 0, edited.id)
    };
}

export function withoutEdited({ saved, order }: Draft): Draft {
    return { saved, order: order.filter((id) => id !== NEW_RULE) };
}

/** Every rule as it would be saved, in the order wanted. */
export function formsOf(draft: Draft): readonly RuleForm[] {
    const { edited, removed } = draft;
    const saved = new Map(draft.saved.map(({ form }) => [form.id, form]));
    const forms = draft.order
        .filter((id) => id !== removed)
        .flatMap((id) => (id === edited?.id ? edited : (saved.get(id) ?? [])));
    const priorities = renumber(forms);
    return forms.map((form) => ({ ...form, priority: priorities.get(form.id) ?? form.priority }));
}

/** For `lint` and for decisions. Rules that say too little are left out, as in the service. */
export function rulesOf(draft: Draft): readonly Rule[] {
    return formsOf(draft).flatMap((form) => ruleOfForm(form) ?? []);
}

/** What saving the draft writes; the rule being edited comes first. */
export function changesOf(draft: Draft): readonly RowChange[] {
    const saved = new Map(draft.saved.map((rule) => [rule.form.id, rule]));
    const gone = draft.removed === undefined ? undefined : saved.get(draft.removed);
    const forms = [...formsOf(draft)].sort(
        (a, b) => Number(b.id === draft.edited?.id) - Number(a.id === draft.edited?.id)
    );
    return [
        ...(gone ? [ruleRemoval(gone)] : []),
        ...forms.flatMap((form) => ruleChange(form, saved.get(form.id)) ?? [])
    ];
}

export function isReordered({ saved, order }: Draft): boolean {
    const ids = order.filter((id) => id !== NEW_RULE);
    return saved.some(({ form }, at) => form.id !== ids[at]);
}

function idsOf(rules: readonly SavedRule[]): readonly string[] {
    return rules.map(({ form }) => form.id);
}

/** The draft with the order as it is saved. */
export function withoutOrder(draft: Draft): Draft {
    const at = draft.order.indexOf(NEW_RULE);
    const saved = idsOf(draft.saved);
    return { ...draft, order: at < 0 ? saved : saved.toSpliced(at, 0, NEW_RULE) };
}

/** Only that a rule is another one now. */
export function changing(draft: Draft, edited: RuleForm): Draft {
    return { ...withoutOrder(withoutEdited(draft)), edited };
}

/** Only that a rule goes. */
export function removing(draft: Draft, removed: string): Draft {
    return { ...withoutOrder(withoutEdited(draft)), removed };
}

/** The rule being added is there now, and was written on meanwhile. */
export function adopted(draft: Draft, id: string): Draft {
    const order = draft.order.map((one) => (one === draft.edited?.id ? id : one));
    return { ...draft, order, edited: { ...draft.edited!, id } };
}

export function savedForm({ saved }: Draft, id: string): RuleForm | undefined {
    return saved.find(({ form }) => form.id === id)?.form;
}
