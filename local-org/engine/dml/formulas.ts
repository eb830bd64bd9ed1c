import {
    evaluateFormula,
    fieldsOfFormula,
    FormulaError,
    type FormulaContext
} from '../../formula/formula.ts';
import type { Stored, StoredRow } from '../store/store.ts';
import type { FieldSchema, ObjectSchema, OrgSchema, ValidationRule, Value } from '../types.ts';
import type { DmlContext } from './dmlContext.ts';
import { parentRow } from './references.ts';
import { rowError, RowRefused } from './rowErrors.ts';
import { column, tablePlan } from './tablePlan.ts';

/** Validation rules and default values: formulas over a record that is about to be saved. */

/** The rules that say no to this record. @throws RowRefused when a rule cannot be worked out */
export function brokenRules(
    context: DmlContext,
    object: ObjectSchema,
    row: StoredRow,
    before?: StoredRow
): readonly ValidationRule[] {
    if (object.validationRules.length === 0) return [];
    const record = formulaContext(context, object, row, before);
    return object.validationRules.filter((rule) => {
        try {
            return evaluateFormula(rule.formula, record) === true;
        } catch (error) {
            if (!(error instanceof FormulaError)) throw error;
            throw new RowRefused(
                rowError(
                    'FIELD_INTEGRITY_EXCEPTION',
                    `The formula in the "${rule.name}" validation rule is invalid: ${error.message}`
                )
            );
        }
    });
}

export function defaultFromFormula(
    context: DmlContext,
    object: ObjectSchema,
    field: FieldSchema
): Stored {
    const value = evaluateFormula(field.defaultValue!, formulaContext(context, object, {}));
    return typeof value === 'boolean' ? Number(value) : value;
}

function formulaContext(
    context: DmlContext,
    object: ObjectSchema,
    row: StoredRow,
    before?: StoredRow
): FormulaContext {
    return {
        field: (path) => valueAt(context, object, row, path),
        prior: (path) => valueAt(context, object, before ?? row, path),
        isNew: before === undefined,
        now: context.now
    };
}

function valueAt(
    context: DmlContext,
    object: ObjectSchema,
    row: StoredRow,
    path: readonly string[]
): Value {
    const [first, ...rest] = path;
    if (first.startsWith('$')) return globalValue(context, first.toLowerCase(), rest);
    if (rest.length === 0) return shown(object.fields.get(first.toLowerCase()), row);
    const field = tablePlan(object).byRelationship.get(first.toLowerCase());
    const id = field && row[column(field)];
    if (typeof id !== 'string') return null;
    const parent = context.schema.objectOfId(id)!;
    const next = parentRow(context, parent, id);
    return next && valueAt(context, parent, next, rest);
}

/** Formulas see ids with 15 characters. */
function shown(field: FieldSchema | undefined, row: StoredRow): Value {
    if (!field) return null;
    const value = row[column(field)] ?? null;
    if (field.type === 'boolean') return value === 1;
    const isId = field.type === 'id' || field.type === 'reference';
    return isId && typeof value === 'string' ? value.slice(0, 15) : value;
}

function globalValue(context: DmlContext, name: string, rest: readonly string[]): Value {
    const { rights, schema } = context;
    const [field] = rest;
    if (name === '$permission') return rights.customPermissions.has(field);
    if (name === '$profile') {
        return field.toLowerCase() === 'name'
            ? (rights.profile?.name ?? null)
            : (rights.profile?.id.slice(0, 15) ?? null);
    }
    const user = schema.object('User')!;
    const row = parentRow(context, user, rights.userId);
    return row && valueAt(context, user, row, rest);
}

/** Found when the org is opened rather than when a record is saved. @throws Error naming object and rule */
export function checkFormulas(schema: OrgSchema): void {
    for (const object of schema.objects.values()) {
        for (const { name, formula } of object.validationRules) {
            const where = `Validation rule ${object.apiName}.${name}`;
            let paths: (readonly string[])[];
            try {
                paths = fieldsOfFormula(formula);
            } catch (cause) {
                throw new Error(`${where} cannot be read: ${(cause as Error).message}`, { cause });
            }
            const unknown = paths.find((path) => !exists(schema, object, path));
            if (unknown) {
                throw new Error(
                    `${where} names ${unknown.join('.')}, which this org does not have.`
                );
            }
        }
    }
}

function exists(schema: OrgSchema, object: ObjectSchema, path: readonly string[]): boolean {
    const [first, ...rest] = path.map((part) => part.toLowerCase());
    if (first === '$permission') return rest.length === 1;
    if (first === '$profile') return rest[0] === 'id' || rest[0] === 'name';
    if (first === '$user') return exists(schema, schema.object('User')!, rest);
    if (rest.length === 0) return object.fields.has(first);
    const field = tablePlan(object).byRelationship.get(first);
    const parent = field && schema.object(field.referenceTo[0]);
    return Boolean(parent && exists(schema, parent, rest));
}
