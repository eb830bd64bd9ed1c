import DataLoader from 'dataloader';
import type { Dial, DialEntryFact, Facts, FieldFact, Need, SelectorFact } from '#resolver';
import type { OrgPorts, RecordFieldsRequest, SelectorRequest } from '../ports.ts';

/** One dial that waits for facts. */
export interface Asking {
    readonly dial: Dial;
    /** Reads a number that the customer's own logic gave, as it would read one that the agent dialled. */
    readonly readNumber: (text: string) => string;
    /** `performance.now()` after which nothing more is asked. */
    readonly until: number;
}

/** Looks up what the resolver asks for; what cannot be had is a fact too. */
export interface FactFinder {
    find(asking: Asking, needs: readonly Need[], known: Facts): Promise<Facts>;
}

export interface FactFinderOptions {
    /** Milliseconds in which questions are collected before they are asked together. */
    readonly gatherMs: number;
    /** Most dials in one call of a selector. */
    readonly selectorsTogether: number;
}

type FieldFacts = Readonly<Record<string, FieldFact>>;

/**
 * Questions of dials that arrive together are asked together. Nothing is remembered beyond that,
 * because a record may change between two dials.
 */
export function createFactFinder(
    { records, selector }: Pick<OrgPorts, 'records' | 'selector'>,
    { gatherMs, selectorsTogether }: FactFinderOptions
): FactFinder {
    const options = {
        cache: false,
        batchScheduleFn: (run: () => void) => void setTimeout(run, gatherMs)
    };
    const fields = new DataLoader<RecordFieldsRequest, FieldFacts>(
        (requests) => records.readFields(requests),
        options
    );
    const entries = new DataLoader<string, DialEntryFact>(
        (ids) => records.readDialEntries(ids),
        options
    );
    const selectors = new DataLoader<SelectorRequest, SelectorFact>(
        (requests) => selector.select(requests),
        { ...options, maxBatchSize: selectorsTogether }
    );

    async function lookUp({ dial, readNumber }: Asking, need: Need): Promise<Facts> {
        switch (need.kind) {
            case 'recordFields':
                return { fields: await fields.load(need) };
            case 'dialEntry':
                return { dialEntry: await entries.load(need.dialEntryId) };
            case 'selector': {
                const { ruleId } = need;
                const fact = await selectors.load({ ruleId, selector: need.selector, dial });
                const answered = fact.status === 'answered' && fact.number !== null;
                return {
                    selectors: {
                        [ruleId]: answered ? { ...fact, number: readNumber(fact.number!) } : fact
                    }
                };
            }
        }
    }

    return {
        async find(asking, needs, known) {
            const tooLate = performance.now() >= asking.until;
            const found = await Promise.all(
                needs.map((need) => (tooLate ? nothingOf(need) : lookUp(asking, need)))
            );
            return found.reduce(merge, known);
        }
    };
}

/** What is known of a need that nobody has the time to look up. */
function nothingOf(need: Need): Facts {
    switch (need.kind) {
        case 'recordFields':
            return {
                fields: Object.fromEntries(
                    need.fields.map((field) => [
                        field,
                        { status: 'unreadable', reason: 'READ_FAILED' }
                    ])
                )
            };
        case 'dialEntry':
            return { dialEntry: { status: 'unreadable', reason: 'READ_FAILED' } };
        case 'selector':
            return { selectors: { [need.ruleId]: { status: 'failed', reason: 'TIMED_OUT' } } };
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
