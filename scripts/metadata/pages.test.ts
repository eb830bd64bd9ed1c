import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkMetadata } from './checkMetadata.ts';
import { usePackageCopy } from './packageCopy.ts';
import { PACKAGE_FOLDER } from './sourceTree.ts';

const APP = 'applications/Callback_Numbers.app-meta.xml';
const APP_PAGE = 'flexipages/Callback_Panel.flexipage-meta.xml';
const RECORD_PAGE = 'flexipages/Callback_Contact_Record_Page.flexipage-meta.xml';
const UTILITY_BAR = 'flexipages/Callback_Numbers_UtilityBar.flexipage-meta.xml';
const TAB = 'tabs/Callback_Panel.tab-meta.xml';
const CALL_CENTER = 'callCenters/CallbackNumbers.callCenter-meta.xml';
const CHANNEL = 'messageChannels/Callback_Number_Chosen.messageChannel-meta.xml';

const copy = usePackageCopy();
const { path, edit } = copy;

function expectFound(file: string, what: string): void {
    expect(checkMetadata(copy.dir).lines()).toContainEqual(
        expect.stringContaining(`${PACKAGE_FOLDER}/${file}: ${what}`)
    );
}

/** A component with the targets and the design of its own, put on the app page and a record page. */
function placeComponent(meta: string): void {
    mkdirSync(path('lwc/dialClock'));
    writeFileSync(
        path('lwc/dialClock/dialClock.js-meta.xml'),
        `<LightningComponentBundle xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>66.0</apiVersion>${meta}</LightningComponentBundle>`
    );
    const placed =
        '<componentInstanceProperties><name>colour</name><value>red</value></componentInstanceProperties><componentName>dialClock</componentName>';
    edit(APP_PAGE, '<componentName>callbackPanel</componentName>', placed);
    edit(RECORD_PAGE, '<componentName>clickToDial</componentName>', placed);
}

describe('On Lightning pages the metadata check finds', () => {
    it('a component that is gone, on every page that shows it', () => {
        rmSync(path('lwc/callbackPanel'), { recursive: true });
        for (const page of [APP_PAGE, UTILITY_BAR]) {
            expectFound(page, 'shows the component callbackPanel, which does not exist');
        }
    });

    it('a component that is not exposed, or not for such a page', () => {
        placeComponent('<isExposed>false</isExposed>');
        expectFound(APP_PAGE, 'shows the component dialClock, which is not made for a page of');
    });

    it('a component that is exposed for other pages only', () => {
        placeComponent(
            '<isExposed>true</isExposed><targets><target>lightning__AppPage</target></targets>'
        );
        expectFound(RECORD_PAGE, 'shows the component dialClock, which is not made for a page of');
    });

    it('a property that the component does not declare for such a page', () => {
        placeComponent(
            '<isExposed>true</isExposed><targetConfigs><targetConfig targets="lightning__RecordPage"><property name="colour" type="String"/></targetConfig></targetConfigs><targets><target>lightning__AppPage</target><target>lightning__RecordPage</target></targets>'
        );
        const found = checkMetadata(copy.dir).lines().join('\n');
        expect(found).toContain(
            `${APP_PAGE}: sets colour of dialClock, which has no such property`
        );
        expect(found).not.toContain(`${RECORD_PAGE}: sets colour`);
    });

    it('a component that is limited to other objects', () => {
        placeComponent(
            '<isExposed>true</isExposed><targetConfigs><targetConfig targets="lightning__RecordPage"><property name="colour" type="String"/><objects><object>Account</object></objects></targetConfig></targetConfigs><targets><target>lightning__RecordPage</target></targets>'
        );
        expectFound(RECORD_PAGE, 'shows the component dialClock, which is not made for Contact');
    });

    it.each([
        [
            'a misspelt component of the platform',
            RECORD_PAGE,
            'force:detailPanel',
            'force:recordDetail',
            'shows force:recordDetail, which is not known'
        ],
        [
            'an object that does not exist',
            RECORD_PAGE,
            '>Contact</sobjectType>',
            '>Customer__c</sobjectType>',
            'is a page of Customer__c, which does not exist'
        ],
        [
            'a facet that is not there',
            RECORD_PAGE,
            '<value>detailTabContent',
            '<value>detailsTab',
            'names the facet detailsTab'
        ],
        [
            'a facet that nothing shows',
            RECORD_PAGE,
            '<value>detailTabContent',
            '<value>relatedTabContent',
            'has the facet detailTabContent, which nothing shows'
        ],
        [
            'a template of another type of page',
            APP_PAGE,
            'flexipage:defaultAppHomeTemplate',
            'one:utilityBarTemplateDesktop',
            'a page of type AppPage with the template one:utilityBarTemplateDesktop'
        ],
        [
            'a region that the template does not have',
            APP_PAGE,
            '<name>main</name>',
            '<name>sidebar</name>',
            'has the region sidebar'
        ],
        [
            'a record page of no object',
            RECORD_PAGE,
            '<sobjectType>Contact</sobjectType>',
            '',
            'has no sobjectType'
        ],
        [
            'an identifier that is there twice',
            UTILITY_BAR,
            '>opencti_softPhone<',
            '>c_callbackPanel<',
            'has the identifier c_callbackPanel twice'
        ],
        [
            'a frame property that utility items do not have',
            UTILITY_BAR,
            '<name>width</name>',
            '<name>breadth</name>',
            'sets breadth of the frame of callbackPanel'
        ]
    ])('%s', (_, file, from, to, what) => {
        edit(file, from, to);
        expectFound(file, what);
    });
});

