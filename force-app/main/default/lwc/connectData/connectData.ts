/**
 * Service. The entries of dial lists that an agent works through, read and written by GraphQL
 * under the agent's own rights: taking one, recording what became of it, giving it back; and what those who keep
 * lists read and write. Names
 * the fields of lists, entries and attempts.
 */
export type {
    DialEntry,
    Finished,
    Next,
    Outcome,
    TakenEntry,
    Work,
    Working,
    WorkList
} from './types';
export {
    CANDIDATE_OBJECTS,
    isComplete,
    operatorsOf,
    readCandidates,
    USUAL_PHONE_FIELD,
    type Candidate,
    type CandidateFilter,
    type Candidates,
    type Condition,
    type ConditionOperator
} from './candidates';
export { nameFieldsOf, nameOf } from './customerName';
export {
    countByStatus,
    entryChange,
    readEntries,
    readOnList,
    release,
    type EntryRecord,
    type EntryStatus,
    type NewEntry,
    type OnList
} from './entryRecords';
export { finish } from './finishing';
export {
    listChange,
    listFormOf,
    readListRecords,
    type ListForm,
    type ListRecord
} from './listRecords';
export { readWork, readWorkLists } from './reading';
export { takeNext } from './taking';
