import { EVERYONE, type RuleFilter } from 'c/callbackRuleFilters';
import type { RuleForm } from 'c/callbackRuleForm';
import type { RuleRow } from 'c/callbackRuleRow';

/** A rule of the draft, and its row. */
export interface Entry {
    readonly form: RuleForm;
    readonly row: RuleRow;
    /** Saving the draft gives the rule another priority. */
    readonly isMoved: boolean;
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
