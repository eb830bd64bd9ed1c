import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { exposedBundles } from './exposedBundles.ts';
import { readLightningPage } from './flexiPage.ts';
import { readMetadata } from './metadataFile.ts';
import type { AppDescription, AppTab, LightningPage } from './types.ts';
import { readUtilityBar } from './utilityBar.ts';

const STANDARD = 'standard-';

/**
 * One app of a package: its tabs, its utility bar and the record pages it shows.
 *
 * @param metadataDir a folder such as `force-app/main/default`
 * @throws Error naming the file, where something is missing or not imitated
 */
export function readApplication(metadataDir: string, name: string): AppDescription {
    const app = readMetadata(
        join(metadataDir, 'applications', `${name}.app-meta.xml`),
        'CustomApplication'
    );
    const bundles = exposedBundles(metadataDir);
    const pageFile = (page: string) =>
        join(metadataDir, 'flexipages', `${page}.flexipage-meta.xml`);
    const page = (pageName: string) => readLightningPage(pageFile(pageName), bundles);

    const recordPages: Record<string, LightningPage> = {};
    for (const override of app.children('actionOverrides')) {
        const isPage =
            override.text('type') === 'Flexipage' && override.text('actionName') === 'View';
        if (isPage && override.text('formFactor') === 'Large') {
            recordPages[override.needs('pageOrSobjectType')] = page(override.needs('content'));
        }
    }
    const utilityBar = app.text('utilityBar');
    return {
        name,
        label: app.needs('label'),
        tabs: app
            .texts('tabs')
            .filter((tab) => tab !== 'standard-home')
            .map((tab) => readTab(metadataDir, tab, page)),
        utilityItems: utilityBar ? readUtilityBar(pageFile(utilityBar), bundles) : [],
        recordPages
    };
}

function readTab(metadataDir: string, name: string, page: (name: string) => LightningPage): AppTab {
    if (name.startsWith(STANDARD)) {
        const objectApiName = name.slice(STANDARD.length);
        const icon = `standard:${objectApiName.toLowerCase()}`;
        return { kind: 'object', name, icon, objectApiName };
    }
    const tab = readMetadata(join(metadataDir, 'tabs', `${name}.tab-meta.xml`), 'CustomTab');
    // `Custom22: Telephone`
    const [, number] = /^Custom(\d+):/.exec(tab.text('motif') ?? '') ?? [];
    const icon = number ? `custom:custom${number}` : 'standard:custom';
    if (tab.text('customObject') === 'true') {
        return { kind: 'object', name, icon, objectApiName: name };
    }
    const label = tab.needs('label');
    const flexiPage = tab.text('flexiPage');
    if (flexiPage) {
        return { kind: 'page', name, icon, label, page: page(flexiPage) };
    }
    const bundle = tab.text('lwcComponent');
    return bundle
        ? { kind: 'component', name, icon, label, bundle }
        : tab.refuse('is a tab of a kind that the local Lightning page does not imitate');
}

/** Names of the custom tabs that these permission sets show. */
export function shownTabs(metadataDir: string, permissionSets: readonly string[]): Set<string> {
    const files = permissionSets
        .map((name) => join(metadataDir, 'permissionsets', `${name}.permissionset-meta.xml`))
        .filter(existsSync);
    return new Set(
        files.flatMap((file) =>
            readMetadata(file, 'PermissionSet')
                .children('tabSettings')
                .filter((setting) => setting.text('visibility') !== 'None')
                .map((setting) => setting.needs('tab'))
        )
    );
}
