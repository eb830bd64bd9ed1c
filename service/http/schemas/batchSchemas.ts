import { Type } from 'typebox';

/** Most dials in one JSON body; more go as a stream of lines. */
export const BATCH_MOST = 10_000;

export const BatchSchema = Type.Object(
    {
        dials: Type.Array(Type.Unknown(), {
            minItems: 1,
            maxItems: BATCH_MOST,
            description:
                'Dials as for POST /v1/decisions. Each is checked by itself: a bad one yields a problem in its place.',
            examples: [[{ agentId: '005000000000001AAA', channel: 'connect', number: '+15550100' }]]
        })
    },
    {
        $id: 'Batch',
        title: 'Batch',
        description: 'Dials to be decided together.',
        additionalProperties: false
    }
);

const index = Type.Integer({
    description: 'Place of the dial in the request, from 0.',
    examples: [0]
});

export const DecisionLineSchema = Type.Object(
    {
        type: Type.Literal('decision', { description: 'A dial was decided.' }),
        index,
        decision: Type.Ref('Decision#')
    },
    { $id: 'DecisionLine', title: 'DecisionLine', additionalProperties: false }
);

export const ProblemLineSchema = Type.Object(
    {
        type: Type.Literal('problem', { description: 'A dial could not be decided.' }),
        index,
        dialKey: Type.Optional(
            Type.String({ description: 'Of the dial, where it had one.', examples: ['pbx-7f3a9c'] })
        ),
        problem: Type.Ref('Problem#')
    },
    { $id: 'ProblemLine', title: 'ProblemLine', additionalProperties: false }
);

export const ProgressLineSchema = Type.Object(
    {
        type: Type.Literal('progress', { description: 'How far the batch is.' }),
        done: Type.Integer({ description: 'Dials answered so far.', examples: [1000] }),
        total: Type.Optional(
            Type.Integer({ description: 'Dials in all, where it is known.', examples: [6000] })
        )
    },
    { $id: 'ProgressLine', title: 'ProgressLine', additionalProperties: false }
);

export const SummaryLineSchema = Type.Object(
    {
        type: Type.Literal('summary', { description: 'The last line.' }),
        complete: Type.Boolean({
            description: 'False where the batch broke off; `problem` says why.',
            examples: [true]
        }),
        dials: Type.Integer({ description: 'Dials answered.', examples: [60] }),
        presented: Type.Integer({ description: 'Decided with a number.', examples: [57] }),
        blocked: Type.Integer({ description: 'Decided to be blocked.', examples: [2] }),
        problems: Type.Integer({ description: 'Not decided.', examples: [1] }),
        problem: Type.Optional(Type.Ref('Problem#'))
    },
    { $id: 'SummaryLine', title: 'SummaryLine', additionalProperties: false }
);
