import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AS, startTestServer, type TestServer } from './testing/testServer.ts';
import {
    ADA,
    BERLIN,
    CONTACT,
    ENTRY,
    GERMANY,
    GONE,
    LONDON,
    NOBODY,
    selecting
} from './testing/testOrg.ts';
import { ServiceError } from '../errors.ts';

let world: TestServer;
beforeAll(async () => {
    world = await startTestServer();
});
afterAll(() => world.close());
beforeEach(() => {
    world.org.outage = undefined;
    selecting(world.org, () => ({ status: 'answered', number: null }));
});

const post = (url: string, payload: object, headers: object = AS.backEnd) =>
    world.server.inject({ method: 'POST', url, payload, headers: { ...headers } });
const DIAL = { agentId: ADA, channel: 'clickToDial', number: '030 901820' };

describe('POST /v1/decisions', () => {
    it('answers with the number, the rule, one sentence and the trace', async () => {
        const answer = await post('/v1/decisions', {
            ...DIAL,
            number: '+49 40 111',
            dialKey: 'k-1'
        });
        expect(answer.statusCode).toBe(200);
        expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
        const body = answer.json();
        expect(body).toMatchObject({
            outcome: 'presented',
            callbackNumber: { id: BERLIN, label: 'Berlin', number: '+4930901820', active: true },
            source: 'rule',
            rule: { id: GERMANY, name: 'Germany' },
            reason: 'Rule "Germany" picked Berlin (+4930901820).',
            dialKey: 'k-1',
            agentId: ADA,
            channel: 'clickToDial',
            dialedNumber: '+4940111'
        });
        expect(body.trace.at(-1)).toEqual({
            code: 'RULE_USED',
            ruleId: GERMANY,
            numberId: BERLIN
        });
        expect(body).not.toHaveProperty('errorCode');
    });

    it('writes every field of a step as the library gives it', async () => {
        const asked = { ...DIAL, thisCallNumber: '+442079460900', recordId: CONTACT };
        const answer = await post('/v1/decisions/explain', asked);
        const library = await world.service.explain({ ...asked, channel: 'clickToDial' });
        expect(answer.json()).toEqual({
            ...JSON.parse(JSON.stringify(library)),
            dialKey: expect.any(String),
            decidedAt: expect.any(String)
        });
        expect(answer.json()).toMatchObject({
            outcome: 'blocked',
            errorCode: 'NUMBER_NOT_AVAILABLE'
        });
    });

    it('answers a blocked call with 200, and with the words of the selector', async () => {
        selecting(world.org, () => ({ status: 'refused', message: 'Not this customer.' }));
        const answer = await post('/v1/decisions', { ...DIAL, number: '+15550100' });
        expect(answer.statusCode).toBe(200);
        expect(answer.json()).toMatchObject({
            outcome: 'blocked',
            errorCode: 'SELECTOR_ERROR',
            message: 'Not this customer.'
        });
    });

    it.each([NOBODY, GONE])(
        'blocks the calls of an unknown or inactive agent: %s',
        async (agentId) => {
            const answer = await post('/v1/decisions', { ...DIAL, agentId });
            expect(answer.json()).toMatchObject({ outcome: 'blocked', errorCode: 'UNKNOWN_AGENT' });
        }
    );

    it('logs the decision, and explain does not', async () => {
        await post('/v1/decisions', { ...DIAL, dialKey: 'logged' });
        await post('/v1/decisions/explain', { ...DIAL, dialKey: 'explained' });
        await world.service.flush();
        expect(world.org.log.has(`${ADA}:logged`)).toBe(true);
        expect(world.org.log.has(`${ADA}:explained`)).toBe(false);
    });

    it('answers 422 naming the field of a dial that makes no sense', async () => {
        const answer = await post('/v1/decisions', {
            ...DIAL,
            recordId: CONTACT,
            objectApiName: 'Lead'
        });
        expect(answer.statusCode).toBe(422);
        expect(answer.json()).toMatchObject({
            code: 'INVALID_DIAL',
            errors: [{ field: 'objectApiName', message: 'must be Contact, as the record id says' }]
        });
    });

    it('answers 503 when the answer takes too long', async () => {
        const slow = await startTestServer({ answerWithinMs: 20 });
        let release = () => {};
        selecting(
            slow.org,
            () =>
                new Promise((resolve) => {
                    release = () => resolve({ status: 'answered', number: null });
                })
        );
        const answer = await slow.server.inject({
            method: 'POST',
            url: '/v1/decisions',
            payload: { ...DIAL, number: '+15550100' },
            headers: AS.backEnd
        });
        expect(answer.statusCode).toBe(503);
        expect(answer.json().code).toBe('TOOK_TOO_LONG');
        expect(answer.headers['retry-after']).toBe('1');
        release();
        await slow.close();
    });

    it('answers 500 without a word about the inside when something unforeseen happens', async () => {
        const broken = await startTestServer({
            service: {
                ...world.service,
                decide: () => Promise.reject(new TypeError('secret inside'))
            }
        });
        const answer = await broken.server.inject({
            method: 'POST',
            url: '/v1/decisions',
            payload: DIAL,
            headers: { ...AS.backEnd, 'x-request-id': 'request-0001' }
        });
        expect(answer.statusCode).toBe(500);
        expect(answer.body).not.toContain('secret');
        expect(answer.json()).toMatchObject({ code: 'INTERNAL', instance: 'request-0001' });
        expect(broken.logLines()).toContainEqual(
            expect.objectContaining({
                level: 'error',
                reqId: 'request-0001',
                err: expect.objectContaining({ name: 'TypeError', message: 'secret inside' })
            })
        );
        await broken.close();
    });
});

