import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readVoiceExtension } from '../metadata/flexiPage.ts';
import { readMetadata } from '../metadata/metadataFile.ts';
import type { LightningPage } from '../metadata/types.ts';

/** What the package says of Salesforce Voice. */
export interface VoiceMetadata {
    /** Our bundle that stands between pages and the connector. */
    readonly bridge: string;
    /** What the connector is set up with, by the names of contact center files. */
    readonly connectorConfig: Readonly<Record<string, string>>;
    /** The page inside the softphone. */
    readonly extension: LightningPage;
}

const VENDOR = '.ConversationVendorInformation-meta.xml';
const PAGE = '.flexipage-meta.xml';

/**
 * @param voiceDir a folder such as `force-app-voice/main/default`, with one vendor and one page
 * @param connectorUrl where the connector is here; the one in the file is an example
 * @param bundles those that pages may hold
 * @throws Error naming the file, where something is missing or not imitated
 */
export function readVoice(
    voiceDir: string,
    connectorUrl: string,
    bundles: readonly string[]
): VoiceMetadata {
    const vendor = readMetadata(
        onlyFile(join(voiceDir, 'ConversationVendorInformation'), VENDOR),
        'ConversationVendorInfo'
    );
    const bridge = vendor.needs('bridgeComponent');
    const [namespace, bundle = ''] = bridge.split(':');
    if (namespace !== 'c' || !bundles.includes(bundle)) {
        vendor.refuse(`names ${bridge}, which is no exposed Lightning component of the package`);
    }
    return {
        bridge: bundle,
        connectorConfig: {
            '/reqGeneralInfo/reqInternalName': vendor.needs('developerName'),
            '/reqGeneralInfo/reqDisplayName': vendor.needs('masterLabel'),
            '/reqGeneralInfo/reqVendorInfoApiName': vendor.needs('developerName'),
            '/reqGeneralInfo/reqAdapterUrl': connectorUrl
        },
        extension: readVoiceExtension(onlyFile(join(voiceDir, 'flexipages'), PAGE), bundles)
    };
}

function onlyFile(folder: string, ending: string): string {
    const files = existsSync(folder)
        ? readdirSync(folder).filter((file) => file.endsWith(ending))
        : [];
    const [file] = files;
    if (files.length !== 1 || !file) {
        throw new Error(`${folder} should hold one *${ending}; it holds ${files.length}.`);
    }
    return join(folder, file);
}
