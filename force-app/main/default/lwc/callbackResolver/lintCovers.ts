import type { DialListRule, RecordFieldRule, Rule } from './types';

/** Whether every dial that `later` matches is certainly matched by `earlier` too. */
export function covers(earlier: Rule, later: Rule): boolean {
    return (
        (earlier.channel === 'any' || earlier.channel === channelOf(later)) &&
        (earlier.agentGroupId === undefined || earlier.agentGroupId === later.agentGroupId) &&
        matchesWhatever(earlier, later)
    );
}

/** Dial lists exist on Connect alone, whatever the rule says. */
function channelOf(rule: Rule): Rule['channel'] {
    return rule.type === 'dialList' ? 'connect' : rule.channel;
}

function matchesWhatever(earlier: Rule, later: Rule): boolean {
    switch (earlier.type) {
        case 'numberPrefix':
            return later.type === 'numberPrefix' && later.prefix.startsWith(earlier.prefix);
        case 'recordField':
            return later.type === 'recordField' && fieldCovers(earlier, later);
        case 'dialList':
            return later.type === 'dialList' && listCovers(earlier, later);
        case 'customSelector':
            // What the customer's own logic answers is never certain.
            return false;
    }
}

function listCovers(earlier: DialListRule, later: DialListRule): boolean {
    return (
        // A list without a number of its own would be passed on.
        earlier.numberId !== undefined &&
        (earlier.dialListId === undefined || earlier.dialListId === later.dialListId)
    );
}

function fieldCovers(earlier: RecordFieldRule, later: RecordFieldRule): boolean {
    const sameField =
        same(earlier.objectApiName, later.objectApiName) && same(earlier.field, later.field);
    if (!sameField || (earlier.operator === 'isBlank') !== (later.operator === 'isBlank')) {
        return false;
    }
    if (earlier.operator === 'isBlank') {
        return true;
    }
    const values = valuesOf(later);
    return values.length > 0 && values.every((value) => acceptsAll(earlier, later.operator, value));
}

/** Whether `earlier` holds for every value for which `operator value` holds. */
function acceptsAll(
    earlier: RecordFieldRule,
    operator: RecordFieldRule['operator'],
    value: string
): boolean {
    const exact = operator === 'equals' || operator === 'isOneOf';
    return valuesOf(earlier).some((wanted) => {
        switch (earlier.operator) {
            case 'equals':
            case 'isOneOf':
                return exact && value === wanted;
            case 'startsWith':
                return (exact || operator === 'startsWith') && value.startsWith(wanted);
            case 'contains':
                return value.includes(wanted);
            case 'isBlank':
                return false;
        }
    });
}

function valuesOf({ operator, value = '' }: RecordFieldRule): string[] {
    const values = operator === 'isOneOf' ? value.split(';') : [value];
    return values.map((one) => one.trim().toLowerCase()).filter((one) => one !== '');
}

function same(a: string, b: string): boolean {
    return a.toLowerCase() === b.toLowerCase();
}
