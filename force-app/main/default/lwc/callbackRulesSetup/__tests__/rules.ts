import { BLANK_RULE, type RuleForm } from 'c/callbackRuleForm';
import type { SavedRule } from 'c/callbackSetupData';

/** A prefix rule with this id; its name is the id in capitals. */
export function rule(id: string, priority: number, more: Partial<RuleForm> = {}): SavedRule {
    return {
        seen: 'read',
        form: {
            ...BLANK_RULE,
            id,
            name: id.toUpperCase(),
            priority,
            prefix: '+44',
            numberId: 'a05',
            ...more
        }
    };
}
