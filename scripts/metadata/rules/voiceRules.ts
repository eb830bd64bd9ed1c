import type { PackageModel } from '../packageModel.ts';
import type { Report } from '../report.ts';
import { isTrue, textOf } from '../xml.ts';

const VENDOR_TYPE = 'ServiceCloudVoicePartner';

/** A telephony provider of Salesforce Voice, as the vendor's guide for partners asks for it. */
export function checkVoiceRules(model: PackageModel, report: Report): void {
    for (const { name, path, root } of model.ofKind('ConversationVendorInfo')) {
        report.check(path, (fail) => {
            if (textOf(root, 'developerName') !== name) {
                fail('the developerName is not that of the file', `write ${name}`);
            }
            if (textOf(root, 'vendorType') !== VENDOR_TYPE) {
                fail('is no telephony of a partner', `write ${VENDOR_TYPE} as vendorType`);
            }
            if (!textOf(root, 'connectorUrl')?.startsWith('https://')) {
                fail('connectorUrl is no https address', 'write the address of the connector');
            }
            const capability = root.children.find(
                (child) => child.name.endsWith('Supported') && isTrue(root, child.name)
            );
            if (capability && !textOf(root, 'integrationClass')) {
                fail(
                    `${capability.name} is true, and there is no integrationClass`,
                    'remove it, or name the Apex class that implements it'
                );
            }
        });
    }
}
