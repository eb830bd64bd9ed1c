import type { Connection } from 'jsforce';
import pLimit from 'p-limit';
import type { DialEntryFact, DialListId, FieldFact } from '#resolver';
import type { RecordFieldsRequest, RecordReader } from '../ports.ts';
import { createFieldCatalog } from './fieldCatalog.ts';
import { toServiceError } from './orgErrors.ts';
import { placesBy } from './placesBy.ts';
import { apiName, fieldList, ids, soql } from './soql.ts';
import { LONGEST_REQUEST_MS, within } from '../within.ts';

/** Told of reads that failed; the dials go on without. */
export type OnReadFailed = (message: string) => void;

/** Ids in one query: with 23 characters each in the address, well below Salesforce's 16,384. */
const IDS_PER_QUERY = 500;
/** What Salesforce takes in one collection request. */
const IDS_PER_RETRIEVE = 2_000;
/** So many records come in the time that a dial waits for one; more have more time. */
const IDS_IN_TIME = 200;
const QUERIES_AT_ONCE = 5;

const ENTRY = 'Dial_Entry__c';

type FieldFacts = Readonly<Record<string, FieldFact>>;
type Row = Readonly<Record<string, unknown>> & { readonly Id: string };

/** @param timeoutMs how long a dial waits for a record before it is decided without */
export function createRecordReader(
    connection: Connection,
    timeoutMs: number,
    onFailed: OnReadFailed = () => undefined
): RecordReader {
    const catalog = createFieldCatalog(connection);
    const atOnce = pLimit(QUERIES_AT_ONCE);
    const limitFor = (count: number) => timeoutMs * Math.ceil(count / IDS_IN_TIME);
    let objects: ReadonlyMap<string, string> = new Map();

    /** Rows by 18-character id, of any number of ids. */
    async function readRows(
        objectApiName: string,
        fields: readonly string[],
        recordIds: readonly string[]
    ): Promise<Map<string, Row>> {
        const names = fieldList([...new Set(['Id', ...fields])]);
        const chunks = chunk([...new Set(recordIds)], IDS_PER_QUERY);
        // A dial that somebody waits for does not stand in line behind a list.
        const inTurn = <T>(work: () => Promise<T>) => (chunks.length === 1 ? work() : atOnce(work));
        const pages = await Promise.all(
            chunks.map((some) =>
                inTurn(() => {
                    const query = soql`SELECT ${names} FROM ${apiName(objectApiName)} WHERE Id IN ${ids(some)}`;
                    return within(limitFor(some.length), connection.query<Row>(query));
                })
            )
        );
        return new Map(pages.flatMap(({ records }) => records.map((row) => [row.Id, row])));
    }

    /** One object's requests: one query with the fields of all of them. */
    async function readObject(requests: readonly RecordFieldsRequest[]): Promise<FieldFacts[]> {
        const { objectApiName } = requests[0];
        const asked = [...new Set(requests.flatMap(({ fields }) => fields))];
        const spelled = new Map<string, string | undefined>();
        for (const field of asked) {
            spelled.set(field, await within(timeoutMs, catalog.find(objectApiName, field)));
        }
        const readable = [...new Set(spelled.values())].filter((name) => name !== undefined);
        const rows =
            readable.length === 0
                ? undefined
                : await readRows(
                      objectApiName,
                      readable,
                      requests.map(({ recordId }) => recordId)
                  );
        return requests.map(({ recordId, fields }) =>
            factsOf(fields, (field) => {
                const name = spelled.get(field);
                if (name === undefined) {
                    return { status: 'unreadable', reason: 'FIELD_NOT_FOUND' };
                }
                const row = rows?.get(recordId);
                return row
                    ? { status: 'read', value: valueOf(row, name) }
                    : { status: 'unreadable', reason: 'RECORD_NOT_FOUND' };
            })
        );
    }

    return {
        async keyPrefixes() {
            try {
                const { sobjects } = await within(LONGEST_REQUEST_MS, connection.describeGlobal());
                await catalog.renew();
                objects = new Map(
                    sobjects.flatMap(({ keyPrefix, name }) =>
                        keyPrefix ? [[keyPrefix, name]] : []
                    )
                );
                return objects;
            } catch (error) {
                throw toServiceError(error, 'Reading which objects there are');
            }
        },
        async readFields(requests) {
            const answers: FieldFacts[] = [];
            await Promise.all(
                placesBy(requests, ({ objectApiName }) => objectApiName.toLowerCase()).map(
                    async (places) => {
                        const ofObject = places.map((place) => requests[place]);
                        const facts = await readObject(ofObject).catch((error: unknown) => {
                            const doing = `Reading ${places.length} of ${ofObject[0].objectApiName} for rules`;
                            onFailed(toServiceError(error, doing).message);
                            return ofObject.map(({ fields }) =>
                                factsOf(fields, () => ({
                                    status: 'unreadable',
                                    reason: 'READ_FAILED'
                                }))
                            );
                        });
                        places.forEach((place, i) => (answers[place] = facts[i]));
                    }
                )
            );
            return answers;
        },
        async readDialEntries(dialEntryIds) {
            const lists = new Map<string, DialListId>();
            let failed = false;
            const entryIds = [...new Set(dialEntryIds)].filter(
                (id) => (objects.get(id.slice(0, 3)) ?? ENTRY) === ENTRY
            );
            try {
                await Promise.all(
                    chunk(entryIds, IDS_PER_RETRIEVE).map(async (some) => {
                        // Many more at a time than a query's address has room for.
                        const rows = await atOnce(() =>
                            within(limitFor(some.length), retrieveEntries(some))
                        );
                        rows.forEach((row, i) => row && lists.set(some[i], row.Dial_List__c));
                    })
                );
            } catch (error) {
                failed = true;
                onFailed(toServiceError(error, 'Reading dial entries').message);
            }
            return dialEntryIds.map((id): DialEntryFact => {
                const dialListId = lists.get(id);
                return dialListId
                    ? { status: 'read', dialListId }
                    : {
                          status: 'unreadable',
                          reason: failed ? 'READ_FAILED' : 'RECORD_NOT_FOUND'
                      };
            });
        }
    };

    function retrieveEntries(some: readonly string[]) {
        return connection.retrieve(ENTRY, [...some], {
            fields: ['Id', 'Dial_List__c']
        }) as Promise<unknown> as Promise<
            readonly ({ readonly Dial_List__c: DialListId } | null)[]
        >;
    }
}

function factsOf(fields: readonly string[], fact: (field: string) => FieldFact): FieldFacts {
    return Object.fromEntries(fields.map((field) => [field, fact(field)]));
}

/** As text, the way the record API shows it; a missing parent makes its fields blank. */
function valueOf(row: Row, name: string): string | null {
    const value = name
        .split('.')
        .reduce<unknown>((from, part) => (from as Row | null)?.[part] ?? null, row);
    return value === null ? null : String(value);
}

function chunk<T>(list: readonly T[], size: number): T[][] {
    return Array.from({ length: Math.ceil(list.length / size) }, (_, i) =>
        list.slice(i * size, (i + 1) * size)
    );
}
