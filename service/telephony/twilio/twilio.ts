import twilio from 'twilio';
import { deviceOf } from '../agentDevice.ts';
import { ANSWERS_WITHIN_MS, createLegs } from '../legs.ts';
import type { ConnectedTelephony } from '../port.ts';
import { createRequestClient } from './requestClient.ts';
import { refusalOf } from './refusals.ts';
import { createTwilioWebhook } from './webhook.ts';

export interface TwilioConfig {
    readonly accountSid: string;
    readonly authToken: string;
    /** Such as `https://api.twilio.com`. */
    readonly apiUrl: string;
    /** Template of the agent's device, such as `client:{agentId}`. */
    readonly agentDevice: string;
    /** Origin of this service as the vendor reaches it. */
    readonly webhookUrl: string;
}

/**
 * Calls through the Programmable Voice API: the agent's device is called first, and connected to
 * the person dialled when the agent answers. Both legs carry the callback number. A consult call
 * is a call of its own: the device of the agent holds the one and joins the two. A blind transfer
 * connects the person on the call anew, under the number decided for it.
 */
export function createTwilioTelephony(
    config: TwilioConfig,
    answersWithinMs = ANSWERS_WITHIN_MS
): ConnectedTelephony {
    const { accountSid, authToken, apiUrl, webhookUrl } = config;
    const client = twilio(accountSid, authToken, {
        httpClient: createRequestClient(apiUrl, answersWithinMs)
    });
    const statusCallback = `${webhookUrl}/telephony/twilio/events`;
    /** By call of an agent, the leg of the person called, once an event has named it. */
    const personLegs = createLegs();

    return {
        telephony: {
            async placeCall({ agentId, number, callbackNumber, joins, agentLeaves }) {
                const twiml = new twilio.twiml.VoiceResponse();
                twiml.dial({ callerId: callbackNumber }).number(
                    {
                        statusCallback,
                        statusCallbackEvent: ['ringing', 'answered', 'completed']
                    },
                    number
                );
                try {
                    if (joins !== undefined && agentLeaves) {
                        const leg = personLegs.of(joins);
                        await client.calls(leg).update({ twiml: twiml.toString() });
                        return { status: 'started' };
                    }
                    const { sid } = await client.calls.create({
                        to: deviceOf(config.agentDevice, agentId),
                        from: callbackNumber,
                        twiml: twiml.toString(),
                        statusCallback,
                        statusCallbackEvent: ['completed']
                    });
                    return { status: 'started', callId: sid };
                } catch (error) {
                    throw refusalOf(error, number);
                }
            },
            async endCall(callId) {
                try {
                    await client.calls(callId).update({ status: 'completed' });
                } catch (error) {
                    throw refusalOf(error, '');
                }
            }
        },
        webhookUrl,
        webhook: createTwilioWebhook(authToken, personLegs.remember)
    };
}
