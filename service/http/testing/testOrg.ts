import type {
    Agent,
    AgentId,
    CallbackNumber,
    DialListId,
    DirectoryRows,
    E164,
    NumberId,
    Rule,
    RuleId
} from '#resolver';
import { MemoryOrg, type MemorySelector } from '../../memory/memoryOrg.ts';

/** Ids of the small account that the HTTP tests work with. */
export const ADA = '005000000000001AAA' as AgentId;
export const BEN = '005000000000002AAA' as AgentId;
export const GONE = '005000000000003AAA' as AgentId;
export const NOBODY = '005000000000009AAA' as AgentId;
export const LONDON = 'a01000000000001AAA' as NumberId;
export const BERLIN = 'a01000000000002AAA' as NumberId;
export const RETIRED = 'a01000000000003AAA' as NumberId;
export const GERMANY = 'a07000000000001AAA' as RuleId;
export const SELECTOR = 'a07000000000002AAA' as RuleId;
export const CAMPAIGN = 'a05000000000001AAA' as DialListId;
export const OTHER_LIST = 'a05000000000002AAA' as DialListId;
export const ENTRY = 'a06000000000001AAA';
export const CONTACT = '003000000000001AAA';

const number = (id: NumberId, label: string, e164: string, active = true): CallbackNumber => ({
    id,
    label,
    number: e164 as E164,
    active
});
const agent = (id: AgentId, name: string, active = true): Agent => ({
    id,
    name,
    active,
    profileId: '00e000000000001AAA',
    groupIds: []
});

const ROWS: DirectoryRows = {
    numbers: [
        number(LONDON, 'London', '+442079460100'),
        number(BERLIN, 'Berlin', '+4930901820'),
        number(RETIRED, 'Old town', '+442079460900', false)
    ],
    agents: [agent(ADA, 'Ada Obi'), agent(BEN, 'Ben Carr'), agent(GONE, 'Carl Doe', false)],
    assignments: [],
    policies: [
        {
            scope: 'organization',
            scopeKey: 'org',
            principalNumberId: LONDON,
            defaultCountry: 'GB',
            automateClickToDial: true,
            automateConnect: true
        }
    ],
    rules: [
        {
            id: GERMANY,
            name: 'Germany',
            type: 'numberPrefix',
            prefix: '+49',
            numberId: BERLIN,
            priority: 10,
            active: true,
            channel: 'any'
        },
        {
            id: SELECTOR,
            name: 'Gold members',
            type: 'customSelector',
            selector: 'flow:Gold',
            priority: 20,
            active: true,
            channel: 'clickToDial'
        },
        {
            id: 'a07000000000003AAA' as RuleId,
            name: 'Campaigns',
            type: 'dialList',
            priority: 30,
            active: true,
            channel: 'connect'
        }
    ] satisfies Rule[],
    dialLists: [
        { id: CAMPAIGN, name: 'Spring campaign', numberId: BERLIN },
        { id: OTHER_LIST, name: 'Win back', numberId: LONDON }
    ]
};

/** The account in memory, fresh for a test server. */
export function createTestOrg(): MemoryOrg {
    const org = new MemoryOrg(ROWS);
    org.objects.set('Contact', { keyPrefix: '003', fields: ['Name'] });
    org.dialEntries.set(ENTRY, { dialListId: CAMPAIGN, phone: '020 7946 0958' });
    selecting(org, () => ({ status: 'answered', number: null }));
    return org;
}

/** What the account's custom selector says from now on. */
export function selecting(org: MemoryOrg, selector: MemorySelector): void {
    org.selectors.set('flow:Gold', selector);
}
