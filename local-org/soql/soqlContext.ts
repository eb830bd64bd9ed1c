import type { FieldSchema, ObjectSchema, OrgRecord, OrgSchema } from '../engine/types.ts';
import type { Sql, SqlValue } from './sqlFragment.ts';

/** Whose query it is, and when. */
export interface SoqlContext {
    readonly schema: OrgSchema;
    /** 18 characters; for `USING SCOPE mine`. */
    readonly userId: string;
    /** The moment TODAY and its like are reckoned from, in UTC. */
    readonly now: Date;
    canReadObject(object: ObjectSchema): boolean;
    canReadField(object: ObjectSchema, field: FieldSchema): boolean;
    /**
     * Condition that a row is visible to the user; nothing when every row is. Asked for the object
     * in FROM, for parents and for subqueries.
     * @param alias the table's name in the query, in its quotes
     */
    visibleRows(object: ObjectSchema, alias: string): Sql | null | undefined;
    /** The `attributes` of a record, with its address. */
    attributesOf(object: ObjectSchema, id: SqlValue): OrgRecord['attributes'];
}
