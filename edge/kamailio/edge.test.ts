import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ADA, BEN, CONTACT, GONE } from '../../service/http/testing/testOrg.ts';
import type { AgentBrowser } from '../../service/softphone/testing/agentBrowser.ts';
import {
    startSoftphoneWorld,
    type SoftphoneWorld
} from '../../service/softphone/testing/memoryWorld.ts';
import { createPhones } from '../../service/telephony/phones/phones.ts';
import { startEdge, type Edge } from './testing/edge.ts';
import { findSipPrograms } from './testing/sipp.ts';
import { telephonesCall, type Dialled } from './testing/telephones.ts';
import { startTrunk, type ArrivedCall, type Trunk } from './testing/trunk.ts';

const LONDON = '+442079460100';
const BERLIN = '+4930901820';
const LINES = [
    { line: '1001', password: 'ada-s-word', agentId: ADA },
    { line: '1002', password: 'ben-s-word', agentId: BEN },
    { line: '1003', password: 'carl-s-word', agentId: GONE },
    { line: '1009', password: 'nobody-s-word' }
];
const [ADAS, BENS, CARLS, NOBODYS] = LINES;

const here = findSipPrograms();

describe.skipIf(!here)('The SIP edge (needs kamailio and sipp; .ci/run installs them)', () => {
    let world: SoftphoneWorld;
    let serviceUrl: string;
    let trunk: Trunk;
    let edge: Edge;
    let ada: AgentBrowser;
    /** What a test started for itself. */
    const started: { close(): unknown }[] = [];

    beforeAll(async () => {
        world = await startSoftphoneWorld({ phones: createPhones() });
        serviceUrl = await world.server.listen({ host: '127.0.0.1', port: 0 });
        trunk = await startTrunk();
        edge = await startEdge({
            serviceUrl,
            token: 'back-end',
            trunkPort: trunk.port,
            lines: LINES
        });
        ada = await world.signedIn();
    });
    afterAll(async () => {
        await edge?.close();
        await trunk?.close();
        await world?.close();
    });
    afterEach(async () => {
        for (const one of started.splice(0).reverse()) {
            await one.close();
        }
    });

    const atTrunk = (number: string): readonly ArrivedCall[] =>
        trunk.calls().filter((call) => call.number === number);
    const presented = (number: string) => atTrunk(number).map(numberIn);
    const call = ({ line, password }: (typeof LINES)[number], number: string): Dialled => ({
        line,
        password,
        number
    });
    /** The lines of the log about a number, read as the agent's numbers are. */
    async function logged(number: string) {
        await world.service.flush();
        return [...world.org.log.values()].filter(({ dialedNumber }) => dialedNumber === number);
    }
    let dials = 0;
    /** The agent asks for the call in Salesforce. */
    const ask = (body: object) =>
        ada.ask('POST', '/softphone/dials', {
            dialKey: `edge-${++dials}`,
            channel: 'clickToDial',
            ...body
        });

    describe('a call dialled by hand', () => {
        it('presents the principal number of an agent without a default', async () => {
            expect((await telephonesCall(edge, [call(BENS, '02079460901')])).ok).toBe(true);
            expect(presented('02079460901')).toEqual([LONDON]);
            expect(await logged('+442079460901')).toMatchObject([
                { agentId: BEN, channel: 'manual', decision: { source: 'principal' } }
            ]);
        });

        it("presents the agent's default", async () => {
            await world.service.setDefault(BEN, BERLIN);
            expect((await telephonesCall(edge, [call(BENS, '02079460902')])).ok).toBe(true);
            expect(presented('02079460902')).toEqual([BERLIN]);
            await world.service.setDefault(BEN, null);
        });

        it('to a number that is no full telephone number goes out with a number, too', async () => {
            expect((await telephonesCall(edge, [call(ADAS, '999')])).ok).toBe(true);
            expect(presented('999')).toEqual([LONDON]);
        });
    });

    describe('a call that the agent asked for in Salesforce', () => {
        it('presents what a rule picked for the click, and stands in the log once', async () => {
            const { body } = await ask({ number: '+49 30 901820', recordId: CONTACT });
            expect(body).toMatchObject({ source: 'rule', call: { status: 'expected' } });
            expect((await telephonesCall(edge, [call(ADAS, '004930901820')])).ok).toBe(true);
            expect(presented('004930901820')).toEqual([BERLIN]);
            expect(await logged('+4930901820')).toMatchObject([
                { channel: 'clickToDial', recordId: CONTACT, decision: { source: 'rule' } }
            ]);
        });

        it('presents the number chosen for this call in the panel, once', async () => {
            const choice = {
                choiceId: 'choice-of-the-edge',
                callbackNumber: BERLIN,
                number: '+442079460903',
                chosenAt: world.clock
            };
            await ask({ channel: 'manual', number: '020 7946 0903', choice });
            const twice = [call(ADAS, '02079460903'), call(ADAS, '+442079460903')];
            expect((await telephonesCall(edge, [twice[0]])).ok).toBe(true);
            expect((await telephonesCall(edge, [twice[1]])).ok).toBe(true);
            expect(presented('02079460903')).toEqual([BERLIN]);
            expect(presented('+442079460903')).toEqual([LONDON]);
            expect(await logged('+442079460903')).toMatchObject([
                { decision: { source: 'thisCall' } },
                { decision: { source: 'principal' } }
            ]);
        });

        it('is blocked where the number was withdrawn in between: no other is presented', async () => {
            await ask({ number: '+49 30 901821' });
            const { numbers } = world.org.rows;
            const at = numbers.findIndex(({ number }) => number === BERLIN);
            const berlin = numbers[at];
            numbers[at] = { ...berlin, active: false };
            await world.service.reload();
            const { ok, messages } = await telephonesCall(edge, [call(ADAS, '004930901821')], {
                refusedWith: 403
            });
            numbers[at] = berlin;
            await world.service.reload();
            expect(ok).toBe(true);
            expect(messages).toContain('SIP/2.0 403 NUMBER_NOT_AVAILABLE');
            expect(presented('004930901821')).toEqual([]);
            expect(await logged('+4930901821')).toMatchObject([
                { decision: { outcome: 'blocked', errorCode: 'NUMBER_NOT_AVAILABLE' } }
            ]);
        });
    });

    describe('what the telephone says of itself', () => {
        it('never reaches the trunk, and neither does its line', async () => {
            const dialled = { ...call(ADAS, '02079460904'), claims: '442071234567' };
            expect((await telephonesCall(edge, [dialled])).ok).toBe(true);
            const [{ message, from, asserted }] = atTrunk('02079460904');
            expect(from).toContain(`<sip:${LONDON}@edge.example>`);
            expect(asserted).toBe(`<sip:${LONDON}@edge.example>`);
            expect(message).not.toContain('442071234567');
            expect(message).not.toContain('1001');
            expect(message).not.toMatch(/^(P-Preferred-Identity|Remote-Party-ID):/im);
        });
    });

    describe('no call goes out', () => {
        it('where the decision is to block it: 403, with the reason', async () => {
            const { ok, messages } = await telephonesCall(edge, [call(CARLS, '02079460905')], {
                refusedWith: 403
            });
            expect(ok).toBe(true);
            expect(messages).toContain('SIP/2.0 403 UNKNOWN_AGENT');
            expect(messages).toMatch(/^Warning: 399 callback-numbers ".+"/m);
            expect(presented('02079460905')).toEqual([]);
        });

        it('from a line that is nobody’s: 403', async () => {
            const result = await telephonesCall(edge, [call(NOBODYS, '02079460906')], {
                refusedWith: 403
            });
            expect(result.messages).toContain('SIP/2.0 403 No Agent Has This Line');
            expect(presented('02079460906')).toEqual([]);
        });

        it.each([
            ['a wrong password', { line: '1001', password: 'guessed', number: '02079460907' }],
            ['an unknown line', { line: '4711', password: 'guessed', number: '02079460907' }]
        ])('with %s: 407', async (_what, dialled) => {
            const result = await telephonesCall(edge, [dialled], { refusedWith: 407 });
            expect(result.ok).toBe(true);
            expect(presented('02079460907')).toEqual([]);
        });

        it.each([
            ['is down', async () => ({ url: 'http://127.0.0.1:9', close: () => undefined })],
            ['hangs', () => serviceThat(() => undefined)],
            ['answers nonsense', () => serviceThat((end) => end(200, 'presented'))],
            [
                'answers with a number that is none',
                () =>
                    serviceThat((end) =>
                        end(200, '{"outcome":"presented","callbackNumber":"+44\\r\\nEvil: 1"}')
                    )
            ],
            ['refuses its credential', () => serviceThat((end) => end(401, '{}'))]
        ])('while the service %s: 503, and when to come back', async (_what, start) => {
            const service = await start();
            const away = await startEdge({
                serviceUrl: service.url,
                token: 'back-end',
                trunkPort: trunk.port,
                lines: LINES
            });
            started.push(service, away);
            const { ok, messages } = await telephonesCall(away, [call(ADAS, '02079460908')], {
                refusedWith: 503
            });
            expect(ok).toBe(true);
            expect(messages).toMatch(/^Retry-After: 5/m);
            expect(presented('02079460908')).toEqual([]);
        });
    });

    it('While the service hangs, calls do not wait for each other; once it is back, they go out', async () => {
        let asked = 0;
        let isBack = false;
        const service = await serviceThat((end) => {
            asked++;
            if (isBack) {
                end(200, `{"outcome":"presented","callbackNumber":"${LONDON}"}`);
            }
        });
        const hanging = await startEdge({
            serviceUrl: service.url,
            token: 'back-end',
            trunkPort: trunk.port,
            lines: LINES
        });
        started.push(service, hanging);
        const calls = Array.from({ length: 80 }, () => call(ADAS, '02079460912'));
        const { ok } = await telephonesCall(hanging, calls, { refusedWith: 503, rate: 20 });
        expect(ok).toBe(true);
        // Each worker once, and one every few seconds.
        expect(asked).toBeLessThan(20);
        expect(presented('02079460912')).toEqual([]);
        isBack = true;
        let result;
        do {
            result = await telephonesCall(hanging, [call(ADAS, '02079460912')]);
        } while (!result.ok);
        expect(presented('02079460912')).toEqual([LONDON]);
    });

    it('A repeated INVITE asks the service once', async () => {
        let asked = 0;
        const service = await serviceThat((end) => {
            asked++;
            // Long enough for the telephone to repeat itself.
            setTimeout(() => end(200, `{"outcome":"presented","callbackNumber":"${LONDON}"}`), 700);
        });
        const slow = await startEdge({
            serviceUrl: service.url,
            token: 'back-end',
            trunkPort: trunk.port,
            lines: LINES
        });
        started.push(service, slow);
        const { ok, messages } = await telephonesCall(slow, [call(ADAS, '02079460910')]);
        expect(ok).toBe(true);
        const sent = messages
            .split(/^-{10,}.*$/m)
            .filter((text) => text.includes('message sent') && text.includes('CSeq: 2 INVITE'));
        expect(sent.length).toBeGreaterThan(1);
        expect(asked).toBe(1);
        expect(presented('02079460910')).toEqual([LONDON]);
    });

    it('A PBX is believed by its address, and names the line', async () => {
        const pbx = await startEdge({
            serviceUrl,
            token: 'back-end',
            trunkPort: trunk.port,
            lines: LINES,
            pbx: ['127.0.0.1']
        });
        started.push(pbx);
        const result = await telephonesCall(pbx, [call(BENS, '02079460911')], { scenario: 'pbx' });
        expect(result.ok).toBe(true);
        expect(presented('02079460911')).toEqual([LONDON]);
        expect(await logged('+442079460911')).toMatchObject([{ agentId: BEN }]);
    });

    it('20 calls a second for a minute: none with a wrong number or none, each in the log once', async () => {
        await world.service.setDefault(BEN, BERLIN);
        const dialled = Array.from({ length: 1_200 }, (_, i) =>
            call(i % 2 === 0 ? ADAS : BENS, `0207946${String(1_000 + i).padStart(4, '0')}`)
        );
        const { ok, refusals } = await telephonesCall(edge, dialled, { rate: 20 });
        expect(refusals).toEqual([]);
        expect(ok).toBe(true);
        const arrived = new Map(trunk.calls().map((one) => [one.number, numberIn(one)]));
        const wrong = dialled.filter(
            ({ line, number }) => arrived.get(number) !== (line === '1001' ? LONDON : BERLIN)
        );
        expect(wrong).toEqual([]);
        await world.service.flush();
        const lines = [...world.org.log.values()].map(({ dialedNumber }) => dialedNumber);
        const times = dialled.map(
            ({ number }) => lines.filter((line) => line === `+44${number.slice(1)}`).length
        );
        expect(times.filter((count) => count !== 1)).toEqual([]);
    }, 120_000);
});

/** The number presented: that of From, where P-Asserted-Identity says the same. */
function numberIn({ from, asserted }: ArrivedCall): string {
    const [one, other] = [from, asserted].map((text) => /<sip:([^@]+)@/.exec(text)?.[1]);
    return one !== undefined && one === other ? one : `${one} / ${other}`;
}

/** In place of the service. */
async function serviceThat(
    answers: (end: (status: number, body: string) => void) => void
): Promise<{ url: string; close(): void }> {
    const server = createServer((request, response) => {
        request.resume();
        answers((status, body) =>
            response.writeHead(status, { 'content-type': 'application/json' }).end(body)
        );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return {
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        close() {
            server.closeAllConnections();
            server.close();
        }
    };
}
