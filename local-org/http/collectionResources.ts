import { OrgError } from '../engine/orgError.ts';
import type { OrgRecord, SaveOperation, SaveResult, Values } from '../engine/types.ts';
import { addressedObject, isRecordId, keyField } from './addressed.ts';
import { bodyObject, listIn, sentRecord, type SentRecord } from './requestBody.ts';
import type { Resource, RestRequest } from './resource.ts';
import { malformedBody, ok, type RestAnswer } from './restAnswer.ts';

/** Up to 200 records in one request; each has an outcome of its own. */
export const collectionResources: readonly Resource[] = [
    {
        path: 'composite/sobjects',
        methods: {
            POST: { kind: 'collection:create', composable: true, run: createAll },
            PATCH: { kind: 'collection:update', composable: true, run: updateAll },
            DELETE: { kind: 'collection:delete', composable: true, run: deleteAll }
        }
    },
    {
        path: 'composite/sobjects/:object',
        methods: {
            GET: { kind: 'collection:retrieve', composable: true, run: retrieveFromAddress },
            POST: { kind: 'collection:retrieve', composable: true, run: retrieveFromBody }
        }
    },
    {
        path: 'composite/sobjects/:object/:field',
        methods: { PATCH: { kind: 'collection:upsert', composable: true, run: upsertAll } }
    }
];

const MAX_SAVED = 200;
const MAX_RETRIEVED_BY_GET = 800;
const MAX_RETRIEVED_BY_POST = 2_000;

function createAll(request: RestRequest): RestAnswer {
    return saveAll(request, ({ type, values }) => ({
        kind: 'create',
        object: typeGiven(type),
        values
    }));
}

function updateAll(request: RestRequest): RestAnswer {
    return saveAll(request, ({ type, id, values }) => ({
        kind: 'update',
        object: typeGiven(type),
        id: id ?? '',
        values
    }));
}

function upsertAll(request: RestRequest): RestAnswer {
    const object = addressedObject(request);
    const asked = request.params.field!;
    const field = keyField(object, asked);
    if (!field) {
        throw new OrgError(
            'INVALID_FIELD',
            `Field name provided, ${asked} does not match an External ID for ${object.apiName}`,
            [asked]
        );
    }
    return saveAll(request, ({ id = '', values }) => {
        const upsert = { kind: 'upsert', object: object.apiName } as const;
        const externalIdField = field.apiName;
        if (field.type === 'id') return { ...upsert, externalIdField, externalId: id, values };
        const { own, others } = takeOut(values, externalIdField);
        return { ...upsert, externalIdField, externalId: String(own ?? ''), values: others };
    });
}

/** The value of one field, in any spelling of its name, and all the others. */
function takeOut(values: Values, field: string): { own: unknown; others: Values } {
    const name = Object.keys(values).find((each) => each.toLowerCase() === field.toLowerCase());
    const { [name ?? field]: own, ...others } = values;
    return { own, others };
}

function saveAll(
    { session, body: sent }: RestRequest,
    operationOf: (record: SentRecord) => SaveOperation
): RestAnswer {
    const body = bodyObject(sent);
    const records = listIn(body, 'records');
    refuseAbove(MAX_SAVED, records.length);
    const operations = records.map((record) => operationOf(sentRecord(record)));
    const results = session.save(operations, { allOrNone: body.allOrNone === true });
    return ok(results.map((result, index) => outcome(result, operations[index]!)));
}

function deleteAll({ session, query }: RestRequest): RestAnswer {
    const ids = commaList(query.get('ids'));
    refuseAbove(MAX_SAVED, ids.length);
    const operations = ids.map((id): SaveOperation => ({ kind: 'delete', id }));
    const allOrNone = query.get('allOrNone') === 'true';
    const results = session.save(operations, { allOrNone });
    return ok(results.map((result, index) => outcome(result, operations[index]!)));
}

/** Only an upsert says whether the record is new. */
function outcome(result: SaveResult, operation: SaveOperation): unknown {
    const { id, success, errors, created } = result;
    return {
        ...(id !== undefined && { id }),
        success,
        errors,
        ...(operation.kind === 'upsert' && success && { created: created === true })
    };
}

function retrieveFromAddress(request: RestRequest): RestAnswer {
    const ids = commaList(request.query.get('ids'));
    refuseAbove(MAX_RETRIEVED_BY_GET, ids.length);
    return retrieveAll(request, ids, commaList(request.query.get('fields')));
}

function retrieveFromBody(request: RestRequest): RestAnswer {
    const { ids, fields } = bodyObject(request.body);
    if (!isTexts(ids) || !isTexts(fields)) {
        throw malformedBody('"ids" and "fields" must be arrays of strings');
    }
    refuseAbove(MAX_RETRIEVED_BY_POST, ids.length);
    return retrieveAll(request, ids, fields);
}

const FIELD_NAME = /^[a-z]\w*$/i;

/** Records in the order of their ids; null where there is none, or none this user may see. */
function retrieveAll(
    request: RestRequest,
    ids: readonly string[],
    fields: readonly string[]
): RestAnswer {
    const object = addressedObject(request);
    if (fields.length === 0) throw new OrgError('MISSING_ARGUMENT', 'fields must not be empty');
    for (const field of fields) {
        if (!FIELD_NAME.test(field)) {
            throw new OrgError(
                'INVALID_FIELD',
                `No such column '${field}' on entity '${object.apiName}'`
            );
        }
    }
    for (const id of ids) {
        if (!isRecordId(id)) throw new OrgError('MALFORMED_ID', `malformed id ${id}`);
    }
    if (ids.length === 0) return ok([]);

    const selected = [...new Set(['Id', ...fields.filter((field) => !/^id$/i.test(field))])];
    const condition = [...new Set(ids)].map((id) => `'${id}'`).join(',');
    const { records } = request.session.query(
        `SELECT ${selected.join(',')} FROM ${object.apiName} WHERE Id IN (${condition})`,
        MAX_RETRIEVED_BY_POST
    );
    // The first 15 characters are the id; the last three only repeat its case.
    const byId = new Map<string, OrgRecord>();
    for (const record of records) byId.set(String(record.Id).slice(0, 15), record);
    return ok(ids.map((id) => byId.get(id.slice(0, 15)) ?? null));
}

function typeGiven(type: string | undefined): string {
    if (type === undefined) {
        throw new OrgError(
            'INVALID_INPUT',
            'Every record needs its type: "attributes": {"type": "…"}'
        );
    }
    return type;
}

function refuseAbove(limit: number, count: number): void {
    if (count > limit) {
        throw new OrgError(
            'EXCEEDED_ID_LIMIT',
            `record limit reached. cannot submit more than ${limit} records into this call`
        );
    }
}

function commaList(text: string | null): string[] {
    return (text ?? '')
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== '');
}

function isTexts(value: unknown): value is readonly string[] {
    return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
