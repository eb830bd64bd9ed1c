import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCallCenter } from './callCenter.ts';

const FILE = new URL(
    '../../../force-app/main/default/callCenters/CallbackNumbers.callCenter-meta.xml',
    import.meta.url
);

describe('The call center', () => {
    const center = readCallCenter(readFileSync(FILE, 'utf8'), 'http://127.0.0.1:1/softphone');

    it('says what it is called and how large its softphone is', () => {
        expect(center).toMatchObject({
            displayName: 'Callback Numbers',
            softphoneHeight: 600,
            softphoneWidth: 340
        });
    });

    it('gives its settings by section and item, with the address the softphone has here', () => {
        expect(center.settings).toMatchObject({
            '/label': 'Callback Numbers',
            '/reqGeneralInfo/label': 'General Information',
            '/reqGeneralInfo/reqAdapterUrl': 'http://127.0.0.1:1/softphone',
            '/reqGeneralInfo/reqAdapterUrl/label': 'CTI Adapter URL',
            '/reqGeneralInfo/reqSalesforceCompatibilityMode': 'Lightning'
        });
    });
});
