import { staticResourceFile } from '../../resources/staticResources.ts';
import { findInComponents } from '../componentSources.ts';
import type { PackageModel } from '../packageModel.ts';
import type { Report } from '../report.ts';

const RESOURCE_IMPORT = /@salesforce\/resourceUrl\/(\w+)/g;

/** Every static resource that a component imports exists, and every one has content and a use. */
export function checkResourceReferences(
    projectDir: string,
    model: PackageModel,
    report: Report
): void {
    const imports = findInComponents(projectDir, RESOURCE_IMPORT);
    for (const { file, text } of imports) {
        report.expect(
            model.has('StaticResource', text),
            file,
            `imports the static resource ${text}, which does not exist`,
            'add it under staticresources/, or correct the name'
        );
    }
    for (const { name, path } of model.ofKind('StaticResource')) {
        report.expect(
            imports.some(({ text }) => text === name),
            path,
            'is a static resource that no component imports',
            'remove it'
        );
        report.expect(
            staticResourceFile(name) !== undefined,
            path,
            'has no content to deploy',
            'say in scripts/resources/staticResources.ts which file it is'
        );
    }
}
