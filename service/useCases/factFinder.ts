import DataLoader from 'dataloader';
import type { Dial, DialEntryFact, Facts, FieldFact, Need } from '#resolver';
import type { NumberSelector, OrgPorts } from '../ports.ts';

/** Looks up what the resolver asks for. */
export interface FactFinder {
    find(dial: Dial, needs: readonly Need[], known: Facts): Promise<Facts>;
}

interface FieldsKey {
    readonly recordId: string;
    readonly objectApiName: string;
    readonly fields: readonly string[];
}

/**
 * Questions of dials that arrive together are asked together: `dataloader` collects what is
 * asked within one turn of the event loop. Nothing is remembered beyond that turn, because a
 * record may change between two dials.
 */
export function createFactFinder({ records, selector }: Pick<OrgPorts, 'records' | 'selector'>) {
    const fields = new DataLoader<FieldsKey, Readonly<Record<string, FieldFact>>>(
        async (keys) => [...(await records.readFields(keys))],
        together()
    );
    const entries = new DataLoader<string, DialEntryFact>(
        async (ids) => [...(await records.readDialEntries(ids))],
        together()
    );
    return {
        async find(dial: Dial, needs: readonly Need[], known: Facts): Promise<Facts> {
            const found = await Promise.all(
                needs.map((need) => lookUp(dial, need, { fields, entries, selector }))
            );
            return found.reduce(merge, known);
        }
    } satisfies FactFinder;
}

/** Dials of one batch request are read one after the other; waiting for the turn to end joins them. */
function together<Key, Value>(): DataLoader.Options<Key, Value> {
    return { cache: false, batchScheduleFn: (run) => setImmediate(run) };
}

async function lookUp(
    dial: Dial,
    need: Need,
    loaders: {
        fields: DataLoader<FieldsKey, Readonly<Record<string, FieldFact>>>;
        entries: DataLoader<string, DialEntryFact>;
        selector: NumberSelector;
    }
): Promise<Facts> {
    switch (need.kind) {
        case 'recordFields':
            return { fields: await loaders.fields.load(need) };
        case 'dialEntry':
            return { dialEntry: await loaders.entries.load(need.dialEntryId) };
        case 'selector': {
            const { ruleId, selector } = need;
            return {
                selectors: { [ruleId]: await loaders.selector.select({ ruleId, selector, dial }) }
            };
        }
    }
}

function merge(one: Facts, other: Facts): Facts {
    return {
        ...one,
        ...other,
        ...((one.fields || other.fields) && { fields: { ...one.fields, ...other.fields } }),
        ...((one.selectors || other.selectors) && {
            selectors: { ...one.selectors, ...other.selectors }
        })
    };
}
