import { NEW_RULE, type RuleForm } from 'c/callbackRuleForm';
import type { Meanwhile } from 'c/callbackRuleNotice';
import type { SavedRule } from 'c/callbackSetupData';
import { inOrder, isReordered, type Draft } from './draft';

/**
 * Puts a draft on the rules as they are now. The admin's own order and input stay; what the admin
 * left alone becomes what it is now.
 */
export function rebased(draft: Draft, rules: readonly SavedRule[]): Draft {
    const fresh = inOrder(rules);
    const edited = draft.edited && rebasedForm(draft.edited, draft.saved, fresh);
    const isThere = new Set(fresh.map(({ form }) => form.id));
    const wanted = draft.order.map((id) => (id === draft.edited?.id ? edited!.id : id));
    const order = isReordered(draft)
        ? wanted.filter((id) => isThere.has(id) || id === edited?.id)
        : fresh.map(({ form }) => form.id);
    fresh.forEach(({ form }, at) => insert(order, form.id, fresh[at - 1]?.form.id));
    if (edited?.id === NEW_RULE) {
        const before = wanted.slice(0, wanted.indexOf(NEW_RULE));
        insert(
            order,
            NEW_RULE,
            before.findLast((id) => isThere.has(id))
        );
    }
    return { ...draft, saved: fresh, order, edited };
}

/** What of it concerns the draft, so that saving it without a look would be blind. */
export function meanwhileTo(draft: Draft, rules: readonly SavedRule[]): readonly Meanwhile[] {
    const before = byId(draft.saved);
    const now = byId(rules);
    const found: Meanwhile[] = [];
    const touched = before.get(draft.edited?.id ?? draft.removed ?? '');
    if (touched) {
        const { id, name } = touched.form;
        const current = now.get(id);
        if (current && changedSettings(touched.form, current.form).length > 0) {
            found.push({ kind: 'changed', name });
        } else if (!current && draft.edited) {
            found.push({ kind: 'editedDeleted', name });
        }
    }
    if (isReordered(draft)) {
        const deleted = draft.saved.filter(
            ({ form }) => !now.has(form.id) && form !== touched?.form
        );
        const added = rules.filter(({ form }) => !before.has(form.id));
        found.push(
            ...movedNames(before, rules).map((name): Meanwhile => ({ kind: 'moved', name })),
            ...added.map(({ form }): Meanwhile => ({ kind: 'added', name: form.name })),
            ...deleted.map(({ form }): Meanwhile => ({ kind: 'deleted', name: form.name }))
        );
    }
    return found;
}

/** Rules with another priority, where that makes another order. */
function movedNames(
    before: ReadonlyMap<string, SavedRule>,
    rules: readonly SavedRule[]
): readonly string[] {
    const still = inOrder(rules).filter(({ form }) => before.has(form.id));
    const places = inOrder(still.map(({ form }) => before.get(form.id)!));
    if (still.every(({ form }, at) => form.id === places[at].form.id)) {
        return [];
    }
    return still
        .filter(({ form }) => before.get(form.id)!.form.priority !== form.priority)
        .map(({ form }) => form.name);
}

/** Three versions become one: what the admin wrote, over what it is now. */
function rebasedForm(
    form: RuleForm,
    saved: readonly SavedRule[],
    fresh: readonly SavedRule[]
): RuleForm {
    const before = byId(saved).get(form.id)?.form;
    const now = byId(fresh).get(form.id)?.form;
    if (!before) {
        return form;
    }
    if (!now) {
        return { ...form, id: NEW_RULE };
    }
    const own = changedSettings(before, form).map((setting) => [setting, form[setting]]);
    return { ...now, ...Object.fromEntries(own) };
}

/** The place is no setting: it is part of the order. */
function changedSettings(before: RuleForm, after: RuleForm): (keyof RuleForm)[] {
    const settings = Object.keys(after) as (keyof RuleForm)[];
    return settings.filter(
        (setting) => setting !== 'priority' && before[setting] !== after[setting]
    );
}

function insert(order: string[], id: string, behind: string | undefined): void {
    if (!order.includes(id)) {
        order.splice(behind === undefined ? 0 : order.indexOf(behind) + 1, 0, id);
    }
}

function byId(rules: readonly SavedRule[]): ReadonlyMap<string, SavedRule> {
    return new Map(rules.map((rule) => [rule.form.id, rule]));
}
