import { bundleOf } from '../pages.ts';
import type { PackageModel, ParsedFile } from '../packageModel.ts';
import type { Report } from '../report.ts';
import { VOICE_FOLDER } from '../sourceTree.ts';
import { isTrue, textOf, type XmlElement } from '../xml.ts';

/**
 * What the metadata of Salesforce Voice names, and that nothing else names it: it is deployed to
 * orgs with Voice alone.
 */
export function checkVoiceReferences(model: PackageModel, report: Report): void {
    for (const vendor of model.ofKind('ConversationVendorInfo')) {
        checkBridge(vendor, model, report);
    }
    const voiceOnly = model.files.filter(isOfVoice);
    for (const file of model.files) {
        if (!isOfVoice(file)) {
            const named = voiceOnly.find(({ name }) => names(file.root, name));
            report.expect(
                named === undefined,
                file.path,
                `names ${named?.name}, which orgs without Salesforce Voice do not get`,
                `move one of the two: ${VOICE_FOLDER} may name what is elsewhere, not the reverse`
            );
        }
    }
}

function checkBridge(vendor: ParsedFile, model: PackageModel, report: Report): void {
    const component = textOf(vendor.root, 'bridgeComponent') ?? '';
    const name = component.startsWith('c:') ? bundleOf(component) : undefined;
    const bundle = model.ofKind('LightningComponentBundle').find((found) => found.name === name);
    report.expect(
        isTrue(bundle?.root, 'isExposed'),
        vendor.path,
        bundle
            ? `has the bridge ${component}, which is not exposed`
            : `has the bridge ${component}, which does not exist`,
        'name an exposed component under lwc/, as c:name'
    );
}

function isOfVoice({ path }: ParsedFile): boolean {
    return path.startsWith(`${VOICE_FOLDER}/`);
}

function names(element: XmlElement, name: string): boolean {
    return element.text === name || element.children.some((child) => names(child, name));
}
