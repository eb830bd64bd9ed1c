import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INTEGRATION, startTestOrg, type TestOrg } from '../http/testing/testOrg.ts';
import { ask } from './testing/ask.ts';

let org: TestOrg;
beforeAll(async () => {
    org = await startTestOrg();
});
afterAll(() => org.close());

const run = (text: string, variables?: Record<string, unknown>) =>
    ask(org, INTEGRATION, text, variables);
const count = async (name: string) => {
    const { data } = await run(
        'query ($name: String) { uiapi { query { Gadget__c(where: { Name: { eq: $name } }) { totalCount } } } }',
        { name }
    );
    return data.uiapi.query.Gadget__c.totalCount as number;
};

describe('a GraphQL mutation', () => {
    it('creates, changes and deletes, each under its alias, and a later one may name an earlier one', async () => {
        const made = await run(
            `mutation ($gadget: Gadget__cCreateRepresentation!) { uiapi(input: { allOrNone: true }) {
                lamp: Gadget__cCreate(input: { Gadget__c: $gadget }) { Record { Id Name { value } Weight__c { value } } }
                bulb: Gadget_Part__cCreate(input: { Gadget_Part__c: { Name: "Bulb", Gadget__c: "@{lamp}" } }) {
                    Record { Id Gadget__c { value } } }
                heavier: Gadget__cUpdate(input: { Id: "@{lamp}", Gadget__c: { Weight__c: 9 } }) { success Record { Weight__c { value } } }
            } }`,
            { gadget: { Name: 'Lamp', Weight__c: 3 } }
        );
        expect(made.errors).toEqual([]);
        const { lamp, bulb, heavier } = made.data.uiapi;
        // What is read is what stands when everything is done.
        expect(lamp.Record).toMatchObject({ Name: { value: 'Lamp' }, Weight__c: { value: 9 } });
        expect(bulb.Record.Gadget__c.value).toBe(lamp.Record.Id);
        expect(heavier).toEqual({ success: true, Record: { Weight__c: { value: 9 } } });
        const gone = await run(
            'mutation ($id: IdOrRef!) { uiapi { Gadget__cDelete(input: { Id: $id }) { Id } } }',
            { id: lamp.Record.Id }
        );
        expect(gone).toMatchObject({
            data: { uiapi: { Gadget__cDelete: { Id: lamp.Record.Id } } },
            errors: []
        });
        expect(await count('Lamp')).toBe(0);
    });

    const pair = (input: string) => `mutation { uiapi${input} {
        good: Gadget__cCreate(input: { Gadget__c: { Name: "Good" } }) { Record { Id } }
        bad: Gadget__cCreate(input: { Gadget__c: { Name: "Bad", Weight__c: -1 } }) { Record { Id } }
        part: Gadget_Part__cCreate(input: { Gadget_Part__c: { Name: "P", Gadget__c: "@{bad}" } }) { Record { Id } }
    } }`;

    it('does nothing at all when one operation fails, unless told otherwise', async () => {
        const { data, errors } = await run(pair(''));
        expect(data.uiapi).toEqual({ good: null, bad: null, part: null });
        expect(errors.map(({ paths }) => paths)).toEqual([
            ['uiapi', 'good'],
            ['uiapi', 'bad'],
            ['uiapi', 'part']
        ]);
        expect(errors[1]).toMatchObject({
            message: 'A gadget weighs something.',
            extensions: { ErrorType: 'DataFetchingException' }
        });
        expect(await count('Good')).toBe(0);
    });

    it('keeps what succeeded with allOrNone false, and fails what depends on a failure', async () => {
        const { data, errors } = await run(pair('(input: { allOrNone: false })'));
        expect(data.uiapi).toMatchObject({
            good: { Record: { Id: expect.any(String) } },
            bad: null,
            part: null
        });
        expect(errors.map(({ paths }) => paths?.[1])).toEqual(['bad', 'part']);
        expect(await count('Good')).toBe(1);
    });

    it('refuses what cannot be written, before anything is', async () => {
        for (const values of ['{ CreatedDate: "2020-01-01T00:00:00Z" }', '{ Nope__c: 1 }']) {
            const { data, errors } = await run(
                `mutation { uiapi { Gadget__cCreate(input: { Gadget__c: ${values} }) { Record { Id } } } }`
            );
            expect([data, errors[0].extensions.ErrorType]).toEqual([null, 'ValidationError']);
        }
    });
});
