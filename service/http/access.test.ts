import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, BEN, CAMPAIGN, ENTRY, LONDON, OTHER_LIST, selecting } from './testing/testOrg.ts';
import { AS, startTestServer, type TestServer } from './testing/testServer.ts';

let world: TestServer;
beforeAll(async () => {
    world = await startTestServer();
});
afterAll(() => world.close());

type Who = keyof typeof AS;
const dial = (more: object = {}) => ({ channel: 'manual', number: '+15550100', ...more });
const requests = {
    decide: (agentId?: string) => ({
        method: 'POST' as const,
        url: '/v1/decisions',
        payload: dial(agentId === undefined ? {} : { agentId })
    }),
    explain: (agentId?: string) => ({ ...requests.decide(agentId), url: '/v1/decisions/explain' }),
    numbers: (agentId = 'me') => ({ url: `/v1/agents/${agentId}/callback-numbers` }),
    setDefault: (agentId = 'me') => ({
        method: 'PUT' as const,
        url: `/v1/agents/${agentId}/default-callback-number`,
        payload: { number: null }
    }),
    batch: () => ({
        method: 'POST' as const,
        url: '/v1/decisions/batch',
        payload: { dials: [dial({ agentId: ADA })] }
    }),
    reload: () => ({ method: 'POST' as const, url: '/v1/directory/reload' })
};

const ask = (who: Who, request: object) =>
    world.server.inject({ ...request, headers: { ...AS[who] } });

describe('who may do what', () => {
    const rows: [Who, keyof typeof requests, string | undefined, number, string?][] = [
        ['nobody', 'decide', ADA, 401, 'NO_CREDENTIAL'],
        ['nobody', 'explain', ADA, 401, 'NO_CREDENTIAL'],
        ['nobody', 'numbers', ADA, 401, 'NO_CREDENTIAL'],
        ['nobody', 'setDefault', ADA, 401, 'NO_CREDENTIAL'],
        ['nobody', 'batch', undefined, 401, 'NO_CREDENTIAL'],
        ['nobody', 'reload', undefined, 401, 'NO_CREDENTIAL'],
        ['stranger', 'decide', ADA, 401, 'INVALID_CREDENTIAL'],
        ['stranger', 'reload', undefined, 401, 'INVALID_CREDENTIAL'],
        ['backEnd', 'decide', ADA, 200],
        ['backEnd', 'decide', BEN, 200],
        ['backEnd', 'decide', undefined, 400, 'INVALID_REQUEST'],
        ['backEnd', 'numbers', BEN, 200],
        ['backEnd', 'setDefault', BEN, 200],
        ['backEnd', 'batch', undefined, 200],
        ['backEnd', 'reload', undefined, 200],
        ['deciderOnly', 'decide', ADA, 200],
        ['deciderOnly', 'reload', undefined, 403, 'MISSING_SCOPE'],
        ['adminOnly', 'reload', undefined, 200],
        ['adminOnly', 'decide', ADA, 403, 'MISSING_SCOPE'],
        ['adminOnly', 'numbers', ADA, 403, 'MISSING_SCOPE'],
        ['adminOnly', 'setDefault', ADA, 403, 'MISSING_SCOPE'],
        ['adminOnly', 'batch', undefined, 403, 'MISSING_SCOPE'],
        ['ada', 'decide', undefined, 200],
        ['ada', 'decide', ADA, 200],
        ['ada', 'decide', ADA.slice(0, 15), 200],
        ['ada', 'decide', BEN, 403, 'OTHER_AGENT'],
        ['ada', 'explain', BEN, 403, 'OTHER_AGENT'],
        ['ada', 'numbers', undefined, 200],
        ['ada', 'numbers', BEN, 403, 'OTHER_AGENT'],
        ['ada', 'setDefault', undefined, 200],
        ['ada', 'setDefault', BEN, 403, 'OTHER_AGENT'],
        ['ada', 'reload', undefined, 403, 'SERVICE_CREDENTIAL_ONLY']
    ];
    it.each(rows)('%s, %s for %s: %i %s', async (who, what, agentId, status, code) => {
        const answer = await ask(who, requests[what](agentId));
        expect(answer.statusCode).toBe(status);
        if (code !== undefined) {
            expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
            expect(answer.json().code).toBe(code);
        }
    });

    it('asks for a credential in the words of RFC 6750', async () => {
        const none = await ask('nobody', requests.decide(ADA));
        expect(none.headers['www-authenticate']).toBe('Bearer realm="callback-numbers"');
        const bad = await ask('stranger', requests.decide(ADA));
        expect(bad.headers['www-authenticate']).toBe(
            'Bearer realm="callback-numbers", error="invalid_token", error_description="Not a good token."'
        );
    });

    it('says 503, not 401, while credentials cannot be checked', async () => {
        const answer = await world.server.inject({
            ...requests.decide(ADA),
            headers: { authorization: 'Bearer org-away' }
        });
        expect(answer.statusCode).toBe(503);
        expect(answer.json().code).toBe('SIGN_IN_UNAVAILABLE');
        expect(answer.headers['retry-after']).toBe('5');
        expect(answer.headers).not.toHaveProperty('www-authenticate');
    });

    it('refuses before the body is looked at', async () => {
        const answer = await ask('nobody', { ...requests.decide(), payload: '{' });
        expect(answer.statusCode).toBe(401);
    });
});

