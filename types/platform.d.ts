/** Modules that only the Lightning platform has. No import at the top: it would end the ambience. */
declare module '@salesforce/label/*' {
    const label: string;
    export default label;
}

declare module '@salesforce/user/Id' {
    /** Id of the user, 18 characters. */
    const id: string;
    export default id;
}

declare module '@salesforce/i18n/lang' {
    /** BCP 47 language tag of the user: `en-US`. */
    const lang: string;
    export default lang;
}

declare module '@salesforce/i18n/locale' {
    /** BCP 47 tag by which dates and numbers are written for the user: `en-GB`. */
    const locale: string;
    export default locale;
}

declare module '@salesforce/i18n/timeZone' {
    /** IANA time zone of the user: `Europe/Berlin`. */
    const timeZone: string;
    export default timeZone;
}

declare module '@salesforce/resourceUrl/*' {
    const url: string;
    export default url;
}

declare module '@salesforce/customPermission/*' {
    /** Whether the user has the permission: undefined where not. */
    const hasPermission: true | undefined;
    export default hasPermission;
}

declare module '@salesforce/messageChannel/*' {
    import type { MessageChannel } from 'lightning/messageService';

    const channel: MessageChannel;
    export default channel;
}

declare module 'lightning/messageService' {
    import type { WireAdapterConstructor } from 'lwc';

    export interface MessageChannel {
        readonly __messageChannelBrand: never;
    }
    export interface MessageContext {
        readonly __messageContextBrand: never;
    }
    export interface Subscription {
        readonly __subscriptionBrand: never;
    }
    export interface Scope {
        readonly __scopeBrand: never;
    }
    /** Every page of the application, not the visible one only. */
    export const APPLICATION_SCOPE: Scope;
    export const MessageContext: WireAdapterConstructor;
    export function publish(
        context: MessageContext,
        channel: MessageChannel,
        message: object,
        options?: { readonly scope?: Scope }
    ): void;
    export function subscribe(
        context: MessageContext,
        channel: MessageChannel,
        listener: (message: unknown) => void,
        options?: { readonly scope?: Scope }
    ): Subscription;
    export function unsubscribe(subscription: Subscription): void;
}

declare module 'lightning/graphql' {
    import type { WireAdapterConstructor } from 'lwc';

    export interface ParsedQuery {
        readonly __parsedQueryBrand: never;
    }
    export interface GraphQLError {
        readonly message: string;
        readonly extensions?: Readonly<Record<string, unknown>>;
    }
    /** What the wire gives. Nothing at first; then data, errors, or both. */
    export interface GraphQLResult<Data = unknown> {
        readonly data?: Data;
        readonly errors?: readonly GraphQLError[];
        /** Asks the server again; the wire gives what it says. */
        readonly refresh?: () => Promise<void>;
    }
    export function gql(text: TemplateStringsArray, ...parts: readonly unknown[]): ParsedQuery;
    export const graphql: WireAdapterConstructor;
    export function executeMutation<Data = unknown>(mutation: {
        readonly query: ParsedQuery;
        readonly variables?: Readonly<Record<string, unknown>>;
        readonly operationName?: string;
    }): Promise<{ readonly data?: Data; readonly errors?: readonly GraphQLError[] }>;
}

declare module 'lightning/uiRecordApi' {
    import type { WireAdapterConstructor } from 'lwc';

    export interface FieldValue {
        readonly value: unknown;
        readonly displayValue?: string | null;
    }
    /** One record; the value of a relationship is a record of its own. */
    export interface RecordRepresentation {
        readonly id: string;
        readonly apiName: string;
        readonly fields: Readonly<Record<string, FieldValue>>;
    }
    export const getRecord: WireAdapterConstructor;
    /** `records: [{ recordIds, fields }]`; gives `{ results: [{ statusCode, result }] }`. */
    export const getRecords: WireAdapterConstructor;
    export function createRecord(input: {
        readonly apiName: string;
        readonly fields: Readonly<Record<string, unknown>>;
    }): Promise<RecordRepresentation>;
    /** `fields` holds `Id`. */
    export function updateRecord(input: {
        readonly fields: Readonly<Record<string, unknown>>;
    }): Promise<RecordRepresentation>;
    export function deleteRecord(recordId: string): Promise<void>;
    /** @param field `Contact.Account.Name` */
    export function getFieldValue(record: RecordRepresentation | undefined, field: string): unknown;
    export function getFieldDisplayValue(
        record: RecordRepresentation | undefined,
        field: string
    ): unknown;
    export function notifyRecordUpdateAvailable(
        records: readonly { readonly recordId: string }[]
    ): Promise<void>;
}

declare module 'lightning/uiObjectInfoApi' {
    import type { WireAdapterConstructor } from 'lwc';

