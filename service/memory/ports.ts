import type { DialEntryFact, FieldFact, SelectorFact } from '#resolver';
import { ServiceError } from '../errors.ts';
import type { OrgPorts, RecordFieldsRequest, SelectorRequest } from '../ports.ts';
import { TookTooLong, within } from '../within.ts';
import type { MemoryObject, MemoryOrg } from './memoryOrg.ts';

export interface MemoryPortsOptions {
    /** Milliseconds a dial waits for a custom selector. */
    readonly selectorTimeoutMs?: number;
}

/** As Salesforce takes them. */
const LOG_BATCH = 200;

/** Every port over an org held in memory. */
export function memoryPorts(org: MemoryOrg, options: MemoryPortsOptions = {}): OrgPorts {
    const { selectorTimeoutMs = 1_500 } = options;

    function reach(): void {
        if (org.outage !== undefined) {
            throw new ServiceError('ORG_UNREACHABLE', { message: org.outage });
        }
    }

    return {
        directory: {
            async load(onProgress) {
                reach();
                for (const [object, rows] of Object.entries(org.rows)) {
                    onProgress?.({ object, rows: rows.length, total: rows.length });
                }
                return structuredClone(org.rows);
            }
        },
        records: {
            async keyPrefixes() {
                reach();
                return new Map([...org.objects].map(([name, { keyPrefix }]) => [keyPrefix, name]));
            },
            readFields: async (requests) => requests.map((request) => readFields(org, request)),
            readDialEntries: async (dialEntryIds) =>
                dialEntryIds.map((id) => readDialEntry(org, id))
        },
        selector: {
            select: (requests) =>
                Promise.all(requests.map((request) => select(org, request, selectorTimeoutMs)))
        },
        preferences: {
            async readDefault(agentId) {
                reach();
                return org.rows.agents.find(({ id }) => id === agentId)?.defaultNumberId ?? null;
            },
            async setDefault(agentId, numberId) {
                reach();
                const { agents } = org.rows;
                const place = agents.findIndex(({ id }) => id === agentId);
                if (place === -1) {
                    throw new ServiceError('ORG_REFUSED', {
                        message: `There is no user ${agentId}.`
                    });
                }
                const { defaultNumberId: _, ...agent } = agents[place];
                agents[place] = {
                    ...agent,
                    ...(numberId !== null && { defaultNumberId: numberId })
                };
            }
        },
        entries: {
            async read(dialEntryId) {
                reach();
                return org.dialEntries.get(dialEntryId);
            }
        },
        log: {
            batchSize: LOG_BATCH,
            async write(records) {
                const reason = org.outage;
                if (reason !== undefined) {
                    return records.map(() => ({ status: 'retry', reason }));
                }
                records.forEach((record) => org.log.set(record.dialKey, record));
                return records.map(() => ({ status: 'written' }));
            }
        },
        changes: { subscribe: (tell) => org.onChange(tell) }
    };
}

function readDialEntry(org: MemoryOrg, dialEntryId: string): DialEntryFact {
    if (org.outage !== undefined) {
        return { status: 'unreadable', reason: 'READ_FAILED' };
    }
    const entry = org.dialEntries.get(dialEntryId);
    return entry
        ? { status: 'read', dialListId: entry.dialListId }
        : { status: 'unreadable', reason: 'RECORD_NOT_FOUND' };
}

function readFields(
    org: MemoryOrg,
    { objectApiName, recordId, fields }: RecordFieldsRequest
): Record<string, FieldFact> {
    const object = byName(org.objects, objectApiName);
    const record = object && org.records.get(recordId);
    const fact = (field: string): FieldFact => {
        if (org.outage !== undefined) {
            return { status: 'unreadable', reason: 'READ_FAILED' };
        }
        const name = fieldName(object, field);
        if (name === undefined) {
            return { status: 'unreadable', reason: 'FIELD_NOT_FOUND' };
        }
        return record
            ? { status: 'read', value: record[name] ?? null }
            : { status: 'unreadable', reason: 'RECORD_NOT_FOUND' };
    };
    return Object.fromEntries(fields.map((field) => [field, fact(field)]));
}

/** Salesforce ignores the case of names. */
function fieldName(object: MemoryObject | undefined, field: string): string | undefined {
    return object?.fields.find((name) => name.toLowerCase() === field.toLowerCase());
}

function byName(objects: MemoryOrg['objects'], name: string): MemoryObject | undefined {
    const known = [...objects.keys()].find((each) => each.toLowerCase() === name.toLowerCase());
    return known === undefined ? undefined : objects.get(known);
}

async function select(
    org: MemoryOrg,
    request: SelectorRequest,
    timeoutMs: number
): Promise<SelectorFact> {
    const selector = org.selectors.get(request.selector);
    if (!selector || org.outage !== undefined) {
        return { status: 'failed', reason: 'CALL_FAILED' };
    }
    try {
        return await within(timeoutMs, Promise.resolve(request).then(selector));
    } catch (error) {
        const reason = error instanceof TookTooLong ? 'TIMED_OUT' : 'CALL_FAILED';
        return { status: 'failed', reason };
    }
}
