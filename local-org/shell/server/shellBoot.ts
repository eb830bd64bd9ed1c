import type { OrgEngine, OrgSession } from '../../engine/types.ts';
import { userByUsername, type OrgUser } from '../../http/users.ts';
import type { ShellBoot, ShellPerson, ShellVoice, ShownTab } from '../boot.ts';
import { shownTabs } from '../metadata/application.ts';
import { withPhone } from '../metadata/utilityBar.ts';
import type { AppDescription } from '../metadata/types.ts';
import type { ShellUser } from '../options.ts';
import { localeFormats } from './localeFormats.ts';
import type { ShellSession } from './shellSessions.ts';

export interface ShellFacts {
    readonly engine: OrgEngine;
    readonly app: AppDescription;
    readonly metadataDir: string;
    readonly people: readonly ShellUser[];
    readonly apiVersion: string;
    readonly softphoneUrl?: string;
    readonly callCenterSettings?: Readonly<Record<string, string>>;
    /** For those who work with Salesforce Voice. */
    readonly voice?: ShellVoice & { readonly usernames: readonly string[] };
    /** All words of the package: an error of the connector may be any of them. */
    allLabels(locale: string | undefined): Readonly<Record<string, string>>;
    /** The words the page uses. @param locale `LanguageLocaleKey` of the user */
    labels(locale: string | undefined): Readonly<Record<string, string>>;
    /** What tabs are called in the language of the user, by name; English ones are not there. */
    tabLabels(locale: string | undefined): Readonly<Record<string, string>>;
    /** @returns `de` for `de_AT` */
    lang(locale: string | undefined): string;
}

const ADMINISTRATOR = 'System Administrator';

/** Everything the page needs before its first request, for one user with their own rights. */
export function shellBoot(facts: ShellFacts, session: ShellSession, orgOrigin: string): ShellBoot {
    const { engine, app, people, apiVersion } = facts;
    const user = userByUsername(engine, session.username)!;
    const language = user.language ?? undefined;
    const profile = profileOf(engine, user);
    const locale = (user.locale ?? 'en_US').replaceAll('_', '-');
    const readable = readableObjects(engine, user);
    const telephone = telephoneOf(facts, user);
    return {
        userId: user.id,
        accessToken: session.accessToken,
        customPermissions: engine.session(user.id).customPermissions(),
        labels: { ...(telephone.voice && facts.allLabels(language)), ...facts.labels(language) },
        i18n: {
            lang: facts.lang(language),
            locale,
            ...localeFormats(locale),
            ...(user.timeZone && { timeZone: user.timeZone })
        },
        shell: {
            user: { ...personOf(user, people), profile },
            people: people.flatMap(({ username }) => {
                const person = userByUsername(engine, username);
                return person?.active ? [personOf(person, people)] : [];
            }),
            app: {
                name: app.name,
                label: app.label,
                utilityItems: telephone.voice ? withPhone(app.utilityItems) : app.utilityItems,
                recordPages: app.recordPages
            },
            tabs: tabsOf(facts, user, profile, new Set(readable.values())),
            objectsByPrefix: Object.fromEntries(readable),
            apiVersion,
            orgOrigin,
            ...telephone
        }
    };
}

/** Salesforce Voice or the softphone of the call center, never both. */
function telephoneOf(
    { voice, softphoneUrl, callCenterSettings }: ShellFacts,
    { username }: OrgUser
): Pick<ShellBoot['shell'], 'voice' | 'softphoneUrl' | 'callCenterSettings'> {
    if (voice?.usernames.includes(username)) {
        const { usernames: _usernames, ...told } = voice;
        return { voice: told };
    }
    return {
        ...(softphoneUrl !== undefined && { softphoneUrl }),
        ...(callCenterSettings && { callCenterSettings })
    };
}

function personOf({ username, name }: OrgUser, people: readonly ShellUser[]): ShellPerson {
    const role = people.find((person) => person.username === username)?.role;
    return { username, name, ...(role && { role }) };
}

function profileOf(engine: OrgEngine, { id }: OrgUser): string {
    const { records } = engine
        .systemSession()
        .query(`SELECT Profile.Name FROM User WHERE Id = '${id}'`);
    return String((records[0]?.['Profile'] as { Name?: string } | undefined)?.Name ?? '');
}

function readableObjects(engine: OrgEngine, { id }: OrgUser): Map<string, string> {
    const session = engine.session(id);
    return new Map(
        [...engine.schema.objects.values()]
            .filter(({ apiName }) => mayRead(session, apiName))
            .map(({ keyPrefix, apiName }) => [keyPrefix, apiName])
    );
}

function mayRead(session: OrgSession, object: string): boolean {
    try {
        return session.describe(object)['queryable'] === true;
    } catch {
        // The describe of what may not be read is refused.
        return false;
    }
}

/** As Salesforce shows them: tabs of readable objects, custom tabs where a permission set says so. */
function tabsOf(
    { engine, app, metadataDir, tabLabels }: ShellFacts,
    user: OrgUser,
    profile: string,
    readable: ReadonlySet<string>
): ShownTab[] {
    const { records } = engine
        .systemSession()
        .query(
            `SELECT PermissionSet.Name FROM PermissionSetAssignment WHERE AssigneeId = '${user.id}'`
        );
    const shown = shownTabs(
        metadataDir,
        records.map((record) => String((record['PermissionSet'] as { Name: string }).Name))
    );
    const translated = tabLabels(user.language ?? undefined);
    return app.tabs.flatMap((tab): ShownTab[] => {
        const isShown =
            tab.name.startsWith('standard-') || profile === ADMINISTRATOR || shown.has(tab.name);
        if (!isShown) {
            return [];
        }
        if (tab.kind !== 'object') {
            return [{ ...tab, label: translated[tab.name] ?? tab.label }];
        }
        const object = engine.schema.object(tab.objectApiName);
        return object && readable.has(object.apiName)
            ? [{ ...tab, label: object.labelPlural }]
            : [];
    });
}
