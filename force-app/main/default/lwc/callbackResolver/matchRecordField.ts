import type { Match } from './match';
import type { Dial, Facts, RecordFieldRule } from './types';

export function matchRecordField(rule: RecordFieldRule, dial: Dial, facts: Facts): Match {
    const ruleId = rule.id;
    const { recordId, objectApiName } = dial;
    if (recordId === undefined) {
        return { kind: 'passes', step: { code: 'RULE_NO_RECORD', ruleId } };
    }
    if (objectApiName?.toLowerCase() !== rule.objectApiName.toLowerCase()) {
        return { kind: 'passes', step: { code: 'RULE_OTHER_OBJECT', ruleId } };
    }
    const fact =
        facts.fields && Object.hasOwn(facts.fields, rule.field)
            ? facts.fields[rule.field]
            : undefined;
    if (fact === undefined) {
        const need = {
            kind: 'recordFields',
            recordId,
            objectApiName: rule.objectApiName,
            fields: [rule.field]
        } as const;
        return { kind: 'needs', need };
    }
    if (fact.status === 'unreadable') {
        const { reason } = fact;
        return { kind: 'passes', step: { code: 'RULE_FIELD_UNREADABLE', ruleId, reason } };
    }
    return holds(rule, fact.value)
        ? { kind: 'picks', numberId: rule.numberId }
        : { kind: 'passes', step: { code: 'RULE_FIELD_NOT_MATCHED', ruleId } };
}

/** Compares without case and without the blanks around a value, as an admin reads it. */
function holds({ operator, value }: RecordFieldRule, actual: string | null): boolean {
    const left = plain(actual);
    const right = plain(value);
    if (operator === 'isBlank') {
        return left === '';
    }
    if (right === '') {
        return false;
    }
    switch (operator) {
        case 'equals':
            return left === right;
        case 'startsWith':
            return left.startsWith(right);
        case 'contains':
            return left.includes(right);
        case 'isOneOf':
            return left !== '' && right.split(';').some((one) => one.trim() === left);
    }
}

function plain(text: string | null | undefined): string {
    return (text ?? '').trim().toLowerCase();
}
