import { OrgError } from '../engine/orgError.ts';
import { actionResources } from './actionResources.ts';
import type { ActionRegistry } from './actions.ts';
import { collectionResources } from './collectionResources.ts';
import { compositeResources } from './compositeResources.ts';
import type { OrgPlace } from './identity.ts';
import { orgResources } from './orgResources.ts';
import { queryResources } from './queryResources.ts';
import type { RequestCounter } from './requestCounter.ts';
import { createResourceTable, type Dispatch, type ResourceTable } from './resource.ts';
import { errorAnswer, methodNotAllowed, notFound, refusal } from './restAnswer.ts';
import { sobjectResources } from './sobjectResources.ts';
import { treeResources } from './treeResources.ts';
import { uiApiResources } from '../uiapi/uiApiResources.ts';

/** All of `/services/data/vNN.0`, found by method and address. */
export function createRestApi(
    actions: ActionRegistry,
    requests: RequestCounter,
    place: OrgPlace
): ResourceTable {
    const table = createResourceTable([
        ...orgResources(requests, place),
        ...queryResources,
        ...sobjectResources,
        ...collectionResources,
        ...compositeResources(dispatcher(() => table)),
        ...treeResources,
        ...uiApiResources,
        ...actionResources(actions)
    ]);
    return table;
}

/** Parts of a composite fail one by one, as answers; only a defect of the org itself is thrown. */
function dispatcher(table: () => ResourceTable): Dispatch {
    return (whole, { method, url, body }) => {
        const match = table()(method, url);
        if (match.found === 'nothing') return refusal(notFound());
        if (match.found === 'otherMethods') return methodNotAllowed(method, match.allowed);
        const { handler, target } = match;
        if (!handler.composable) {
            return errorAnswer(400, {
                errorCode: 'INVALID_INPUT',
                message: `${url} cannot be a part of a composite request`
            });
        }
        try {
            return handler.run({ ...whole, ...target, body, batchSize: undefined });
        } catch (error) {
            if (error instanceof OrgError) return refusal(error);
            throw error;
        }
    };
}
