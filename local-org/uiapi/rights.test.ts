import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
    fieldFile,
    objectFile,
    objectPermission,
    permissionSetFile
} from '../engine/testing/metadataFiles.ts';
import { createUser, openTestOrg, type TestOrg as Engine } from '../engine/testing/testOrg.ts';
import { startLocalOrg, type LocalOrg } from '../http/startLocalOrg.ts';
import { ask, send } from './testing/ask.ts';

/** Plans are private and have a secret: one user may see it, one may not, one sees no plans at all. */
const EVERYTHING = ['allowRead', 'allowCreate', 'allowEdit', 'allowDelete'] as const;
const PACKAGE = {
    ...objectFile('Plan__c', {
        label: 'Plan',
        pluralLabel: 'Plans',
        nameField: { label: 'Plan Name', type: 'Text' },
        sharingModel: 'Private'
    }),
    ...fieldFile('Plan__c', 'Secret__c', { type: 'Text', length: 40 }),
    ...fieldFile('Plan__c', 'Stage__c', {
        type: 'Picklist',
        valueSet: {
            restricted: true,
            valueSetDefinition: {
                sorted: false,
                value: [
                    { fullName: 'New', default: true, label: 'Neu' },
                    { fullName: 'Done', default: false, label: 'Done' },
                    { fullName: 'Gone', default: false, label: 'Gone', isActive: false }
                ]
            }
        }
    }),
    ...permissionSetFile('Insider', {
        objectPermissions: [objectPermission('Plan__c', [...EVERYTHING])],
        fieldPermissions: ['Secret__c', 'Stage__c'].map((name) => ({
            field: `Plan__c.${name}`,
            readable: true,
            editable: true
        }))
    }),
    ...permissionSetFile('Outsider', {
        objectPermissions: [objectPermission('Plan__c', [...EVERYTHING])]
    })
};

let engine: Engine;
let org: LocalOrg;
let insider: string;
let outsider: string;
let nobody: string;
let plan: string;

beforeAll(async () => {
    engine = openTestOrg(PACKAGE);
    org = await startLocalOrg({ file: ':memory:', engine: engine.org });
    const user = (...sets: string[]) => {
        const id = createUser(engine.system, 'Standard User', sets);
        return String(engine.system.retrieve('User', id).Username);
    };
    insider = user('Insider');
    outsider = user('Outsider');
    nobody = user();
    const made = await ask(
        org,
        insider,
        'mutation { uiapi { Plan__cCreate(input: { Plan__c: { Name: "Mine", Secret__c: "hush" } }) { Record { Id } } } }'
    );
    plan = made.data.uiapi.Plan__cCreate.Record.Id;
});
afterAll(async () => {
    await org.close();
    engine.close();
});

const READ = '{ uiapi { query { Plan__c { totalCount edges { node { Name { value } } } } } } }';
const undefinedName = (name: string) => ({
    data: null,
    errors: [
        {
            message: expect.stringContaining(`Field '${name}'`),
            extensions: { ErrorType: 'ValidationError' }
        }
    ]
});

describe('GraphQL in the name of a user', () => {
    it('shows private records to their owner alone', async () => {
        const mine = await ask(org, insider, READ);
        expect(mine.data.uiapi.query.Plan__c).toEqual({
            totalCount: 1,
            edges: [{ node: { Name: { value: 'Mine' } } }]
        });
        const theirs = await ask(org, outsider, READ);
        expect(theirs.data.uiapi.query.Plan__c).toEqual({ totalCount: 0, edges: [] });
    });

    it.each([
        '{ uiapi { query { Plan__c { edges { node { Secret__c { value } } } } } } }',
        '{ uiapi { query { Plan__c(where: { Secret__c: { like: "h%" } }) { totalCount } } } }',
        '{ uiapi { query { Plan__c(orderBy: { Secret__c: { order: ASC } }) { totalCount } } } }',
        'mutation { uiapi { Plan__cCreate(input: { Plan__c: { Name: "x", Secret__c: "y" } }) { Record { Id } } } }'
    ])('does not know a field the user may not see: %s', async (text) => {
        expect((await ask(org, insider, text)).errors).toEqual([]);
        expect(await ask(org, outsider, text)).toMatchObject(undefinedName('Secret__c'));
    });

    it('does not filter by a hidden field that comes in a variable', async () => {
        const { data, errors } = await ask(
            org,
            outsider,
            'query ($where: Plan__c_Filter) { uiapi { query { Plan__c(where: $where) { totalCount edges { node { Id } } } } } }',
            { where: { Secret__c: { eq: 'hush' } } }
        );
        expect(data.uiapi.query.Plan__c).toBeNull();
        expect(errors[0].extensions.ErrorType).toBe('DataFetchingException');
    });

    it('joins with what the user sees alone', async () => {
        const text =
            '{ uiapi { query { User(where: { Id: { inq: { Plan__c: {}, ApiName: "OwnerId" } } }) { totalCount edges { node { Id } } } } } }';
        const total = async (user: string) =>
            (await ask(org, user, text)).data.uiapi.query.User?.totalCount;
        expect([await total(insider), await total(outsider), await total(nobody)]).toEqual([
            1,
            0,
            undefined
        ]);
        const hidden = text.replace('{}', '{ Secret__c: { ne: null } }');
        expect(await ask(org, outsider, hidden)).toMatchObject(undefinedName('Secret__c'));
    });

    it('does not know an object the user may not see', async () => {
        expect(await ask(org, nobody, READ)).toMatchObject(undefinedName('Plan__c'));
    });

    it("changes nobody else's record", async () => {
        for (const user of [outsider, nobody]) {
            const { data, errors } = await ask(
                org,
                user,
                'mutation ($id: IdOrRef!) { uiapi { Plan__cDelete(input: { Id: $id }) { Id } } }',
                { id: plan }
            );
            expect([data.uiapi.Plan__cDelete, errors.length]).toEqual([null, 1]);
        }
        expect(engine.system.retrieve('Plan__c', plan).Name).toBe('Mine');
    });
});

