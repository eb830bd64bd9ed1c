import { reduceErrors } from 'c/callbackErrors';
import type { DirectoryState } from './types';

/**
 * What the user may not see is no part of the schema that GraphQL shows them: an object hidden
 * from them, or a field that is asked for or filtered by, is a name that does not exist.
 */
const UNDEFINED = /Field '(\w+)' in type '(\w+)' is undefined/;
const NOT_IN_FILTER = /contains a field not in '(\w+)': '(\w+)'/;
const OBJECTS = 'RecordQuery';

/** What errors of GraphQL, or an error that was thrown, mean to the agent. */
export function stateOfErrors(errors: unknown): DirectoryState {
    const list: readonly unknown[] = Array.isArray(errors) ? errors : [errors];
    const hidden = list.map(hiddenName);
    return hidden.length > 0 && hidden.every((name) => name !== undefined)
        ? { kind: 'noPermission', missing: [...new Set(hidden)].sort() }
        : { kind: 'failed', errors: reduceErrors(errors) };
}

/** `Callback_Rule__c` or `Callback_Rule__c.Prefix__c`; undefined for any other error. */
function hiddenName(error: unknown): string | undefined {
    const message = String((error as { message?: unknown } | null)?.message ?? '');
    const [, name, type] = UNDEFINED.exec(message) ?? [];
    const [, filter, filtered] = NOT_IN_FILTER.exec(message) ?? [];
    if (type === OBJECTS) {
        return name;
    }
    const owner = (type ?? filter)?.replace(/_(Filter|OrderBy)$/, '');
    return owner && `${owner}.${name ?? filtered}`;
}
