/**
 * Service. What the pages of Callback Number Setup read and write, by GraphQL and under the
 * rights of the user. Beside callbackData the only module that knows field names.
 */
export { readAllPages, readPage, type Ask, type OnPage, type Page } from './asking';
export { AGENT_PICKER, entryPickerFor, readEntryCall } from './callInputs';
export {
    expectationAcceptance,
    expectationChange,
    expectationRemoval,
    readExpectations
} from './expectations';
export { runExpectations, type RunOptions } from './runExpectations';
export { outlookOf, readRowsOfAgent, type ReadRecord } from './simulating';
export { groupChange, groupRemoval, readGroupUse, type GroupUse } from './groups';
export * from './lists';
export { countLog, placeBehind, readLog } from './log';
export type { LogPlace, LogQuery } from './logFilter';
export { LOG_PICKERS } from './logPickers';
export { readNames, readTrace } from './logTrace';
export { countByOutcome, readUse, type NumberUse, type RuleUse, type Span } from './logUse';
export {
    numberChange,
    numberCreation,
    numberView,
    readNumberReferences,
    type NumberFields,
    type NumberReferences,
    type NumberView
} from './numbers';
export {
    EMPTY_POLICY,
    policyChange,
    policyEffects,
    policyFormOf,
    policyInForce,
    policyRemoval,
    policyRowOf,
    settingsMade,
    type PolicyEffects,
    type PolicyForm,
    type PolicySetting,
    type PolicyTarget
} from './policies';
export { ruleChange, ruleOfForm, ruleRemoval, savedRule, type SavedRule } from './rules';
export { countEntries, readSample, type SampleRecord } from './sample';
export { OBJECTS, rightsOf, type Rights } from './objects';
export {
    agentsWithGroups,
    groupsWithMembers,
    inGroups,
    type AgentSummary,
    type GroupSummary
} from './people';
export {
    planPairs,
    type Assignee,
    type ItemPlan,
    type Pair,
    type PairChange,
    type PairKind,
    type PairPlan,
    type PairRequest
} from './pairs';
export { countPairs, readAllPairs, readPairs } from './readPairs';
export {
    assign,
    previewPairs,
    savePairs,
    type PairResult,
    type PairSaveOptions
} from './savePairs';
export {
    ROWS_IN_A_REQUEST,
    saveRows,
    type RowChange,
    type RowResult,
    type SaveOptions
} from './saveRows';
export { directoryRowsOf, readConfiguration, type Configuration } from './wholeDirectory';
