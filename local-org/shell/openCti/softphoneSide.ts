import {
    HOST_METHODS,
    NOT_IMITATED,
    isMarked,
    refused,
    type Answer,
    type ClickToDialPayload,
    type HostAnswer,
    type HostEvent,
    type HostMethod,
    type SoftphoneCall
} from './protocol.ts';

/** The window of the softphone, as far as Open CTI needs it. */
export interface SoftphoneWindow {
    readonly location: { readonly search: string };
    readonly parent: { postMessage(message: unknown, targetOrigin: string): void };
    addEventListener(type: 'message', listener: (event: FrameMessage) => void): void;
}

export interface FrameMessage {
    readonly source: unknown;
    readonly origin: string;
    readonly data: unknown;
}

type Callback = (answer: Answer) => void;
type Method = (request?: Readonly<Record<string, unknown>>) => void;

type Methods = Readonly<Record<HostMethod | (typeof NOT_IMITATED)[number], Method>>;

/** `sforce.opencti` of Lightning Experience. */
export type OpenCti = Methods & {
    readonly onClickToDial: Method;
    readonly SCREENPOP_TYPE: { readonly SOBJECT: 'sobject' };
};

/**
 * The script's side: every method becomes a message to the page around, and its answer goes to
 * the callback. Only the window around is listened to, and only under the origin that Salesforce
 * wrote into the address of the softphone.
 */
export function createOpenCti(softphone: SoftphoneWindow): OpenCti {
    const parameters = new URLSearchParams(softphone.location.search);
    const hostOrigin = parameters.get('sfdcIframeOrigin') ?? '';
    const nonce = parameters.get('nonce') ?? '';

    const waiting = new Map<number, Callback>();
    const listeners = new Map<string, (message: unknown) => void>();
    let clicked: ((payload: ClickToDialPayload) => void) | undefined;
    let calls = 0;

    softphone.addEventListener('message', ({ source, origin, data }) => {
        if (source === softphone.parent && origin === hostOrigin && isMarked(data, nonce)) {
            receive(data as HostAnswer | HostEvent);
        }
    });

    function receive(message: HostAnswer | HostEvent): void {
        if ('answer' in message) {
            const callback = waiting.get(message.answer);
            waiting.delete(message.answer);
            callback?.(message.response);
        } else if (message.event === 'clickToDial') {
            clicked?.(message.payload);
        } else {
            listeners.get(message.subscriptionId)?.(message.message);
        }
    }

    function call(
        method: HostMethod,
        args: Readonly<Record<string, unknown>>,
        callback: Callback
    ): void {
        if (!hostOrigin) {
            callback(
                refused(`${method}: Salesforce did not open this page (no sfdcIframeOrigin).`)
            );
            return;
        }
        const message: SoftphoneCall = { api: 'opencti', nonce, call: ++calls, method, args };
        waiting.set(message.call, callback);
        softphone.parent.postMessage(message, hostOrigin);
    }

    const plain = HOST_METHODS.map((method): [string, Method] => [
        method,
        (request = {}) => call(method, withoutFunctions(request), callbackOf(request))
    ]);
    const absent = NOT_IMITATED.map((method): [string, Method] => [
        method,
        (request = {}) => callbackOf(request)(refused(`${method} is not imitated here.`))
    ]);
    return {
        ...(Object.fromEntries([...plain, ...absent]) as Methods),
        SCREENPOP_TYPE: { SOBJECT: 'sobject' },
        onClickToDial: (request = {}) => {
            clicked = listenerOf('onClickToDial', request);
        },
        subscribe: (request = {}) => {
            const listener = listenerOf('subscribe', request);
            call('subscribe', withoutFunctions(request), (answer) => {
                if (answer.subscription) {
                    listeners.set(answer.subscription.subscriptionId, listener);
                }
                callbackOf(request)(answer);
            });
        }
    };
}

function callbackOf({ callback }: Readonly<Record<string, unknown>>): Callback {
    return typeof callback === 'function' ? (callback as Callback) : () => undefined;
}

function listenerOf(
    method: string,
    { listener }: Readonly<Record<string, unknown>>
): (message: unknown) => void {
    if (typeof listener !== 'function') {
        throw new TypeError(`${method}: pass a function as "listener".`);
    }
    return listener as (message: unknown) => void;
}

/** Functions cannot be posted to another window. */
function withoutFunctions(
    request: Readonly<Record<string, unknown>>
): Readonly<Record<string, unknown>> {
    return Object.fromEntries(
        Object.entries(request).filter(([, value]) => typeof value !== 'function')
    );
}
