import { executeMutation } from 'lightning/graphql';
import { answerGraphql, type Asked } from '../../../../../test/stubs/graphql';

type Fields = Readonly<Record<string, unknown>>;
export type Row = { readonly Id: string } & Fields;

export const LONDON = 'a05000000000001AAA';
export const PARIS = 'a05000000000002AAA';
export const ANN = '005000000000001AAA';

const RULE: Fields = {
    Active__c: true,
    Channel__c: 'Any',
    Type__c: 'Number prefix',
    Prefix__c: null,
    Object__c: null,
    Field__c: null,
    Operator__c: null,
    Value__c: null,
    Dial_List__c: null,
    Selector__c: null,
    Agent_Group__c: null,
    Callback_Number__c: LONDON
};
export const rule = (
    Id: string,
    Priority__c: number,
    Prefix__c: string,
    more: Fields = {}
): Row => ({
    ...RULE,
    Id,
    Name: `Rule ${Id}`,
    Priority__c,
    Prefix__c,
    SystemModstamp: '09:00',
    ...more
});

const SETUP: Readonly<Record<string, readonly Row[]>> = {
    Callback_Number__c: [
        { Id: LONDON, Name: 'London', Number__c: '+442079460018', Active__c: true },
        { Id: PARIS, Name: 'Paris', Number__c: '+33199001234', Active__c: true }
    ],
    User: [{ Id: ANN, Name: 'Ann', IsActive: true, ProfileId: '00e' }],
    Callback_Policy__c: [
        {
            Id: 'a06',
            Scope__c: 'Organization',
            Scope_Key__c: 'org',
            Principal_Number__c: PARIS,
            Automate_Click_To_Dial__c: 'Yes'
        }
    ]
};

/** An org that keeps what is written to it. */
export function startOrg(rules: readonly Row[]) {
    const held: Record<string, Row[]> = {
        ...Object.fromEntries(Object.entries(SETUP).map(([object, rows]) => [object, [...rows]])),
        Callback_Rule__c: [...rules]
    };
    const refusals = new Map<string, string>();
    const broken = new Map<string, string>();
    let stamp = 0;

    answerGraphql(({ query, variables }: Asked) => {
        const [, object] = /rows: (\w+)/.exec(query)!;
        const error = broken.get(object);
        if (error) {
            return { errors: [{ message: error }] };
        }
        const ids = variables.ids as readonly string[] | undefined;
        const rows = (held[object] ?? []).filter(({ Id }) => !ids || ids.includes(Id));
        const edges = rows.map((row) => ({ node: nodeOf(row) }));
        const pageInfo = { hasNextPage: false, endCursor: null };
        return { data: { uiapi: { query: { rows: { edges, pageInfo } } } } };
    });

    (executeMutation as unknown as jest.Mock).mockReset().mockImplementation(write);

    async function write({ query, variables }: { query: unknown; variables: Fields }) {
        const operations = [...String(query).matchAll(/(r\d+): (\w+__c)(Create|Update|Delete)\(/g)];
        const errors: object[] = [];
        const uiapi: Record<string, unknown> = {};
        for (const [, alias, object, kind] of operations) {
            const input = variables[alias] as { Id?: string } & Record<string, Fields>;
            const fields = input[object] ?? {};
            const refusal = refusals.get(input.Id ?? String(fields.Name));
            if (refusal) {
                uiapi[alias] = null;
                errors.push({ message: refusal, paths: ['uiapi', alias] });
            } else {
                uiapi[alias] = apply(object, kind, input.Id, fields);
            }
        }
        return { data: { uiapi }, errors };
    }
    function apply(object: string, kind: string, Id: string | undefined, fields: Fields) {
        const rows = held[object];
        const at = rows.findIndex((row) => row.Id === Id);
        stamp += 1;
        const SystemModstamp = `10:0${stamp}`;
        if (kind === 'Create') {
            const created = { ...fields, Id: `z${stamp}`, SystemModstamp };
            rows.push(created);
            return { Record: { Id: created.Id } };
        }
        if (kind === 'Delete') {
            rows.splice(at, 1);
            return { Id };
        }
        rows[at] = { ...rows[at], ...fields, SystemModstamp };
        return { success: true };
    }

    return {
        rules: () => held.Callback_Rule__c,
        priorities: () =>
            Object.fromEntries(held.Callback_Rule__c.map((row) => [row.Id, row.Priority__c])),
        /** Somebody else writes. */
        meanwhile: (id: string, fields: Fields) => apply('Callback_Rule__c', 'Update', id, fields),
        /** By id, or by the name of what is created. */
        refuse: (what: string, message: string) => refusals.set(what, message),
        break: (object: string, message: string) => broken.set(object, message),
        mend: () => broken.clear(),
        requests: () => (executeMutation as unknown as jest.Mock).mock.calls.length
    };
}

function nodeOf({ Id, ...fields }: Row): object {
    const values = Object.entries(fields).map(([name, value]) => [name, { value }]);
    return { Id, ...Object.fromEntries(values) };
}