describe('the record API', () => {
    const path = () => `ui-api/records/${plan}`;

    it('gives a record with the fields that are asked for, and those of its parents', async () => {
        const { status, body } = await send(
            org,
            insider,
            'GET',
            `${path()}?fields=Plan__c.Name,Plan__c.Owner.Name&optionalFields=Plan__c.Nope__c,Plan__c.Secret__c`
        );
        expect(status).toBe(200);
        expect(body).toMatchObject({
            apiName: 'Plan__c',
            id: plan,
            childRelationships: {},
            weakEtag: expect.any(Number),
            lastModifiedDate: expect.stringMatching(/Z$/),
            fields: {
                Name: { value: 'Mine', displayValue: null },
                Secret__c: { value: 'hush' },
                Owner: { displayValue: expect.any(String), value: { apiName: 'User' } }
            }
        });
        expect((body as { fields: object }).fields).not.toHaveProperty('Nope__c');
    });

    it('creates, changes and deletes', async () => {
        const made = await send(org, outsider, 'POST', 'ui-api/records', {
            apiName: 'Plan__c',
            fields: { Name: 'Theirs' }
        });
        const { id, fields } = made.body as { id: string; fields: Record<string, unknown> };
        expect([made.status, fields.Name]).toEqual([201, { value: 'Theirs', displayValue: null }]);
        expect(fields).not.toHaveProperty('Secret__c');
        const changed = await send(org, outsider, 'PATCH', `ui-api/records/${id}`, {
            fields: { Name: 'Changed' }
        });
        expect(changed).toMatchObject({
            status: 200,
            body: { fields: { Name: { value: 'Changed' } } }
        });
        expect(await send(org, outsider, 'DELETE', `ui-api/records/${id}`)).toMatchObject({
            status: 204
        });
        expect(
            (await send(org, outsider, 'GET', `ui-api/records/${id}?fields=Plan__c.Name`)).status
        ).toBe(404);
    });

    it('refuses what the user may not see or do', async () => {
        const seen = await send(org, outsider, 'GET', `${path()}?fields=Plan__c.Name`);
        expect(seen).toMatchObject({ status: 404, body: [{ errorCode: 'NOT_FOUND' }] });
        const field = await send(org, insider, 'GET', `${path()}?fields=Plan__c.Nope__c`);
        expect(field).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_FIELD' }] });
        const change = await send(org, outsider, 'PATCH', path(), { fields: { Name: 'x' } });
        expect(change.status).toBeGreaterThanOrEqual(400);
        expect(engine.system.retrieve('Plan__c', plan).Name).toBe('Mine');
        expect(
            (await send(org, insider, 'GET', 'ui-api/records/nothing?fields=Plan__c.Name')).status
        ).toBe(404);
    });

    it('gives the values of a picklist, of those that the user may read', async () => {
        const path = (field: string) =>
            `ui-api/object-info/Plan__c/picklist-values/012000000000000AAA/${field}`;
        const { body } = await send(org, insider, 'GET', path('Stage__c'));
        expect(body).toMatchObject({
            defaultValue: { value: 'New' },
            values: [
                { label: 'Neu', value: 'New' },
                { label: 'Done', value: 'Done' }
            ]
        });
        for (const [user, field] of [
            [outsider, 'Stage__c'],
            [insider, 'Secret__c']
        ] as const) {
            expect((await send(org, user, 'GET', path(field))).status).toBe(404);
        }
    });

    it('describes objects as the user sees them', async () => {
        const { body } = await send(org, insider, 'GET', 'ui-api/object-info/Plan__c');
        expect(body).toMatchObject({
            apiName: 'Plan__c',
            createable: true,
            nameFields: ['Name'],
            updateable: true,
            deletable: true,
            defaultRecordTypeId: '012000000000000AAA',
            fields: {
                Name: { createable: true, updateable: true },
                CreatedDate: { createable: false, updateable: false, required: false },
                Secret__c: { apiName: 'Secret__c', dataType: 'String', required: false }
            }
        });
        const hidden = await send(org, outsider, 'GET', 'ui-api/object-info/Plan__c');
        expect((hidden.body as { fields: object }).fields).not.toHaveProperty('Secret__c');
        expect((await send(org, nobody, 'GET', 'ui-api/object-info/Plan__c')).status).toBe(404);
        org.requests.reset();
        await send(org, insider, 'GET', `${path()}?fields=Plan__c.Name`);
        expect(org.requests.snapshot().byKind).toEqual({ 'record:retrieve': 1 });
    });
});