describe('GET /v1/agents/{id}/callback-numbers', () => {
    const get = (id: string, headers: object = AS.backEnd) =>
        world.server.inject({ url: `/v1/agents/${id}/callback-numbers`, headers: { ...headers } });

    it('lists what the agent may present', async () => {
        const answer = await get(ADA);
        expect(answer.statusCode).toBe(200);
        expect(answer.json()).toMatchObject({
            agent: { id: ADA, name: 'Ada Obi', active: true },
            defaultNumber: null,
            principalNumber: { id: LONDON },
            policy: { restrictNumbers: false, origins: { restrictNumbers: 'builtIn' } }
        });
        expect(
            answer
                .json()
                .numbers.map(({ label }: { label: string }) => label)
                .sort()
        ).toEqual(['Berlin', 'London']);
    });

    it('knows the agent whose token it is as "me", and by the 15-character id', async () => {
        expect((await get('me', AS.ada)).json().agent.id).toBe(ADA);
        expect((await get(ADA.slice(0, 15), AS.ada)).json().agent.id).toBe(ADA);
    });

    it('answers 404 for an agent there is not, and 400 for "me" of a back end', async () => {
        expect((await get(NOBODY)).statusCode).toBe(404);
        expect((await get(NOBODY)).json().code).toBe('UNKNOWN_AGENT');
        expect((await get('me')).json()).toMatchObject({
            status: 400,
            errors: [{ field: 'id' }]
        });
    });
});

