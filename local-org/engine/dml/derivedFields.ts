import type { StoredRow } from '../store/store.ts';
import type { ObjectSchema } from '../types.ts';

/** What standard objects work out for themselves. Changes `row` in place. */
export function deriveFields(object: ObjectSchema, row: StoredRow, moment: string): void {
    if (object.fields.get('lastname')?.compoundField === 'Name') {
        row.name = [row.firstname, row.lastname].filter((part) => part !== null).join(' ') || null;
    }
    if (object.apiName === 'Case') {
        const closed = row.status === 'Closed';
        row.isclosed = closed ? 1 : 0;
        row.closeddate = closed ? (row.closeddate ?? moment) : null;
    }
    if (object.apiName === 'User') {
        row.communitynickname ??= String(row.username ?? '').split('@')[0] || null;
    }
}
