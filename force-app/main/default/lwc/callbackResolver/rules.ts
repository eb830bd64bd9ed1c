import type { Resolution, TraceStep } from './codes';
import { blocked, presented, whyUnavailable, type Deciding } from './deciding';
import { isE164 } from './e164';
import { matchRule } from './match';
import type { AutomatedChannel, Need, Rule } from './types';

/**
 * Asks the selection rules in their order. The first one that matches and yields a number that
 * this agent may present wins.
 *
 * A rule that waits for a fact makes the outcome open; the rules behind it are then looked at
 * only for record fields, so that one query brings all of them. Selectors are never asked on
 * suspicion: each is a call into the customer's own logic.
 */
export function askRules(deciding: Deciding, channel: AutomatedChannel): Resolution | undefined {
    const { dial, facts, directory, policy, trace } = deciding;
    const { ordered } = directory.ruleBook;
    const needs: Need[] = [];
    for (const place of placesToAsk(deciding)) {
        const rule = ordered[place];
        const foreign = notForThisDial(rule, deciding, channel);
        if (foreign) {
            trace.push(foreign);
            continue;
        }
        const match = matchRule(rule, dial, facts, directory);
        if (match.kind === 'needs') {
            addNeed(needs, match.need);
            continue;
        }
        if (match.kind === 'passes') {
            trace.push(match.step);
            continue;
        }
        if (match.kind === 'picks') {
            const { numberId } = match;
            const reason = whyUnavailable(deciding, numberId);
            if (reason && policy.whenUnavailable === 'useDefault') {
                trace.push({
                    code: 'RULE_NUMBER_NOT_AVAILABLE',
                    ruleId: rule.id,
                    numberId,
                    reason
                });
                continue;
            }
            if (needs.length > 0) {
                break;
            }
            if (reason) {
                trace.push({
                    code: 'RULE_NUMBER_NOT_AVAILABLE',
                    ruleId: rule.id,
                    numberId,
                    reason
                });
                return blocked(deciding, 'NUMBER_NOT_AVAILABLE', rule.id);
            }
            trace.push({ code: 'RULE_USED', ruleId: rule.id, numberId });
            return presented(deciding, numberId, 'rule', rule.id);
        }
        if (needs.length > 0) {
            break;
        }
        trace.push(match.step);
        return blocked(deciding, match.errorCode, rule.id, match.message);
    }
    if (needs.length > 0) {
        return { status: 'needs', needs };
    }
    trace.push({ code: 'RULES_NONE_APPLIED' });
    return undefined;
}

/** Every rule but the prefixes that do not match, in order. */
function placesToAsk({ dial, directory, trace }: Deciding): readonly number[] {
    const { prefixes, others } = directory.ruleBook;
    const count = prefixes.size;
    if (count === 0) {
        return others;
    }
    if (!isE164(dial.number)) {
        trace.push({ code: 'RULES_PREFIX_NOT_A_FULL_NUMBER', count });
        return others;
    }
    const found = prefixes.find(dial.number);
    if (found.length === 0) {
        trace.push({ code: 'RULES_PREFIX_NONE_MATCHED', count });
        return others;
    }
    if (found.length > 1) {
        found.sort((a, b) => a - b);
    }
    return others.length === 0 ? found : merge(found, others);
}

/** Two ascending lists as one. */
function merge(left: readonly number[], right: readonly number[]): number[] {
    const merged: number[] = [];
    let l = 0;
    for (const place of right) {
        while (l < left.length && left[l] < place) {
            merged.push(left[l++]);
        }
        merged.push(place);
    }
    while (l < left.length) {
        merged.push(left[l++]);
    }
    return merged;
}

function notForThisDial(
    rule: Rule,
    { agent }: Deciding,
    channel: AutomatedChannel
): TraceStep | undefined {
    if (rule.channel !== 'any' && rule.channel !== channel) {
        return { code: 'RULE_OTHER_CHANNEL', ruleId: rule.id };
    }
    if (rule.agentGroupId !== undefined && !agent.groupIds.includes(rule.agentGroupId)) {
        return { code: 'RULE_OTHER_GROUP', ruleId: rule.id };
    }
    return undefined;
}

/** Fields of the record join into one need; a selector is added only while nothing else is open. */
function addNeed(needs: Need[], need: Need): void {
    switch (need.kind) {
        case 'selector':
            if (needs.length === 0) {
                needs.push(need);
            }
            return;
        case 'dialEntry':
            if (!needs.some(({ kind }) => kind === 'dialEntry')) {
                needs.push(need);
            }
            return;
        case 'recordFields': {
            const at = needs.findIndex(({ kind }) => kind === 'recordFields');
            const known = needs[at];
            if (known?.kind !== 'recordFields') {
                needs.push(need);
            } else {
                const fields = [...new Set([...known.fields, ...need.fields])];
                needs[at] = { ...known, fields };
            }
        }
    }
}
