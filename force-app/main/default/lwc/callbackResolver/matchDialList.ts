import type { Directory } from './directory';
import type { Match } from './match';
import type { Dial, DialListRule, Facts } from './types';

export function matchDialList(
    rule: DialListRule,
    dial: Dial,
    facts: Facts,
    directory: Directory
): Match {
    const ruleId = rule.id;
    if (dial.channel !== 'connect') {
        return { kind: 'passes', step: { code: 'RULE_OTHER_CHANNEL', ruleId } };
    }
    const { dialEntryId } = dial;
    let { dialListId } = dial;
    if (dialListId === undefined && dialEntryId !== undefined) {
        const entry = facts.dialEntry;
        if (!entry) {
            return { kind: 'needs', need: { kind: 'dialEntry', dialEntryId } };
        }
        if (entry.status === 'unreadable') {
            const { reason } = entry;
            return { kind: 'passes', step: { code: 'RULE_DIAL_ENTRY_UNREADABLE', ruleId, reason } };
        }
        dialListId = entry.dialListId;
    }
    if (dialListId === undefined) {
        return { kind: 'passes', step: { code: 'RULE_NO_DIAL_LIST', ruleId } };
    }
    if (rule.dialListId !== undefined && rule.dialListId !== dialListId) {
        return { kind: 'passes', step: { code: 'RULE_OTHER_DIAL_LIST', ruleId } };
    }
    const numberId = rule.numberId ?? directory.dialLists.get(dialListId)?.numberId;
    return numberId
        ? { kind: 'picks', numberId }
        : { kind: 'passes', step: { code: 'RULE_DIAL_LIST_HAS_NO_NUMBER', ruleId } };
}
