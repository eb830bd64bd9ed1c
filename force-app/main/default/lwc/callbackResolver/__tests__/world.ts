import type {
    AgentId,
    AgentGroupId,
    DialEntryFact,
    DialListId,
    Dial,
    DirectoryRows,
    E164,
    FieldFact,
    Facts,
    Need,
    NumberId,
    Policy,
    PolicyScope,
    PolicySettings,
    Rule,
    RuleId,
    SelectorFact
} from '../callbackResolver';
import type {
    AgentName,
    DialListName,
    GroupName,
    NumberName,
    PolicySketch,
    Row
} from './decisionTable';

/** Who and what the decision table talks about. Names serve as ids. */
export const numbers: Readonly<Record<NumberName, { number: string; active: boolean }>> = {
    'Head office': { number: '+442079460000', active: true },
    London: { number: '+442079460100', active: true },
    Berlin: { number: '+4930901820', active: true },
    Paris: { number: '+33199001234', active: true },
    'Old town': { number: '+442079460900', active: false }
};
export const NOT_OURS = '+442079460999';
export const DIALLED = '+442079460018';

export const agents: Readonly<
    Record<Exclude<AgentName, 'nobody'>, { active: boolean; group: GroupName }>
> = {
    Anna: { active: true, group: 'Sales' },
    Ben: { active: true, group: 'Support' },
    Carla: { active: false, group: 'Support' }
};

export const assignments: readonly { number: NumberName; agent?: AgentName; group?: GroupName }[] =
    [
        { number: 'Berlin', agent: 'Ben' },
        { number: 'London', group: 'Sales' }
    ];

export const dialLists: Readonly<Record<DialListName, { number?: NumberName }>> = {
    'Spring campaign': { number: 'Berlin' },
    'Win back': {}
};

export const ORGANIZATION_POLICY: PolicySketch = {
    principal: 'Head office',
    automateClickToDial: true,
    automateConnect: true
};
const PROFILE = 'profile';
/** Fields of Contact that the rows read; anything else does not exist. */
const CONTACT_FIELDS = [
    'Department',
    'Title',
    'MailingPostalCode',
    'LeadSource',
    'Account.Industry'
];

/** The agent whose default and user policy a row speaks of. */
export function agentOf(row: Row): AgentName {
    return row.agent ?? 'Anna';
}

/** The rows' policies by scope, with what every row takes for granted. */
export function policiesOf(row: Row): [PolicyScope, PolicySketch][] {
    const scopes: [PolicyScope, PolicySketch | undefined][] = [
        ['organization', { ...ORGANIZATION_POLICY, ...row.policy }],
        ['profile', row.profilePolicy],
        ['user', row.userPolicy]
    ];
    return scopes.filter((scope): scope is [PolicyScope, PolicySketch] => scope[1] !== undefined);
}

export function numberOf(name: NumberName | 'a number that is not ours'): string {
    return name === 'a number that is not ours' ? NOT_OURS : numbers[name].number;
}

export function directoryRowsOf(row: Row): DirectoryRows {
    return {
        numbers: Object.entries(numbers).map(([label, { number, active }]) => ({
            id: label as NumberId,
            label,
            number: number as E164,
            active
        })),
        agents: Object.entries(agents).map(([name, { active, group }]) => ({
            id: name as AgentId,
            name,
            active,
            profileId: PROFILE,
            groupIds: [group as string as AgentGroupId],
            ...(row.agentDefault !== undefined &&
                name === agentOf(row) && {
                    defaultNumberId: row.agentDefault as string as NumberId
                })
        })),
        assignments: assignments.map(({ number, agent, group }) => ({
            numberId: number as string as NumberId,
            ...(agent && { agentId: agent as string as AgentId }),
            ...(group && { agentGroupId: group as string as AgentGroupId })
        })),
        policies: policiesOf(row).map(([scope, sketch]) => policyOf(row, scope, sketch)),
        rules: (row.rules ?? []).map(ruleOf),
        dialLists: Object.entries(dialLists).map(([name, { number }]) => ({
            id: name as DialListId,
            name,
            ...(number && { numberId: number as string as NumberId })
        }))
    };
}

function policyOf(row: Row, scope: PolicyScope, sketch: PolicySketch): Policy {
    const { principal, ...settings } = sketch;
    const set = Object.fromEntries(
        Object.entries(settings).filter(([, value]) => value !== undefined)
    ) as PolicySettings;
    return {
        scope,
        scopeKey: { organization: 'org', profile: PROFILE, user: agentOf(row) }[scope],
        ...set,
        ...(principal &&
            principal !== 'none' && { principalNumberId: principal as string as NumberId })
    };
}

function ruleOf(sketch: NonNullable<Row['rules']>[number]): Rule {
    const { group, number, list, ...rest } = sketch as typeof sketch & {
        number?: NumberName;
        list?: DialListName;
    };
    return {
        id: sketch.name as RuleId,
        priority: 10,
        active: true,
        channel: 'any',
        ...rest,
        ...(group && { agentGroupId: group }),
        ...(number && { numberId: number }),
        ...(list && { dialListId: list })
    } as unknown as Rule;
}

export function dialOf(row: Row): Dial {
    return {
        agentId: agentOf(row) as string as AgentId,
        channel: row.channel,
        number: row.number ?? DIALLED,
        ...(row.thisCall && { thisCallNumber: numberOf(row.thisCall) }),
        ...(row.contact && { recordId: 'contact', objectApiName: 'Contact' }),
        ...(row.list?.by === 'list' && { dialListId: row.list.name as string as DialListId }),
        ...((row.list?.by === 'entry' || row.list?.by === 'lost entry') && {
            dialEntryId: 'entry'
        })
    };
}

function entryFact({ list }: Row): DialEntryFact {
    return list?.by === 'entry'
        ? { status: 'read', dialListId: list.name as string as DialListId }
        : { status: 'unreadable', reason: 'RECORD_NOT_FOUND' };
}

/** Looks up what the resolver asked for, in the row. */
export function answer(row: Row, needs: readonly Need[], facts: Facts): Facts {
    return needs.reduce((known, need): Facts => {
        switch (need.kind) {
            case 'recordFields':
                return {
                    ...known,
                    fields: {
                        ...known.fields,
                        ...Object.fromEntries(
                            need.fields.map((field) => [field, fieldFact(row, field)])
                        )
                    }
                };
            case 'dialEntry':
                return {
                    ...known,
                    dialEntry: entryFact(row)
                };
            case 'selector':
                return {
                    ...known,
                    selectors: { ...known.selectors, [need.ruleId]: selectorFact(row) }
                };
        }
    }, facts);
}

function fieldFact(row: Row, field: string): FieldFact {
    return CONTACT_FIELDS.includes(field)
        ? { status: 'read', value: row.contact?.[field] ?? null }
        : { status: 'unreadable', reason: 'FIELD_NOT_FOUND' };
}

function selectorFact({ selectorAnswers: answers }: Row): SelectorFact {
    if (!answers) {
        return { status: 'failed', reason: 'CALL_FAILED' };
    }
    if ('fails' in answers) {
        return { status: 'failed', reason: answers.fails };
    }
    if ('refuses' in answers) {
        return { status: 'refused', message: answers.refuses };
    }
    return { status: 'answered', number: answers.number && numberOf(answers.number) };
}