    export interface FieldInfo {
        readonly apiName: string;
        readonly label: string;
        readonly dataType: string;
        /** How a lookup is followed: `Account` for `AccountId`. */
        readonly relationshipName: string | null;
        /** Where a lookup leads. */
        readonly referenceToInfos: readonly { readonly apiName: string }[];
        /** What the user may do with the field. */
        readonly createable: boolean;
        readonly updateable: boolean;
        /** Has no value of its own when it is left out. */
        readonly required: boolean;
        readonly length: number;
        readonly inlineHelpText: string | null;
    }
    export interface ObjectInfo {
        readonly apiName: string;
        readonly label: string;
        readonly labelPlural: string;
        readonly keyPrefix: string | null;
        readonly defaultRecordTypeId: string | null;
        /** What the user may do with records. */
        readonly createable: boolean;
        readonly updateable: boolean;
        readonly deletable: boolean;
        /** The fields the user may read, by API name. */
        readonly fields: Readonly<Record<string, FieldInfo>>;
    }
    export const getObjectInfo: WireAdapterConstructor;
    /** `objectApiNames`; gives `{ results: [{ statusCode, result }] }` in their order. */
    export const getObjectInfos: WireAdapterConstructor;

    export interface PicklistValue {
        readonly label: string;
        readonly value: string;
    }
    export interface PicklistValues {
        readonly defaultValue: PicklistValue | null;
        readonly values: readonly PicklistValue[];
    }
    /** `recordTypeId`, and `fieldApiName` as `Object.Field`. */
    export const getPicklistValues: WireAdapterConstructor;
}

declare module 'lightning/modal' {
    import { LightningElement } from 'lwc';

    /** Base class of dialogs: `MyDialog.open({ label, size, … })`, `this.close(result)`. */
    export default class LightningModal extends LightningElement {
        static open(properties?: {
            readonly label?: string;
            readonly size?: 'small' | 'medium' | 'large' | 'full';
            readonly description?: string;
            readonly disableClose?: boolean;
            readonly [property: string]: unknown;
        }): Promise<unknown>;
        label: string;
        size: string;
        description: string;
        disableClose: boolean;
        close(result?: unknown): void;
    }
}

declare module 'lightning/confirm' {
    const LightningConfirm: {
        /** Gives whether the user agreed. */
        open(dialog: {
            readonly label: string;
            readonly message: string;
            readonly theme?: string;
            readonly variant?: 'header' | 'headerless';
        }): Promise<boolean>;
    };
    export default LightningConfirm;
}

declare module 'lightning/alert' {
    const LightningAlert: {
        open(dialog: {
            readonly label: string;
            readonly message: string;
            readonly theme?: string;
            readonly variant?: 'header' | 'headerless';
        }): Promise<void>;
    };
    export default LightningAlert;
}

declare module 'lightning/prompt' {
    const LightningPrompt: {
        /** Gives what was written; null where the user cancelled. */
        open(dialog: {
            readonly label: string;
            readonly message: string;
            readonly defaultValue?: string;
            readonly theme?: string;
        }): Promise<string | null>;
    };
    export default LightningPrompt;
}

declare module 'lightning/toast' {
    const Toast: {
        show(
            toast: {
                readonly label: string;
                readonly message?: string;
                readonly variant?: 'info' | 'success' | 'warning' | 'error';
                readonly mode?: 'dismissible' | 'sticky';
            },
            source: object
        ): void;
    };
    export default Toast;
}

declare module 'lightning/platformShowToastEvent' {
    export class ShowToastEvent extends CustomEvent<unknown> {
        constructor(toast: {
            readonly title: string;
            readonly message?: string;
            readonly variant?: 'info' | 'success' | 'warning' | 'error';
            readonly mode?: 'dismissible' | 'pester' | 'sticky';
        });
    }
}

declare module 'lightning/platformResourceLoader' {
    export function loadScript(component: object, url: string): Promise<void>;
    export function loadStyle(component: object, url: string): Promise<void>;
}

declare module 'lightning/navigation' {
    import type { LightningElement, WireAdapterConstructor } from 'lwc';

    const Navigate: unique symbol;
    const GenerateUrl: unique symbol;
    export interface PageReference {
        readonly type: string;
        readonly attributes?: Readonly<Record<string, unknown>>;
        readonly state?: Readonly<Record<string, string>>;
    }
    interface Navigation {
        [Navigate](page: PageReference, replace?: boolean): void;
        [GenerateUrl](page: PageReference): Promise<string>;
    }
    export const NavigationMixin: {
        /* eslint-disable @typescript-eslint/no-explicit-any -- TypeScript asks it of mixins */
        <Base extends new (...args: any[]) => LightningElement>(
            base: Base
        ): Base & (new (...args: any[]) => Navigation);
        /* eslint-enable @typescript-eslint/no-explicit-any */
        readonly Navigate: typeof Navigate;
        readonly GenerateUrl: typeof GenerateUrl;
    };
    export const CurrentPageReference: WireAdapterConstructor;
}
