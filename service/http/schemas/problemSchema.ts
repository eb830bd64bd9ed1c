import { Type } from 'typebox';
import type { Problem } from '../problem.ts';

export const ProblemSchema = Type.Unsafe<Problem>(
    Type.Object(
        {
            type: Type.String({
                description: 'Kind of problem: the address of its explanation.',
                examples: ['/problems/invalid-request']
            }),
            title: Type.String({
                description: 'The kind in words.',
                examples: ['The request is not valid']
            }),
            status: Type.Integer({ description: 'HTTP status.', examples: [400] }),
            code: Type.String({
                description: 'The kind for programs.',
                examples: ['INVALID_REQUEST']
            }),
            detail: Type.String({
                description: 'What happened this time, and what to do.',
                examples: ['number must be at most 64 characters.']
            }),
            instance: Type.String({
                description: 'Request id; the same as in the X-Request-Id header and the log.',
                examples: ['7b1a3b0c-6a52-4f7e-9a53-0f1d7d0e8a11']
            }),
            errors: Type.Optional(
                Type.Array(
                    Type.Object(
                        {
                            field: Type.String({
                                description: 'Path of the field, or the part of the request.',
                                examples: ['number']
                            }),
                            message: Type.String({
                                description: 'What is wrong with it.',
                                examples: ['must be at most 64 characters']
                            })
                        },
                        { additionalProperties: false }
                    ),
                    { description: 'Every field that is wrong (at most 20).' }
                )
            )
        },
        {
            $id: 'Problem',
            title: 'Problem',
            description: 'What went wrong (RFC 9457).',
            additionalProperties: false
        }
    )
);
