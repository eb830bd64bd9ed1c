/**
 * What the page is told of the metadata: apps, tabs and Lightning pages, short and without
 * references from one to another. Server and browser share these words.
 */

/** A value of a component's property, as it stands in the page. */
export type PropertyValue = string | boolean | number;

export type PageItem =
    | {
          readonly kind: 'component';
          /** Our bundle, without its namespace. */
          readonly bundle: string;
          readonly properties: Readonly<Record<string, PropertyValue>>;
      }
    | { readonly kind: 'highlights' }
    | { readonly kind: 'details' }
    | { readonly kind: 'tabset'; readonly tabs: readonly PageTab[] }
    /** A component of the vendor's that this page does not imitate. */
    | { readonly kind: 'placeholder'; readonly name: string };

export interface PageTab {
    /** A text, or a key such as `Standard.Tab.detail`. */
    readonly title: string;
    readonly active: boolean;
    readonly items: readonly PageItem[];
}

export interface PageRegion {
    readonly name: string;
    readonly items: readonly PageItem[];
}

export interface LightningPage {
    readonly name: string;
    readonly label: string;
    readonly type: 'RecordPage' | 'AppPage' | 'HomePage' | 'VoiceExtension';
    readonly objectApiName?: string;
    readonly regions: readonly PageRegion[];
}

export type UtilityContent =
    | Extract<PageItem, { kind: 'component' | 'placeholder' }>
    /** The softphone of the call center. */
    | { readonly kind: 'softphone' }
    /** The softphone of Salesforce Voice. */
    | { readonly kind: 'voice' };

export interface UtilityItem {
    readonly id: string;
    readonly label: string;
    /** `utility:call` */
    readonly icon: string;
    /** Pixels. */
    readonly width: number;
    /** Pixels. */
    readonly height: number;
    /** Loaded with the page, not when it is first opened. */
    readonly eager: boolean;
    readonly scrollable: boolean;
    readonly content: UtilityContent;
}

export type AppTab = {
    readonly name: string;
    /** `custom:custom22` */
    readonly icon: string;
} & (
    | { readonly kind: 'object'; readonly objectApiName: string }
    | { readonly kind: 'page'; readonly label: string; readonly page: LightningPage }
    | { readonly kind: 'component'; readonly label: string; readonly bundle: string }
);

export interface AppDescription {
    readonly name: string;
    readonly label: string;
    readonly tabs: readonly AppTab[];
    readonly utilityItems: readonly UtilityItem[];
    /** By object. */
    readonly recordPages: Readonly<Record<string, LightningPage>>;
}