describe('nothing a browser says is trusted', () => {
    const connect = (more: object) => ({
        method: 'POST' as const,
        url: '/v1/decisions/explain',
        payload: dial({ channel: 'connect', ...more })
    });

    it('refuses a dial list without an entry, naming the field', async () => {
        const answer = await ask('ada', connect({ dialListId: CAMPAIGN }));
        expect(answer.statusCode).toBe(422);
        expect(answer.json()).toMatchObject({
            code: 'INVALID_DIAL',
            errors: [{ field: 'dialListId' }]
        });
    });

    it("takes the entry's own list, whatever list is named beside it", async () => {
        const answer = await ask('ada', connect({ dialEntryId: ENTRY, dialListId: OTHER_LIST }));
        expect(answer.json().callbackNumber.label).toBe('Berlin');
    });

    it('takes the list from a back end', async () => {
        const answer = await ask('backEnd', connect({ agentId: ADA, dialListId: OTHER_LIST }));
        expect(answer.json().callbackNumber.id).toBe(LONDON);
    });
});

describe('metrics', () => {
    const metrics = (headers: object, remoteAddress = '127.0.0.1', server = world.server) =>
        server.inject({ url: '/metrics', remoteAddress, headers: { ...headers } });

    it('are for this machine and for back ends', async () => {
        expect((await metrics({})).statusCode).toBe(200);
        expect((await metrics({}, '::1')).statusCode).toBe(200);
        expect((await metrics(AS.deciderOnly, '10.1.2.3')).statusCode).toBe(200);
        expect((await metrics({}, '10.1.2.3')).json().code).toBe('METRICS_CLOSED');
        expect((await metrics(AS.ada, '10.1.2.3')).json().code).toBe('METRICS_CLOSED');
        expect((await metrics(AS.stranger, '10.1.2.3')).statusCode).toBe(401);
    });

    it('are not for whoever comes through a proxy on this machine', async () => {
        for (const headers of [{ 'x-forwarded-for': '10.1.2.3' }, { forwarded: 'for=10.1.2.3' }]) {
            expect((await metrics(headers)).statusCode).toBe(403);
        }
    });

    it('are for everybody where that is configured', async () => {
        const open = await startTestServer({ metricsPublic: true });
        expect((await metrics({}, '10.1.2.3', open.server)).statusCode).toBe(200);
        await open.close();
    });

    it('count decisions, time requests and show the directory', async () => {
        const fresh = await startTestServer();
        const decide = (channel: string) =>
            fresh.server.inject({
                ...requests.decide(),
                payload: { ...dial({ agentId: ADA }), channel },
                headers: AS.backEnd
            });
        await decide('manual');
        await decide('manual');
        selecting(fresh.org, () => ({ status: 'refused', message: 'no' }));
        await decide('clickToDial');
        const { body } = await metrics({}, '127.0.0.1', fresh.server);
        expect(body).toContain(
            'callback_numbers_decisions_total{outcome="presented",source="principal",error_code="",channel="manual"} 2'
        );
        expect(body).toContain(
            'callback_numbers_decisions_total{outcome="blocked",source="",error_code="SELECTOR_ERROR",channel="clickToDial"} 1'
        );
        expect(body).toContain(
            'callback_numbers_http_request_seconds_count{method="POST",route="/v1/decisions",status="200"} 3'
        );
        expect(body).toContain('callback_numbers_directory_rows{kind="numbers"} 3');
        expect(body).toContain('callback_numbers_directory_reload_failed 0');
        expect(body).toMatch(/callback_numbers_log_queue \d/);
        expect(body).toMatch(/callback_numbers_directory_age_seconds [\d.e-]+\n/);
        await fresh.close();
    });
});

describe('pages of other origins', () => {
    const ORIGIN = 'https://acme.lightning.force.com';
    const preflight = (origin: string) => ({
        method: 'OPTIONS' as const,
        url: '/v1/decisions',
        headers: { origin, 'access-control-request-method': 'POST' }
    });

    it('are not let in by default', async () => {
        const answer = await world.server.inject(preflight(ORIGIN));
        expect(answer.statusCode).toBe(405);
        expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    });

    it('are let in where they are listed, and only those', async () => {
        const open = await startTestServer({ corsOrigins: [ORIGIN] });
        const allowed = await open.server.inject(preflight(ORIGIN));
        expect(allowed.statusCode).toBe(204);
        expect(allowed.headers).toMatchObject({
            'access-control-allow-origin': ORIGIN,
            'access-control-allow-headers': 'authorization, content-type, x-request-id',
            vary: 'origin'
        });
        expect(allowed.headers).not.toHaveProperty('access-control-allow-credentials');
        const refused = await open.server.inject(preflight('https://evil.example'));
        expect(refused.statusCode).toBe(403);
        expect(refused.headers).not.toHaveProperty('access-control-allow-origin');
        const request = { ...requests.decide(ADA), headers: { ...AS.backEnd, origin: ORIGIN } };
        const answered = await open.server.inject(request);
        expect(answered.headers['access-control-allow-origin']).toBe(ORIGIN);
        const problem = await open.server.inject({ ...request, payload: {} });
        expect(problem.statusCode).toBe(400);
        expect(problem.headers['access-control-allow-origin']).toBe(ORIGIN);
        await open.close();
    });
});