describe('PUT /v1/agents/{id}/default-callback-number', () => {
    const put = (number: unknown, headers: object = AS.ben) =>
        world.server.inject({
            method: 'PUT',
            url: '/v1/agents/me/default-callback-number',
            payload: { number },
            headers: { ...headers }
        });

    it('sets and clears the default of the agent', async () => {
        expect((await put('030 901820')).statusCode).toBe(422);
        expect((await put('+49 30 901820')).json().defaultNumber).toMatchObject({ id: BERLIN });
        expect((await put(null)).json().defaultNumber).toBeNull();
    });

    it.each([
        ['+15550100', 422, 'NUMBER_NOT_CONFIGURED'],
        ['+442079460900', 422, 'NUMBER_NOT_AVAILABLE'],
        ['', 400, 'INVALID_REQUEST'],
        [12, 400, 'INVALID_REQUEST']
    ])('%s: %i %s, naming the field', async (number, status, code) => {
        const answer = await put(number);
        expect(answer.statusCode).toBe(status);
        expect(answer.json()).toMatchObject({ code, errors: [{ field: 'number' }] });
    });

    it('answers 503 with Retry-After while the org is away', async () => {
        world.org.outage = 'The line is dead.';
        const answer = await put('+4930901820');
        expect(answer.statusCode).toBe(503);
        expect(answer.json().code).toBe('ORG_UNREACHABLE');
        expect(answer.headers['retry-after']).toBe('5');
    });

    it('answers 502 where the org refuses', async () => {
        const other = await startTestServer({
            service: {
                ...world.service,
                setDefault: () => Promise.reject(new ServiceError('ORG_REFUSED'))
            }
        });
        const answer = await other.server.inject({
            method: 'PUT',
            url: '/v1/agents/me/default-callback-number',
            payload: { number: null },
            headers: AS.ada
        });
        expect(answer.statusCode).toBe(502);
        await other.close();
    });
});

describe('running the service', () => {
    it('reloads the directory for an admin credential', async () => {
        const answer = await post('/v1/directory/reload', {});
        expect(answer.statusCode).toBe(200);
        expect(answer.json()).toMatchObject({ numbers: 3, agents: 3, rules: 3 });
    });

    it('is alive, and ready once the directory is loaded', async () => {
        expect((await world.server.inject('/healthz')).json()).toEqual({ status: 'ok' });
        expect((await world.server.inject('/readyz')).json().status).toBe('ready');
        const waiting = await startTestServer({
            service: {
                ...world.service,
                status: () => {
                    throw new ServiceError('NOT_READY');
                },
                decide: () => Promise.reject(new ServiceError('NOT_READY'))
            }
        });
        for (const request of [
            { url: '/readyz' },
            { method: 'POST' as const, url: '/v1/decisions', payload: DIAL, headers: AS.backEnd }
        ]) {
            const answer = await waiting.server.inject(request);
            expect(answer.statusCode).toBe(503);
            expect(answer.json().code).toBe('NOT_READY');
            expect(answer.headers['retry-after']).toBe('2');
        }
        expect((await waiting.server.inject('/healthz')).statusCode).toBe(200);
        expect((await waiting.server.inject('/metrics')).body).toMatch(
            /callback_numbers_directory_age_seconds Nan/
        );
        await waiting.close();
    });

    it('explains every kind of problem at the address in its type', async () => {
        const { type } = (await world.server.inject('/nothing')).json();
        const answer = await world.server.inject(type);
        expect(answer.json()).toMatchObject({ code: 'NOT_FOUND', status: 404 });
        expect((await world.server.inject('/problems/none')).statusCode).toBe(404);
    });
});

describe('every answer', () => {
    it('carries the request id: a sane one of the caller, otherwise a new one', async () => {
        const ask = (id: string) =>
            world.server.inject({ url: '/healthz', headers: { 'x-request-id': id } });
        expect((await ask('pbx:call-0001')).headers['x-request-id']).toBe('pbx:call-0001');
        for (const bad of [
            'short',
            'x'.repeat(65),
            'line\tbreak-in-it',
            '<script>alert</script>'
        ]) {
            expect((await ask(bad)).headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
        }
    });

    it('is not stored and not guessed at', async () => {
        const { headers } = await world.server.inject('/healthz');
        expect(headers).toMatchObject({
            'cache-control': 'no-store',
            'x-content-type-options': 'nosniff'
        });
    });
});

it('knows the dial list of an entry from the org alone when an agent asks', async () => {
    const asked = { channel: 'connect', number: '+15550100', dialEntryId: ENTRY };
    const answer = await post(
        '/v1/decisions',
        { ...asked, dialListId: 'a05000000000002AAA' },
        AS.ada
    );
    expect(answer.json()).toMatchObject({
        callbackNumber: { id: BERLIN },
        rule: { name: 'Campaigns' }
    });
});
