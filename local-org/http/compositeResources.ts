import { OrgError } from '../engine/orgError.ts';
import { atomically, rollBack } from './atomically.ts';
import { fillReferences, UnresolvedReference } from './compositeReferences.ts';
import { bodyObject, listIn, type JsonObject } from './requestBody.ts';
import type { Dispatch, Resource, RestRequest } from './resource.ts';
import { errorAnswer, ok, type RestAnswer } from './restAnswer.ts';

/** Several requests in one: `composite` (a chain with references) and `composite/batch` (a bundle). */
export function compositeResources(dispatch: Dispatch): readonly Resource[] {
    return [
        {
            path: 'composite',
            methods: {
                POST: {
                    kind: 'composite',
                    composable: false,
                    run: (request) => composite(request, dispatch)
                }
            }
        },
        {
            path: 'composite/batch',
            methods: {
                POST: {
                    kind: 'batch',
                    composable: false,
                    run: (request) => batch(request, dispatch)
                }
            }
        }
    ];
}

const MAX_SUBREQUESTS = 25;

interface Subrequest {
    readonly method: string;
    readonly url: string;
    readonly body: unknown;
    readonly referenceId: string;
}

function composite(request: RestRequest, dispatch: Dispatch): RestAnswer {
    const body = bodyObject(request.body);
    const subrequests = listIn(body, 'compositeRequest').map(toSubrequest);
    refuseTooMany(subrequests.length);
    refuseDoubleReferences(subrequests);
    return ok({
        compositeResponse:
            body.allOrNone === true
                ? runAllOrNone(request, subrequests, dispatch)
                : runEach(request, subrequests, dispatch)
    });
}

function toSubrequest({ method, url, body, referenceId }: JsonObject): Subrequest {
    if (typeof method !== 'string' || typeof url !== 'string' || typeof referenceId !== 'string') {
        throw new OrgError(
            'INVALID_INPUT',
            'Every subrequest needs "method", "url" and "referenceId", all of them strings'
        );
    }
    if (!/^\w+$/.test(referenceId)) {
        throw new OrgError(
            'INVALID_INPUT',
            `Provided referenceId ('${referenceId}') must start with a letter or a number, and it can contain only letters, numbers and underscores ('_').`
        );
    }
    return { method: method.toUpperCase(), url, body, referenceId };
}

/** Each stands for itself, but whoever refers to a failed one fails too. */
function runEach(request: RestRequest, subrequests: readonly Subrequest[], dispatch: Dispatch) {
    const answered = new Map<string, unknown>();
    return subrequests.map((subrequest) => {
        const answer = runOne(request, subrequest, answered, dispatch);
        return subresponse(subrequest, answer);
    });
}

/** All in one transaction: the first to fail undoes the ones before it and halts the rest. */
function runAllOrNone(
    request: RestRequest,
    subrequests: readonly Subrequest[],
    dispatch: Dispatch
) {
    const answered = new Map<string, unknown>();
    const done = atomically<unknown[], Culprit>(request.engine, () => {
        const responses: unknown[] = [];
        for (const [index, subrequest] of subrequests.entries()) {
            const answer = runOne(request, subrequest, answered, dispatch);
            if (failed(answer)) rollBack({ index, answer } satisfies Culprit);
            responses.push(subresponse(subrequest, answer));
        }
        return responses;
    });
    if (done.committed) return done.value;
    const { index: culprit, answer } = done.reason;
    return subrequests.map((subrequest, index) =>
        subresponse(subrequest, index === culprit ? answer : HALTED)
    );
}

interface Culprit {
    readonly index: number;
    readonly answer: RestAnswer;
}

const HALTED = errorAnswer(400, {
    errorCode: 'PROCESSING_HALTED',
    message:
        'The transaction was rolled back since another operation in the same transaction failed.'
});

function runOne(
    request: RestRequest,
    { method, url, body, referenceId }: Subrequest,
    answered: Map<string, unknown>,
    dispatch: Dispatch
): RestAnswer {
    try {
        const answer = dispatch(request, {
            method,
            url: fillReferences(url, answered, encodeURIComponent),
            body: fillReferences(body, answered)
        });
        if (!failed(answer)) answered.set(referenceId, answer.body);
        return answer;
    } catch (error) {
        if (!(error instanceof UnresolvedReference)) throw error;
        return errorAnswer(400, { errorCode: 'PROCESSING_HALTED', message: error.message });
    }
}

function failed({ status }: RestAnswer): boolean {
    return status >= 400;
}

function subresponse({ referenceId }: Subrequest, answer: RestAnswer) {
    const { location } = answer.headers ?? {};
    return {
        body: answer.body ?? null,
        httpHeaders: location ? { Location: location } : {},
        httpStatusCode: answer.status,
        referenceId
    };
}

/** Requests that know nothing of each other; `haltOnError` skips those after the first failure. */
function batch(request: RestRequest, dispatch: Dispatch): RestAnswer {
    const { haltOnError, ...body } = bodyObject(request.body);
    const requests = listIn(body, 'batchRequests');
    refuseTooMany(requests.length);
    let halted = false;
    const results = requests.map(({ method, url, richInput }) => {
        if (halted) return { result: BATCH_HALTED.body, statusCode: BATCH_HALTED.status };
        const answer = dispatch(request, {
            method: String(method).toUpperCase(),
            url: fromRoot(String(url)),
            body: richInput
        });
        if (haltOnError === true && failed(answer)) halted = true;
        return { result: answer.body ?? null, statusCode: answer.status };
    });
    return ok({ hasErrors: results.some(({ statusCode }) => statusCode >= 400), results });
}

const BATCH_HALTED = errorAnswer(412, {
    errorCode: 'BATCH_PROCESSING_HALTED',
    message: 'Batch processing halted per request'
});

/** Batch addresses may start at the version: `v66.0/limits`. */
function fromRoot(url: string): string {
    return url.startsWith('/') ? url : `/services/data/${url}`;
}

function refuseTooMany(count: number): void {
    if (count > MAX_SUBREQUESTS) {
        throw new OrgError(
            'LIMIT_EXCEEDED',
            `Limit of ${MAX_SUBREQUESTS} subrequests exceeded: ${count} were sent`
        );
    }
}

function refuseDoubleReferences(subrequests: readonly Subrequest[]): void {
    const seen = new Set<string>();
    for (const { referenceId } of subrequests) {
        if (seen.has(referenceId)) {
            throw new OrgError('INVALID_INPUT', `Duplicate referenceId: ${referenceId}`);
        }
        seen.add(referenceId);
    }
}
