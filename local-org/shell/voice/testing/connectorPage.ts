import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Frame, Page } from 'playwright-core';

export const CONNECTOR_URL = 'https://telephony.example/connector';

const SDK = fileURLToPath(
    new URL(
        '../../../../node_modules/@salesforce/scv-connector-base/dist/scv-connector-base.js',
        import.meta.url
    )
);

/**
 * A connector on the vendor's SDK that an agent signs in to by a button, and whose calls only ring.
 * The SDK takes messages of Salesforce's own domains alone: the page of the embedded org is passed
 * off as one.
 */
const SCRIPT = `
    const { SCVConnectorBase: sdk } = window;
    const heard = (window.heard = []);
    const calls = [];
    const call = (contact, more) => {
        const { phoneNumber } = contact;
        if (phoneNumber === '999') {
            throw new sdk.CustomError({
                labelName: 'Callback_Softphone_Signed_Out', namespace: 'c', message: 'Not today.'
            });
        }
        return new sdk.PhoneCall({ callId: 'c' + (calls.length + 1), phoneNumber, contact, ...more });
    };
    class Connector extends sdk.VendorConnector {
        async init() { return new sdk.InitResult({ showLogin: true, loginFrameHeight: 120 }); }
        async getAgentConfig() { return new sdk.AgentConfigResult({}); }
        async getCapabilities() { return new sdk.CapabilitiesResult({ hasBlindTransfer: true }); }
        async getActiveCalls() { return new sdk.ActiveCallsResult({ activeCalls: calls }); }
        async dial(contact) {
            heard.push(['dial', { ...contact }]);
            calls.push(call(contact, { callType: 'Outbound', state: 'ringing' }));
            return new sdk.CallResult({ call: calls[0] });
        }
        async addParticipant(contact) {
            calls.push(call(contact, { callType: 'AddParticipant', state: 'transferring' }));
            return new sdk.ParticipantResult({
                callId: calls[1].callId, phoneNumber: contact.phoneNumber,
                initialCallHasEnded: false, callInfo: new sdk.CallInfo({ isOnHold: false })
            });
        }
        async endCall({ callId }) {
            const [over] = calls.splice(calls.findIndex((one) => one.callId === callId), 1);
            return new sdk.HangupResult({ calls: over });
        }
        handleMessage(message) { heard.push(['message', message]); }
    }
    window.addEventListener('message', (event) => {
        if (event.data?.type === 'SETUP_CONNECTOR' && event.isTrusted) {
            event.stopImmediatePropagation();
            const { data, ports } = event;
            const origin = 'https://acme.lightning.force.com';
            window.dispatchEvent(new MessageEvent('message', { data, origin, ports: [...ports] }));
        }
    });
    sdk.initializeConnector(new Connector());
    document.querySelector('button').addEventListener('click', () => sdk.publishEvent({
        eventType: 'LOGIN_RESULT', payload: new sdk.GenericResult({ success: true })
    }));
`;

const HTML = `<!doctype html><html lang="en"><title>Telephony</title>
<main><h1>Telephony</h1><button>Sign in</button></main>
<script src="/sdk.js"></script><script>${SCRIPT}</script></html>`;

/** No server: the browser is given the page wherever the Lightning page frames it. */
export async function serveConnector(context: BrowserContext): Promise<void> {
    await context.route(`${new URL(CONNECTOR_URL).origin}/**`, (route) =>
        route.request().url() === CONNECTOR_URL
            ? route.fulfill({ contentType: 'text/html', body: HTML })
            : route.fulfill({ contentType: 'text/javascript', body: readFileSync(SDK, 'utf8') })
    );
}

type Heard = readonly (readonly [what: string, told: Readonly<Record<string, unknown>>])[];

/** What the connector in the frame was asked for and told. */
export function heardBy(page: Page): Promise<Heard> {
    return connectorIn(page).evaluate(() => (window as unknown as { heard: Heard }).heard);
}

/** The connector tells the pages something. */
export async function tellPages(page: Page, message: object): Promise<void> {
    await connectorIn(page).evaluate((payload) => {
        const { SCVConnectorBase: sdk } = window as unknown as {
            SCVConnectorBase: { publishEvent(event: object): void };
        };
        sdk.publishEvent({ eventType: 'MESSAGE', payload });
    }, message);
}

function connectorIn(page: Page): Frame {
    return page.frames().find((frame) => frame.url() === CONNECTOR_URL)!;
}
