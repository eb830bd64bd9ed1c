import { parseQuery, isQueryValid } from '@jetstreamapp/soql-parser-js';
import { OrgError } from '../orgError.ts';
import type { Rights } from '../security/rights.ts';
import type { Store, Stored } from '../store/store.ts';
import { quoted } from '../store/tables.ts';
import type { OrgSchema, QueryPage } from '../types.ts';
import type { Cursors } from './cursors.ts';
import { toRecord } from './records.ts';

// STOPGAP until local-org/soql is there: plain fields, AND of equalities, ORDER BY, LIMIT.
interface QueryContext {
    store: Store;
    schema: OrgSchema;
    rights: Rights;
    now: Date;
}
export function runQuery(
    context: QueryContext,
    _cursors: Cursors,
    soql: string,
    _batchSize = 2000
): QueryPage {
    if (!isQueryValid(soql)) throw new OrgError('MALFORMED_QUERY', 'unexpected token');
    const query = parseQuery(soql) as any;
    const object = context.schema.object(query.sObject!);
    if (!object)
        throw new OrgError('INVALID_TYPE', `sObject type '${query.sObject}' is not supported.`);
    const field = (name: string) => {
        const f = object.fields.get(name.toLowerCase());
        if (!f || !context.rights.canRead(object, f))
            throw new OrgError(
                'INVALID_FIELD',
                `No such column '${name}' on entity '${object.apiName}'.`
            );
        return f;
    };
    const params: Stored[] = [];
    const wheres: string[] = [];
    for (let w = query.where; w; w = w.right) {
        const l = w.left;
        const values = (Array.isArray(l.value) ? l.value : [l.value]).map((v: string) =>
            v.startsWith("'")
                ? v.slice(1, -1).replace(/\\(.)/g, '$1')
                : v === 'true'
                  ? 1
                  : v === 'false'
                    ? 0
                    : v === 'null'
                      ? null
                      : Number(v)
        );
        params.push(...values);
        wheres.push(
            `${quoted(field(l.field).apiName)} ${l.operator === 'IN' ? `IN (${values.map(() => '?')})` : l.operator === '=' ? 'IS ?' : l.operator + ' ?'}`
        );
    }
    const fields = query.fields.map((f: any) => field(f.field));
    const rows = context.store.all(
        `SELECT * FROM ${quoted(object.apiName)} ${wheres.length ? 'WHERE ' + wheres.join(' AND ') : ''} ${query.limit ? 'LIMIT ' + Number(query.limit) : ''}`,
        params
    );
    return {
        totalSize: rows.length,
        done: true,
        records: rows.map((row) => toRecord(object, row, fields))
    };
}
export function nextPage(_context: QueryContext, _cursors: Cursors, _locator: string): QueryPage {
    throw new OrgError('INVALID_QUERY_LOCATOR', 'invalid query locator');
}
