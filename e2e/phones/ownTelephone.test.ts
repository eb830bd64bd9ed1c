import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startEdge, type Edge } from '../../edge/kamailio/testing/edge.ts';
import { findSipPrograms } from '../../edge/kamailio/testing/sipp.ts';
import { telephonesCall } from '../../edge/kamailio/testing/telephones.ts';
import { startTrunk, type Trunk } from '../../edge/kamailio/testing/trunk.ts';
import { expectAccessible } from '../axe.ts';
import { useBrowser } from '../browser.ts';
import { expectLogged, idOf } from '../org.ts';
import { LightningPage } from '../pages/lightningPage.ts';
import { takePicture } from '../pictures.ts';

const browser = useBrowser();
const LINE = { line: '2001', password: 'a-word' };

describe.skipIf(!findSipPrograms())(
    'An agent with a telephone of their own (needs kamailio and sipp; .ci/run installs them)',
    () => {
        let trunk: Trunk;
        let edge: Edge;

        beforeAll(async () => {
            trunk = await startTrunk();
            edge = await startEdge({
                serviceUrl: inject('serviceUrl'),
                token: inject('credential'),
                trunkPort: trunk.port,
                lines: [
                    {
                        ...LINE,
                        agentId: await idOf(
                            'User',
                            'Username',
                            'callum.fraser@callback-numbers.example'
                        )
                    }
                ]
            });
        });
        afterAll(async () => {
            await edge?.close();
            await trunk?.close();
        });

        /** The agent dials on the telephone. @returns the number that arrived at the trunk */
        async function dial(number: string): Promise<(string | undefined)[]> {
            expect((await telephonesCall(edge, [{ ...LINE, number }])).ok).toBe(true);
            return trunk
                .calls()
                .filter((call) => call.number === number)
                .map(({ from }) => /<sip:([^@]+)@/.exec(from)?.[1]);
        }

        async function atWork() {
            const lightning = await LightningPage.signIn(await browser.open(), 'callum.fraser');
            const softphone = await lightning.openSoftphone();
            await softphone.signIn(lightning.username);
            return { lightning, softphone };
        }

        it('clicks in Salesforce, dials on the telephone, and presents what the rule picked', async () => {
            const { lightning, softphone } = await atWork();
            const fiona = await idOf('Contact', 'Name', 'Fiona Geddes');
            await (await lightning.openRecord('Contact', fiona)).phone('Phone').dial();
            await lightning.openSoftphone();
            await softphone.root.getByText('Dial this number on your telephone now.').waitFor();
            await expectAccessible(lightning.page);
            await takePicture(softphone.root, 'agent-own-telephone');
            expect(await dial('01314960412')).toEqual(['+441314960120']);
            await softphone.root.getByText('The call was started.').waitFor();
            await expectLogged({ username: lightning.username, dialled: '+441314960412' }, [
                { Presented_Number__c: '+441314960120', Source__c: 'Rule' }
            ]);
        });

        it('chooses another number in the panel for this call alone', async () => {
            const { lightning } = await atWork();
            const panel = await lightning.openPanel();
            await panel.chooseForThisCall('Larkfield Holidays London');
            await panel.dial('0113 496 0531');
            await panel.lastCall.getByText('on your telephone now').waitFor();
            expect(await dial('01134960531')).toEqual(['+442079460110']);
            expect(await dial('+441134960531')).toEqual(['+441314960120']);
            await expectLogged({ username: lightning.username, dialled: '+441134960531' }, [
                { Presented_Number__c: '+442079460110', Source__c: 'This call' },
                { Presented_Number__c: '+441314960120', Source__c: 'Agent default' }
            ]);
        });
    }
);
