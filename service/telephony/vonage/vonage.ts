import { Auth } from '@vonage/auth';
import { NCCOActions, Voice, type CallEndpoint, type ConnectAction } from '@vonage/voice';
import { deviceOf } from '../agentDevice.ts';
import { ANSWERS_WITHIN_MS, createLegs } from '../legs.ts';
import type { ConnectedTelephony } from '../port.ts';
import { refusalOf } from './refusals.ts';
import { createVonageWebhook } from './webhook.ts';

export interface VonageConfig {
    readonly applicationId: string;
    /** PEM; signs every request. */
    readonly privateKey: string;
    /** Signs the webhooks of the account. */
    readonly signatureSecret: string;
    /** Such as `https://api.nexmo.com`. */
    readonly apiUrl: string;
    /** Template of the agent's device, such as `app:{agentId}`. */
    readonly agentDevice: string;
    /** Origin of this service as the vendor reaches it. */
    readonly webhookUrl: string;
}

/**
 * Calls through the Voice API: the agent's device is called first, and connected to the person
 * dialled when the agent answers. Both legs carry the callback number, so that the one request for
 * the call is for a call with that number and no other. A consult call is a call of its own: the
 * device of the agent holds the one and joins the two. A blind transfer connects the person on the
 * call anew, under the number decided for it.
 */
export function createVonageTelephony(
    config: VonageConfig,
    answersWithinMs = ANSWERS_WITHIN_MS
): ConnectedTelephony {
    const { applicationId, privateKey, apiUrl, webhookUrl } = config;
    const voice = new Voice(new Auth({ applicationId, privateKey }), {
        apiHost: apiUrl,
        timeout: answersWithinMs
    });
    const eventUrl = [`${webhookUrl}/telephony/vonage/events`];
    /** By conversation, the leg of the agent's device: hanging that up ends the call. */
    const agentLegs = createLegs();
    /** By conversation, the leg of the person called, once an event has named it. */
    const personLegs = createLegs();

    const connectTo = (number: string, from: string): ConnectAction => ({
        action: NCCOActions.CONNECT,
        from,
        endpoint: [{ type: 'phone', number: digitsOf(number) }],
        eventUrl
    });

    return {
        telephony: {
            async placeCall({ agentId, number, callbackNumber, joins, agentLeaves }) {
                const from = digitsOf(callbackNumber);
                const connect = connectTo(number, from);
                try {
                    if (joins !== undefined && agentLeaves) {
                        await voice.transferCallWithNCCO(personLegs.of(joins), [connect]);
                        return { status: 'started' };
                    }
                    const { uuid, conversationUUID } = (await voice.createOutboundCall({
                        to: [endpointOf(deviceOf(config.agentDevice, agentId))],
                        from: { type: 'phone', number: from },
                        ncco: [connect],
                        eventUrl
                    })) as unknown as { uuid: string; conversationUUID: string };
                    agentLegs.remember(conversationUUID, uuid);
                    return { status: 'started', callId: conversationUUID };
                } catch (error) {
                    throw await refusalOf(error, number, answersWithinMs);
                }
            },
            async endCall(callId) {
                try {
                    await voice.hangupCall(agentLegs.of(callId));
                } catch (error) {
                    throw await refusalOf(error, '', answersWithinMs);
                }
            }
        },
        webhookUrl,
        webhook: createVonageWebhook(config.signatureSecret, {
            isAgentsDevice: (to) => !/^\+?\d+$/.test(to),
            sawPerson: personLegs.remember
        })
    };
}

/** The vendor writes numbers without the plus. */
function digitsOf(number: string): string {
    return number.replace(/^\+/, '');
}

function endpointOf(device: string): CallEndpoint {
    const [scheme, rest] = [
        device.slice(0, device.indexOf(':')),
        device.slice(device.indexOf(':') + 1)
    ];
    return scheme === 'app' ? { type: 'app', user: rest } : { type: 'sip', uri: device };
}
