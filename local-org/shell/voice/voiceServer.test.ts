import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ADMIN_USERNAME } from '../../index.ts';
import { bootIn, startShellOrg } from '../testing/shellOrg.ts';
import { readVoice } from './voiceMetadata.ts';

const CONNECTOR = 'https://service.example/softphone/voice';
const PACKAGE = fileURLToPath(new URL('../../../force-app-voice/main/default', import.meta.url));

describe('The Lightning page of somebody who works with Salesforce Voice', () => {
    let org: Awaited<ReturnType<typeof startShellOrg>>;
    beforeAll(async () => {
        org = await startShellOrg({
            softphoneUrl: 'https://softphone.example/softphone',
            voice: { connectorUrl: CONNECTOR, usernames: [ADMIN_USERNAME] }
        });
    });
    afterAll(() => org.close());

    async function open(username?: string) {
        const changed =
            username &&
            (await fetch(`${org.url}/lightning/session`, {
                method: 'POST',
                headers: { origin: org.url, 'content-type': 'application/json' },
                body: JSON.stringify({ username })
            }));
        const cookie = changed ? changed.headers.getSetCookie().join() : '';
        const answer = await fetch(`${org.url}/lightning/page/home`, { headers: { cookie } });
        const policy = answer.headers.get('content-security-policy');
        return { policy, ...bootIn(await answer.text()) };
    }
    const utilities = ({ shell }: Awaited<ReturnType<typeof open>>) =>
        shell.app.utilityItems.map(({ content: { kind } }) => kind);

    it('has a telephone in place of the softphone, and may frame the connector alone', async () => {
        const page = await open(ADMIN_USERNAME);
        expect(utilities(page)).toEqual(['component', 'voice']);
        expect(page.shell).not.toHaveProperty('softphoneUrl');
        expect(page.shell).not.toHaveProperty('callCenterSettings');
        expect(page.shell.voice).toMatchObject({
            connectorUrl: CONNECTOR,
            bridge: 'callbackVoiceBridge',
            connectorConfig: { '/reqGeneralInfo/reqAdapterUrl': CONNECTOR }
        });
        expect(page.shell.voice?.extension.regions).toMatchObject([
            { name: 'main', items: [{ kind: 'component', bundle: 'callbackPanel' }] }
        ]);
        expect(page.policy).toContain('frame-src https://service.example;');
        expect(JSON.stringify(page)).not.toContain('usernames');
    });

    it('has every word of the package: an error of the connector may be any of them', async () => {
        const words = Object.keys((await open(ADMIN_USERNAME)).labels ?? {}).length;
        expect(words).toBeGreaterThan(100);
        expect(Object.keys((await open()).labels ?? {})).toHaveLength(1);
    });

    it('is for nobody else', async () => {
        const page = await open();
        expect(utilities(page)).toEqual(['component', 'softphone']);
        expect(page.shell).not.toHaveProperty('voice');
        expect(page.policy).toContain('frame-src https://softphone.example;');
    });
});

describe('The metadata of Salesforce Voice', () => {
    const bundles = ['callbackPanel', 'callbackVoiceBridge'];
    const VENDOR = 'ConversationVendorInformation/V.ConversationVendorInformation-meta.xml';
    const EXTENSION = 'flexipages/E.flexipage-meta.xml';
    const vendor = (bridge: string) =>
        `<ConversationVendorInfo><bridgeComponent>${bridge}</bridgeComponent><developerName>V</developerName><masterLabel>V</masterLabel></ConversationVendorInfo>`;
    const page = (type: string) =>
        `<FlexiPage><masterLabel>E</masterLabel><type>${type}</type></FlexiPage>`;

    let folder: string;
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), 'voice-'));
    });
    afterEach(() => rmSync(folder, { recursive: true }));
    const write = (file: string, content: string) => {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), content);
    };
    const read = () => readVoice(folder, CONNECTOR, bundles);

    it('is that of the package', () => {
        expect(readVoice(PACKAGE, CONNECTOR, bundles).connectorConfig).toMatchObject({
            '/reqGeneralInfo/reqVendorInfoApiName': 'Callback_Numbers_Voice'
        });
    });

    it('names one vendor and one page', () => {
        expect(read).toThrow(/should hold one \*\.ConversationVendorInformation-meta\.xml; .* 0\./);
        write(VENDOR, vendor('c:callbackVoiceBridge'));
        expect(read).toThrow(/should hold one \*\.flexipage-meta\.xml/);
        write(EXTENSION, page('VoiceExtension'));
        expect(read().extension.type).toBe('VoiceExtension');
        write(VENDOR.replace('V.', 'W.'), vendor('c:callbackVoiceBridge'));
        expect(read).toThrow(/it holds 2\./);
    });

    it.each(['callbackVoiceBridge', 'other:bridge', 'c:missing'])(
        'is refused with the bridge %s',
        (bridge) => {
            write(VENDOR, vendor(bridge));
            write(EXTENSION, page('VoiceExtension'));
            expect(read).toThrow(`names ${bridge}, which is no exposed Lightning component`);
        }
    );

    it('is refused with a page of another type', () => {
        write(VENDOR, vendor('c:callbackVoiceBridge'));
        write(EXTENSION, page('AppPage'));
        expect(read).toThrow('is a AppPage, which is not a VoiceExtension');
    });
});
