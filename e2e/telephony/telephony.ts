import { inject } from 'vitest';

/** A request for a call, as it arrived at the telephony. */
export interface ReceivedCall {
    /** The number presented: E.164. */
    readonly callbackNumber: string;
    /** The number that is called: E.164. */
    readonly number: string;
}

/** Why the telephony refuses the next call it is asked for. */
export type Refusal = 'callerIdNotVerified' | 'rateLimit';

/** For `beforeEach`: what was asked for in another journey does not count in this one. */
export async function forgetCalls(): Promise<void> {
    await tell('_forget', {});
}

/** Every request for a call to this number in this journey, the oldest first. */
export async function callsTo(number: string): Promise<readonly ReceivedCall[]> {
    const answer = await fetch(`${inject('telephonyUrl')}/_received`);
    const received = (await answer.json()) as readonly ReceivedCall[];
    return received.filter((call) => call.number === number);
}

export async function refuseNextCall(kind: Refusal): Promise<void> {
    await tell('_refuse', { kind });
}

/** The telephony tells the service how far the last call is. */
export async function tellProgress(status: 'ringing' | 'answered' | 'completed'): Promise<void> {
    await tell('_event', { status });
}

async function tell(path: string, body: object): Promise<void> {
    const answer = await fetch(`${inject('telephonyUrl')}/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body)
    });
    if (!answer.ok) {
        throw new Error(`The telephony answered ${answer.status}: ${await answer.text()}`);
    }
}
