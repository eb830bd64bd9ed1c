import type { Connection } from 'jsforce';
import { soqlText } from './soqlText.ts';

/** Short enough for the address line that carries a query: 16,384 characters at Salesforce. */
const VALUES_PER_QUERY = 100;

type Row = Record<string, unknown>;

/**
 * Ids of the records that are in the org already, by their key.
 * @param rows values with references resolved
 */
export async function findExisting(
    connection: Connection,
    object: string,
    recognisedBy: readonly string[],
    rows: readonly Row[]
): Promise<ReadonlyMap<string, string>> {
    const [first] = recognisedBy;
    const values = [...new Set(rows.map((row) => String(row[first])))];
    const found = new Map<string, string>();
    for (let at = 0; at < values.length; at += VALUES_PER_QUERY) {
        const list = values.slice(at, at + VALUES_PER_QUERY).map(soqlText);
        const soql = `SELECT ${['Id', ...recognisedBy].join(', ')} FROM ${object} WHERE ${first} IN (${list.join(', ')})`;
        let page = await connection.query<Row>(soql);
        for (;;) {
            for (const row of page.records) found.set(keyOf(row, recognisedBy), String(row.Id));
            if (page.done || !page.nextRecordsUrl) break;
            page = await connection.queryMore<Row>(page.nextRecordsUrl);
        }
    }
    return found;
}

/** Without case: Salesforce compares texts so, and 18-character ids are made to bear it. */
export function keyOf(row: Row, recognisedBy: readonly string[]): string {
    return JSON.stringify(recognisedBy.map((field) => String(row[field]).toLowerCase()));
}
