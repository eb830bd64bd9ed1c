import { OrgError } from '../engine/orgError.ts';
import type { ObjectSchema, OrgSchema, SaveOperation, SaveResult } from '../engine/types.ts';
import { addressedObject } from './addressed.ts';
import { atomically, rollBack } from './atomically.ts';
import { bodyObject, isObject, listIn, sentRecord, type JsonObject } from './requestBody.ts';
import type { Resource, RestRequest } from './resource.ts';
import type { RestAnswer } from './restAnswer.ts';

/** Records with their children under them, created together or not at all. */
export const treeResources: readonly Resource[] = [
    {
        path: 'composite/tree/:object',
        methods: { POST: { kind: 'tree', composable: false, run: createTree } }
    }
];

const MAX_RECORDS = 200;
const MAX_LEVELS = 5;

interface Node {
    readonly referenceId: string;
    readonly object: ObjectSchema;
    readonly values: Record<string, unknown>;
    /** The parent and the field of this record that holds its id. */
    readonly parent?: { readonly node: Node; readonly field: string };
}

interface TreeError {
    readonly referenceId: string;
    readonly errors: SaveResult['errors'];
}

function createTree(request: RestRequest): RestAnswer {
    const { engine, session } = request;
    const root = addressedObject(request);
    const levels = levelsOf(engine.schema, root, listIn(bodyObject(request.body), 'records'));

    const outcome = atomically<Map<Node, string>, TreeError[]>(engine, () => {
        const ids = new Map<Node, string>();
        for (const level of levels) {
            const operations = level.map((node) => createOf(node, ids));
            const results = session.save(operations, { allOrNone: true });
            const errors = results.flatMap((result, index) =>
                result.success
                    ? []
                    : [{ referenceId: level[index]!.referenceId, errors: result.errors }]
            );
            if (errors.length > 0) rollBack(errors.filter(isOwnFault));
            for (const [index, node] of level.entries()) ids.set(node, results[index]!.id!);
        }
        return ids;
    });

    if (!outcome.committed) {
        return { status: 400, body: { hasErrors: true, results: outcome.reason } };
    }
    const results = [...outcome.value].map(([{ referenceId }, id]) => ({ referenceId, id }));
    return { status: 201, body: { hasErrors: false, results } };
}

/** Rows that were only undone because of another row are not listed. */
function isOwnFault({ errors }: TreeError): boolean {
    return errors.some(({ statusCode }) => statusCode !== 'ALL_OR_NONE_OPERATION_ROLLED_BACK');
}

function createOf({ object, values, parent }: Node, ids: Map<Node, string>): SaveOperation {
    return {
        kind: 'create',
        object: object.apiName,
        values: parent ? { ...values, [parent.field]: ids.get(parent.node) } : values
    };
}

/** The records level by level, parents before children. @throws OrgError INVALID_INPUT */
function levelsOf(schema: OrgSchema, root: ObjectSchema, records: readonly JsonObject[]): Node[][] {
    const levels: Node[][] = [];
    const seen = new Set<string>();
    let nodes: { record: JsonObject; object: ObjectSchema; parent?: Node['parent'] }[] =
        records.map((record) => ({ record, object: root }));
    while (nodes.length > 0) {
        if (levels.length === MAX_LEVELS) throw invalid(`More than ${MAX_LEVELS} levels`);
        const next: typeof nodes = [];
        const level = nodes.map(({ record, object, parent }): Node => {
            const { referenceId, values: sent } = sentRecord(record);
            if (referenceId === undefined || seen.has(referenceId)) {
                throw invalid(
                    referenceId === undefined
                        ? 'Include a reference ID for each record in the request.'
                        : `Duplicate ReferenceId provided in the request: ${referenceId}`
                );
            }
            seen.add(referenceId);
            if (seen.size > MAX_RECORDS) throw invalid(`Limit of ${MAX_RECORDS} records exceeded`);
            const values: Record<string, unknown> = {};
            const node: Node = { referenceId, object, values, parent };
            for (const [name, value] of Object.entries(sent)) {
                if (isObject(value) && Array.isArray(value.records)) {
                    next.push(...childrenOf(schema, node, name, listIn(value, 'records')));
                } else {
                    values[name] = value;
                }
            }
            return node;
        });
        levels.push(level);
        nodes = next;
    }
    return levels;
}

function childrenOf(
    schema: OrgSchema,
    node: Node,
    relationship: string,
    records: readonly JsonObject[]
) {
    return records.map((record) => {
        const { type } = sentRecord(record);
        const object = type === undefined ? undefined : schema.object(type);
        const field =
            object &&
            [...object.fields.values()].find(
                ({ childRelationshipName, referenceTo }) =>
                    childRelationshipName?.toLowerCase() === relationship.toLowerCase() &&
                    referenceTo.includes(node.object.apiName)
            );
        if (!object || !field) {
            throw invalid(
                `${node.object.apiName} has no children ${relationship} of type ${type ?? 'unknown'}`
            );
        }
        return { record, object, parent: { node, field: field.apiName } };
    });
}

function invalid(message: string): OrgError {
    return new OrgError('INVALID_INPUT', message);
}
