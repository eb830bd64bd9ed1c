import type { AgentView, DirectoryState } from 'c/callbackData';
import {
    availableNumbers,
    createDirectory,
    type AgentId,
    type CallbackNumber,
    type DirectoryRows,
    type E164,
    type NumberId,
    type PolicySettings,
    type Rule,
    type RuleId
} from 'c/callbackResolver';

/** One agent, two numbers, and a rule for Scotland; tests say what is different. */

export const RECORD = '003000000000001AAA';
export const PHONE = '+441314960412';
export const MOBILE = '+447700900412';

export const london = number(1, 'London', '+442079460150');
export const edinburgh = number(2, 'Edinburgh', '+441314960120');

const agentId = '005000000000001AAA' as AgentId;
const ruleBase = { active: true, channel: 'any', priority: 100 } as const;

export const scotland: Rule = {
    ...ruleBase,
    id: 'a01000000000001AAA' as RuleId,
    name: 'Scotland',
    type: 'numberPrefix',
    prefix: '+44131',
    numberId: edinburgh.id
};
/** Asked before all others: fields of the contact dialled from. */
export const travelAgents: Rule = {
    ...ruleBase,
    id: 'a01000000000002AAA' as RuleId,
    name: 'Travel agents',
    priority: 10,
    type: 'recordField',
    objectApiName: 'Contact',
    field: 'Department',
    operator: 'equals',
    value: 'Travel',
    numberId: london.id
};
export const goldMembers: Rule = {
    ...ruleBase,
    id: 'a01000000000003AAA' as RuleId,
    name: 'Gold members',
    priority: 10,
    type: 'customSelector',
    selector: 'flow:Gold'
};

interface Difference extends PolicySettings {
    readonly rules?: readonly Rule[];
    readonly numbers?: readonly CallbackNumber[];
}

export function agentView({ rules, numbers, ...settings }: Difference = {}): AgentView {
    const rows: DirectoryRows = {
        numbers: numbers ?? [london, edinburgh],
        agents: [{ id: agentId, name: 'Daniel', active: true, profileId: '00e', groupIds: [] }],
        assignments: [],
        policies: [
            {
                scope: 'organization',
                scopeKey: 'org',
                principalNumberId: london.id,
                automateClickToDial: true,
                ...settings
            }
        ],
        rules: rules ?? [scotland],
        dialLists: []
    };
    const directory = createDirectory(rows);
    return {
        agentId,
        directory,
        numbers: availableNumbers(directory, agentId),
        defaultNumberId: null,
        principalNumberId: london.id,
        favoriteIds: [],
        readNumber: (text) => text.replace(/ /g, '').replace(/^0/, '+44')
    };
}

export function ready(difference?: Difference): DirectoryState {
    return { kind: 'ready', agent: agentView(difference) };
}

export const contactInfo = {
    apiName: 'Contact',
    fields: {
        Name: { apiName: 'Name', label: 'Name', dataType: 'String' },
        MobilePhone: { apiName: 'MobilePhone', label: 'Mobile', dataType: 'Phone' },
        Phone: { apiName: 'Phone', label: 'Phone', dataType: 'Phone' }
    }
};

export function contact(values: Readonly<Record<string, string | null>>) {
    return {
        id: RECORD,
        apiName: 'Contact',
        fields: Object.fromEntries(
            Object.entries(values).map(([name, value]) => [name, { value, displayValue: null }])
        )
    };
}

function number(at: number, label: string, e164: string): CallbackNumber {
    return {
        id: `a0000000000000${at}AAA` as NumberId,
        label,
        number: e164 as E164,
        active: true,
        country: 'GB'
    };
}
