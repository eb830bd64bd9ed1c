import twilio from 'twilio';
import { deviceOf } from '../agentDevice.ts';
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

/** A vendor that takes longer has not answered; whether it called is not known then. */
const ANSWERS_WITHIN_MS = 5_000;

/**
 * Calls through the Programmable Voice API: the agent's device is called first, and connected to
 * the person dialled when the agent answers. Both legs carry the callback number. A consult call
 * is a call of its own: the device of the agent holds the one and joins the two.
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

    return {
        telephony: {
            async placeCall({ agentId, number, callbackNumber }) {
                const twiml = new twilio.twiml.VoiceResponse();
                twiml.dial({ callerId: callbackNumber }).number(
                    {
                        statusCallback,
                        statusCallbackEvent: ['ringing', 'answered', 'completed']
                    },
                    number
                );
                try {
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
        webhook: createTwilioWebhook(authToken)
    };
}
