/**
 * What the softphone's script and the page around it say to each other by `postMessage`. The
 * vendor does not publish its own wording; this one is the stand-in's.
 */

/** What every callback of Open CTI is given. */
export interface Answer {
    readonly success: boolean;
    readonly returnValue: unknown;
    readonly errors: readonly string[] | null;
    /** Only of `subscribe`: pass it to `unsubscribe`. */
    readonly subscription?: Subscription;
}

export interface Subscription {
    readonly subscriptionId: string;
}

/** What the listener of `onClickToDial` is given. */
export interface ClickToDialPayload {
    /** Documented as a number; a text as soon as there is anything but digits in it. */
    readonly number: number | string;
    readonly recordId?: string;
    readonly recordName?: string;
    readonly objectType?: string;
    readonly accountId?: string;
    readonly contactId?: string;
    readonly personAccount?: boolean;
    /** Parameters separated by commas, as the component on the page gives them. */
    readonly params?: string;
}

/** Methods that the page around carries out; the rest of the documented ones it refuses. */
export const HOST_METHODS = [
    'enableClickToDial',
    'disableClickToDial',
    'isSoftphonePanelVisible',
    'setSoftphonePanelVisibility',
    'setSoftphonePanelHeight',
    'setSoftphonePanelWidth',
    'setSoftphoneItemLabel',
    'getCallCenterSettings',
    'screenPop',
    'publish',
    'subscribe',
    'unsubscribe'
] as const;
export type HostMethod = (typeof HOST_METHODS)[number];

/** Documented for Lightning Experience, and not imitated: they answer with an error that says so. */
export const NOT_IMITATED = [
    'getAppViewInfo',
    'getSoftphoneLayout',
    'notifyInitializationComplete',
    'onNavigationChange',
    'refreshView',
    'runApex',
    'saveLog',
    'searchAndScreenPop',
    'setSoftphoneItemIcon',
    'setSoftphonePanelIcon',
    'setSoftphonePanelLabel'
] as const;

/** The nonce stands in the address of the softphone: one page, one softphone. */
interface Marked {
    readonly api: 'opencti';
    readonly nonce: string;
}

export interface SoftphoneCall extends Marked {
    readonly call: number;
    readonly method: HostMethod;
    readonly args: Readonly<Record<string, unknown>>;
}

export interface HostAnswer extends Marked {
    /** Number of the call that is answered. */
    readonly answer: number;
    readonly response: Answer;
}

export type HostEvent = Marked &
    (
        | { readonly event: 'clickToDial'; readonly payload: ClickToDialPayload }
        | { readonly event: 'message'; readonly subscriptionId: string; readonly message: unknown }
    );

export function isMarked(data: unknown, nonce: string): data is Marked {
    const { api, nonce: given } = (data ?? {}) as Partial<Marked>;
    return api === 'opencti' && given === nonce;
}

export function done(returnValue: unknown = null): Answer {
    return { success: true, returnValue, errors: null };
}

export function refused(...errors: readonly string[]): Answer {
    return { success: false, returnValue: null, errors };
}
