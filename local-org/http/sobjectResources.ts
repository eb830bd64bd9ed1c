import { OrgError } from '../engine/orgError.ts';
import type { ObjectSchema, SaveOperation, SaveResult } from '../engine/types.ts';
import { addressedObject, isRecordId, keyField } from './addressed.ts';
import { bodyObject, sentRecord } from './requestBody.ts';
import type { Resource, RestRequest } from './resource.ts';
import { NO_CONTENT, notFound, ok, refusedSave, type RestAnswer } from './restAnswer.ts';

/** Describes, and single records by id or by external id. */
export const sobjectResources: readonly Resource[] = [
    {
        path: 'sobjects',
        methods: { GET: { kind: 'describeGlobal', composable: true, run: describeGlobal } }
    },
    {
        path: 'sobjects/:object',
        methods: {
            GET: { kind: 'sobject:info', composable: true, run: basicInfo },
            POST: { kind: 'sobject:create', composable: true, run: create }
        }
    },
    {
        path: 'sobjects/:object/describe',
        methods: { GET: { kind: 'describe', composable: true, run: describe } }
    },
    {
        path: 'sobjects/:object/:id',
        methods: {
            GET: { kind: 'sobject:retrieve', composable: true, run: retrieve },
            PATCH: { kind: 'sobject:update', composable: true, run: update },
            DELETE: { kind: 'sobject:delete', composable: true, run: destroy }
        }
    },
    {
        path: 'sobjects/:object/:field/:value',
        methods: {
            GET: { kind: 'sobject:retrieve', composable: true, run: retrieveByExternalId },
            PATCH: { kind: 'sobject:upsert', composable: true, run: upsert },
            DELETE: { kind: 'sobject:delete', composable: true, run: destroyByExternalId }
        }
    }
];

function describeGlobal({ session }: RestRequest): RestAnswer {
    return ok(session.describeGlobal());
}

function describe(request: RestRequest): RestAnswer {
    const object = addressedObject(request);
    return ok(asResource(() => request.session.describe(object.apiName)));
}

function basicInfo(request: RestRequest): RestAnswer {
    const object = addressedObject(request);
    const { sobjects } = request.session.describeGlobal() as { sobjects: { name: string }[] };
    const objectDescribe = sobjects.find(({ name }) => name === object.apiName);
    if (!objectDescribe) throw notFound();
    return ok({ objectDescribe, recentItems: [] });
}

function create(request: RestRequest): RestAnswer {
    const object = addressedObject(request);
    const { id, values } = sentRecord(bodyObject(request.body));
    if (id !== undefined) {
        throw new OrgError(
            'INVALID_FIELD_FOR_INSERT_UPDATE',
            'cannot specify Id in an insert call',
            ['Id']
        );
    }
    const result = saveOne(request, { kind: 'create', object: object.apiName, values });
    if (!result.success) return refusedSave(result);
    return {
        status: 201,
        body: { id: result.id, success: true, errors: [] },
        headers: { location: locationOf(request, object, result.id!) }
    };
}

function retrieve(request: RestRequest): RestAnswer {
    const { object, id } = recordOf(request);
    return ok(asResource(() => request.session.retrieve(object.apiName, id, fieldsAsked(request))));
}

function update(request: RestRequest): RestAnswer {
    const { object, id } = recordOf(request);
    return updateById(request, object, id);
}

function updateById(request: RestRequest, object: ObjectSchema, id: string): RestAnswer {
    const { id: idInBody, values } = sentRecord(bodyObject(request.body));
    if (idInBody !== undefined) {
        throw new OrgError(
            'INVALID_FIELD',
            'The Id field should not be specified in the sobject data.'
        );
    }
    const result = saveOne(request, { kind: 'update', object: object.apiName, id, values });
    return result.success ? NO_CONTENT : refusedSave(result);
}

function destroy(request: RestRequest): RestAnswer {
    return destroyById(request, recordOf(request).id);
}

function destroyById(request: RestRequest, id: string): RestAnswer {
    const result = saveOne(request, { kind: 'delete', id });
    return result.success ? NO_CONTENT : refusedSave(result);
}

function retrieveByExternalId(request: RestRequest): RestAnswer {
    const { object, field, value } = externalIdOf(request);
    return ok(
        asResource(() => {
            const whole = request.session.retrieveByExternalId(object.apiName, field, value);
            const fields = fieldsAsked(request);
            return fields
                ? request.session.retrieve(object.apiName, String(whole.Id), fields)
                : whole;
        })
    );
}

/** 201 for a new record, 200 for an old one; both say which, as from API version 46.0 on. */
function upsert(request: RestRequest): RestAnswer {
    const { object, field, value } = externalIdOf(request);
    if (field === 'Id') return updateById(request, object, value);
    const { values } = sentRecord(bodyObject(request.body));
    if (Object.keys(values).some((name) => name.toLowerCase() === field.toLowerCase())) {
        throw new OrgError(
            'INVALID_FIELD',
            `The ${field} field should not be specified in the sobject data.`
        );
    }
    const result = saveOne(request, {
        kind: 'upsert',
        object: object.apiName,
        externalIdField: field,
        externalId: value,
        values
    });
    if (!result.success) return refusedSave(result);
    const { id, created = false } = result;
    return {
        status: created ? 201 : 200,
        body: { id, success: true, errors: [], created },
        ...(created && { headers: { location: locationOf(request, object, id!) } })
    };
}

function destroyByExternalId(request: RestRequest): RestAnswer {
    const { object, field, value } = externalIdOf(request);
    const record = asResource(() =>
        request.session.retrieveByExternalId(object.apiName, field, value)
    );
    return destroyById(request, String(record.Id));
}

function saveOne({ session }: RestRequest, operation: SaveOperation): SaveResult {
    return session.save([operation], { allOrNone: false })[0]!;
}

/** The object and id of `sobjects/Contact/003…`. @throws OrgError NOT_FOUND */
function recordOf(request: RestRequest): { object: ObjectSchema; id: string } {
    const object = addressedObject(request);
    const id = request.params.id!;
    if (!isRecordId(id)) {
        throw new OrgError(
            'NOT_FOUND',
            `Provided external ID field does not exist or is not accessible: ${id}`,
            [],
            404
        );
    }
    if (request.engine.schema.objectOfId(id) !== object) throw notFound();
    return { object, id };
}

/** @throws OrgError NOT_FOUND for a field that is no external id */
function externalIdOf(request: RestRequest): {
    object: ObjectSchema;
    field: string;
    value: string;
} {
    const object = addressedObject(request);
    const { field: asked, value } = request.params as { field: string; value: string };
    const field = keyField(object, asked);
    if (!field) {
        throw new OrgError(
            'NOT_FOUND',
            `Provided external ID field does not exist or is not accessible: ${asked}`,
            [],
            404
        );
    }
    return { object, field: field.apiName, value };
}

function fieldsAsked({ query }: RestRequest): string[] | undefined {
    return query
        .get('fields')
        ?.split(',')
        .map((field) => field.trim())
        .filter((field) => field !== '');
}

/** An object the user may not see is not there at all when it is a part of the address. */
function asResource<T>(read: () => T): T {
    try {
        return read();
    } catch (error) {
        if (error instanceof OrgError && error.errorCode === 'INVALID_TYPE') throw notFound();
        throw error;
    }
}

function locationOf({ versionPath }: RestRequest, object: ObjectSchema, id: string): string {
    return `${versionPath}/sobjects/${object.apiName}/${id}`;
}
