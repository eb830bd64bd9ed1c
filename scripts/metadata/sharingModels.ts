import type { PackageModel } from './packageModel.ts';
import type { Report } from './report.ts';
import { textOf } from './xml.ts';

/** Who sees whose records without any share: decided with the data model, never in passing. */
export const SHARING_MODELS: Readonly<Record<string, string>> = {
    Agent_Group__c: 'Read',
    Agent_Group_Member__c: 'ControlledByParent',
    Callback_Decision__c: 'Private',
    Callback_Expectation__c: 'Private',
    Callback_Number__c: 'Read',
    Callback_Number_Assignment__c: 'ControlledByParent',
    Callback_Policy__c: 'Read',
    Callback_Preference__c: 'Private',
    Callback_Rule__c: 'Read',
    Dial_Attempt__c: 'ControlledByParent',
    Dial_Entry__c: 'ControlledByParent',
    Dial_List__c: 'Read'
};

const BY_PARENT = 'ControlledByParent';
/** From narrow to wide. */
const WIDTH = ['Private', 'Read', 'ReadWrite'];

/** Every object has the sharing model that was decided for it. */
export function checkSharingModels(model: PackageModel, report: Report): void {
    for (const { name, path, root } of model.ofKind('CustomObject')) {
        const decided = SHARING_MODELS[name];
        const internal = textOf(root, 'sharingModel') ?? '';
        const external = textOf(root, 'externalSharingModel') ?? '';
        report.check(path, (fail) => {
            if (!decided) {
                fail('no sharing model is decided', 'add the object to sharingModels.ts');
            } else if (internal !== decided) {
                fail(`the sharing model is ${internal || 'missing'}`, `${decided} was decided`);
            }
            const wider = WIDTH.indexOf(external) > WIDTH.indexOf(internal);
            if (wider || (internal === BY_PARENT) !== (external === BY_PARENT)) {
                fail(
                    `the external sharing model is ${external || 'missing'}`,
                    `make it no wider than ${internal}`
                );
            }
        });
    }
    for (const name of Object.keys(SHARING_MODELS)) {
        report.expect(
            model.has('CustomObject', name),
            'scripts/metadata/sharingModels.ts',
            `decides on ${name}, which does not exist`,
            'remove the line, or add the object'
        );
    }
}
