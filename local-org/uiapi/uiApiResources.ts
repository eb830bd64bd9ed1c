import { OrgError } from '../engine/orgError.ts';
import { addressedObject } from '../http/addressed.ts';
import { bodyObject, isObject } from '../http/requestBody.ts';
import type { Resource, RestRequest } from '../http/resource.ts';
import { ok, type RestAnswer } from '../http/restAnswer.ts';
import { answerGraphql } from './graphqlRequest.ts';
import { objectInfo, picklistValues } from './objectInfo.ts';
import { recordResources } from './recordResources.ts';

/** The UI API as REST resources. */
export const uiApiResources: readonly Resource[] = [
    { path: 'graphql', methods: { POST: { kind: 'graphql', composable: false, run: graphql } } },
    {
        path: 'ui-api/object-info/:object',
        methods: {
            GET: {
                kind: 'objectInfo',
                composable: true,
                run: (request) => ok(objectInfo(request.session, addressedObject(request).apiName))
            }
        }
    },
    {
        path: 'ui-api/object-info/:object/picklist-values/:recordType/:field',
        methods: {
            GET: {
                kind: 'picklistValues',
                composable: true,
                run: (request) =>
                    ok(
                        picklistValues(
                            request.session,
                            addressedObject(request).apiName,
                            request.params.field!
                        )
                    )
            }
        }
    },
    ...recordResources
];

/** 200 with `errors` for everything but a body that is none. */
function graphql({ body, engine, session }: RestRequest): RestAnswer {
    const { query, variables, operationName } = bodyObject(body);
    if (typeof query !== 'string') {
        throw new OrgError(
            'INVALID_INPUT',
            'The body needs "query", the text of a GraphQL request'
        );
    }
    return ok(
        answerGraphql(
            {
                query,
                variables: isObject(variables) ? variables : {},
                ...(typeof operationName === 'string' && { operationName })
            },
            { engine, session }
        )
    );
}
