import type { Connection, SaveResult } from 'jsforce';
import { findExisting, keyOf } from './existingRecords.ts';
import { ImportError, refusedRequest, type ImportFault } from './importError.ts';
import { findLookups, lookupKey, type Lookups } from './lookups.ts';
import { readPlan, type PlanRecord, type PlanStep } from './plan.ts';
import { resolveValue, type Reference } from './references.ts';

/** Called after every request; `object` is the one being imported. */
export type ImportProgress = (done: number, total: number, object: string) => void;

export interface ImportOptions {
    /** Profiles that stand in for those the plan names, by the name in the plan. */
    readonly profiles?: Readonly<Record<string, string>>;
}

export interface ImportReport {
    /** In the order of the plan; `kept` were there already and were left alone. */
    readonly objects: readonly { object: string; created: number; kept: number }[];
    readonly created: number;
    readonly kept: number;
    /** Record ids by the plan's references. */
    readonly ids: ReadonlyMap<string, string>;
}

/** Salesforce takes no more records in one request. */
const RECORDS_PER_REQUEST = 200;

/**
 * Imports a data plan through the REST API. Each request is all or nothing, and a record that is
 * in the org already (by the plan's `recognisedBy`) is left as it is: an import that broke off is
 * simply started again, and what people changed since is not overwritten.
 *
 * @throws Error when the plan is faulty or points to what the org lacks (nothing was sent then)
 * @throws ImportError when Salesforce refuses a record, naming file, record and field
 */
export async function importPlan(
    connection: Connection,
    planFile: string,
    onProgress: ImportProgress = () => {},
    { profiles }: ImportOptions = {}
): Promise<ImportReport> {
    const plan = readPlan(planFile);
    const lookups = await findLookups(connection, plan, profiles);
    const total = plan.steps.reduce((sum, { records }) => sum + records.length, 0);
    const ids = new Map<string, string>();
    const objects: { object: string; created: number; kept: number }[] = [];
    for (const step of plan.steps) {
        const report = () => onProgress(ids.size, total, step.object);
        report();
        const created = await importStep(connection, step, lookups, ids, report);
        objects.push({ object: step.object, created, kept: step.records.length - created });
    }
    const created = objects.reduce((sum, object) => sum + object.created, 0);
    return { objects, created, kept: total - created, ids };
}

interface Row {
    readonly record: PlanRecord;
    readonly values: Record<string, unknown>;
}

/** Adds the ids of the step's records to `ids`; returns how many of them are new. */
async function importStep(
    connection: Connection,
    { object, recognisedBy, records }: PlanStep,
    lookups: Lookups,
    ids: Map<string, string>,
    report: () => void
): Promise<number> {
    const rows = records.map((record) => ({ record, values: resolve(record, lookups, ids) }));
    const existing = await findExisting(
        connection,
        object,
        recognisedBy,
        rows.map(({ values }) => values)
    ).catch((error: unknown) => {
        throw refusedRequest(error, records[0]);
    });
    const missing: Row[] = [];
    for (const row of rows) {
        const id = existing.get(keyOf(row.values, recognisedBy));
        if (id) ids.set(row.record.ref, id);
        else missing.push(row);
    }
    for (let at = 0; at < missing.length; at += RECORDS_PER_REQUEST) {
        const chunk = missing.slice(at, at + RECORDS_PER_REQUEST);
        (await create(connection, object, chunk)).forEach((id, index) =>
            ids.set(chunk[index].record.ref, id)
        );
        report();
    }
    return missing.length;
}

function resolve(
    { values }: PlanRecord,
    lookups: Lookups,
    ids: ReadonlyMap<string, string>
): Record<string, unknown> {
    // The plan was checked: every reference leads somewhere.
    const idOf = (reference: Reference): string => {
        switch (reference.kind) {
            case 'record':
                return ids.get(reference.ref)!;
            case 'lookup':
                return lookups.get(lookupKey(reference.object, reference.name))!;
            case 'malformed':
                throw new Error(`"${reference.text}" is no reference`);
        }
    };
    return Object.fromEntries(
        Object.entries(values).map(([field, value]) => [field, resolveValue(value, idOf)])
    );
}

/** All rows or none. @throws ImportError */
async function create(
    connection: Connection,
    object: string,
    rows: readonly Row[]
): Promise<string[]> {
    const records = rows.map(({ values }) => values);
    const results = await connection
        .create(object, records, { allOrNone: true })
        .catch((error: unknown) => {
            throw refusedRequest(error, rows[0].record);
        });
    const faults = results.flatMap((result, index) => faultsOf(result, rows[index].record));
    if (faults.length > 0) throw new ImportError(faults);
    return results.map(({ id }) => id!);
}

/** Rows undone because of another one carry this code; they are not at fault. */
const UNDONE = 'ALL_OR_NONE_OPERATION_ROLLED_BACK';

function faultsOf({ errors }: SaveResult, { file, ref }: PlanRecord): ImportFault[] {
    return errors
        .map((error) => ({
            file,
            ref,
            fields: error.fields ?? [],
            // Collections say statusCode where jsforce's type says errorCode.
            code: (error as { statusCode?: string }).statusCode ?? error.errorCode,
            message: error.message
        }))
        .filter(({ code }) => code !== UNDONE);
}
