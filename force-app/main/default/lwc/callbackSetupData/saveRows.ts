import { executeMutation, gql, type GraphQLError } from 'lightning/graphql';
import { reduceErrors } from 'c/callbackErrors';
import type { Ask } from './asking';
import { changedMeanwhile } from './stamps';

/** One record to be written. */
export type RowChange =
    | { readonly kind: 'create'; readonly object: string; readonly fields: Fields }
    | {
          readonly kind: 'update';
          readonly object: string;
          readonly id: string;
          /** Only those that change: what another admin wrote into other fields stays. */
          readonly fields: Fields;
          /** `SystemModstamp` when the record was read. Whoever wrote since then is not overwritten. */
          readonly seen?: string;
      }
    | {
          readonly kind: 'delete';
          readonly object: string;
          readonly id: string;
          readonly seen?: string;
      };
type Fields = Readonly<Record<string, unknown>>;

/** What became of one change. */
export type RowResult =
    | { readonly kind: 'saved'; readonly id: string }
    /** The org refused it, in its own words. Nothing of it was written. */
    | { readonly kind: 'refused'; readonly errors: readonly string[] }
    /** Somebody else changed or deleted the record after it was read. Nothing was written. */
    | { readonly kind: 'conflict' }
    /** The request broke off: it may have been written or not. Read anew before trying again. */
    | { readonly kind: 'unknown'; readonly errors: readonly string[] }
    /** Cancelled before its turn. */
    | { readonly kind: 'notTried' };

export interface SaveOptions {
    /** Needed where a change says what was `seen`. */
    readonly ask?: Ask;
    /** Told after each request how many changes have their result. */
    readonly onProgress?: (done: number, total: number) => void;
    /** Stops before the next request. */
    readonly signal?: AbortSignal;
}

/** As many as a collection of the record API may hold; the org names no limit for mutations. */
export const ROWS_IN_A_REQUEST = 200;

const NOT_TRIED: RowResult = { kind: 'notTried' };
const ANSWER = { create: '{ Record { Id } }', update: '{ success }', delete: '{ Id }' } as const;
const OPERATION = { create: 'Create', update: 'Update', delete: 'Delete' } as const;

/**
 * Writes many records with few requests. A record that is refused takes no other one with it.
 * @returns one result for each change, in their order; never rejects
 */
export async function saveRows(
    changes: readonly RowChange[],
    { ask, onProgress, signal }: SaveOptions = {}
): Promise<readonly RowResult[]> {
    const results: RowResult[] = [];
    for (let from = 0; from < changes.length; from += ROWS_IN_A_REQUEST) {
        const part = changes.slice(from, from + ROWS_IN_A_REQUEST);
        if (signal?.aborted) {
            results.push(...part.map(() => NOT_TRIED));
        } else {
            // eslint-disable-next-line no-await-in-loop -- one after the other, so that it can be stopped
            results.push(...(await savePart(part, ask)));
        }
        onProgress?.(results.length, changes.length);
    }
    return results;
}

async function savePart(part: readonly RowChange[], ask?: Ask): Promise<readonly RowResult[]> {
    try {
        const conflicts = await changedMeanwhile(part, ask);
        const good = part.filter((change) => !conflicts.has(change));
        const saved = good.length > 0 ? await send(good) : [];
        const results = saved.values();
        return part.map((change): RowResult => {
            if (conflicts.has(change)) {
                return { kind: 'conflict' };
            }
            return results.next().value!;
        });
    } catch (errors) {
        // Looking for conflicts failed, so nothing was written.
        return part.map(() => ({ kind: 'refused', errors: reduceErrors(errors) }));
    }
}

async function send(changes: readonly RowChange[]): Promise<readonly RowResult[]> {
    let answer: Awaited<ReturnType<typeof executeMutation<Saved>>>;
    try {
        answer = await executeMutation<Saved>({
            query: gql`
                ${mutationText(changes)}
            `,
            variables: Object.fromEntries(changes.map((one, at) => [`r${at}`, inputOf(one)]))
        });
    } catch (errors) {
        return changes.map(() => ({ kind: 'unknown', errors: reduceErrors(errors) }));
    }
    const { data, errors = [] } = answer;
    return changes.map((change, at): RowResult => {
        const done = data?.uiapi?.[`r${at}`];
        if (done) {
            return { kind: 'saved', id: done.Record?.Id ?? done.Id ?? idOf(change) };
        }
        const own = errors.filter((error) => pathOf(error).includes(`r${at}`));
        return { kind: 'refused', errors: reduceErrors(own.length > 0 ? own : errors) };
    });
}

function mutationText(changes: readonly RowChange[]): string {
    const inputs = changes.map((one, at) => `$r${at}: ${inputType(one)}!`);
    const operations = changes.map(
        (one, at) => `r${at}: ${operation(one)}(input: $r${at}) ${ANSWER[one.kind]}`
    );
    return `mutation SaveRows(${inputs.join(' ')}) {
        uiapi(input: { allOrNone: false }) { ${operations.join('\n')} }
    }`;
}

function operation({ kind, object }: RowChange): string {
    return `${object}${OPERATION[kind]}`;
}

function inputType(change: RowChange): string {
    return change.kind === 'delete' ? 'RecordDeleteInput' : `${operation(change)}Input`;
}

function inputOf(change: RowChange): Fields {
    switch (change.kind) {
        case 'create':
            return { [change.object]: change.fields };
        case 'update':
            return { Id: change.id, [change.object]: change.fields };
        case 'delete':
            return { Id: change.id };
    }
}

function idOf(change: RowChange): string {
    return change.kind === 'create' ? '' : change.id;
}

function pathOf(error: GraphQLError): readonly unknown[] {
    const { path, paths } = error as GraphQLError & {
        readonly path?: readonly unknown[];
        readonly paths?: readonly unknown[];
    };
    return path ?? paths ?? [];
}

interface Saved {
    readonly uiapi?: Readonly<
        Record<string, { readonly Record?: { readonly Id: string }; readonly Id?: string } | null>
    >;
}
