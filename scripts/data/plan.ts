import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { referencesIn } from './references.ts';

/**
 * A data plan as `sf data import tree --plan` knows it, read and checked before anything is sent.
 * `recognisedBy` is ours: the fields by which a record that is already there is known again.
 */
export interface Plan {
    readonly file: string;
    readonly steps: readonly PlanStep[];
}

/** Records of one object, in the order in which they are sent. */
export interface PlanStep {
    readonly object: string;
    readonly recognisedBy: readonly string[];
    readonly records: readonly PlanRecord[];
}

export interface PlanRecord {
    /** Name of the file within the folder of the plan. */
    readonly file: string;
    readonly object: string;
    readonly ref: string;
    /** Values as written, references unresolved. */
    readonly values: Readonly<Record<string, unknown>>;
}

/** The record tree API takes no more in one request, and `sf` sends a file as one. */
const RECORDS_PER_FILE = 200;

/** @throws Error naming the file, the record and every fault found */
export function readPlan(planFile: string): Plan {
    const steps = listOf(readJson(planFile), planFile).map((step) => readStep(step, planFile));
    const plan: Plan = { file: planFile, steps };
    const faults = [...faultsOfFields(plan), ...faultsOfReferences(plan)];
    if (faults.length > 0) {
        throw new Error(
            `${planFile} cannot be imported, nothing was sent:\n  ${faults.join('\n  ')}\n` +
                'Correct the files named and start again.'
        );
    }
    return plan;
}

function readStep(step: Json, planFile: string): PlanStep {
    const { sobject, files, recognisedBy } = step;
    if (typeof sobject !== 'string' || !isTexts(files)) {
        throw new Error(`${planFile}: every step needs "sobject" (a text) and "files" (texts).`);
    }
    if (!isTexts(recognisedBy) || recognisedBy.length === 0) {
        throw new Error(
            `${planFile}: the step for ${sobject} needs "recognisedBy", the fields by which a ` +
                'record that is already there is known again; without them a repeated import ' +
                'would make doubles.'
        );
    }
    const records = files.flatMap((file) => readRecords(join(dirname(planFile), file), sobject));
    return { object: sobject, recognisedBy, records };
}

function readRecords(path: string, object: string): PlanRecord[] {
    const file = basename(path);
    const { records } = readJson(path) as Json;
    const list = listOf(records, path);
    if (list.length > RECORDS_PER_FILE) {
        throw new Error(
            `${path} holds ${list.length} records; split it: a file takes up to ${RECORDS_PER_FILE}.`
        );
    }
    return list.map((record, index) => {
        const { attributes, ...values } = record;
        const { type, referenceId } = (attributes ?? {}) as Json;
        if (type !== object || typeof referenceId !== 'string' || !/^\w+$/.test(referenceId)) {
            throw new Error(
                `${path}: record ${index + 1} needs "attributes" with type "${object}" and a ` +
                    'referenceId of letters, digits and underscores.'
            );
        }
        return { file, object, ref: referenceId, values };
    });
}

function faultsOfFields({ steps }: Plan): string[] {
    return steps.flatMap(({ records, recognisedBy }) =>
        records.flatMap(({ file, ref, values }) =>
            recognisedBy
                .filter((field) => values[field] === undefined || values[field] === null)
                .map((field) => `${file}, ${ref}: ${field} is missing, but records are known by it`)
        )
    );
}

/** A record may point to records of earlier steps alone: those have ids by then. */
function faultsOfReferences({ steps }: Plan): string[] {
    const faults: string[] = [];
    const known = new Set<string>();
    for (const { records } of steps) {
        for (const { file, ref, values } of records) {
            for (const [field, value] of Object.entries(values)) {
                for (const reference of referencesIn(value)) {
                    if (reference.kind === 'malformed') {
                        faults.push(
                            `${file}, ${ref}, ${field}: "${reference.text}" is no reference`
                        );
                    } else if (reference.kind === 'record' && !known.has(reference.ref)) {
                        faults.push(
                            `${file}, ${ref}, ${field}: no record "${reference.ref}" in an earlier file`
                        );
                    }
                }
            }
        }
        for (const { file, ref } of records) {
            if (known.has(ref)) faults.push(`${file}: the reference "${ref}" is given twice`);
            known.add(ref);
        }
    }
    return faults;
}

type Json = Record<string, unknown>;

function readJson(path: string): unknown {
    try {
        return JSON.parse(readFileSync(path, 'utf8'));
    } catch (cause) {
        const why = cause instanceof Error ? cause.message : String(cause);
        throw new Error(`${path} cannot be read as JSON: ${why}`, { cause });
    }
}

function listOf(value: unknown, path: string): Json[] {
    if (!Array.isArray(value) || !value.every((item) => typeof item === 'object' && item)) {
        throw new Error(`${path} does not hold a list of objects where one is expected.`);
    }
    return value as Json[];
}

function isTexts(value: unknown): value is string[] {
    return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
