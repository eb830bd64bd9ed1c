import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerLogin, openLogin, toldIn } from '../../local-org/http/testing/webServerFlow.ts';
import { AgentBrowser, sendTo, type Answer } from '../../service/softphone/testing/agentBrowser.ts';
import {
    makeTestPage,
    ORG_ORIGINS,
    SOFTPHONE_URL
} from '../../service/softphone/testing/testPage.ts';
import { guideSteps } from './guideSteps.ts';
import { GuideWorld } from './guideWorld.ts';
import { INTEGRATOR_GUIDE } from './integratorTables.ts';

/** The guide's telephony of one's own, with an agent who calls and a PBX that is asked for it. */

const PBX = 'https://pbx.acme.com';
const code = guideSteps(readFileSync(INTEGRATOR_GUIDE, 'utf8')).flatMap((step) =>
    step.kind === 'program' && step.code.includes(PBX) ? [step.code] : []
)[0];
const page = makeTestPage();
const asked: unknown[] = [];
/** What the PBX answers with. */
let status = 201;
let pbx: Server;
let world: GuideWorld;

beforeAll(async () => {
    pbx = createServer(async (request, response) => {
        asked.push({ path: request.url, ...((await json(request)) as object) });
        response.writeHead(status).end(JSON.stringify({ id: 'pbx-1' }));
    });
    await new Promise<void>((resolve) => pbx.listen(0, '127.0.0.1', resolve));
    world = await GuideWorld.start();
    world.org.clients.add({
        clientId: 'softphone',
        redirectUris: [`${SOFTPHONE_URL}/softphone/callback`],
        requirePkce: true
    });
});
afterAll(async () => {
    await world?.stop();
    pbx.close();
    page.remove();
});

/** Runs the program of the guide while an agent dials. */
async function whileItRuns(visit: (agent: AgentBrowser) => Promise<void>): Promise<void> {
    const { port } = pbx.address() as AddressInfo;
    await world.program(code.replace(PBX, `http://127.0.0.1:${port}`), {
        env: {
            SOFTPHONE_FOLDER: page.folder,
            SOFTPHONE_URL,
            SOFTPHONE_ORG_ORIGINS: ORG_ORIGINS.join(','),
            SOFTPHONE_CLIENT_ID: 'softphone',
            SESSION_KEY: Buffer.alloc(32, 9).toString('base64url')
        },
        visit: async (url) => visit(await signedIn(url))
    });
}

async function signedIn(url: string): Promise<AgentBrowser> {
    const agent = new AgentBrowser(sendTo(url), SOFTPHONE_URL);
    const { body } = await agent.ask('POST', '/softphone/sign-in', {});
    const { formToken, cookie } = await openLogin(String(body['authorizeUrl']));
    const response = await answerLogin(world.org.url, {
        form: {
            form_token: formToken,
            username: 'oliver.pemberton@callback-numbers.example',
            decision: 'allow'
        },
        headers: { cookie }
    });
    const told = toldIn(response);
    await agent.ask('POST', '/softphone/session', { code: told['code'], state: told['state'] });
    return agent;
}

function dial(agent: AgentBrowser, dialKey: string): Promise<Answer> {
    const body = { dialKey, number: '+49 (0)40 66969431', channel: 'clickToDial' };
    return agent.ask('POST', '/softphone/dials', body);
}

describe("The guide's telephony of one's own", () => {
    it('is asked for one call, with the number decided, and says when it refuses', async () => {
        expect.assertions(4);
        await whileItRuns(async (agent) => {
            status = 201;
            const first = await dial(agent, 'port-1');
            await dial(agent, 'port-1');
            expect(first.body).toMatchObject({
                outcome: 'presented',
                call: { status: 'started' }
            });
            expect(asked).toEqual([
                {
                    path: '/calls',
                    agentId: world.filled('{agentId}'),
                    number: '+494066969431',
                    presents: '+494066969120',
                    dialKey: 'port-1'
                }
            ]);

            status = 403;
            expect((await dial(agent, 'port-2')).body).toMatchObject({
                code: 'CALLER_ID_REFUSED',
                detail: 'The PBX does not know this number.'
            });
            status = 500;
            expect((await dial(agent, 'port-3')).body).toMatchObject({
                code: 'CALL_NOT_STARTED',
                detail: 'The PBX answered 500.'
            });
        });
    });
});
