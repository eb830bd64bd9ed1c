import type { Connection } from 'jsforce';
import { ServiceError } from '../errors.ts';
import { LONGEST_REQUEST_MS, within } from '../within.ts';
import { toServiceError } from './orgErrors.ts';

interface Page<Row> {
    readonly totalSize: number;
    readonly done: boolean;
    readonly nextRecordsUrl?: string;
    readonly records: readonly Row[];
}

/**
 * Reads every row of a query, page by page, and hands each page on as it comes. jsforce's own
 * fetching stops at 10,000 rows and calls that done; here the count must be what the org said.
 * @returns how many rows there were
 * @throws ServiceError ORG_UNREACHABLE, ORG_REFUSED
 */
export async function readAll<Row>(
    connection: Connection,
    query: string,
    onPage: (rows: readonly Row[], total: number) => void
): Promise<number> {
    try {
        let page = await answer<Row>(connection.query(query));
        const { totalSize } = page;
        let read = page.records.length;
        onPage(page.records, totalSize);
        while (!page.done && page.nextRecordsUrl !== undefined) {
            page = await answer<Row>(connection.queryMore(page.nextRecordsUrl));
            read += page.records.length;
            onPage(page.records, totalSize);
        }
        if (read !== totalSize) {
            throw new ServiceError('ORG_UNREACHABLE', {
                message: `Salesforce announced ${totalSize} rows and sent ${read}: ${query}`
            });
        }
        return read;
    } catch (error) {
        throw toServiceError(error, `Reading ${/FROM (\w+)/.exec(query)?.[1] ?? 'records'}`);
    }
}

function answer<Row>(query: PromiseLike<unknown>): Promise<Page<Row>> {
    return within(LONGEST_REQUEST_MS, query) as Promise<Page<Row>>;
}
