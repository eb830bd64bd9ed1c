import { rmSync } from 'node:fs';
import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callDecidedFrom } from '../../force-app/main/default/lwc/callbackVoiceMessages/callbackVoiceMessages.ts';
import { checkMetadata } from './checkMetadata.ts';
import { PackageModel } from './packageModel.ts';
import { PROJECT, usePackageCopy } from './packageCopy.ts';
import { PACKAGE_FOLDER, readMetadataFiles, VOICE_FOLDER } from './sourceTree.ts';
import { childrenOf, textOf } from './xml.ts';

const NAME =
    'ConversationVendorInformation/Callback_Numbers_Voice.ConversationVendorInformation-meta.xml';
const VENDOR = `${relative(PACKAGE_FOLDER, VOICE_FOLDER)}/${NAME}`;
const BRIDGE = 'lwc/callbackVoiceBridge';

const copy = usePackageCopy();

function findings(): string[] {
    return checkMetadata(copy.dir).lines().slice(0, -1);
}

describe('Of the metadata for Salesforce Voice the check finds', () => {
    it('a bridge that is gone', () => {
        rmSync(copy.path(BRIDGE), { recursive: true });
        expect(findings()).toContainEqual(
            expect.stringContaining(
                `${VOICE_FOLDER}/${NAME}: has the bridge c:callbackVoiceBridge, which does not exist`
            )
        );
    });

    it('a bridge that Salesforce could not put on a page', () => {
        const meta = `${BRIDGE}/callbackVoiceBridge.js-meta.xml`;
        copy.edit(meta, '<isExposed>true', '<isExposed>false');
        expect(findings()).toEqual([expect.stringContaining('which is not exposed — ')]);
    });

    it.each([
        ['a bridge without its namespace', '>c:', '>', 'has the bridge callbackVoiceBridge, which'],
        [
            'a name that is not the file’s',
            '>Callback_Numbers_Voice<',
            '>Callbacks<',
            'the developerName'
        ],
        ['another type of vendor', 'ServiceCloudVoicePartner', 'Amazon_Connect', 'is no telephony'],
        ['an address without https', 'https://', 'http://', 'connectorUrl is no https address'],
        [
            'a capability that nothing implements',
            '</ConversationVendorInfo>',
            '<userSyncingSupported>true</userSyncingSupported></ConversationVendorInfo>',
            'userSyncingSupported is true, and there is no integrationClass'
        ]
    ])('%s', (_, from, to, what) => {
        copy.edit(VENDOR, from, to);
        expect(findings()).toEqual([expect.stringContaining(`${VOICE_FOLDER}/${NAME}: ${what}`)]);
    });

    it('what orgs without Voice get and which names what they do not get', () => {
        const bar = 'flexipages/Callback_Numbers_UtilityBar.flexipage-meta.xml';
        copy.edit(bar, '<value>Callback Numbers<', '<value>Callback_Voice_Extension<');
        expect(findings()).toEqual([
            expect.stringContaining(
                `${PACKAGE_FOLDER}/${bar}: names Callback_Voice_Extension, which orgs without`
            )
        ]);
    });
});

describe('The bridge of Salesforce Voice', () => {
    it('lets through every field of the message channel, and no other', () => {
        const channel = new PackageModel(readMetadataFiles(PROJECT))
            .ofKind('LightningMessageChannel')
            .find(({ name }) => name === 'Callback_Call_Decided');
        const fields = childrenOf(channel?.root, 'lightningMessageFields').map((field) => [
            textOf(field, 'fieldName'),
            'a text'
        ]);
        const told = (payload: object) =>
            callDecidedFrom({
                source: 'CONNECTOR',
                channel: 'Callback_Call_Decided__c',
                payload
            });
        const payload = Object.fromEntries(fields) as object;
        expect(fields).not.toEqual([]);
        expect(told(payload)).toEqual(payload);
        expect(told({ ...payload, another: 'a text' })).toBeUndefined();
    });
});