describe('Of what leads to pages it finds', () => {
    it('an app and a tab whose pages are gone', () => {
        for (const page of [APP_PAGE, RECORD_PAGE, UTILITY_BAR]) {
            rmSync(path(page));
        }
        const found = checkMetadata(copy.dir).lines().join('\n');
        expect(found).toContain('has the utility bar Callback_Numbers_UtilityBar, which does not');
        expect(found).toContain('on the page Callback_Contact_Record_Page, which does not exist');
        expect(found).toContain(`${TAB}: shows the page Callback_Panel, which does not exist`);
    });

    it('a page of the wrong type as utility bar, and in a tab', () => {
        edit(APP, '>Callback_Numbers_UtilityBar<', '>Callback_Panel<');
        edit(TAB, '>Callback_Panel<', '>Callback_Numbers_UtilityBar<');
        expectFound(APP, 'has the utility bar Callback_Panel, which does not exist');
        expectFound(TAB, 'shows the page Callback_Numbers_UtilityBar, which does not exist');
    });

    it('a record page that is made for another object', () => {
        edit(APP, '>Callback_Contact_Record_Page<', '>Callback_Lead_Record_Page<');
        expectFound(
            APP,
            'shows records of Contact on the page Callback_Lead_Record_Page, which is not made'
        );
    });
});

describe('Of message channels it finds', () => {
    it('one that is gone, in every component that imports it', () => {
        rmSync(path(CHANNEL));
        expect(checkMetadata(copy.dir).lines()).toContainEqual(
            expect.stringContaining(
                'imports the message channel Callback_Number_Chosen__c, which does not exist'
            )
        );
    });

    it('one that no component imports', () => {
        const unused = 'messageChannels/Callback_Coffee_Made.messageChannel-meta.xml';
        writeFileSync(
            path(unused),
            '<LightningMessageChannel xmlns="http://soap.sforce.com/2006/04/metadata"><isExposed>true</isExposed><masterLabel>Coffee</masterLabel></LightningMessageChannel>'
        );
        expectFound(unused, 'is a message channel that no component imports');
    });
});

describe('Of call centers it finds', () => {
    it.each([
        ['an address without https', 'https://', 'http://', 'reqAdapterUrl is no https address'],
        ['Open CTI off', '<value>true</value>', '<value>false</value>', 'reqUseApi is not true'],
        [
            'a mode without Lightning',
            '<value>Lightning</value>',
            '<value>Classic</value>',
            'reqSalesforceCompatibilityMode leaves out Lightning'
        ],
        [
            'a size that Lightning does not take',
            '<value>340</value>',
            '<value>34</value>',
            'reqSoftphoneWidth is 34'
        ],
        [
            'a missing display name',
            '<displayName>Callback Numbers</displayName>',
            '',
            'CallCenter/displayName is missing'
        ]
    ])('%s', (_, from, to, what) => {
        edit(CALL_CENTER, from, to);
        expectFound(CALL_CENTER, what);
    });
});
