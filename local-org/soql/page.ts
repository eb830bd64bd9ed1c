import { OrgError } from '../engine/orgError.ts';
import type { Query } from './query.ts';
import { NOTHING, sql, type Sql } from './sqlFragment.ts';

const MOST_OFFSET = 2_000;
/** Beyond what any table holds, and within SQLite's integers. */
const MOST_ROWS = 2_147_483_647;

/** `LIMIT … OFFSET …`, or nothing where neither is asked. */
export function page(query: Query): Sql {
    if (query.limit === undefined && query.offset === undefined) return NOTHING;
    const { from, until } = bounds(query);
    return sql('LIMIT ? OFFSET ?', until - from, from);
}

/**
 * The first row that is wanted, counted from 0, and the first after it that is not.
 * @throws OrgError NUMBER_OUTSIDE_VALID_RANGE
 */
export function bounds({ limit, offset = 0, anyOffset }: Query): { from: number; until: number } {
    if (offset > MOST_OFFSET && !anyOffset) {
        const message = `Maximum SOQL offset allowed is ${MOST_OFFSET}`;
        throw new OrgError('NUMBER_OUTSIDE_VALID_RANGE', message);
    }
    return { from: offset, until: offset + Math.min(limit ?? MOST_ROWS, MOST_ROWS) };
}
