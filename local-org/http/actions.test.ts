import type { Connection } from 'jsforce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OrgError } from '../engine/orgError.ts';
import { INTEGRATION, startTestOrg, type TestOrg } from './testing/testOrg.ts';

let org: TestOrg;
let connection: Connection;
beforeAll(async () => {
    org = await startTestOrg();
    connection = org.connect(INTEGRATION);
});
afterAll(() => org.close());

const invoke = (path: string, inputs: unknown) =>
    connection.requestPost(`/actions/custom/${path}`, { inputs } as object);

describe('invocable actions', () => {
    it('answer one result an input', async () => {
        org.actions.register('flow', 'Double', (inputs) =>
            inputs.map(({ value }) => ({ result: Number(value) * 2 }))
        );
        expect(await invoke('flow/Double', [{ value: 2 }, { value: 5 }])).toMatchObject([
            {
                actionName: 'Double',
                errors: null,
                isSuccess: true,
                outputValues: { result: 4, Flow__InterviewStatus: 'Finished' }
            },
            { isSuccess: true, outputValues: { result: 10 } }
        ]);
    });

    it('know who calls them', async () => {
        org.actions.register('apex', 'WhoAmI', async (_inputs, { userId }) => [{ userId }]);
        expect(await invoke('apex/WhoAmI', [{}])).toMatchObject([
            { outputValues: { userId: org.signIn(INTEGRATION).userId } }
        ]);
    });

    it('fail with 400 and a reason for every input when they throw', async () => {
        org.actions.register('apex', 'Broken', () => {
            throw new Error('out of order');
        });
        await expect(invoke('apex/Broken', [{}])).rejects.toMatchObject({
            errorCode: 'ERROR_HTTP_400',
            message: expect.stringContaining('"statusCode":"UNKNOWN_EXCEPTION"')
        });
    });

    it('may fail for one input alone, with a code of their own', async () => {
        org.actions.register('apex', 'Picky', (inputs) =>
            inputs.map(({ ok }) => (ok ? {} : new OrgError('INVALID_INPUT', 'not this one')))
        );
        const response = await fetch(`${org.url}/services/data/v66.0/actions/custom/apex/Picky`, {
            method: 'POST',
            headers: {
                authorization: `Bearer ${org.signIn(INTEGRATION).accessToken}`,
                'content-type': 'application/json'
            },
            body: JSON.stringify({ inputs: [{ ok: true }, { ok: false }] })
        });
        expect(response.status).toBe(400);
        expect(await response.json()).toMatchObject([
            { isSuccess: true, errors: null },
            {
                isSuccess: false,
                outputValues: null,
                errors: [{ statusCode: 'INVALID_INPUT', message: 'not this one', fields: [] }]
            }
        ]);
    });

    it('must answer one output an input', async () => {
        org.actions.register('apex', 'Short', () => []);
        await expect(invoke('apex/Short', [{}])).rejects.toThrow(/0 outputs for 1 inputs/);
    });

    it('are not there until they are registered, and after they are taken away', async () => {
        const takeAway = org.actions.register('flow', 'Brief', (inputs) => inputs.map(() => ({})));
        await invoke('flow/brief', [{}]);
        takeAway();
        await expect(invoke('flow/Brief', [{}])).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
    });

    it('are listed by type', async () => {
        org.actions.register('flow', 'Listed', (inputs) => inputs.map(() => ({})), 'A listed flow');
        const { actions } = await connection.requestGet<{ actions: unknown[] }>(
            '/actions/custom/flow'
        );
        expect(actions).toContainEqual({
            label: 'A listed flow',
            name: 'Listed',
            type: 'FLOW',
            url: '/services/data/v66.0/actions/custom/flow/Listed'
        });
        await expect(connection.requestGet('/actions/custom/report')).rejects.toMatchObject({
            errorCode: 'NOT_FOUND'
        });
    });
});
