import { PackageModel } from './packageModel.ts';
import { checkChannelReferences } from './references/channelReferences.ts';
import { checkFormulaReferences } from './references/formulaReferences.ts';
import { checkLabelReferences } from './references/labelReferences.ts';
import { checkLayoutReferences } from './references/layoutReferences.ts';
import { checkNavigationReferences } from './references/navigationReferences.ts';
import { checkObjectReferences } from './references/objectReferences.ts';
import { checkPageReferences } from './references/pageReferences.ts';
import { checkPermissionSetReferences } from './references/permissionSetReferences.ts';
import { checkReportingReferences } from './references/reportingReferences.ts';
import { checkResourceReferences } from './references/resourceReferences.ts';
import { checkTabTranslations } from './references/tabTranslations.ts';
import { checkVoiceReferences } from './references/voiceReferences.ts';
import { Report } from './report.ts';
import { checkCallCenterRules } from './rules/callCenterRules.ts';
import { checkFieldRules } from './rules/fieldRules.ts';
import { checkLayoutRules } from './rules/layoutRules.ts';
import { checkObjectRules } from './rules/objectRules.ts';
import { checkPageRules } from './rules/pageRules.ts';
import { checkPermissionSetRules } from './rules/permissionSetRules.ts';
import { checkRelationshipRules } from './rules/relationshipRules.ts';
import { checkTabRules } from './rules/tabRules.ts';
import { checkTextRules } from './rules/textRules.ts';
import { checkVoiceRules } from './rules/voiceRules.ts';
import { checkSchema } from './schema.ts';
import { checkSharingModels } from './sharingModels.ts';
import { readMetadataFiles } from './sourceTree.ts';

/** Checks the package of a project without an org: what a deploy would refuse, found in seconds. */
export function checkMetadata(projectDir: string): Report {
    const report = new Report();
    const files = readMetadataFiles(projectDir);
    checkSchema(files, report);

    const model = new PackageModel(files);
    checkObjectReferences(model, report);
    checkFormulaReferences(model, report);
    checkLayoutReferences(model, report);
    checkNavigationReferences(model, report);
    checkPageReferences(model, report);
    checkPermissionSetReferences(model, report);
    checkReportingReferences(model, report);
    checkTabTranslations(model, report);
    checkVoiceReferences(model, report);
    checkLabelReferences(projectDir, model, report);
    checkChannelReferences(projectDir, model, report);
    checkResourceReferences(projectDir, model, report);

    checkSharingModels(model, report);

    checkObjectRules(model, report);
    checkFieldRules(model, report);
    checkRelationshipRules(model, report);
    checkPermissionSetRules(model, report);
    checkLayoutRules(model, report);
    checkTabRules(model, report);
    checkPageRules(model, report);
    checkCallCenterRules(model, report);
    checkTextRules(model, report);
    checkVoiceRules(model, report);
    return report;
}
