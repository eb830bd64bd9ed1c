/**
 * Service. What the pages of Callback Number Setup read and write, by GraphQL and under the
 * rights of the user. Beside callbackData the only module that knows field names.
 */
export { readAllPages, readPage, type Ask, type OnPage, type Page } from './asking';
export * from './lists';
export { ruleChange, ruleOfForm, ruleRemoval, savedRule, type SavedRule } from './rules';
export { OBJECTS, rightsOf, type Rights } from './objects';
export {
    ROWS_IN_A_REQUEST,
    saveRows,
    type RowChange,
    type RowResult,
    type SaveOptions
} from './saveRows';
export { directoryRowsOf, readConfiguration, type Configuration } from './wholeDirectory';
