import type { CallDecided } from './types.ts';

/** What the page uses of Open CTI. */
export interface OpenCtiPort {
    onClick(listener: (payload: unknown) => void): void;
    onNumberChosen(listener: (message: unknown) => void): void;
    onDialRequested(listener: (message: unknown) => void): void;
    onDefaultChanged(listener: (message: unknown) => void): void;
    publishDecided(message: CallDecided): void;
    /** Whether numbers on records can be clicked. Saying the same twice is saying it once. */
    setClickToDial(enabled: boolean): void;
    showPanel(): void;
}

/** What every callback of Open CTI is given. */
interface Answer {
    readonly success: boolean;
    readonly errors?: unknown;
}

type Method = (request: Readonly<Record<string, unknown>>) => void;

/** The part of `sforce.opencti` that this page knows. */
export type OpenCtiApi = Readonly<
    Record<
        | 'onClickToDial'
        | 'enableClickToDial'
        | 'disableClickToDial'
        | 'setSoftphonePanelVisibility'
        | 'publish'
        | 'subscribe',
        Method
    >
>;

/** @param complain hears what Salesforce refused; nothing here can do more about it */
export function createOpenCtiPort(
    api: OpenCtiApi,
    complain: (method: string, errors: unknown) => void
): OpenCtiPort {
    let isOn: boolean | undefined;
    const call = (method: keyof OpenCtiApi, request: Readonly<Record<string, unknown>> = {}) =>
        api[method]({
            ...request,
            callback: ({ success, errors }: Answer) => {
                if (!success) {
                    complain(method, errors);
                }
            }
        });
    return {
        onClick: (listener) => api.onClickToDial({ listener }),
        onNumberChosen: (listener) =>
            call('subscribe', { channelName: 'Callback_Number_Chosen__c', listener }),
        onDialRequested: (listener) =>
            call('subscribe', { channelName: 'Callback_Dial_Requested__c', listener }),
        onDefaultChanged: (listener) =>
            call('subscribe', { channelName: 'Callback_Default_Changed__c', listener }),
        publishDecided: (message) =>
            call('publish', { channelName: 'Callback_Call_Decided__c', message }),
        setClickToDial(enabled) {
            if (enabled !== isOn) {
                isOn = enabled;
                call(enabled ? 'enableClickToDial' : 'disableClickToDial');
            }
        },
        showPanel: () => call('setSoftphonePanelVisibility', { visible: true })
    };
}
