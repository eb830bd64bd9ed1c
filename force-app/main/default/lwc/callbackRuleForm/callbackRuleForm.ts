/** Service. A rule as it is written in a form: every setting as text, and what its type needs. */
import type { Operator, Rule } from 'c/callbackResolver';

export type RuleType = Rule['type'];
export type RuleChannel = Rule['channel'];

/** Blank means not set. Settings of other types may be filled in; they are not saved. */
export interface RuleForm {
    /** `NEW_RULE` until it is saved. */
    readonly id: string;
    readonly name: string;
    readonly priority: number;
    readonly active: boolean;
    readonly channel: RuleChannel;
    readonly type: RuleType;
    readonly prefix: string;
    readonly objectApiName: string;
    readonly field: string;
    readonly operator: Operator | '';
    readonly value: string;
    readonly dialListId: string;
    readonly selector: string;
    readonly agentGroupId: string;
    readonly numberId: string;
}

/** What a rule has to say, by setting. */
export type RuleSetting = Exclude<keyof RuleForm, 'id' | 'priority' | 'active' | 'type'>;

/** Comes after every record id, as a rule just created does. */
export const NEW_RULE = 'new';

export const BLANK_RULE: RuleForm = {
    id: NEW_RULE,
    name: '',
    priority: 10,
    active: true,
    channel: 'any',
    type: 'numberPrefix',
    prefix: '',
    objectApiName: '',
    field: '',
    operator: '',
    value: '',
    dialListId: '',
    selector: '',
    agentGroupId: '',
    numberId: ''
};

const SETTINGS_OF_TYPE: Readonly<Record<RuleType, readonly RuleSetting[]>> = {
    numberPrefix: ['prefix', 'numberId'],
    recordField: ['objectApiName', 'field', 'operator', 'value', 'numberId'],
    dialList: ['dialListId', 'numberId'],
    customSelector: ['selector']
};

/** The settings that only some types have, and this one does. */
export function settingsOf({ type, operator }: RuleForm): readonly RuleSetting[] {
    return operator === 'isBlank' && type === 'recordField'
        ? SETTINGS_OF_TYPE.recordField.filter((setting) => setting !== 'value')
        : SETTINGS_OF_TYPE[type];
}

const OF_SOME_TYPE = [...new Set(Object.values(SETTINGS_OF_TYPE).flat())];

/** Without what belongs to other types. */
export function tidied(form: RuleForm): RuleForm {
    const own = settingsOf(form);
    const foreign = OF_SOME_TYPE.filter((setting) => !own.includes(setting));
    return {
        ...form,
        name: form.name.trim(),
        value: form.value.trim(),
        prefix: form.prefix.replace(/[\s()-]/g, ''),
        ...Object.fromEntries(foreign.map((setting) => [setting, '']))
    };
}

const SHAPES: Partial<Record<RuleSetting, RegExp>> = {
    name: /./,
    prefix: /^\+[1-9]\d{0,14}$/,
    objectApiName: /^[A-Za-z]\w*$/,
    field: /^[A-Za-z]\w*(\.[A-Za-z]\w*)?$/,
    operator: /./,
    value: /./,
    selector: /^(flow|apex):[A-Za-z]\w*$/
};

/** Which settings keep the rule from being saved. The org's own checks remain the authority. */
export function faultsOf(form: RuleForm): readonly RuleSetting[] {
    const tidy = tidied(form);
    const faults = (['name', ...settingsOf(form)] as const).filter(
        (setting) => SHAPES[setting]?.test(tidy[setting]) === false
    );
    if (form.type === 'dialList') {
        return form.channel === 'clickToDial' ? [...faults, 'channel'] : faults;
    }
    return form.type !== 'customSelector' && !form.numberId ? [...faults, 'numberId'] : faults;
}
