import { OrgError } from '../engine/orgError.ts';
import type { ObjectSchema, SaveOperation, SaveResult, Values } from '../engine/types.ts';
import { isRecordId } from '../http/addressed.ts';
import { bodyObject, isObject } from '../http/requestBody.ts';
import type { Resource, RestRequest } from '../http/resource.ts';
import { NO_CONTENT, notFound, ok, refusedSave, type RestAnswer } from '../http/restAnswer.ts';
import { columnsOf, fieldTree, representation, type FieldTree } from './recordRepresentation.ts';

/** `ui-api/records`: single records, as lightning/uiRecordApi uses them. */
export const recordResources: readonly Resource[] = [
    {
        path: 'ui-api/records',
        methods: { POST: { kind: 'record:create', composable: true, run: create } }
    },
    {
        path: 'ui-api/records/:id',
        methods: {
            GET: { kind: 'record:retrieve', composable: true, run: retrieve },
            PATCH: { kind: 'record:update', composable: true, run: update },
            DELETE: { kind: 'record:delete', composable: true, run: destroy }
        }
    }
];

function create(request: RestRequest): RestAnswer {
    const { apiName, fields } = sent(request);
    const object = request.engine.schema.object(String(apiName));
    if (!object)
        throw new OrgError('INVALID_TYPE', `Object ${String(apiName)} is not supported in UI API`);
    const result = saveOne(request, { kind: 'create', object: object.apiName, values: fields });
    if (!result.success) return refusedSave(result);
    return { status: 201, body: shown(request, object, result.id!, treeOfAll(request, object)) };
}

function retrieve(request: RestRequest): RestAnswer {
    const object = recordObject(request);
    const asked = (parameter: string) =>
        (request.query.get(parameter) ?? '')
            .split(',')
            .map((name) => name.trim())
            .filter((name) => name !== '');
    const fields = asked('fields');
    const optional = asked('optionalFields').filter((name) => isThere(request, object, name));
    if (fields.length + asked('optionalFields').length === 0) {
        throw new OrgError(
            'INVALID_PARAMETER',
            'Ask for fields or optionalFields; layouts are not imitated'
        );
    }
    const tree = fieldTree(object, [...fields, ...optional]);
    return ok(shown(request, object, request.params.id!, tree));
}

function update(request: RestRequest): RestAnswer {
    const object = recordObject(request);
    const id = request.params.id!;
    const { fields } = sent(request);
    const result = saveOne(request, { kind: 'update', object: object.apiName, id, values: fields });
    if (!result.success) return refusedSave(result);
    return ok(shown(request, object, id, treeOfAll(request, object)));
}

function destroy(request: RestRequest): RestAnswer {
    recordObject(request);
    const result = saveOne(request, { kind: 'delete', id: request.params.id! });
    return result.success ? NO_CONTENT : refusedSave(result);
}

/** @throws OrgError NOT_FOUND for a record that is not there or that the user may not see */
function shown(
    { engine, session }: RestRequest,
    object: ObjectSchema,
    id: string,
    tree: FieldTree
): Record<string, unknown> {
    const columns = columnsOf(engine.schema, object, tree).join(', ');
    const { records } = session.query(
        `SELECT ${columns} FROM ${object.apiName} WHERE Id = '${id}'`
    );
    if (records.length === 0) throw notFound();
    return representation(engine.schema, object, records[0], tree);
}

/** After a save the UI API shows the record's layout; here, every field the user may read. */
function treeOfAll({ session }: RestRequest, { apiName }: ObjectSchema): FieldTree {
    const { fields } = session.describe(apiName) as { fields: { name: string; type: string }[] };
    const readable = fields.filter(({ type }) => type !== 'address');
    return new Map(readable.map(({ name }) => [name, new Map()]));
}

/** An optional field that is missing or hidden is left out without an error. */
function isThere({ engine, session }: RestRequest, object: ObjectSchema, name: string): boolean {
    try {
        const columns = columnsOf(engine.schema, object, fieldTree(object, [name]));
        session.query(`SELECT ${columns.join(', ')} FROM ${object.apiName} LIMIT 0`);
        return true;
    } catch (error) {
        if (error instanceof OrgError && error.errorCode === 'INVALID_FIELD') return false;
        throw error;
    }
}

function recordObject({ engine, params }: RestRequest): ObjectSchema {
    const object = isRecordId(params.id!) ? engine.schema.objectOfId(params.id!) : undefined;
    if (!object) throw notFound();
    return object;
}

function sent({ body }: RestRequest): { apiName: unknown; fields: Values } {
    const { apiName, fields } = bodyObject(body);
    return { apiName, fields: isObject(fields) ? fields : {} };
}

function saveOne({ session }: RestRequest, operation: SaveOperation): SaveResult {
    return session.save([operation], { allOrNone: false })[0];
}
