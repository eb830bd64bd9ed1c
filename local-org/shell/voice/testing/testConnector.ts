import sdk, { type VendorConnector } from '@salesforce/scv-connector-base';
import { vi } from 'vitest';
import type { SetUp } from '../protocol.ts';

/** The SDK takes an origin of Salesforce's only. */
const LIGHTNING = 'https://acme.lightning.force.com';

/** Any signed-in connector without a call, unless a test says otherwise. */
const QUIET: Partial<VendorConnector> = {
    init: () => Promise.resolve(new sdk.InitResult({})),
    getAgentConfig: () => Promise.resolve(new sdk.AgentConfigResult({})),
    getCapabilities: () => Promise.resolve(new sdk.CapabilitiesResult({})),
    getActiveCalls: () => Promise.resolve(new sdk.ActiveCallsResult({ activeCalls: [] }))
};

/**
 * The vendor's SDK as it is, in a frame of its own.
 *
 * @param methods of the connector, in place of the quiet ones
 */
export function startConnector(methods: Partial<VendorConnector> = {}) {
    const listeners = new Set<(event: object) => void>();
    // As much of a window as the SDK needs.
    vi.stubGlobal('window', {
        addEventListener: (_type: string, listener: (event: object) => void) =>
            listeners.add(listener),
        removeEventListener: (_type: string, listener: (event: object) => void) =>
            listeners.delete(listener)
    });
    sdk.initializeConnector(Object.assign(new sdk.VendorConnector(), QUIET, methods));
    return {
        /** The page's first message arrives. */
        setUp(data: SetUp, port: MessagePort, origin = LIGHTNING): void {
            listeners.forEach((listen) => listen({ data, origin, ports: [port] }));
        }
    };
}

export const answers = {
    call: (callId: string, phoneNumber: string, more: object = {}) =>
        new sdk.PhoneCall({ callId, phoneNumber, callType: 'Outbound', ...more }),
    participant: (callId: string, phoneNumber: string) =>
        new sdk.ParticipantResult({
            callId,
            phoneNumber,
            initialCallHasEnded: false,
            callInfo: new sdk.CallInfo({
                isOnHold: false,
                isMuted: false,
                isRecordingPaused: false
            })
        })
};
