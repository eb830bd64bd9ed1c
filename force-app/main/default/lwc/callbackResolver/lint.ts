import { createRuleBook, type Directory } from './directory';
import { covers } from './lintCovers';
import type { LintFinding } from './lintTypes';
import { numberOf, Reach } from './reach';
import type { Rule } from './types';

/**
 * Warns about rules that can never do what they say. The rules may be those in force or a change
 * not yet saved; numbers, agents and policies come from the directory. Inactive rules are left
 * alone. The findings come in the order of the rules.
 *
 * Careful by design: a rule is called shadowed only where every dial it could catch is certain to
 * end with an earlier rule.
 */
export function lint(rules: readonly Rule[], directory: Directory): readonly LintFinding[] {
    const { ordered, prefixes, others } = createRuleBook(rules);
    const reach = new Reach(directory);
    const findings: LintFinding[] = [];
    const samePrefix = new Map<string, Rule>();
    ordered.forEach((rule, place) => {
        findings.push(...lintNumber(rule, directory, reach));
        const duplicated = findDuplicate(rule, samePrefix);
        if (duplicated) {
            findings.push({
                code: 'RULE_PREFIX_DUPLICATE',
                ruleId: rule.id,
                sameAsRuleId: duplicated.id
            });
            return;
        }
        const earlier = rule.type === 'numberPrefix' ? prefixes.find(rule.prefix) : others;
        const shadow = earlier
            .filter((other) => other < place)
            .map((other) => ordered[other])
            .find((other) => covers(other, rule) && reach.everyAgentIsServed(other, rule));
        if (shadow) {
            findings.push({ code: 'RULE_SHADOWED', ruleId: rule.id, byRuleId: shadow.id });
        }
    });
    return findings;
}

function lintNumber(rule: Rule, directory: Directory, reach: Reach): LintFinding[] {
    const ruleId = rule.id;
    if (!reach.hasAgents(rule)) {
        return [{ code: 'RULE_NO_AGENT', ruleId }];
    }
    const numberId = numberOf(rule);
    if (numberId === undefined) {
        return [];
    }
    if (!directory.numbers.get(numberId)?.active) {
        return [{ code: 'RULE_NUMBER_RETIRED', ruleId, numberId }];
    }
    return reach.someAgentMayPresent(rule, numberId)
        ? []
        : [{ code: 'RULE_NUMBER_NO_AGENT', ruleId, numberId }];
}

function findDuplicate(rule: Rule, seen: Map<string, Rule>): Rule | undefined {
    if (rule.type !== 'numberPrefix') {
        return undefined;
    }
    const key = [rule.prefix, rule.channel, rule.agentGroupId ?? ''].join(' ');
    const first = seen.get(key);
    if (first === undefined) {
        seen.set(key, rule);
    }
    return first;
}
