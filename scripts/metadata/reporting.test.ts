import { renameSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkMetadata } from './checkMetadata.ts';
import { usePackageCopy } from './packageCopy.ts';
import { PACKAGE_FOLDER } from './sourceTree.ts';

const TYPE = 'reportTypes/Callback_Decisions.reportType-meta.xml';
const BY_NUMBER = 'reports/Callback_Numbers/Calls_by_Number.report-meta.xml';
const BLOCKED = 'reports/Callback_Numbers/Blocked_Calls_by_Reason.report-meta.xml';
const REPORT_FOLDER = 'reports/Callback_Numbers.reportFolder-meta.xml';
const DASHBOARD = 'dashboards/Callback_Numbers/Callback_Numbers.dashboard-meta.xml';
const DASHBOARD_FOLDER = 'dashboards/Callback_Numbers.dashboardFolder-meta.xml';
const GROUP = 'groups/Callback_Reporting.group-meta.xml';
const FIELD = 'Callback_Decision__c';

const copy = usePackageCopy();
const { path, edit } = copy;

function expectFound(file: string, what: string): void {
    expect(checkMetadata(copy.dir).lines()).toContainEqual(
        expect.stringContaining(`${PACKAGE_FOLDER}/${file}: ${what}`)
    );
}

describe('Of report types, reports and dashboards the metadata check finds', () => {
    it.each([
        [
            'a report type of an object that does not exist',
            TYPE,
            `<baseObject>${FIELD}`,
            '<baseObject>Call__c',
            'reports on Call__c, which does not exist'
        ],
        [
            'a column that no field is behind',
            TYPE,
            '<field>Source__c',
            '<field>Origin__c',
            `offers ${FIELD}.Origin__c, which does not exist`
        ],
        [
            'a column of another object',
            TYPE,
            `<table>${FIELD}`,
            '<table>Dial_List__c',
            'offers Dial_List__c.Name, which does not exist'
        ],
        [
            'a report of a type that does not exist',
            BY_NUMBER,
            'Callback_Decisions__c',
            'Callback_Dials__c',
            'is of the type Callback_Dials__c, which does not exist'
        ],
        [
            'a column that the report type does not offer',
            BY_NUMBER,
            `<field>${FIELD}$Source__c`,
            `<field>${FIELD}$Trace__c`,
            `uses ${FIELD}$Trace__c, which its report type does not offer`
        ],
        [
            'a filter by a column that the report type does not offer',
            BY_NUMBER,
            `<column>${FIELD}$Outcome__c`,
            `<column>${FIELD}$Trace__c`,
            `uses ${FIELD}$Trace__c, which its report type does not offer`
        ],
        [
            'a period by a column that the report type does not offer',
            BY_NUMBER,
            `<dateColumn>${FIELD}$Decided_At__c`,
            `<dateColumn>${FIELD}$CreatedDate`,
            `uses ${FIELD}$CreatedDate, which its report type does not offer`
        ],
        [
            'a filter by a value that the picklist does not have',
            BLOCKED,
            '<value>Blocked',
            '<value>Stopped',
            'filters Outcome__c by "Stopped", which is none of its values'
        ],
        [
            'a column that is also a grouping',
            BY_NUMBER,
            `<field>${FIELD}$Source__c`,
            `<field>${FIELD}$Callback_Number__c`,
            `shows ${FIELD}$Callback_Number__c and groups by it`
        ],
        [
            'a chart of something the report does not group by',
            BY_NUMBER,
            `<groupingColumn>${FIELD}$Callback_Number__c`,
            `<groupingColumn>${FIELD}$Source__c`,
            `draws ${FIELD}$Source__c, which the report does not group by`
        ],
        [
            'a dashboard with a report that does not exist',
            DASHBOARD,
            '<report>Callback_Numbers/Calls_by_Rule',
            '<report>Calls_by_Rule',
            'shows the report Calls_by_Rule, which does not exist'
        ],
        [
            'a dashboard chart of something its report does not group by',
            DASHBOARD,
            `<groupingColumn>${FIELD}$Rule__c`,
            `<groupingColumn>${FIELD}$Source__c`,
            `draws ${FIELD}$Source__c, which the report does not group by`
        ],
        [
            'a report without a description',
            BY_NUMBER,
            '<description>How often each callback number was presented in the last 30 days.',
            '<description>',
            'has no description'
        ],
        [
            'a report name that the platform cuts off',
            BY_NUMBER,
            '<name>Calls',
            `<name>${'Calls '.repeat(8)}`,
            'name has '
        ]
    ])('%s', (_, file, from, to, what) => {
        edit(file, from, to);
        expectFound(file, what);
    });

    it('reports and dashboards in a folder that is not declared', () => {
        rmSync(path(REPORT_FOLDER));
        renameSync(
            path(DASHBOARD_FOLDER),
            path('dashboards/Other_Folder.dashboardFolder-meta.xml')
        );
        expectFound(BY_NUMBER, 'is in the folder Callback_Numbers, which has no ReportFolder');
        expectFound(DASHBOARD, 'is in the folder Callback_Numbers, which has no DashboardFolder');
    });

    it('folders that are shared with a group that is gone', () => {
        rmSync(path(GROUP));
        for (const folder of [REPORT_FOLDER, DASHBOARD_FOLDER]) {
            expectFound(folder, 'is shared with the group Callback_Reporting, which does not');
        }
    });
});
