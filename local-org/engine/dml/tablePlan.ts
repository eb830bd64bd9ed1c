import { isStored, quoted } from '../store/tables.ts';
import type { FieldSchema, ObjectSchema } from '../types.ts';

/** What every write to an object needs to know, worked out once. */
export interface TablePlan {
    readonly table: string;
    readonly stored: readonly FieldSchema[];
    readonly columns: readonly string[];
    readonly insertSql: string;
    readonly required: readonly FieldSchema[];
    readonly unique: readonly FieldSchema[];
    readonly autoNumbers: readonly FieldSchema[];
    readonly references: readonly FieldSchema[];
    /** By relationship name in lower case: `callback_number__r`. */
    readonly byRelationship: ReadonlyMap<string, FieldSchema>;
}

const plans = new WeakMap<ObjectSchema, TablePlan>();

export function tablePlan(object: ObjectSchema): TablePlan {
    let plan = plans.get(object);
    if (!plan) plans.set(object, (plan = makePlan(object)));
    return plan;
}

function makePlan(object: ObjectSchema): TablePlan {
    const stored = [...object.fields.values()].filter(isStored);
    const columns = stored.map((field) => column(field));
    const table = quoted(object.apiName);
    const places = columns.map(() => '?').join(', ');
    return {
        table,
        stored,
        columns,
        insertSql: `INSERT INTO ${table} (${stored.map(quotedColumn).join(', ')}) VALUES (${places})`,
        required: stored.filter((field) => field.required && field.type !== 'boolean'),
        unique: stored.filter((field) => field.unique),
        autoNumbers: stored.filter((field) => field.autoNumberFormat !== undefined),
        // CreatedById and its kind are the org's own writing: nothing to check.
        references: stored.filter((field) => field.type === 'reference' && field.createable),
        byRelationship: new Map(
            stored
                .filter((field) => field.relationshipName)
                .map((field) => [field.relationshipName!.toLowerCase(), field])
        )
    };
}

export function column(field: FieldSchema): string {
    return field.apiName.toLowerCase();
}

function quotedColumn(field: FieldSchema): string {
    return quoted(field.apiName);
}
