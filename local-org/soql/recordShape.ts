import type { FieldSchema, ObjectSchema, OrgRecord } from '../engine/types.ts';
import { tooComplicated } from './queryError.ts';
import { reference, type FieldReference, type Table } from './scope.ts';
import type { SoqlContext } from './soqlContext.ts';
import type { SqlValue } from './sqlFragment.ts';

export type SqlRow = Readonly<Record<string, SqlValue>>;

/** SQLite gives a statement 2,000 columns. */
const MOST_COLUMNS = 1_900;

/** The columns a SELECT reads, each once. */
export class Columns {
    readonly #expressions = new Set<string>();

    /**
     * @returns the name the column has in a row: told by what it reads and not by its place, so
     *   that rows kept from earlier still fit when the same query reads fewer columns
     */
    add(expression: string): string {
        this.#expressions.add(expression);
        if (this.#expressions.size > MOST_COLUMNS) throw tooComplicated();
        return nameOf(expression);
    }

    get sql(): string {
        return [...this.#expressions].map((one) => `${one} AS "${nameOf(one)}"`).join(', ');
    }
}

function nameOf(expression: string): string {
    return expression.replaceAll('"', '');
}

interface Member {
    readonly key: string;
    read(row: SqlRow): unknown;
    /** Of a parent, whose fields may be named one by one. */
    readonly parent?: RecordShape;
}

/** How a row becomes a record, and rows of its parents records within it. */
export class RecordShape {
    /** Column of the record's id. */
    readonly id: string;
    readonly #table: Table;
    readonly #context: SoqlContext;
    readonly #columns: Columns;
    readonly #members: Member[] = [];

    constructor(table: Table, context: SoqlContext, columns: Columns) {
        this.#table = table;
        this.#context = context;
        this.#columns = columns;
        this.id = columns.add(`${table.alias}."id"`);
    }

    /** @param label shows a picklist's label instead of its value */
    addField(selected: FieldReference, key = selected.field.apiName, label = false): void {
        const shape = this.#shapeOf(selected.table);
        shape.addMember(key, shape.#reader(selected, label));
    }

    /** A member that is worked out elsewhere: a list of children. */
    addMember(key: string, read: (row: SqlRow) => unknown): void {
        this.#members.push({ key, read });
    }

    /** Null for a parent that is not there. */
    record(row: SqlRow): OrgRecord | null {
        const id = row[this.id];
        if (id === null) return null;
        const attributes = this.#context.attributesOf(this.#table.object, id);
        const record: OrgRecord = { attributes };
        for (const { key, read } of this.#members) record[key] = read(row);
        return record;
    }

    /** The shape of a parent, made where it is first named. */
    #shapeOf(table: Table): RecordShape {
        const level = this.#table.path.length;
        if (table.path.length === level) return this;
        const next = table.path[level];
        const key = next.relationships[level];
        let parent = this.#members.find((member) => member.key === key)?.parent;
        if (!parent) {
            const shape = new RecordShape(next, this.#context, this.#columns);
            this.#members.push({ key, parent: shape, read: (row) => shape.record(row) });
            parent = shape;
        }
        return parent.#shapeOf(table);
    }

    #reader({ field, sql, table }: FieldReference, label: boolean): (row: SqlRow) => unknown {
        if (field.type === 'address') return this.#addressReader(field, table);
        const column = this.#columns.add(sql);
        const read = label ? labelReader(field) : valueReader(field.type);
        return (row) => read(row[column]);
    }

    /** A compound address: its parts by their names without the prefix; null when all are blank. */
    #addressReader(compound: FieldSchema, table: Table): (row: SqlRow) => unknown {
        const prefix = compound.apiName.replace(/Address$/, '').length;
        const parts = partsOf(table.object, compound).map((part) => {
            const name = part.apiName.slice(prefix);
            const column = this.#columns.add(reference(table, part).sql);
            return [name[0].toLowerCase() + name.slice(1), column] as const;
        });
        return (row) => {
            if (parts.every(([, column]) => row[column] === null)) return null;
            const values = parts.map(([name, column]) => [name, row[column]]);
            return { geocodeAccuracy: null, ...Object.fromEntries(values) };
        };
    }
}

/** Values as the REST API shows them. */
export function valueReader(type: FieldSchema['type']): (value: SqlValue) => unknown {
    if (type !== 'boolean') return (value) => value;
    return (value) => (value === null ? null : value === 1);
}

function labelReader({ picklistValues = [] }: FieldSchema): (value: SqlValue) => unknown {
    const labels = new Map(picklistValues.map(({ value, label }) => [value, label]));
    const labelOf = (value: string) => labels.get(value) ?? value;
    return (value) => (typeof value === 'string' ? value.split(';').map(labelOf).join(';') : value);
}

function partsOf(object: ObjectSchema, compound: FieldSchema): FieldSchema[] {
    return [...object.fields.values()].filter((part) => part.compoundField === compound.apiName);
}
