import type { PackageModel, ParsedFile } from '../packageModel.ts';
import { PAGE_TYPES, regionsOf } from '../pages.ts';
import type { Fail, Report } from '../report.ts';
import { childrenOf, textOf } from '../xml.ts';

/** What the frame of a utility item takes. */
const FRAME = new Set(['eager', 'height', 'icon', 'label', 'scrollable', 'width']);

/** A page fits its type and its template; everything on it has a name of its own. */
export function checkPageRules(model: PackageModel, report: Report): void {
    for (const page of model.ofKind('FlexiPage')) {
        report.check(page.path, (fail) => checkTemplate(page, fail));
        report.check(page.path, (fail) => checkPlacements(page, fail));
    }
}

function checkTemplate(page: ParsedFile, fail: Fail): void {
    const name = textOf(page.root, 'type') ?? '';
    const type = PAGE_TYPES[name];
    const template = textOf(childrenOf(page.root, 'template')[0], 'name') ?? '';
    const slots = type?.templates[template];
    if (!type || !slots) {
        fail(
            `a page of type ${name} with the template ${template} is not known`,
            'correct it, or add it to PAGE_TYPES in pages.ts'
        );
        return;
    }
    if (type.ofObject !== (textOf(page.root, 'sobjectType') !== undefined)) {
        fail(
            type.ofObject ? 'has no sobjectType' : 'has an sobjectType',
            type.ofObject ? 'name the object' : `remove it: a page of type ${name} takes none`
        );
    }
    for (const region of regionsOf(page)) {
        if (!region.isFacet && !slots.includes(region.name)) {
            fail(
                `has the region ${region.name}, which ${template} does not have`,
                `use one of ${slots.join(', ')}`
            );
        }
    }
}

function checkPlacements(page: ParsedFile, fail: Fail): void {
    const seen = new Set<string>();
    for (const { component, identifier, frame } of regionsOf(page).flatMap((r) => r.placements)) {
        if (!identifier || seen.has(identifier)) {
            fail(
                identifier
                    ? `has the identifier ${identifier} twice`
                    : `${component} has no identifier`,
                'give each component of the page its own'
            );
        }
        seen.add(identifier);
        for (const property of frame.keys()) {
            if (!FRAME.has(property)) {
                fail(
                    `sets ${property} of the frame of ${component}, which takes none`,
                    `use ${[...FRAME].join(', ')}`
                );
            }
        }
    }
}
