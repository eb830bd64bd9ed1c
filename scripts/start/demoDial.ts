import type { LocalOrg } from '../../local-org/index.ts';

/** The dial that `npm start` shows; data/README.md tells who they are and why this number. */
const AGENT = 'daniel.osei@callback-numbers.example';
const CONTACT = 'Fiona Geddes';
const NUMBER = '0131 496 0412';

/**
 * Sends one Click to dial to the service and shows the request as a command to repeat it, and
 * the answer.
 * @throws Error when the service refuses it
 */
export async function demoDial(org: LocalOrg, url: string, credential: string): Promise<string> {
    const session = org.engine.systemSession();
    const id = (soql: string) => String(session.query(soql).records[0]?.['Id']);
    const dial = {
        agentId: id(`SELECT Id FROM User WHERE Username = '${AGENT}'`),
        channel: 'clickToDial',
        number: NUMBER,
        recordId: id(`SELECT Id FROM Contact WHERE Name = '${CONTACT}'`)
    };
    const answer = await fetch(`${url}/v1/decisions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${credential}`, 'content-type': 'application/json' },
        body: JSON.stringify(dial)
    });
    const body = await answer.text();
    if (!answer.ok) {
        throw new Error(`The service answered ${answer.status}: ${body}`);
    }
    return [
        'Ask it which number is presented:',
        '',
        `curl -s ${url}/v1/decisions \\`,
        `  -H 'content-type: application/json' \\`,
        `  -H 'authorization: Bearer ${credential}' \\`,
        `  -d '${JSON.stringify(dial)}'`,
        '',
        'It answers:',
        '',
        JSON.stringify(JSON.parse(body), null, 2)
    ].join('\n');
}
