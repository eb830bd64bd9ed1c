import type { FieldSchema, ObjectSchema } from '../engine/types.ts';
import { errorAt, malformed } from './queryError.ts';
import type { Path, Query } from './query.ts';
import type { SoqlContext } from './soqlContext.ts';
import { joined, quoted, sql, type Sql } from './sqlFragment.ts';

/** Salesforce's limits, which also keep a query below SQLite's 64 tables. */
const MOST_LEVELS = 5;
const MOST_PARENTS = 55;

const HOW_TO_NAME = 'Please reference your WSDL or the describe call for the appropriate names.';

/** A table of the query: the object in FROM, or a parent of it. */
export interface Table {
    readonly object: ObjectSchema;
    /** Its name in the query, in quotes. */
    readonly alias: string;
    /** Relationships from the object in FROM to here, spelled as in the schema. */
    readonly relationships: readonly string[];
    /** The tables on the way, this one last; none for the object in FROM. */
    readonly path: readonly Table[];
}

export interface FieldReference {
    readonly table: Table;
    readonly field: FieldSchema;
    /** The column, ready for SQL. */
    readonly sql: string;
}

/** Names of one query or subquery: what they mean, and the joins they need. */
export class Scope {
    readonly soql: string;
    readonly context: SoqlContext;
    readonly root: Table;
    /** Of the query in `Id IN (SELECT …)`. */
    readonly inSemiJoin: boolean;
    readonly #names: ReadonlySet<string>;
    readonly #parents = new Map<string, Table>();
    readonly #joins: Sql[] = [];
    readonly #nextAlias: () => string;

    /** @param nextAlias gives every table of the whole statement a name of its own */
    constructor(
        soql: string,
        context: SoqlContext,
        object: ObjectSchema,
        from: Query['from'],
        nextAlias: () => string,
        inSemiJoin = false
    ) {
        this.inSemiJoin = inSemiJoin;
        this.soql = soql;
        this.context = context;
        this.root = { object, alias: nextAlias(), relationships: [], path: [] };
        this.#names = new Set([from.alias ?? object.apiName, object.apiName].map(lowerCase));
        this.#nextAlias = nextAlias;
    }

    /** A scope for a query within this one. */
    inner(object: ObjectSchema, from: Query['from'], inSemiJoin = false): Scope {
        return new Scope(this.soql, this.context, object, from, this.#nextAlias, inSemiJoin);
    }

    /** The tables, after FROM. Complete once every name of the query was looked up. */
    get tables(): Sql {
        const { object, alias } = this.root;
        return joined([sql(`${quoted(object.apiName)} AS ${alias}`), ...this.#joins], ' ');
    }

    /** @throws OrgError INVALID_FIELD in Salesforce's words for a name that is not there or hidden */
    field(path: Path): FieldReference {
        const names = this.#withoutOwnName(path.names);
        const name = names[names.length - 1];
        const table = this.#parent(names.slice(0, -1), path);
        const field = table.object.fields.get(name.toLowerCase());
        if (!field || !this.context.canReadField(table.object, field)) {
            throw errorAt(
                this.soql,
                path.at,
                'INVALID_FIELD',
                `No such column '${name}' on entity '${table.object.apiName}'. If you are ` +
                    `attempting to use a custom field, be sure to append the '__c' after the ` +
                    `custom field name. ${HOW_TO_NAME}`
            );
        }
        return reference(table, field);
    }

    /** `c.Name` and `Contact.Name` are fields of `FROM Contact c`, unless a relationship is called so. */
    #withoutOwnName(names: readonly string[]): readonly string[] {
        const first = names[0].toLowerCase();
        if (names.length === 1 || !this.#names.has(first)) return names;
        return relationship(this.root.object, first) ? names : names.slice(1);
    }

    #parent(relationships: readonly string[], path: Path): Table {
        if (relationships.length > MOST_LEVELS) {
            throw malformed(
                `SOQL queries follow at most ${MOST_LEVELS} relationships to a parent: ${path.text}`
            );
        }
        let table = this.root;
        for (const name of relationships) table = this.#parentOf(table, name, path);
        return table;
    }

    #parentOf(child: Table, name: string, { at }: Path): Table {
        const { context } = this;
        const field = relationship(child.object, name.toLowerCase());
        const object = field && parentObject(context, field);
        if (!field || !object || !context.canReadField(child.object, field)) {
            throw errorAt(
                this.soql,
                at,
                'INVALID_FIELD',
                `Didn't understand relationship '${name}' in field path. If you are attempting to ` +
                    `use a custom relationship, be sure to append the '__r' after the custom ` +
                    `relationship name. ${HOW_TO_NAME}`
            );
        }
        const relationships = [...child.relationships, field.relationshipName!];
        const key = relationships.join('.');
        const known = this.#parents.get(key);
        if (known) return known;
        if (this.#parents.size === MOST_PARENTS) {
            throw malformed(`SOQL queries refer to at most ${MOST_PARENTS} parent relationships`);
        }
        const path: Table[] = [...child.path];
        const table: Table = { object, alias: this.#nextAlias(), relationships, path };
        path.push(table);
        this.#joins.push(this.#join(table, reference(child, field)));
        this.#parents.set(key, table);
        return table;
    }

    /** A parent the user cannot see is as if it were not there. */
    #join({ object, alias }: Table, { sql: key }: FieldReference): Sql {
        const join = sql(
            `LEFT JOIN ${quoted(object.apiName)} AS ${alias} ON ${alias}."id" = ${key}`
        );
        const visible = this.context.visibleRows(object, alias);
        return visible ? joined([join, { ...visible, sql: `(${visible.sql})` }], ' AND ') : join;
    }
}

export function reference(table: Table, field: FieldSchema): FieldReference {
    return { table, field, sql: `${table.alias}.${quoted(field.apiName)}` };
}

function relationship(object: ObjectSchema, name: string): FieldSchema | undefined {
    for (const field of object.fields.values()) {
        if (field.relationshipName?.toLowerCase() === name) return field;
    }
    return undefined;
}

/** Of the objects a reference may point to the first that is readable, users before groups. */
function parentObject(context: SoqlContext, field: FieldSchema): ObjectSchema | undefined {
    const names = [...field.referenceTo].sort(
        (a, b) => Number(b === 'User') - Number(a === 'User')
    );
    return names
        .map((name) => context.schema.object(name))
        .find((object) => object !== undefined && context.canReadObject(object));
}

function lowerCase(name: string): string {
    return name.toLowerCase();
}
