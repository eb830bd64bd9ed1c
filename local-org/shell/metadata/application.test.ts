import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readApplication, shownTabs } from './application.ts';

const PACKAGE = fileURLToPath(new URL('../../../force-app/main/default', import.meta.url));

describe("the package's own app", () => {
    const app = readApplication(PACKAGE, 'Callback_Numbers');

    it('has a utility bar with the panel and the softphone', () => {
        expect(app.utilityItems.map(({ label, content }) => [label, content.kind])).toEqual([
            ['Callback Numbers', 'component'],
            ['Softphone', 'softphone']
        ]);
    });

    it.each(['Contact', 'Lead', 'Account', 'Case'])(
        'puts Click to dial on the page of a %s',
        (of) => {
            expect(JSON.stringify(app.recordPages[of])).toContain('"bundle":"clickToDial"');
        }
    );
});

describe('an app', () => {
    let folder: string;
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), 'metadata-'));
        write('lwc/dialler/dialler.js-meta.xml', bundle(true));
        write('lwc/inside/inside.js-meta.xml', bundle(false));
        write('applications/Desk.app-meta.xml', app(''));
        write('flexipages/Record.flexipage-meta.xml', page('RecordPage', RECORD));
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    function write(path: string, content: string): void {
        const file = join(folder, path);
        mkdirSync(join(file, '..'), { recursive: true });
        writeFileSync(file, `<?xml version="1.0" encoding="UTF-8"?>\n${content}`);
    }
    const bundle = (isExposed: boolean) =>
        `<LightningComponentBundle><isExposed>${isExposed}</isExposed></LightningComponentBundle>`;
    const app = (more: string) =>
        `<CustomApplication><label>Desk</label>${more}</CustomApplication>`;
    const page = (type: string, regions: string) =>
        `<FlexiPage>${regions}<masterLabel>A page</masterLabel><type>${type}</type></FlexiPage>`;
    const region = (name: string, type: string, ...items: string[]) =>
        `<flexiPageRegions>${items
            .map((item) => `<itemInstances>${item}</itemInstances>`)
            .join('')}<name>${name}</name><type>${type}</type></flexiPageRegions>`;
    const component = (name: string, properties: Record<string, string> = {}, type = '') =>
        `<componentInstance>${Object.entries(properties)
            .map(
                ([key, value]) =>
                    `<componentInstanceProperties><name>${key}</name>${type}<value>${value}</value></componentInstanceProperties>`
            )
            .join('')}<componentName>${name}</componentName></componentInstance>`;

    const RECORD = [
        region('body', 'Facet', component('force:detailPanel'), component('force:chatter')),
        region(
            'tabs',
            'Facet',
            component('flexipage:tab', { body: 'body', title: 'More', active: 'true' })
        ),
        region('main', 'Region', component('flexipage:tabset', { tabs: 'tabs' })),
        region(
            'side',
            'Region',
            component('c:dialler', { title: 'Call', size: '3', compact: 'true' })
        )
    ].join('');
    const OVERRIDE = `<actionOverrides><actionName>View</actionName><content>Record</content>
        <formFactor>Large</formFactor><type>Flexipage</type>
        <pageOrSobjectType>Contact</pageOrSobjectType></actionOverrides>`;

    it('shows a record page with facets in their places and values of their types', () => {
        write('applications/Desk.app-meta.xml', app(OVERRIDE));
        expect(readApplication(folder, 'Desk').recordPages['Contact']).toEqual({
            name: 'Record',
            label: 'A page',
            type: 'RecordPage',
            regions: [
                {
                    name: 'main',
                    items: [
                        {
                            kind: 'tabset',
                            tabs: [
                                {
                                    title: 'More',
                                    active: true,
                                    items: [
                                        { kind: 'details' },
                                        { kind: 'placeholder', name: 'force:chatter' }
                                    ]
                                }
                            ]
                        }
                    ]
                },
                {
                    name: 'side',
                    items: [
                        {
                            kind: 'component',
                            bundle: 'dialler',
                            properties: { title: 'Call', size: 3, compact: true }
                        }
                    ]
                }
            ]
        });
    });

    it('has tabs of objects, pages and components, in its order', () => {
        const tab = (content: string) => `<CustomTab>${content}</CustomTab>`;
        write('tabs/Rate__c.tab-meta.xml', tab('<customObject>true</customObject>'));
        write('tabs/Desk.tab-meta.xml', tab('<label>My desk</label><flexiPage>Desk</flexiPage>'));
        write(
            'tabs/Dial.tab-meta.xml',
            tab('<label>Dial</label><lwcComponent>dialler</lwcComponent>')
        );
        write('flexipages/Desk.flexipage-meta.xml', page('AppPage', ''));
        const names = ['Dial', 'standard-Lead', 'standard-home', 'Rate__c', 'Desk'];
        write(
            'applications/Desk.app-meta.xml',
            app(names.map((name) => `<tabs>${name}</tabs>`).join(''))
        );
        expect(readApplication(folder, 'Desk').tabs).toMatchObject([
            { kind: 'component', label: 'Dial', bundle: 'dialler' },
            { kind: 'object', objectApiName: 'Lead' },
            { kind: 'object', objectApiName: 'Rate__c' },
            { kind: 'page', label: 'My desk', page: { type: 'AppPage' } }
        ]);
    });

    it('has a utility bar that says how its items look', () => {
        const decorator = '<type>decorator</type>';
        const looks = { label: 'Dial', icon: 'call', width: '400', eager: 'true' };
        const items = [component('dialler', looks, decorator), component('opencti:softPhone')];
        write(
            'flexipages/Bar.flexipage-meta.xml',
            page('UtilityBar', region('items', 'Region', ...items))
        );
        write('applications/Desk.app-meta.xml', app('<utilityBar>Bar</utilityBar>'));
        expect(readApplication(folder, 'Desk').utilityItems).toMatchObject([
            {
                label: 'Dial',
                icon: 'utility:call',
                width: 400,
                height: 480,
                eager: true,
                content: { kind: 'component', bundle: 'dialler', properties: {} }
            },
            { label: 'opencti:softPhone', eager: false, content: { kind: 'softphone' } }
        ]);
    });

    it.each([
        [
            'a page that is missing',
            OVERRIDE.replace('Record<', 'Gone<'),
            undefined,
            'Gone.flexipage-meta.xml is missing'
        ],
        [
            'a component that is not exposed',
            OVERRIDE,
            component('inside'),
            'names inside, which is no exposed'
        ],
        [
            'a facet that is missing',
            OVERRIDE,
            component('flexipage:tabset', { tabs: 'gone' }),
            'names the facet gone'
        ],
        ['what it does not know', OVERRIDE, '<fieldInstance/>', 'holds <fieldInstance>'],
        [
            'a rule of visibility',
            OVERRIDE,
            component('dialler').replace(
                '</componentInstance>',
                '<visibilityRule/></componentInstance>'
            ),
            'holds <visibilityRule>'
        ],
        ['a tab that is missing', '<tabs>Gone</tabs>', undefined, 'Gone.tab-meta.xml is missing'],
        [
            'a page of another kind',
            OVERRIDE,
            'UtilityBar',
            'Record.flexipage-meta.xml is a UtilityBar'
        ]
    ])('is refused with the file in question: %s', (_what, more, item, message) => {
        write('applications/Desk.app-meta.xml', app(more));
        if (item === 'UtilityBar') {
            write('flexipages/Record.flexipage-meta.xml', page('UtilityBar', ''));
        } else if (item) {
            write(
                'flexipages/Record.flexipage-meta.xml',
                page('RecordPage', region('main', 'Region', item))
            );
        }
        expect(() => readApplication(folder, 'Desk')).toThrow(message);
    });

    it('says which file is broken', () => {
        write('applications/Desk.app-meta.xml', '<CustomApplication>');
        expect(() => readApplication(folder, 'Desk')).toThrow(
            /Desk\.app-meta\.xml is not well-formed/
        );
        write('applications/Desk.app-meta.xml', '<FlexiPage/>');
        expect(() => readApplication(folder, 'Desk')).toThrow('should hold a <CustomApplication>');
    });

    it('shows the tabs that permission sets show', () => {
        const setting = (tab: string, visibility: string) =>
            `<tabSettings><tab>${tab}</tab><visibility>${visibility}</visibility></tabSettings>`;
        write(
            'permissionsets/Agent.permissionset-meta.xml',
            `<PermissionSet>${setting('Desk', 'Visible')}${setting('Dial', 'None')}</PermissionSet>`
        );
        expect([...shownTabs(folder, ['Agent', 'Elsewhere'])]).toEqual(['Desk']);
    });
});
