import type { GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import type { OrgEngine, SaveOperation, SaveResult, Values } from '../engine/types.ts';
import type { OperationExtension } from './mutationTypes.ts';
import { uiApiError, type UiApiContext } from './requestContext.ts';
import { selectedFields, type SelectedField } from './selectedFields.ts';

/** What one operation left behind. */
export interface Saved {
    readonly id: string;
}

type Outcome = { readonly saved: Saved } | { readonly refused: string };

/** The outcomes of all operations of one `uiapi`, by alias. */
export type MutationRun = ReadonlyMap<string, Outcome>;

const ROLLED_BACK =
    'The operation was rolled back because another operation of the request failed and allOrNone is true';

class AllUndone extends Error {}

/** Runs every operation in order, before any is looked at, so that all can be one transaction. */
export function runMutations(
    type: GraphQLObjectType,
    allOrNone: boolean,
    { engine, session }: UiApiContext,
    info: GraphQLResolveInfo
): MutationRun {
    const run = new Map<string, Outcome>();
    const ids = new Map<string, string>();
    const work = () => {
        for (const operation of selectedFields(info, type, info.fieldNodes)) {
            const outcome = runOne(operation, ids, (one) =>
                session.save([one], { allOrNone: true })
            );
            run.set(operation.key, outcome);
            if ('saved' in outcome) ids.set(operation.key, outcome.saved.id);
        }
        if (allOrNone && [...run.values()].some((one) => 'refused' in one)) throw new AllUndone();
    };
    if (inTransaction(engine, work)) return run;
    return new Map(
        [...run].map(([key, one]) => [key, 'refused' in one ? one : { refused: ROLLED_BACK }])
    );
}

/** @throws GraphQLError for an operation that was refused */
export function outcomeOf(run: MutationRun, key: string): Saved {
    const outcome = run.get(key)!;
    if ('saved' in outcome) return outcome.saved;
    throw uiApiError(outcome.refused, 'DataFetchingException');
}

function inTransaction(engine: OrgEngine, work: () => void): boolean {
    try {
        engine.transaction(work);
        return true;
    } catch (error) {
        if (error instanceof AllUndone) return false;
        throw error;
    }
}

function runOne(
    { field, args }: SelectedField,
    ids: ReadonlyMap<string, string>,
    save: (operation: SaveOperation) => SaveResult[]
): Outcome {
    const { operation: kind, object } = field.extensions as unknown as OperationExtension;
    const input = args.input as Record<string, unknown>;
    const missing: string[] = [];
    const resolved = (value: unknown): unknown => {
        const name = typeof value === 'string' ? /^@\{(\w+)\}$/.exec(value)?.[1] : undefined;
        if (name === undefined) return value;
        if (!ids.has(name)) missing.push(name);
        return ids.get(name);
    };
    const sent = (input[object] ?? {}) as Values;
    const values = Object.fromEntries(
        Object.entries(sent).map(([name, value]) => [name, resolved(value)])
    );
    const id = String(resolved(input.Id));
    if (missing.length > 0) {
        return { refused: `No operation before this one saved a record as ${missing.join(', ')}` };
    }
    const [result] = save(
        kind === 'create'
            ? { kind, object, values }
            : kind === 'update'
              ? { kind, object, id, values }
              : { kind, id }
    );
    if (result.success) return { saved: { id: result.id ?? id } };
    return { refused: result.errors.map(({ message }) => message).join(' ') };
}
