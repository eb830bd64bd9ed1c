import type { Directory } from './directory';
import type { Match } from './match';
import type { Facts, SelectorRule } from './types';

export function matchSelector(rule: SelectorRule, facts: Facts, directory: Directory): Match {
    const ruleId = rule.id;
    const fact = facts.selectors?.[ruleId];
    if (fact === undefined) {
        return { kind: 'needs', need: { kind: 'selector', ruleId, selector: rule.selector } };
    }
    switch (fact.status) {
        case 'failed': {
            const { reason } = fact;
            return { kind: 'passes', step: { code: 'RULE_SELECTOR_FAILED', ruleId, reason } };
        }
        case 'refused': {
            const { message } = fact;
            const step = { code: 'RULE_SELECTOR_REFUSED', ruleId, message } as const;
            return { kind: 'blocks', errorCode: 'SELECTOR_ERROR', step, message };
        }
        case 'answered': {
            const { number } = fact;
            if (!number) {
                return { kind: 'passes', step: { code: 'RULE_SELECTOR_BLANK', ruleId } };
            }
            const configured = directory.numberByE164(number);
            if (!configured) {
                const step = { code: 'RULE_SELECTOR_NOT_CONFIGURED', ruleId, number } as const;
                return { kind: 'blocks', errorCode: 'NUMBER_NOT_CONFIGURED', step };
            }
            return { kind: 'picks', numberId: configured.id };
        }
    }
}
