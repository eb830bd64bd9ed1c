import sqlite from 'node-sqlite3-wasm';
import { to18 } from '../../ids.ts';
import type { FieldSchema, FieldType, ObjectSchema, OrgSchema } from '../../engine/types.ts';
import { compileSoql, type CompiledQuery, type SoqlContext, type SqlRow } from '../soql.ts';

/** A small org for tests of queries: a schema, its tables in memory, and rows put in directly. */

type Options = Partial<FieldSchema>;

function field(apiName: string, type: FieldType, options: Options = {}): FieldSchema {
    return {
        apiName,
        type,
        label: apiName,
        custom: apiName.endsWith('__c'),
        required: false,
        unique: false,
        caseSensitive: false,
        externalId: false,
        restrictedPicklist: false,
        referenceTo: [],
        masterDetail: false,
        createable: true,
        updateable: true,
        ...options
    };
}

const reference = (
    apiName: string,
    referenceTo: readonly string[],
    relationshipName: string,
    childRelationshipName?: string
) =>
    field(apiName, 'reference', {
        referenceTo,
        relationshipName,
        ...(childRelationshipName && { childRelationshipName })
    });

const picklist = (apiName: string, values: readonly string[], type: FieldType = 'picklist') =>
    field(apiName, type, {
        picklistValues: values.map((value) => ({
            value,
            label: `${value} label`,
            isDefault: false,
            active: true
        }))
    });

function object(apiName: string, keyPrefix: string, fields: FieldSchema[]): ObjectSchema {
    const system = [
        field('Id', 'id'),
        field('CreatedDate', 'datetime'),
        reference('OwnerId', ['Group', 'User'], 'Owner')
    ];
    return {
        apiName,
        keyPrefix,
        label: apiName,
        labelPlural: apiName,
        custom: apiName.endsWith('__c'),
        sharingModel: 'ReadWrite',
        fields: new Map([...system, ...fields].map((one) => [one.apiName.toLowerCase(), one])),
        validationRules: []
    };
}

const address = (part: string, type: FieldType = 'string') =>
    field(`Mailing${part}`, type, { compoundField: 'MailingAddress' });

const OBJECTS = [
    object('Group', '00G', [field('Name', 'string')]),
    object('User', '005', [
        field('Name', 'string'),
        field('IsActive', 'boolean'),
        reference('ManagerId', ['User'], 'Manager')
    ]),
    object('Account', '001', [
        field('Name', 'string', { length: 255 }),
        field('AnnualRevenue', 'currency'),
        reference('ParentId', ['Account'], 'Parent', 'ChildAccounts')
    ]),
    object('Contact', '003', [
        field('Name', 'string'),
        field('Email', 'email'),
        field('DoNotCall', 'boolean'),
        field('MailingAddress', 'address'),
        address('City'),
        address('PostalCode'),
        address('Latitude', 'double'),
        reference('AccountId', ['Account'], 'Account', 'Contacts')
    ]),
    object('Thing__c', 'a00', [
        field('Name', 'string'),
        field('Code__c', 'string', { unique: true, externalId: true, caseSensitive: true }),
        field('Amount__c', 'double'),
        field('Count__c', 'int'),
        field('Active__c', 'boolean'),
        field('Day__c', 'date'),
        field('Moment__c', 'datetime'),
        field('Time__c', 'time'),
        field('Long__c', 'textarea', { length: 32_000 }),
        field('Short__c', 'textarea', { length: 255 }),
        field('Hidden__c', 'string'),
        picklist('Status__c', ['New', 'In progress', 'Done']),
        picklist('Colours__c', ['red', 'green', 'blue', 'dark red'], 'multipicklist'),
        reference('Contact__c', ['Contact'], 'Contact__r', 'Things__r'),
        reference('Thing__c', ['Thing__c'], 'Thing__r', 'Parts__r')
    ]),
    object('Secret__c', 'a01', [field('Name', 'string')])
];

const objects = new Map(OBJECTS.map((one) => [one.apiName.toLowerCase(), one]));

export const schema: OrgSchema = {
    objects,
    object: (apiName) => objects.get(apiName.toLowerCase()),
    objectOfId: (id) => OBJECTS.find(({ keyPrefix }) => id.startsWith(keyPrefix))
};

