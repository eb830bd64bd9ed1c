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
    if (dial.dialListId === undefined && dial.dialEntryId !== undefined && !facts.dialEntry) {
        return { kind: 'needs', need: { kind: 'dialEntry', dialEntryId: dial.dialEntryId } };
    }
    const dialListId = dial.dialListId ?? facts.dialEntry?.dialListId;
    if (!dialListId) {
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
