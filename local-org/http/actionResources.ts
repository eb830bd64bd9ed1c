import { OrgError } from '../engine/orgError.ts';
import type { Action, ActionInput, ActionOutput, ActionRegistry, ActionType } from './actions.ts';
import { bodyObject, listIn } from './requestBody.ts';
import type { Resource, RestRequest } from './resource.ts';
import { notFound, ok, type RestAnswer } from './restAnswer.ts';

const TYPES: readonly ActionType[] = ['flow', 'apex'];

/** `actions/custom/flow/Name` and `actions/custom/apex/Name`. */
export function actionResources(registry: ActionRegistry): readonly Resource[] {
    return [
        { path: 'actions', methods: { GET: listing(({ versionPath }) => linksTo(versionPath)) } },
        {
            path: 'actions/custom',
            methods: {
                GET: listing(({ versionPath }) =>
                    Object.fromEntries(
                        TYPES.map((type) => [type, `${versionPath}/actions/custom/${type}`])
                    )
                )
            }
        },
        {
            path: 'actions/custom/:type',
            methods: { GET: listing((request) => actionsOfType(registry, request)) }
        },
        {
            path: 'actions/custom/:type/:name',
            methods: {
                GET: listing((request) => description(actionOf(registry, request))),
                POST: {
                    kind: 'action',
                    composable: false,
                    run: (request) => invoke(actionOf(registry, request), request)
                }
            }
        }
    ];
}

function listing(body: (request: RestRequest) => unknown) {
    return {
        kind: 'actions:list',
        composable: false,
        run: (request: RestRequest) => ok(body(request))
    } as const;
}

function linksTo(versionPath: string) {
    return {
        standard: `${versionPath}/actions/standard`,
        custom: `${versionPath}/actions/custom`
    };
}

function actionsOfType(registry: ActionRegistry, { params, versionPath }: RestRequest) {
    const type = TYPES.find((known) => known === params.type?.toLowerCase());
    if (!type) throw notFound();
    return {
        actions: registry.list(type).map(({ label, name }) => ({
            label,
            name,
            type: type.toUpperCase(),
            url: `${versionPath}/actions/custom/${type}/${name}`
        }))
    };
}

/** Inputs and outputs are not declared here, so the description lists none. */
function description({ label, name, type }: Action) {
    return { inputs: [], label, name, outputs: [], standard: false, type: type.toUpperCase() };
}

/** @throws OrgError NOT_FOUND */
function actionOf(registry: ActionRegistry, { params }: RestRequest): Action {
    const action = registry.find(params.type!, params.name!);
    if (!action) throw notFound();
    return action;
}

async function invoke(action: Action, request: RestRequest): Promise<RestAnswer> {
    const inputs = listIn(bodyObject(request.body), 'inputs');
    const outputs = await run(action, inputs, request.session.userId);
    const failed = outputs.some((output) => output instanceof Error);
    return {
        status: failed ? 400 : 200,
        body: outputs.map((output) => result(action, output))
    };
}

async function run(
    { name, handler }: Action,
    inputs: readonly ActionInput[],
    userId: string
): Promise<readonly ActionOutput[]> {
    try {
        const outputs = await handler(inputs, { userId });
        if (outputs.length === inputs.length) return outputs;
        throw new Error(
            `${name} answered ${outputs.length} outputs for ${inputs.length} inputs; it must answer one for each`
        );
    } catch (error) {
        return inputs.map(() => (error instanceof Error ? error : new Error(String(error))));
    }
}

function result({ name, type }: Action, output: ActionOutput) {
    const failed = output instanceof Error;
    return {
        actionName: name,
        errors: failed ? [actionError(output)] : null,
        invocationId: null,
        isSuccess: !failed,
        outcome: null,
        outputValues: failed
            ? null
            : { ...output, ...(type === 'flow' && { Flow__InterviewStatus: 'Finished' }) },
        sortOrder: -1,
        version: 1
    };
}

function actionError(error: Error) {
    const known = error instanceof OrgError;
    return {
        statusCode: known ? error.errorCode : 'UNKNOWN_EXCEPTION',
        message: error.message,
        fields: known ? error.fields : []
    };
}
