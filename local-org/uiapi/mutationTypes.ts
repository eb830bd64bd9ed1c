import {
    GraphQLBoolean,
    GraphQLID,
    GraphQLInputObjectType,
    GraphQLNonNull,
    GraphQLObjectType,
    type GraphQLFieldConfig,
    type GraphQLFieldConfigMap,
    type GraphQLInputFieldConfig
} from 'graphql';
import type { FieldSchema, ObjectSchema, OrgRecord, OrgSchema } from '../engine/types.ts';
import { selectedColumns } from './columns.ts';
import { outcomeOf, runMutations, type MutationRun, type Saved } from './mutations.ts';
import { asFieldError, type UiApiContext } from './requestContext.ts';
import { IdOrRef, scalarOf } from './scalars.ts';
import type { RecordTypes } from './recordTypes.ts';

/** How a field of `UIAPIMutations` tells what it does. */
export interface OperationExtension {
    readonly operation: 'create' | 'update' | 'delete';
    readonly object: string;
}

type Operations = GraphQLFieldConfigMap<MutationRun, UiApiContext>;

export function mutationType(schema: OrgSchema, records: RecordTypes): GraphQLObjectType {
    const RecordDeleteInput = new GraphQLInputObjectType({
        name: 'RecordDeleteInput',
        fields: { Id: { type: new GraphQLNonNull(IdOrRef) } }
    });
    const RecordDeletePayload = new GraphQLObjectType({
        name: 'RecordDeletePayload',
        fields: { Id: { type: GraphQLID, resolve: ({ id }: Saved) => id } }
    });

    function operations(object: ObjectSchema): Operations {
        const { apiName } = object;
        const payload = (kind: string, rest: GraphQLFieldConfigMap<Saved, UiApiContext> = {}) =>
            new GraphQLObjectType<Saved, UiApiContext>({
                name: `${apiName}${kind}Payload`,
                fields: () => ({ Record: savedRecord(object), ...rest })
            });
        const values = (kind: string, isSent: (field: FieldSchema) => boolean) =>
            new GraphQLInputObjectType({
                name: `${apiName}${kind}Representation`,
                extensions: { orgObject: apiName },
                fields: inputFields(object, isSent, kind === 'Create')
            });
        const field = (
            operation: OperationExtension['operation'],
            type: GraphQLObjectType,
            input: GraphQLInputObjectType
        ): Operations[string] => ({
            type,
            args: { input: { type: new GraphQLNonNull(input) } },
            extensions: { operation, object: apiName },
            resolve: (run, _args, _context, info) => outcomeOf(run, String(info.path.key))
        });
        const create = new GraphQLInputObjectType({
            name: `${apiName}CreateInput`,
            fields: {
                [apiName]: {
                    type: new GraphQLNonNull(values('Create', ({ createable }) => createable))
                }
            }
        });
        const update = new GraphQLInputObjectType({
            name: `${apiName}UpdateInput`,
            fields: {
                Id: { type: new GraphQLNonNull(IdOrRef) },
                [apiName]: {
                    type: new GraphQLNonNull(values('Update', ({ updateable }) => updateable))
                }
            }
        });
        const success = { type: GraphQLBoolean, resolve: () => true };
        return {
            [`${apiName}Create`]: field('create', payload('Create'), create),
            [`${apiName}Update`]: field('update', payload('Update', { success }), update),
            [`${apiName}Delete`]: field('delete', RecordDeletePayload, RecordDeleteInput)
        };
    }

    /** The record as it is once everything is done. */
    function savedRecord(object: ObjectSchema): GraphQLFieldConfig<Saved, UiApiContext> {
        const type = records.record(object);
        return {
            type,
            resolve: ({ id }, _args, { session }, info): OrgRecord | null => {
                const columns = selectedColumns(info, type, info.fieldNodes).join(', ');
                const soql = `SELECT ${columns} FROM ${object.apiName} WHERE Id = '${id}'`;
                return asFieldError(() => session.query(soql)).records[0] ?? null;
            }
        };
    }

    const changeable = [...schema.objects.values()].filter((object) =>
        [...object.fields.values()].some(({ createable }) => createable)
    );
    const UIAPIMutations: GraphQLObjectType = new GraphQLObjectType({
        name: 'UIAPIMutations',
        fields: () => Object.assign({}, ...changeable.map(operations)) as Operations
    });
    return new GraphQLObjectType({
        name: 'Mutation',
        fields: {
            uiapi: {
                type: new GraphQLNonNull(UIAPIMutations),
                args: {
                    input: {
                        type: new GraphQLInputObjectType({
                            name: 'UIAPIMutationsInput',
                            fields: { allOrNone: { type: GraphQLBoolean, defaultValue: true } }
                        })
                    }
                },
                resolve: (_source, args: { input?: { allOrNone?: boolean } }, context, info) =>
                    runMutations(UIAPIMutations, args.input?.allOrNone ?? true, context, info)
            }
        }
    });
}

function inputFields(
    object: ObjectSchema,
    isSent: (field: FieldSchema) => boolean,
    creating: boolean
): Record<string, GraphQLInputFieldConfig> {
    return Object.fromEntries(
        [...object.fields.values()].filter(isSent).flatMap((field) => {
            const scalar = field.type === 'reference' ? IdOrRef : scalarOf(field);
            if (!scalar) return [];
            const mustBeSent = creating && field.required && field.defaultValue === undefined;
            const type =
                mustBeSent && field.type !== 'boolean' ? new GraphQLNonNull(scalar) : scalar;
            return [[field.apiName, { type, extensions: { orgField: field.apiName } }] as const];
        })
    );
}
