/**
 * Service. What a CSV file of callback numbers, assignments or dial entries means. Pure: the
 * page and the command line run this file over the same parser. See docs/decisions/0010-csv.md.
 */
export type {
    CellProblemCode,
    Checked,
    CsvColumn,
    CsvParser,
    CsvRow,
    FileProblem,
    ImportAction,
    ReadCsv,
    RowCheck,
    RowProblem
} from './types';
export { MOST_BYTES, problemOfSize, textOfBytes } from './bytes';
export { readCsv, REPORT_COLUMNS } from './readCsv';
export { writeCsv, type CsvValue } from './writeCsv';
export { checkRows, rowsChecked, type RowsChecked } from './checkRows';
export {
    NUMBER_COLUMNS,
    checkNumbers,
    numberCheck,
    planOf,
    type ExistingNumber,
    type NumberColumn,
    type NumberContext,
    type NumberPlan,
    type NumberRecord,
    type NumberUpdate
} from './numbers';
export {
    ASSIGNMENT_COLUMNS,
    assignmentCheck,
    assignmentKey,
    checkAssignments,
    planOfAssignments,
    type AssignmentColumn,
    type AssignmentContext,
    type AssignmentPlan,
    type AssignmentRecord
} from './assignments';
export {
    ENTRY_COLUMNS,
    checkEntries,
    entryCheck,
    type EntryColumn,
    type EntryContext,
    type EntryRecord
} from './entries';
