import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { expectAccessible } from '../axe.ts';
import { useBrowser } from '../browser.ts';
import { expectLogged } from '../org.ts';
import { DecisionLog } from '../pages/decisionLog.ts';
import { LightningPage } from '../pages/lightningPage.ts';
import { takePicture } from '../pictures.ts';
import { refuseNextCall } from './telephony.ts';

const browser = useBrowser();
const SUPERVISOR = 'grace.whitfield';
/** Dialled by no other journey. */
const DIALLED = { typed: '0113 496 0577', digits: '0577', shown: '+44 113 496 0577' };
const REFUSED = 'Refused by telephony';
const CHARTS = { refused: 'Calls refused by telephony over time', shown: 'Most presented numbers' };

it('A supervisor finds a call that the telephony refused: its reason, its number, its place in the charts and in the file', async () => {
    const visit = await browser.open();
    visit.allow(/50[23]/);
    const agent = await LightningPage.signIn(visit, 'callum.fraser');
    const softphone = await agent.openSoftphone();
    await softphone.signIn(agent.username);
    const panel = await agent.openPanel();
    await refuseNextCall('callerIdNotVerified');
    await panel.dial(DIALLED.typed);
    await expectLogged({ username: agent.username, dialled: '+441134960577' }, [
        { Outcome__c: 'Refused', Error_Code__c: 'CALLER_ID_REFUSED' }
    ]);

    const lightning = await LightningPage.signIn(await browser.open(), SUPERVISOR);
    await lightning.open('/lightning/n/Callback_Log');
    const log = new DecisionLog(lightning.page);
    await log.dialled.fill(DIALLED.digits);
    await log.dialled.press('Enter');
    await log.found(1);
    await log.choose('Outcome', 'Presented');
    await log.found(0);
    await log.choose('Outcome', REFUSED);
    await log.choose('Reason', 'Callback number not accepted');
    await log.found(1);
    const row = log.row(DIALLED.shown);
    await row.getByText(REFUSED).waitFor();
    await row.getByText(/The telephony says: \S/).waitFor();
    await row.getByText('Callum Fraser').waitFor();
    await expectAccessible(lightning.page);
    await takePicture(log.root, 'admin-log-refused');

    const downloading = lightning.page.waitForEvent('download');
    await log.root.getByRole('button', { name: 'Export as CSV' }).click();
    const file = await readFile(await (await downloading).path(), 'utf8');
    expect(file).toContain("Reason,Telephony's reason");
    expect(file).toContain('Callback number not accepted,');

    await log.root.getByRole('tab', { name: 'Charts' }).click();
    await expect.poll(() => log.isDrawn(CHARTS.refused)).toBe(true);
    await log.chart(CHARTS.shown).getByText('No such calls in this selection.').waitFor();
    await expectAccessible(lightning.page);
});
