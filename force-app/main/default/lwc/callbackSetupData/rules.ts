import { rows } from 'c/callbackData';
import type { Rule } from 'c/callbackResolver';
import { NEW_RULE, tidied, type RuleForm, type RuleSetting } from 'c/callbackRuleForm';
import type { RuleRecord } from './lists';
import { OBJECTS } from './objects';
import type { RowChange } from './saveRows';

/** A rule as it stands in the org. */
export interface SavedRule {
    readonly form: RuleForm;
    /** `SystemModstamp` when it was read. */
    readonly seen: string;
}

type RuleField = Exclude<keyof rows.RuleRow, 'Id'>;

const FIELDS: Readonly<Record<RuleSetting | 'priority' | 'active' | 'type', RuleField>> = {
    name: 'Name',
    priority: 'Priority__c',
    active: 'Active__c',
    channel: 'Channel__c',
    type: 'Type__c',
    prefix: 'Prefix__c',
    objectApiName: 'Object__c',
    field: 'Field__c',
    operator: 'Operator__c',
    value: 'Value__c',
    dialListId: 'Dial_List__c',
    selector: 'Selector__c',
    agentGroupId: 'Agent_Group__c',
    numberId: 'Callback_Number__c'
};

export function savedRule(row: RuleRecord): SavedRule {
    return {
        seen: row.SystemModstamp,
        form: {
            id: row.Id,
            name: row.Name,
            priority: row.Priority__c,
            active: row.Active__c,
            channel: rows.picklists.RULE_CHANNELS[row.Channel__c] ?? 'any',
            type: rows.picklists.RULE_TYPES[row.Type__c] ?? 'numberPrefix',
            prefix: row.Prefix__c ?? '',
            objectApiName: row.Object__c ?? '',
            field: row.Field__c ?? '',
            operator: rows.picklists.OPERATORS[row.Operator__c ?? ''] ?? '',
            value: row.Value__c ?? '',
            dialListId: row.Dial_List__c ?? '',
            selector: row.Selector__c ?? '',
            agentGroupId: row.Agent_Group__c ?? '',
            numberId: row.Callback_Number__c ?? ''
        }
    };
}

/** The rule that the form says; undefined while it says less than its type needs. */
export function ruleOfForm(form: RuleForm): Rule | undefined {
    return rows.toRule({ Id: form.id, ...rowOf(form) });
}

/** What a form writes: a new rule, or only what differs from the saved one. Undefined for nothing. */
export function ruleChange(form: RuleForm, saved?: SavedRule): RowChange | undefined {
    const fields = rowOf(form);
    if (!saved || form.id === NEW_RULE) {
        return { kind: 'create', object: OBJECTS.rule, fields };
    }
    const before = rowOf(saved.form);
    const changed = Object.entries(fields).filter(
        ([field, value]) => before[field as RuleField] !== value
    );
    return changed.length === 0
        ? undefined
        : {
              kind: 'update',
              object: OBJECTS.rule,
              id: form.id,
              seen: saved.seen,
              fields: Object.fromEntries(changed)
          };
}

export function ruleRemoval({ form, seen }: SavedRule): RowChange {
    return { kind: 'delete', object: OBJECTS.rule, id: form.id, seen };
}

function rowOf(form: RuleForm): Omit<rows.RuleRow, 'Id'> {
    const tidy = tidied(form);
    const entries = Object.entries(FIELDS).map(([setting, field]) => {
        const value = tidy[setting as RuleSetting];
        return [field, value === '' ? null : (nameOf(field, value) ?? value)];
    });
    return Object.fromEntries(entries) as Omit<rows.RuleRow, 'Id'>;
}

const PICKLISTS: Partial<Record<RuleField, Readonly<Record<string, string>>>> = {
    Channel__c: rows.picklists.RULE_CHANNELS,
    Type__c: rows.picklists.RULE_TYPES,
    Operator__c: rows.picklists.OPERATORS
};

/** The picklist value that stands for a word of the resolver's. */
function nameOf(field: RuleField, value: string): string | undefined {
    return Object.entries(PICKLISTS[field] ?? {}).find(([, word]) => word === value)?.[0];
}
