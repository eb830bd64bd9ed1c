import type { PackageModel, ParsedFile } from '../packageModel.ts';
import type { Fail, Report } from '../report.ts';
import { childrenOf, textOf, textsOf, type XmlElement } from '../xml.ts';

/** Groups that every org has. */
const GROUPS_OF_THE_PLATFORM = new Set(['AllInternalUsers', 'AllPartnerUsers', 'AllCustomerUsers']);

/** Report types → objects, reports → report types, dashboards → reports, and the folders they are in. */
export function checkReportingReferences(model: PackageModel, report: Report): void {
    for (const type of model.ofKind('ReportType')) {
        report.check(type.path, (fail) => checkReportType(type, model, fail));
    }
    for (const file of model.ofKind('Report')) {
        report.check(file.path, (fail) => {
            checkFolder(file, 'ReportFolder', model, fail);
            checkReport(file, model, fail);
        });
    }
    for (const file of model.ofKind('Dashboard')) {
        report.check(file.path, (fail) => {
            checkFolder(file, 'DashboardFolder', model, fail);
            checkDashboard(file, model, fail);
        });
    }
    for (const folder of [...model.ofKind('ReportFolder'), ...model.ofKind('DashboardFolder')]) {
        report.check(folder.path, (fail) => checkShares(folder, model, fail));
    }
}

function checkReportType({ root }: ParsedFile, model: PackageModel, fail: Fail): void {
    const base = textOf(root, 'baseObject') ?? '';
    if (!model.hasObject(base)) {
        fail(`reports on ${base}, which does not exist`, 'correct baseObject, or add the object');
    }
    for (const column of columnsOfType(root)) {
        const [table, field] = column.split('$');
        if (table !== base || !model.hasPath(base, field)) {
            fail(
                `offers ${table}.${field}, which does not exist`,
                'correct the name, or add the field'
            );
        }
    }
}

/** Columns as reports name them: `Callback_Decision__c$Agent__c`. */
function columnsOfType(root: XmlElement): readonly string[] {
    return childrenOf(root, 'sections')
        .flatMap((section) => childrenOf(section, 'columns'))
        .map((column) => `${textOf(column, 'table')}$${textOf(column, 'field')}`);
}

/** Reports on report types of the platform are left to the deploy: their columns are not known. */
function checkReport({ root }: ParsedFile, model: PackageModel, fail: Fail): void {
    const typeName = textOf(root, 'reportType') ?? '';
    if (!typeName.endsWith('__c')) {
        return;
    }
    const type = model.ofKind('ReportType').find(({ name }) => `${name}__c` === typeName);
    if (!type) {
        fail(
            `is of the type ${typeName}, which does not exist`,
            'name a file of reportTypes/ and add __c'
        );
        return;
    }
    const offered = columnsOfType(type.root);
    const groupings = groupingsOf(root);
    const columns = childrenOf(root, 'columns').flatMap((column) => textsOf(column, 'field'));
    const filters = childrenOf(root, 'filter').flatMap((f) => childrenOf(f, 'criteriaItems'));
    const dates = childrenOf(root, 'timeFrameFilter').flatMap((f) => textsOf(f, 'dateColumn'));
    const filtered = filters.flatMap((filter) => textsOf(filter, 'column'));
    for (const column of [...columns, ...groupings, ...filtered, ...dates]) {
        if (!offered.includes(column)) {
            fail(
                `uses ${column}, which its report type does not offer`,
                `correct it, or add it to ${type.path}`
            );
        }
    }
    for (const column of columns.filter((name) => groupings.includes(name))) {
        fail(`shows ${column} and groups by it`, 'remove it from the columns');
    }
    for (const chart of childrenOf(root, 'chart')) {
        checkGrouping(chart, ['groupingColumn', 'secondaryGroupingColumn'], groupings, fail);
    }
    for (const filter of filters) {
        checkFilterValue(filter, model, fail);
    }
}

function groupingsOf(root: XmlElement): readonly string[] {
    return ['groupingsDown', 'groupingsAcross']
        .flatMap((element) => childrenOf(root, element))
        .flatMap((grouping) => textsOf(grouping, 'field'));
}

function checkGrouping(
    chart: XmlElement,
    elements: readonly string[],
    groupings: readonly string[],
    fail: Fail
): void {
    for (const column of elements.flatMap((element) => textsOf(chart, element))) {
        if (!groupings.includes(column)) {
            fail(
                `draws ${column}, which the report does not group by`,
                'draw one of its groupings, or group by it'
            );
        }
    }
}

function checkFilterValue(filter: XmlElement, model: PackageModel, fail: Fail): void {
    const [object, name = ''] = (textOf(filter, 'column') ?? '').split('$');
    const field = model.field(object, name);
    for (const value of textOf(filter, 'value')?.split(',') ?? []) {
        if (field?.type === 'Picklist' && value && !field.picklistValues.has(value.trim())) {
            fail(
                `filters ${name} by "${value}", which is none of its values`,
                `use one of ${[...field.picklistValues].join(', ')}`
            );
        }
    }
}

function checkDashboard({ root }: ParsedFile, model: PackageModel, fail: Fail): void {
    const components = childrenOf(root, 'dashboardGridLayout')
        .flatMap((layout) => childrenOf(layout, 'dashboardGridComponents'))
        .flatMap((place) => childrenOf(place, 'dashboardComponent'));
    for (const component of components) {
        const name = textOf(component, 'report') ?? '';
        const shown = model
            .ofKind('Report')
            .find((candidate) => `${folderOf(candidate)}/${candidate.name}` === name);
        if (shown) {
            checkGrouping(component, ['groupingColumn'], groupingsOf(shown.root), fail);
        } else {
            fail(`shows the report ${name}, which does not exist`, 'write it as Folder/Report');
        }
    }
}

function folderOf({ path }: ParsedFile): string {
    return path.split('/').at(-2)!;
}

function checkFolder(file: ParsedFile, kind: string, model: PackageModel, fail: Fail): void {
    if (!model.has(kind, folderOf(file))) {
        fail(
            `is in the folder ${folderOf(file)}, which has no ${kind}`,
            'add its file beside the folder'
        );
    }
}

function checkShares({ root }: ParsedFile, model: PackageModel, fail: Fail): void {
    const groups = childrenOf(root, 'folderShares')
        .filter((share) => textOf(share, 'sharedToType') === 'Group')
        .flatMap((share) => textsOf(share, 'sharedTo'));
    for (const group of groups) {
        if (!GROUPS_OF_THE_PLATFORM.has(group) && !model.has('Group', group)) {
            fail(
                `is shared with the group ${group}, which does not exist`,
                'add it under groups/, or share with another one'
            );
        }
    }
}
