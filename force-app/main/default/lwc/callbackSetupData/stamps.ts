import { gql } from 'lightning/graphql';
import type { ParsedQuery } from 'lightning/graphql';
import { FULL_PAGE, readPage, type Ask } from './asking';
import type { RowChange } from './saveRows';

/**
 * Which of the changes are to records that somebody else wrote since they were read. GraphQL has
 * no condition on writing, so between this look and the write a moment remains.
 */
export async function changedMeanwhile(
    changes: readonly RowChange[],
    ask: Ask | undefined
): Promise<ReadonlySet<RowChange>> {
    const seen = changes.filter(isStamped);
    const objects = [...new Set(seen.map(({ object }) => object))];
    const pages = await Promise.all(
        objects.map((object) => {
            const ids = seen.filter((one) => one.object === object).map(({ id }) => id);
            return readPage<Stamp>(ask!, { query: stampsOf(object), variables: { ids } });
        })
    );
    const stamps = new Map(
        pages.flatMap(({ rows }) => rows.map(({ Id, SystemModstamp }) => [Id, SystemModstamp]))
    );
    return new Set(seen.filter(({ id, seen: stamp }) => stamps.get(id) !== stamp));
}

interface Stamp {
    readonly Id: string;
    readonly SystemModstamp: string;
}
type StampedChange = Exclude<RowChange, { kind: 'create' }> & { readonly seen: string };

function isStamped(change: RowChange): change is StampedChange {
    return change.kind !== 'create' && change.seen !== undefined;
}

/** One query an object: the platform knows a query by being the same. */
const queries = new Map<string, ParsedQuery>();

function stampsOf(object: string): ParsedQuery {
    const query =
        queries.get(object) ??
        gql`query Stamps($ids: [ID]!) { uiapi { query {
            rows: ${object}(where: { Id: { in: $ids } }, first: ${FULL_PAGE})
                { edges { node { Id SystemModstamp { value } } } pageInfo { hasNextPage endCursor } }
        } } }`;
    queries.set(object, query);
    return query;
}
