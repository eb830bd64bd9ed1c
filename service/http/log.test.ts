import { describe, expect, it } from 'vitest';
import { ServiceError } from '../errors.ts';
import { hideSecrets, shortenNumbers, shortNumber } from './logRedaction.ts';
import { ADA, CONTACT } from './testing/testOrg.ts';
import { AS, startTestServer } from './testing/testServer.ts';

describe('numbers in the log', () => {
    it.each([
        ['+442079460958', '+44…58'],
        ['+12125550147', '+1…47'],
        ['+79161234567', '+7…67'],
        ['+3585550147', '+358…47'],
        ['020 7946 0958', '…58'],
        ['999', '999'],
        ['1234', '1234'],
        ['12345', '…45']
    ])('%s is written as %s', (number, short) => {
        expect(shortNumber(number)).toBe(short);
    });

    it('are shortened wherever they stand in a line', () => {
        expect(shortenNumbers('{"msg":"no route to +442079460958, +12125550147"}')).toBe(
            '{"msg":"no route to +44…58, +1…47"}'
        );
        expect(shortenNumbers('{"time":"2026-01-31T09:30:00.000+0000"}')).toBe(
            '{"time":"2026-01-31T09:30:00.000+0000"}'
        );
    });

    it.each([
        '00D000000000001!AQcAQHx.abc_DEF-1',
        '00D000000000001AAA!AQcAQHx.abc',
        'eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJ4In0.c2ln',
        'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..Lek4GfSEx0j.F56UQVU_J-5.3x0l8SQ43My',
        'aPrxsmIEeqM9PiQ_95.8hojaNW-1g%3D%3D',
        'Bearer anything-at-all'
    ])('are safe from tokens too: %s', (token) => {
        expect(hideSecrets(`{"msg":"sent ${token}"}`)).toBe('{"msg":"sent [hidden]"}');
    });
});

describe('the log of a request', () => {
    const NUMBER = '+442079460958';
    const request = (more: object = {}) => ({
        method: 'POST' as const,
        url: '/v1/decisions',
        payload: { agentId: ADA, channel: 'manual', number: NUMBER, recordId: CONTACT },
        headers: { ...AS.backEnd, 'x-request-id': 'request-0001' },
        ...more
    });

    it('is one line that says who asked, what was decided and how long it took', async () => {
        const world = await startTestServer();
        await world.server.inject(request());
        expect(world.logLines()).toEqual([
            {
                level: 'info',
                time: expect.any(String),
                reqId: 'request-0001',
                method: 'POST',
                route: '/v1/decisions',
                status: 200,
                ms: expect.any(Number),
                from: '127.0.0.1',
                caller: 'service pbx',
                dialKey: expect.any(String),
                agentId: ADA,
                channel: 'manual',
                dialed: '+44…58',
                outcome: 'presented',
                source: 'principal',
                numberId: expect.any(String),
                msg: 'answered'
            }
        ]);
        await world.close();
    });

    it('never has a full number or a token, whatever happens', async () => {
        const failing = {
            decide: () => Promise.reject(new Error(`no answer for ${NUMBER}`)),
            explain: () => Promise.reject(new ServiceError('ORG_REFUSED', { cause: leaky() })),
            availableNumbers: () => {
                throw leaky();
            }
        };
        const calm = await startTestServer();
        const world = await startTestServer({ service: { ...calm.service, ...failing } });
        const token = { authorization: 'Bearer 00D000000000001!secret' };
        await world.server.inject(request());
        await world.server.inject(request({ url: '/v1/decisions/explain' }));
        await world.server.inject(request({ headers: token }));
        await world.server.inject(request({ url: `/v1/call/${NUMBER}?token=secret` }));
        await world.server.inject(request({ url: '/v1/call/02079460958', method: 'GET' }));
        await world.server.inject({
            url: `/v1/agents/${ADA}/callback-numbers`,
            headers: AS.backEnd
        });
        const text = world.logText() + calm.logText();
        expect(world.logLines().length).toBeGreaterThanOrEqual(6);
        expect(text).toContain('+44…58');
        expect(text).not.toMatch(/7946|secret|Bearer [^[]/);
        await world.close();
        await calm.close();
    });

    it('has full numbers where that is configured, and still no token', async () => {
        const world = await startTestServer({ fullNumbers: true });
        await world.server.inject(request());
        expect(world.logLines()[0].dialed).toBe(NUMBER);
        await world.close();
    });

    it('counts a batch instead of listing its dials', async () => {
        const world = await startTestServer();
        await world.server.inject(
            request({
                url: '/v1/decisions/batch',
                payload: { dials: [{ agentId: ADA, channel: 'manual', number: NUMBER }, {}] }
            })
        );
        expect(world.logLines()).toHaveLength(1);
        expect(world.logLines()[0]).toMatchObject({ dials: 2, presented: 1, problems: 1 });
        await world.close();
    });
});

/** As errors of HTTP clients are: with the whole request on board. */
function leaky(): Error {
    return Object.assign(new Error('request failed with Bearer 00D000000000001!secret'), {
        config: { headers: { authorization: 'Bearer 00D000000000001!secret' } },
        body: '+442079460958'
    });
}
