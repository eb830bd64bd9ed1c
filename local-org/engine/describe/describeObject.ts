import type { Rights } from '../security/rights.ts';
import { OrgError } from '../orgError.ts';
import type { ObjectSchema, OrgSchema } from '../types.ts';
import { describeField } from './describeField.ts';

/** The shapes of `/sobjects` and `/sobjects/<object>/describe`, as this user sees them. */

const API_PATH = '/services/data/v66.0';

export function describeGlobal(schema: OrgSchema, rights: Rights): Record<string, unknown> {
    return {
        encoding: 'UTF-8',
        maxBatchSize: 200,
        sobjects: [...schema.objects.values()]
            .filter((object) => rights.object(object).read)
            .sort((one, other) => (one.apiName < other.apiName ? -1 : 1))
            .map((object) => objectFacts(object, rights))
    };
}

/** @throws OrgError NOT_FOUND when there is no such object for this user */
export function describeObject(
    schema: OrgSchema,
    rights: Rights,
    name: string
): Record<string, unknown> {
    const object = schema.object(name);
    if (!object || !rights.object(object).read) {
        throw new OrgError('NOT_FOUND', 'The requested resource does not exist', [], 404);
    }
    return {
        ...objectFacts(object, rights),
        actionOverrides: [],
        childRelationships: childRelationships(schema, rights, object),
        compactLayoutable: true,
        defaultImplementation: null,
        extendedBy: null,
        extendsInterfaces: null,
        fields: [...object.fields.values()]
            .filter((field) => rights.canRead(object, field))
            .map((field) => describeField(object, field, rights)),
        implementedBy: null,
        implementsInterfaces: null,
        listviewable: null,
        lookupLayoutable: null,
        namedLayoutInfos: [],
        networkScopeFieldName: null,
        recordTypeInfos: [],
        searchLayoutable: true,
        sobjectDescribeOption: 'FULL',
        supportedScopes: [
            { label: 'All records', name: 'everything' },
            { label: 'My records', name: 'mine' }
        ]
    };
}

function objectFacts(object: ObjectSchema, rights: Rights): Record<string, unknown> {
    const right = rights.object(object);
    const path = `${API_PATH}/sobjects/${object.apiName}`;
    return {
        activateable: false,
        associateEntityType: null,
        associateParentEntity: null,
        createable: right.create,
        custom: object.custom,
        customSetting: false,
        deepCloneable: false,
        deletable: right.delete,
        deprecatedAndHidden: false,
        feedEnabled: false,
        hasSubtypes: false,
        isInterface: false,
        isSubtype: false,
        keyPrefix: object.keyPrefix,
        label: object.label,
        labelPlural: object.labelPlural,
        layoutable: true,
        mergeable: false,
        mruEnabled: true,
        name: object.apiName,
        queryable: right.read,
        replicateable: true,
        retrieveable: right.read,
        searchable: true,
        triggerable: true,
        undeletable: false,
        updateable: right.edit,
        urls: {
            describe: `${path}/describe`,
            rowTemplate: `${path}/{ID}`,
            sobject: path
        }
    };
}

function childRelationships(schema: OrgSchema, rights: Rights, object: ObjectSchema): unknown[] {
    return [...schema.objects.values()]
        .filter((child) => rights.object(child).read)
        .flatMap((child) =>
            [...child.fields.values()]
                .filter((field) => field.referenceTo.includes(object.apiName))
                .filter((field) => rights.canRead(child, field))
                .map((field) => ({
                    cascadeDelete: field.onParentDelete === 'cascade',
                    childSObject: child.apiName,
                    deprecatedAndHidden: false,
                    field: field.apiName,
                    junctionIdListNames: [],
                    junctionReferenceTo: [],
                    relationshipName: field.childRelationshipName ?? null,
                    restrictedDelete: field.onParentDelete === 'restrict'
                }))
        );
}
