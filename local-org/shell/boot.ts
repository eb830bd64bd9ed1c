import type { Boot } from '../../browser/page/boot.ts';
import type { AppDescription, AppTab, LightningPage } from './metadata/types.ts';

/** What the server says to the page; server and browser share these words. */

/** What somebody may be in the menu of users. */
export type ShellRole = 'agent' | 'restrictedAgent' | 'supervisor' | 'admin' | 'noAgent';

export interface ShellPerson {
    readonly username: string;
    readonly name: string;
    readonly role?: ShellRole;
}

/** A tab that this user sees, with its label. */
export type ShownTab = AppTab & { readonly label: string };

export interface ShellVoice {
    readonly connectorUrl: string;
    readonly connectorConfig: Readonly<Record<string, string>>;
    /** The bundle between pages and the connector. */
    readonly bridge: string;
    readonly extension: LightningPage;
}

export interface ShellBoot extends Boot {
    readonly userId: string;
    readonly accessToken: string;
    readonly shell: {
        readonly user: ShellPerson & { readonly profile: string };
        /** Who else one may be, in the order of the menu; the user among them. */
        readonly people: readonly ShellPerson[];
        readonly app: Omit<AppDescription, 'tabs'>;
        readonly tabs: readonly ShownTab[];
        /** Objects the user may read, by key prefix: `003` is Contact. */
        readonly objectsByPrefix: Readonly<Record<string, string>>;
        readonly apiVersion: string;
        readonly orgOrigin: string;
        readonly softphoneUrl?: string;
        /** As Open CTI gives them to the softphone. */
        readonly callCenterSettings?: Readonly<Record<string, string>>;
        /** Who works with Salesforce Voice has no softphone of a call center. */
        readonly voice?: ShellVoice;
    };
}
