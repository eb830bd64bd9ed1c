import type { FieldSchema, ObjectSchema, OrgSchema } from '../types.ts';
import type { Store } from './store.ts';

/**
 * One table an object, one column a field, both named by the API name in lower case. Names are
 * quoted everywhere: `case` and `group` are words of SQL.
 */
export function quoted(apiName: string): string {
    return `"${apiName.toLowerCase()}"`;
}

/** A compound address is put together from its parts when it is read. */
export function isStored(field: FieldSchema): boolean {
    return field.type !== 'address';
}

/** Brings the tables up to the schema: new tables, new columns, new indexes. Nothing is ever dropped. */
export function migrate(store: Store, schema: OrgSchema): void {
    for (const object of schema.objects.values()) {
        const present = columnsOf(store, object);
        if (present.size === 0) createTable(store, object);
        else addColumns(store, object, present);
        createIndexes(store, object);
    }
    for (const object of schema.objects.values()) createCopies(store, object, schema);
}

function columnsOf(store: Store, object: ObjectSchema): Set<string> {
    const rows = store.all('SELECT name FROM pragma_table_info(?)', [object.apiName.toLowerCase()]);
    return new Set(rows.map((row) => String(row.name)));
}

function createTable(store: Store, object: ObjectSchema): void {
    const columns = storedFields(object).map(columnDefinition);
    store.exec(`CREATE TABLE ${quoted(object.apiName)} (${columns.join(', ')}) WITHOUT ROWID`);
}

function addColumns(store: Store, object: ObjectSchema, present: ReadonlySet<string>): void {
    const table = quoted(object.apiName);
    for (const field of storedFields(object)) {
        if (present.has(field.apiName.toLowerCase())) continue;
        store.exec(`ALTER TABLE ${table} ADD COLUMN ${columnDefinition(field)}`);
        // An old record has a new checkbox unticked: never null.
        if (field.type === 'boolean')
            store.exec(`UPDATE ${table} SET ${quoted(field.apiName)} = 0`);
    }
}

function columnDefinition(field: FieldSchema): string {
    const name = quoted(field.apiName);
    switch (field.type) {
        case 'id':
            return `${name} TEXT PRIMARY KEY NOT NULL`;
        case 'reference':
        case 'date':
        case 'datetime':
        case 'time':
            return `${name} TEXT`;
        case 'boolean':
        case 'int':
            return `${name} INTEGER`;
        case 'double':
        case 'currency':
        case 'percent':
            return `${name} REAL`;
        default:
            return field.caseSensitive ? `${name} TEXT` : `${name} TEXT COLLATE NOCASE`;
    }
}

function createIndexes(store: Store, object: ObjectSchema): void {
    const table = quoted(object.apiName);
    for (const field of storedFields(object)) {
        const column = quoted(field.apiName);
        const name = `${object.apiName}.${field.apiName}`.toLowerCase();
        const uniqueName = `"${name} unique"`;
        if (field.unique)
            createUniqueIndex(store, `${uniqueName} ON ${table} (${column})`, object, field);
        // The field may have been unique before.
        else store.exec(`DROP INDEX IF EXISTS ${uniqueName}`);
        if (isIndexed(field)) {
            store.exec(`CREATE INDEX IF NOT EXISTS "${name}" ON ${table} (${column})`);
        }
    }
    createLogIndexes(store, object);
}

/** A log, where every record has its moment, is read by kinds of records, the youngest first. */
function createLogIndexes(store: Store, object: ObjectSchema): void {
    const moment = storedFields(object).find(
        ({ custom, required, type }) => custom && required && type === 'datetime'
    );
    const kinds = storedFields(object).filter(({ custom, type }) => custom && type === 'picklist');
    for (const kind of moment ? kinds : []) {
        const name = `"${object.apiName}.${kind.apiName} ${moment!.apiName}"`.toLowerCase();
        const columns = `${quoted(kind.apiName)}, ${quoted(moment!.apiName)}`;
        store.exec(`CREATE INDEX IF NOT EXISTS ${name} ON ${quoted(object.apiName)} (${columns})`);
    }
}

function createUniqueIndex(
    store: Store,
    definition: string,
    object: ObjectSchema,
    field: FieldSchema
): void {
    try {
        store.exec(`CREATE UNIQUE INDEX IF NOT EXISTS ${definition}`);
    } catch (cause) {
        const name = `${object.apiName}.${field.apiName}`;
        throw new Error(
            `${name} is unique in the package now, but the org file holds records that share a ` +
                'value. Change these with the package as it was, or start with a new file.',
            { cause }
        );
    }
}

/** Who created or changed a record last is asked for too seldom to pay for on every write. */
const UNINDEXED = new Set(['createdbyid', 'lastmodifiedbyid']);

function isIndexed(field: FieldSchema): boolean {
    if (field.unique || UNINDEXED.has(field.apiName.toLowerCase())) return false;
    // Salesforce gives such an index to who asks for it; logs are read by their dates.
    const isCustomDate = field.custom && (field.type === 'date' || field.type === 'datetime');
    return Boolean(
        isCustomDate ||
        field.externalId ||
        field.idLookup ||
        field.nameField ||
        field.type === 'reference'
    );
}

function storedFields(object: ObjectSchema): FieldSchema[] {
    return [...object.fields.values()].filter(isStored);
}

/** Whoever reads finds the parent's value in the row: queries, pages and change events alike. */
function createCopies(store: Store, object: ObjectSchema, schema: OrgSchema): void {
    const child = quoted(object.apiName);
    for (const { apiName, copyOf } of object.fields.values()) {
        if (!copyOf) continue;
        const [copy, reference, source] = [apiName, copyOf.reference, copyOf.field].map(quoted);
        const parentName = object.fields.get(copyOf.reference.toLowerCase())!.referenceTo[0]!;
        const parent = quoted(schema.object(parentName)!.apiName);
        const trigger = (name: string) =>
            `CREATE TRIGGER IF NOT EXISTS "${object.apiName}.${apiName} ${name}"`.toLowerCase();
        const copied = `UPDATE ${child} SET ${copy} = (SELECT ${source} FROM ${parent} WHERE "id" = ${child}.${reference})`;
        // Rows of an org file that is older than the field.
        store.exec(`${copied} WHERE ${copy} IS NULL AND ${reference} IS NOT NULL`);
        const copyNew = `BEGIN ${copied} WHERE "id" = NEW."id"; END`;
        store.exec(`${trigger('created')} AFTER INSERT ON ${child} ${copyNew}`);
        store.exec(`${trigger('moved')} AFTER UPDATE OF ${reference} ON ${child} ${copyNew}`);
        store.exec(
            `${trigger('changed')} AFTER UPDATE OF ${source} ON ${parent} BEGIN ${copied} WHERE ${reference} = NEW."id"; END`
        );
    }
}
