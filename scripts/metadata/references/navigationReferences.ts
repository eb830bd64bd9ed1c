import type { PackageModel, ParsedFile } from '../packageModel.ts';
import type { Report } from '../report.ts';
import { childrenOf, isTrue, textOf, textsOf, type XmlElement } from '../xml.ts';

const TAB_TARGET = 'lightning__Tab';

/** What tabs show, and the tabs and pages of apps. */
export function checkNavigationReferences(model: PackageModel, report: Report): void {
    for (const tab of model.ofKind('CustomTab')) {
        checkTab(tab, model, report);
    }
    for (const app of model.ofKind('CustomApplication')) {
        for (const tab of [
            ...textsOf(app.root, 'tabs'),
            ...textsOf(app.root, 'defaultLandingTab')
        ]) {
            report.expect(
                hasTab(tab, model),
                app.path,
                `has the tab ${tab}, which does not exist`,
                'add it under tabs/, or remove it here'
            );
        }
        for (const page of textsOf(app.root, 'utilityBar')) {
            report.expect(
                pageOf(page, 'UtilityBar', model) !== undefined,
                app.path,
                `has the utility bar ${page}, which does not exist`,
                'add a page of the type UtilityBar under flexipages/, or remove it here'
            );
        }
        for (const override of childrenOf(app.root, 'actionOverrides')) {
            checkOverride(override, app, model, report);
        }
    }
}

/** A tab of the package or, as `standard-Account`, one of the platform. */
export function hasTab(tab: string, model: PackageModel): boolean {
    return tab.startsWith('standard-') || model.has('CustomTab', tab);
}

function checkTab(tab: ParsedFile, model: PackageModel, report: Report): void {
    if (isTrue(tab.root, 'customObject')) {
        report.expect(
            model.hasObject(tab.name),
            tab.path,
            `is the tab of ${tab.name}, which does not exist`,
            'name the file after an object'
        );
    }
    for (const name of textsOf(tab.root, 'lwcComponent')) {
        const bundle = model
            .ofKind('LightningComponentBundle')
            .find((candidate) => candidate.name === name);
        const targets = childrenOf(bundle?.root, 'targets').flatMap((t) => textsOf(t, 'target'));
        report.expect(
            isTrue(bundle?.root, 'isExposed') && targets.includes(TAB_TARGET),
            tab.path,
            bundle
                ? `shows the component ${name}, which is not made for tabs`
                : `shows the component ${name}, which does not exist`,
            `add the component under lwc/, exposed with the target ${TAB_TARGET}`
        );
    }
    const page = textOf(tab.root, 'flexiPage');
    if (page) {
        report.expect(
            pageOf(page, 'AppPage', model) !== undefined,
            tab.path,
            `shows the page ${page}, which does not exist`,
            'add a page of the type AppPage under flexipages/, or name another one'
        );
    }
}

/** The page that an app shows for the records of an object. */
function checkOverride(
    override: XmlElement,
    app: ParsedFile,
    model: PackageModel,
    report: Report
): void {
    const name = textOf(override, 'content') ?? '';
    const object = textOf(override, 'pageOrSobjectType') ?? '';
    if (textOf(override, 'type') === 'Flexipage') {
        const page = pageOf(name, 'RecordPage', model);
        report.expect(
            page !== undefined && textOf(page.root, 'sobjectType') === object,
            app.path,
            page
                ? `shows records of ${object} on the page ${name}, which is not made for them`
                : `shows records of ${object} on the page ${name}, which does not exist`,
            `name a page of the type RecordPage whose sobjectType is ${object}`
        );
    }
}

function pageOf(name: string, type: string, model: PackageModel): ParsedFile | undefined {
    return model
        .ofKind('FlexiPage')
        .find((page) => page.name === name && textOf(page.root, 'type') === type);
}
