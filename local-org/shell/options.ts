import type { Page } from '../../browser/buildPage.ts';
import type { ShellRole } from './boot.ts';

/** Somebody to be, offered in the menu of users. */
export interface ShellUser {
    readonly username: string;
    readonly role: ShellRole;
}

/** The Lightning page in front of the org. */
export interface ShellOptions {
    /** From `buildShell`. */
    readonly builtPage: Page;
    /** Who is offered; whoever opens the page first is the first of them. */
    readonly users: readonly ShellUser[];
    /** Address of the softphone of the call center; without it there is none in the utility bar. */
    readonly softphoneUrl?: string;
    /** Who works with Salesforce Voice instead: no softphone of the call center for them. */
    readonly voice?: {
        /** Address of the connector. */
        readonly connectorUrl: string;
        readonly usernames: readonly string[];
    };
    /** Folder with what only Salesforce Voice needs; this package's own unless told. */
    readonly voiceMetadataDir?: string;
    /** Folder with `applications/`, `flexipages/`, `tabs/`; this package's own unless told. */
    readonly metadataDir?: string;
    /** Name of the app that is opened; `Callback_Numbers` unless told. */
    readonly app?: string;
    /** File with the content of a static resource. */
    readonly resourceFile?: (name: string) => string | undefined;
}
