import { createDirectory, lint } from 'c/callbackResolver';
import {
    directoryRowsOf,
    readAgents,
    readConfiguration,
    readNumbers,
    type Ask
} from 'c/callbackSetupData';

type Fields = Readonly<Record<string, unknown>>;

/** Answers every list of the org, `size` rows a page. */
function holding(lists: Readonly<Record<string, readonly Fields[]>>, size = 2): Ask {
    return ({ query, variables }) => {
        const [, object] = /rows: (\w+)/.exec(String(query))!;
        const rows = lists[object] ?? [];
        const from = Number(variables.after ?? 0);
        const page = rows.slice(from, from + size);
        const hasNextPage = from + size < rows.length;
        return Promise.resolve({
            uiapi: {
                query: {
                    rows: {
                        edges: page.map((node) => ({ node })),
                        pageInfo: { hasNextPage, endCursor: String(from + size) }
                    }
                }
            }
        });
    };
}

const value = (of: unknown) => ({ value: of });
const user = (Id: string, Name: string) => ({
    Id,
    Name: value(Name),
    Username: value(`${Name}@acme.example`),
    IsActive: value(true),
    ProfileId: value('00e1'),
    Profile: { Name: value('Standard User') }
});

it('reads page after page, and shows what has come so far', async () => {
    const told: unknown[] = [];
    const agents = await readAgents(
        holding({ User: [user('1', 'Ann'), user('2', 'Bob'), user('3', 'Cy')] }),
        (rows, complete) => told.push([rows.length, complete])
    );
    expect(told).toEqual([
        [2, false],
        [3, true]
    ]);
    expect(agents[2]).toEqual({
        Id: '3',
        Name: 'Cy',
        Username: 'Cy@acme.example',
        IsActive: true,
        ProfileId: '00e1',
        'Profile.Name': 'Standard User'
    });
});

it('asks for a short first page where somebody waits to see it, and otherwise for full ones', async () => {
    const firsts: unknown[] = [];
    const ask: Ask = (request) => {
        firsts.push(request.variables.first);
        return holding({ User: [user('1', 'Ann'), user('2', 'Bob'), user('3', 'Cy')] })(request);
    };
    await readAgents(ask, () => undefined);
    await readAgents(ask);
    expect(firsts).toEqual([200, 2000, 2000, 2000]);
});

it('tells of a relationship that leads nowhere', async () => {
    const [agent] = await readAgents(holding({ User: [{ ...user('1', 'Ann'), Profile: null }] }));
    expect(agent['Profile.Name'] ?? null).toBeNull();
});

it('throws the errors of the answer', async () => {
    const errors = [{ message: 'No.' }];
    await expect(readNumbers(() => Promise.reject(errors))).rejects.toBe(errors);
});

it('makes everything that is configured into a directory whose rules can be looked at', async () => {
    const configuration = await readConfiguration(
        holding({
            Callback_Number__c: [
                {
                    Id: 'n1',
                    Name: value('London'),
                    Number__c: value('+442079460018'),
                    Active__c: value(false)
                }
            ],
            User: [user('u1', 'Ann')],
            Agent_Group_Member__c: [
                { Id: 'm', Agent__c: value('u1'), Agent_Group__c: value('g1') }
            ],
            Callback_Policy__c: [
                {
                    Id: 'p',
                    Scope__c: value('Organization'),
                    Scope_Key__c: value('org'),
                    Automate_Click_To_Dial__c: value('Yes')
                }
            ],
            Callback_Rule__c: [
                {
                    Id: 'r1',
                    Name: value('Britain'),
                    Priority__c: value(10),
                    Active__c: value(true),
                    Channel__c: value('Any'),
                    Type__c: value('Number prefix'),
                    Prefix__c: value('+44'),
                    Callback_Number__c: value('n1'),
                    Agent_Group__c: value('g1')
                }
            ]
        })
    );
    const directory = createDirectory(directoryRowsOf(configuration));
    expect(lint([...directory.rules.values()], directory)).toEqual([
        { code: 'RULE_NUMBER_RETIRED', ruleId: 'r1', numberId: 'n1' }
    ]);
});
