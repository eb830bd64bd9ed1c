import {
    HOST_METHODS,
    done,
    isMarked,
    refused,
    type Answer,
    type ClickToDialPayload,
    type HostAnswer,
    type HostEvent,
    type HostMethod,
    type SoftphoneCall
} from './protocol.ts';
import type { FrameMessage } from './softphoneSide.ts';

/** What the page around the softphone can do. */
export interface HostPage {
    /** The softphone's window; undefined before it is there. */
    softphone(): { postMessage(message: unknown, targetOrigin: string): void } | undefined;
    setClickToDial(enabled: boolean): void;
    isPanelVisible(): boolean;
    setPanelVisible(visible: boolean): void;
    /** Pixels. */
    setPanelSize(size: { readonly height?: number; readonly width?: number }): void;
    setItemLabel(label: string): void;
    callCenterSettings(): Readonly<Record<string, string>>;
    openRecord(recordId: string): void;
    publish(channelName: string, message: unknown): void;
    /** @returns ends the subscription */
    subscribe(channelName: string, listener: (message: unknown) => void): () => void;
}

export interface OpenCtiHost {
    /** For every message that reaches the page; those of others are ignored. */
    receive(event: FrameMessage): void;
    dial(payload: ClickToDialPayload): void;
    close(): void;
}

type Method = (args: Readonly<Record<string, unknown>>) => Answer;

/**
 * The page's side of Open CTI. Only the window of the softphone is answered, and only while it
 * shows a page of the origin the call center names.
 */
export function createOpenCtiHost(
    page: HostPage,
    { softphoneOrigin, nonce }: { readonly softphoneOrigin: string; readonly nonce: string }
): OpenCtiHost {
    const subscriptions = new Map<string, () => void>();
    let subscribed = 0;

    const send = (message: HostAnswer | HostEvent) =>
        page.softphone()?.postMessage(message, softphoneOrigin);

    const methods: Readonly<Record<HostMethod, Method>> = {
        enableClickToDial: () => done(void page.setClickToDial(true)),
        disableClickToDial: () => done(void page.setClickToDial(false)),
        isSoftphonePanelVisible: () => done({ visible: page.isPanelVisible() }),
        setSoftphonePanelVisibility: ({ visible }) =>
            typeof visible === 'boolean'
                ? done(void page.setPanelVisible(visible))
                : refused('setSoftphonePanelVisibility: "visible" is true or false.'),
        setSoftphonePanelHeight: ({ heightPX }) => resize('height', heightPX),
        setSoftphonePanelWidth: ({ widthPX }) => resize('width', widthPX),
        setSoftphoneItemLabel: ({ label }) =>
            typeof label === 'string'
                ? done(void page.setItemLabel(label))
                : refused('setSoftphoneItemLabel: "label" is a text.'),
        getCallCenterSettings: () => done(page.callCenterSettings()),
        screenPop: ({ type, params }) => {
            const recordId = (params as { recordId?: unknown } | undefined)?.recordId;
            return type === 'sobject' && typeof recordId === 'string'
                ? done(void page.openRecord(recordId))
                : refused('screenPop: only records (type "sobject") are imitated here.');
        },
        publish: ({ channelName, message }) =>
            onChannel(channelName, (name) => done(void page.publish(name, message))),
        subscribe: ({ channelName }) => onChannel(channelName, subscribe),
        unsubscribe: ({ subscription }) => {
            const { subscriptionId = '' } = (subscription ?? {}) as { subscriptionId?: string };
            const end = subscriptions.get(subscriptionId);
            subscriptions.delete(subscriptionId);
            end?.();
            return end ? done() : refused('unsubscribe: there is no such subscription.');
        }
    };

    function subscribe(channelName: string): Answer {
        const subscriptionId = `${channelName} ${++subscribed}`;
        const end = page.subscribe(channelName, (message) =>
            send({ api: 'opencti', nonce, event: 'message', subscriptionId, message })
        );
        subscriptions.set(subscriptionId, end);
        return { ...done(), subscription: { subscriptionId } };
    }

    function resize(side: 'height' | 'width', pixels: unknown): Answer {
        return typeof pixels === 'number' && pixels > 0
            ? done(void page.setPanelSize({ [side]: pixels }))
            : refused(`The ${side} of the softphone panel is a number of pixels.`);
    }

    return {
        receive({ source, origin, data }) {
            const softphone = page.softphone();
            if (!softphone || source !== softphone || origin !== softphoneOrigin) {
                return;
            }
            if (!isMarked(data, nonce) || !isCall(data)) {
                return;
            }
            const { call, method, args } = data;
            send({ api: 'opencti', nonce, answer: call, response: attempt(methods[method], args) });
        },
        dial: (payload) => send({ api: 'opencti', nonce, event: 'clickToDial', payload }),
        close() {
            subscriptions.forEach((end) => end());
            subscriptions.clear();
            page.setClickToDial(false);
        }
    };
}

function isCall(data: object): data is SoftphoneCall {
    const { call, method } = data as Partial<SoftphoneCall>;
    return typeof call === 'number' && HOST_METHODS.includes(method as HostMethod);
}

/** What the page throws (a channel that does not exist) is an answer to the softphone. */
function attempt(method: Method, args: Readonly<Record<string, unknown>> | undefined): Answer {
    try {
        return method(args ?? {});
    } catch (error) {
        return refused(error instanceof Error ? error.message : String(error));
    }
}

function onChannel(channelName: unknown, act: (name: string) => Answer): Answer {
    return typeof channelName === 'string' && channelName
        ? act(channelName)
        : refused('Name a message channel: "channelName" is a text.');
}
