import type { TelephonyConfig } from '../config/config.ts';
import type { ConnectedTelephony } from './port.ts';
import { createTwilioTelephony } from './twilio/twilio.ts';
import { createVonageTelephony } from './vonage/vonage.ts';

/** The telephony of a vendor, as it is configured. */
export function createTelephony(
    config: Exclude<TelephonyConfig, { readonly kind: 'phones' }>
): ConnectedTelephony {
    switch (config.kind) {
        case 'vonage':
            return createVonageTelephony(config);
        case 'twilio':
            return createTwilioTelephony(config);
    }
}
