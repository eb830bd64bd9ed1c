import { OrgError } from '../engine/orgError.ts';
import type { OrgRecord } from '../engine/types.ts';
import { unsupportedFunction } from './operand.ts';
import { errorAt, malformed } from './queryError.ts';
import type { FieldsGroup, Query, SelectItem } from './query.ts';
import { Columns, RecordShape, type SqlRow } from './recordShape.ts';
import { reference, type FieldReference, type Scope } from './scope.ts';
import type { SqlValue } from './sqlFragment.ts';

/** Runs a statement; rows by column name. */
export type RunSql = (sql: string, params: readonly SqlValue[]) => readonly SqlRow[];

/** What a query selects: the columns it reads, and the records made of them. */
export interface Selection {
    readonly columns: Columns;
    /** Records of rows, children fetched for all of them together. */
    records(rows: readonly SqlRow[], run: RunSql): OrgRecord[];
}

/** A query for the children of records. */
export interface ChildQuery {
    /** Of the relationship, as in the schema. */
    readonly name: string;
    /** Fetches the children of these records, all at once. */
    fetch(parentIds: readonly SqlValue[], run: RunSql): void;
    /** What was fetched last for a record; null where there is none, as Salesforce shows it. */
    of(parentId: SqlValue): unknown;
}

/** @param childQuery compiles a child query; given in, because it selects in turn */
export function select(
    query: Query,
    scope: Scope,
    childQuery: (query: Query, parent: Scope) => ChildQuery
): Selection {
    const columns = new Columns();
    const shape = new RecordShape(scope.root, scope.context, columns);
    const selected = new Set<string>();
    const children: ChildQuery[] = [];

    const addField = (field: FieldReference, key?: string, label?: boolean) => {
        const path = [...field.table.relationships, key ?? field.field.apiName].join('.');
        if (selected.has(path.toLowerCase())) {
            throw new OrgError('INVALID_FIELD', `duplicate field selected: ${path}`);
        }
        selected.add(path.toLowerCase());
        shape.addField(field, key, label);
    };

    for (const item of query.select) {
        switch (item.kind) {
            case 'field':
                if (item.alias !== undefined) throw aliasError(item.path.at, scope);
                addField(scope.field(item.path));
                break;
            case 'fields':
                for (const field of fieldsGroup(item.which, query, scope)) addField(field);
                break;
            case 'function':
                addLabel(item, scope, addField);
                break;
            case 'children': {
                const child = childQuery(item.query, scope);
                children.push(child);
                shape.addMember(child.name, (row) => child.of(row[shape.id]));
                break;
            }
            case 'typeof':
                throw errorAt(
                    scope.soql,
                    item.at,
                    'MALFORMED_QUERY',
                    'TYPEOF is not supported here'
                );
        }
    }
    return {
        columns,
        records: (rows, run) => {
            for (const child of children) {
                child.fetch(
                    rows.map((row) => row[shape.id]),
                    run
                );
            }
            return rows.map((row) => shape.record(row)!);
        }
    };
}

/** `toLabel(Status__c)` is the one function there is outside of groupings. */
function addLabel(
    { call, alias }: SelectItem & { kind: 'function' },
    scope: Scope,
    addField: (field: FieldReference, key: string, label: boolean) => void
): void {
    const [argument] = call.args;
    if (call.name !== 'TOLABEL' || call.args.length !== 1 || argument.kind !== 'path') {
        throw unsupportedFunction(call, scope);
    }
    const field = scope.field(argument);
    addField(field, alias ?? field.field.apiName, true);
}

function aliasError(at: number, scope: Scope): Error {
    const message = 'only aggregate expressions use field aliasing';
    return errorAt(scope.soql, at, 'MALFORMED_QUERY', message);
}

const MOST_WITH_ALL_FIELDS = 200;

function fieldsGroup(which: FieldsGroup, { limit }: Query, scope: Scope): FieldReference[] {
    if (which !== 'STANDARD' && (limit === undefined || limit > MOST_WITH_ALL_FIELDS)) {
        throw malformed('The SOQL FIELDS function must have a LIMIT of at most 200');
    }
    const { root, context } = scope;
    return [...root.object.fields.values()]
        .filter((field) => context.canReadField(root.object, field))
        .filter((field) => which === 'ALL' || field.custom === (which === 'CUSTOM'))
        .map((field) => reference(root, field));
}
