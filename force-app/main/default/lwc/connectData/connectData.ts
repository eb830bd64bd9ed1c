/**
 * Service. The entries of dial lists that an agent works through, read and written by GraphQL
 * under the agent's own rights: taking one, recording what became of it, giving it back. Names
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
export { nameFieldsOf, nameOf } from './customerName';
export { finish } from './finishing';
export { readWork, readWorkLists } from './reading';
export { takeNext } from './taking';