export type RowValues = Readonly<Record<string, string | number | null>>;

/** The n-th id of an object, 18 characters. */
export function idOf(apiName: string, n: number): string {
    return to18(schema.object(apiName)!.keyPrefix + String(n).padStart(12, '0'));
}

export interface SampleOrg {
    /** @returns the id */
    add(apiName: string, values: RowValues): string;
    compile(soql: string): CompiledQuery;
    /** Records of a query, without their attributes; the number of a `COUNT()` query. */
    query(soql: string): unknown;
    /** Names of the records of a query, in its order. */
    names(soql: string): string[];
    rows(sql: string, params?: readonly (string | number | null)[]): SqlRow[];
    plan(soql: string): string;
    statements: number;
    close(): void;
}

export function sampleOrg(rights: Partial<SoqlContext> = {}): SampleOrg {
    const db = new sqlite.Database(':memory:');
    for (const { apiName, fields } of OBJECTS) {
        const stored = [...fields.values()].filter(({ type }) => type !== 'address');
        db.exec(`CREATE TABLE "${apiName.toLowerCase()}" (${stored.map(column).join(', ')})`);
        for (const { type, apiName: name, unique } of stored) {
            if (type !== 'reference' && !unique && name !== 'Name') continue;
            const column = `"${apiName.toLowerCase()}" ("${name.toLowerCase()}")`;
            db.exec(`CREATE INDEX "${apiName}.${name}" ON ${column}`);
        }
    }
    const context: SoqlContext = {
        schema,
        userId: idOf('User', 1),
        now: new Date('2026-03-04T10:30:00Z'),
        canReadObject: ({ apiName }) => apiName !== 'Secret__c',
        canReadField: (_, { apiName }) => apiName !== 'Hidden__c',
        visibleRows: () => null,
        attributesOf: ({ apiName }, id) => ({ type: apiName, url: `/${apiName}/${id}` }),
        ...rights
    };
    const counts = new Map<string, number>();
    const org: SampleOrg = {
        statements: 0,
        add: (apiName, values) => {
            const n = (counts.get(apiName) ?? 0) + 1;
            counts.set(apiName, n);
            const row: RowValues = { Id: idOf(apiName, n), ...values };
            const names = Object.keys(row).map((name) => `"${name.toLowerCase()}"`);
            const marks = names.map(() => '?').join(', ');
            const table = `"${apiName.toLowerCase()}"`;
            db.run(
                `INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks})`,
                Object.values(row)
            );
            return String(row.Id);
        },
        compile: (soql) => compileSoql(soql, context),
        rows: (sql, params = []) => {
            org.statements += 1;
            return db.all(sql, [...params]) as SqlRow[];
        },
        query: (soql) => {
            const query = compileSoql(soql, context);
            const rows = org.rows(query.sql, query.params);
            const [{ n }] = org.rows(query.countSql, query.params);
            if (query.kind === 'count') return n;
            if (n !== rows.length) throw new Error(`countSql says ${n}, sql ${rows.length}`);
            return withoutAttributes(query.records(rows, org.rows));
        },
        names: (soql) => (org.query(soql) as { Name: string }[]).map(({ Name }) => Name),
        plan: (soql) => {
            const { sql, params } = compileSoql(soql, context);
            const steps = org.rows(`EXPLAIN QUERY PLAN ${sql}`, params);
            return steps.map(({ detail }) => detail).join('; ');
        },
        close: () => db.close()
    };
    return org;
}

function column({ apiName, type, caseSensitive }: FieldSchema): string {
    const name = `"${apiName.toLowerCase()}"`;
    switch (type) {
        case 'id':
            return `${name} TEXT PRIMARY KEY`;
        case 'boolean':
        case 'int':
            return `${name} INTEGER`;
        case 'double':
        case 'currency':
            return `${name} REAL`;
        case 'reference':
        case 'date':
        case 'datetime':
        case 'time':
            return `${name} TEXT`;
        default:
            return caseSensitive ? `${name} TEXT` : `${name} TEXT COLLATE NOCASE`;
    }
}

function withoutAttributes(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(withoutAttributes);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
        Object.entries(value)
            .filter(([key]) => key !== 'attributes')
            .map(([key, one]) => [key, withoutAttributes(one)])
    );
}
