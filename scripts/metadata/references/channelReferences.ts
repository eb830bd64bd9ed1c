import { findInComponents } from '../componentSources.ts';
import type { PackageModel } from '../packageModel.ts';
import type { Report } from '../report.ts';

const CHANNEL_IMPORT = /@salesforce\/messageChannel\/(\w+?)__c/g;

/** Every message channel that a component imports exists, and every channel is imported. */
export function checkChannelReferences(
    projectDir: string,
    model: PackageModel,
    report: Report
): void {
    const imports = findInComponents(projectDir, CHANNEL_IMPORT);
    for (const { file, text } of imports) {
        report.expect(
            model.has('LightningMessageChannel', text),
            file,
            `imports the message channel ${text}__c, which does not exist`,
            'add it under messageChannels/, or correct the name'
        );
    }
    for (const { name, path } of model.ofKind('LightningMessageChannel')) {
        report.expect(
            imports.some(({ text }) => text === name),
            path,
            'is a message channel that no component imports',
            'remove it'
        );
    }
}
