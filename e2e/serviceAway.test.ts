import { describe, it } from 'vitest';
import { expectAccessible } from './axe.ts';
import { useBrowser } from './browser.ts';
import { expectLogged, idOf } from './org.ts';
import { LightningPage } from './pages/lightningPage.ts';

const browser = useBrowser();

describe('Where the service does not answer', () => {
    it('the agent reads that nobody was called, and dials again once it does', async () => {
        const visit = await browser.open();
        const lightning = await LightningPage.signIn(visit, 'ewan.macleod');
        const softphone = await lightning.openSoftphone();
        await softphone.signIn(lightning.username);
        const fiona = await idOf('Contact', 'Name', 'Fiona Geddes');
        const phone = (await lightning.openRecord('Contact', fiona)).phone('Phone');
        await phone.presented.root.getByText('Will be presented').waitFor();

        visit.allow(/ERR_FAILED/);
        await visit.context.route('**/softphone/dials', (route) => route.abort());
        await phone.dial();
        await lightning.openSoftphone();
        await softphone.root.getByText('The callback number service does not answer').waitFor();
        await expectAccessible(lightning.page);

        await visit.context.unroute('**/softphone/dials');
        await softphone.button('Dial again').click();
        await softphone.presented.root.getByText('Will be presented').waitFor();
        await expectLogged({ username: lightning.username, dialled: '+441314960412' }, [
            { Outcome__c: 'Presented' }
        ]);
    });
});
