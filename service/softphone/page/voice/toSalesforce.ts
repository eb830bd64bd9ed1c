import sdk from '@salesforce/scv-connector-base';
import type { CallDecided } from '../client/types.ts';
import { phoneCallOf, type VoiceCall } from './voiceCall.ts';

/** What Salesforce is told without having asked. */

/** Pixels: room for a sentence of trouble above the button. */
export const LOGIN_FRAME_HEIGHT = 350;

export function publishSignedIn(): void {
    void sdk.publishEvent({
        eventType: 'LOGIN_RESULT',
        payload: new sdk.GenericResult({ success: true }),
        registerLog: true
    });
}

export function publishSignedOut(): void {
    void sdk.publishEvent({
        eventType: 'LOGOUT_RESULT',
        payload: new sdk.LogoutResult({ success: true, loginFrameHeight: LOGIN_FRAME_HEIGHT }),
        registerLog: true
    });
}

export function publishStarted(call: VoiceCall): void {
    void sdk.publishEvent({
        eventType: 'CALL_STARTED',
        payload: new sdk.CallResult({ call: phoneCallOf(call) }),
        registerLog: true
    });
}

/** Not into the SDK's log, which goes to Salesforce: there are telephone numbers in it. */
export function publishDecided(payload: CallDecided): void {
    void sdk.publishEvent({
        eventType: 'MESSAGE',
        payload: { source: 'CONNECTOR', channel: 'Callback_Call_Decided__c', payload },
        registerLog: false
    });
}
