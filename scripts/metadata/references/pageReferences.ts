import type { PackageModel, ParsedFile } from '../packageModel.ts';
import {
    bundleOf,
    PAGE_TYPES,
    PLATFORM_COMPONENTS,
    regionsOf,
    type Placement,
    type Region
} from '../pages.ts';
import type { Report } from '../report.ts';
import { childrenOf, isTrue, textOf, textsOf } from '../xml.ts';

/** Properties of components that name a facet of the same page. */
const FACET_PROPERTIES = ['body', 'tabs'];

/** What Lightning pages name: components made for them, their properties, objects, facets. */
export function checkPageReferences(model: PackageModel, report: Report): void {
    for (const page of model.ofKind('FlexiPage')) {
        const regions = regionsOf(page);
        const placements = regions.flatMap((region) => region.placements);
        for (const placement of placements) {
            checkComponent(placement, page, model, report);
        }
        checkFacets(regions, placements, page, report);
        for (const object of textsOf(page.root, 'sobjectType')) {
            report.expect(
                model.hasObject(object),
                page.path,
                `is a page of ${object}, which does not exist`,
                'correct sobjectType, or add the object'
            );
        }
    }
}

function checkComponent(
    placement: Placement,
    page: ParsedFile,
    model: PackageModel,
    report: Report
): void {
    const name = bundleOf(placement.component);
    if (!name) {
        report.expect(
            PLATFORM_COMPONENTS.has(placement.component),
            page.path,
            `shows ${placement.component}, which is not known to be a component of the platform`,
            'correct the name, or add it to PLATFORM_COMPONENTS in pages.ts'
        );
        return;
    }
    const bundle = model
        .ofKind('LightningComponentBundle')
        .find((candidate) => candidate.name === name);
    report.check(page.path, (fail) => {
        if (!bundle) {
            fail(`shows the component ${name}, which does not exist`, 'add it under lwc/');
            return;
        }
        const type = textOf(page.root, 'type') ?? '';
        const target = PAGE_TYPES[type]?.target ?? '';
        const targets = childrenOf(bundle.root, 'targets').flatMap((t) => textsOf(t, 'target'));
        if (!isTrue(bundle.root, 'isExposed') || !targets.includes(target)) {
            fail(
                `shows the component ${name}, which is not made for a page of type ${type}`,
                `expose it with the target ${target}`
            );
        }
        const { properties, objects } = designOf(bundle, target);
        for (const property of placement.properties.keys()) {
            if (!properties.has(property)) {
                fail(
                    `sets ${property} of ${name}, which has no such property`,
                    `declare it in a targetConfig for ${target}, or remove it here`
                );
            }
        }
        const object = textOf(page.root, 'sobjectType');
        if (object && objects.size > 0 && !objects.has(object)) {
            fail(
                `shows the component ${name}, which is not made for ${object}`,
                'add the object to its targetConfig'
            );
        }
    });
}

/** What a component declares for one target: its properties, and the objects it is limited to. */
function designOf(
    bundle: ParsedFile,
    target: string
): { properties: ReadonlySet<string>; objects: ReadonlySet<string> } {
    const configs = childrenOf(bundle.root, 'targetConfigs')
        .flatMap((all) => childrenOf(all, 'targetConfig'))
        .filter(({ attributes }) => attributes.targets?.split(',').includes(target));
    return {
        properties: new Set(
            configs
                .flatMap((config) => childrenOf(config, 'property'))
                .map(({ attributes }) => attributes.name ?? '')
        ),
        objects: new Set(
            configs
                .flatMap((config) => childrenOf(config, 'objects'))
                .flatMap((list) => textsOf(list, 'object'))
        )
    };
}

function checkFacets(
    regions: readonly Region[],
    placements: readonly Placement[],
    page: ParsedFile,
    report: Report
): void {
    const facets = regions.filter(({ isFacet }) => isFacet).map(({ name }) => name);
    const named = placements
        .filter(({ component }) => PLATFORM_COMPONENTS.has(component))
        .flatMap(({ properties }) => FACET_PROPERTIES.flatMap((key) => properties.get(key) ?? []));
    for (const name of named) {
        report.expect(
            facets.includes(name),
            page.path,
            `names the facet ${name}, which it does not have`,
            'correct the name, or add a region of the type Facet'
        );
    }
    for (const name of facets) {
        report.expect(
            named.includes(name),
            page.path,
            `has the facet ${name}, which nothing shows`,
            'name it in a tab or a tab set, or remove it'
        );
    }
}
