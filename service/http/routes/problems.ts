import { Type } from 'typebox';
import { HttpProblem } from '../problem.ts';
import { PROBLEMS, problemPath, type ProblemCode } from '../problemTable.ts';
import { problemResponses } from '../schemas/sharedSchemas.ts';
import type { Server } from '../server.ts';

const codesByPath = new Map(
    (Object.keys(PROBLEMS) as ProblemCode[]).map((code) => [problemPath(code), code])
);

/** Where the `type` of a problem leads: what it means and what to do. */
export function addProblemRoute(server: Server): void {
    server.get(
        '/problems/:name',
        {
            schema: {
                tags: ['operation'],
                operationId: 'explainProblem',
                summary: 'What a kind of problem means, and what to do',
                params: Type.Object({
                    name: Type.String({
                        maxLength: 64,
                        description: 'Last part of the type.',
                        examples: ['number-not-configured']
                    })
                }),
                response: {
                    200: Type.Object(
                        {
                            code: Type.String({ examples: ['NUMBER_NOT_CONFIGURED'] }),
                            title: Type.String({ examples: ['Not a callback number'] }),
                            status: Type.Integer({ examples: [422] }),
                            remedy: Type.String({
                                description: 'What to do.',
                                examples: ['Choose one of GET /v1/agents/{id}/callback-numbers.']
                            })
                        },
                        { description: 'The explanation.', additionalProperties: false }
                    ),
                    ...problemResponses('NOT_FOUND')
                }
            }
        },
        async (request) => {
            const code = codesByPath.get(`/problems/${request.params.name}`);
            if (code === undefined) {
                throw new HttpProblem('NOT_FOUND', 'There is no problem of this name.');
            }
            const { title, status, remedy } = PROBLEMS[code];
            return { code, title, status, remedy };
        }
    );
}
