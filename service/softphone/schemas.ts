import { Type, type Static, type TProperties } from 'typebox';
import { DecisionSchema } from '../http/schemas/decisionSchema.ts';
import { apiName, salesforceId, telephoneNumber, visibleKey } from '../http/schemas/texts.ts';
import type { CallProgress } from '../telephony/placedCalls.ts';
import type { DialAnswer } from './dials.ts';

/** What the softphone page sends and gets. */

const closed = { additionalProperties: false } as const;

export const NothingSchema = Type.Object(
    {},
    { ...closed, description: 'Nothing has to be said.', examples: [{}] }
);

export const AuthorizeUrlSchema = Type.Object(
    {
        authorizeUrl: Type.String({
            description: 'Where the sign-in window goes.',
            examples: [
                'https://acme.my.salesforce.com/services/oauth2/authorize?response_type=code'
            ]
        })
    },
    { ...closed, description: 'A sign-in has begun; its secrets are in a cookie.' }
);

export const SignInSchema = Type.Object(
    {
        code: Type.String({
            minLength: 1,
            maxLength: 2_048,
            description: 'As Salesforce gave it to the sign-in window; good once.',
            examples: ['aPrx...']
        }),
        state: Type.String({
            minLength: 1,
            maxLength: 256,
            description: 'As it came with the code.',
            examples: ['iC7Qk0m1']
        })
    },
    { $id: 'SignIn', title: 'SignIn', description: 'What the sign-in window was told.', ...closed }
);

export const SessionSchema = Type.Object(
    {
        agent: Type.Object(
            {
                id: Type.String({
                    description: 'Salesforce user id, 18 characters.',
                    examples: ['005000000000001AAA']
                }),
                name: Type.String({ description: 'Their name.', examples: ['Ada Obi'] })
            },
            { ...closed, description: 'Who is signed in.' }
        ),
        language: Type.String({
            description: "The agent's language, as Salesforce writes it.",
            examples: ['en_US']
        }),
        until: Type.String({
            format: 'date-time',
            description: 'When the session ends by itself.',
            examples: ['2026-01-31T21:30:00.000Z']
        })
    },
    { $id: 'Session', title: 'Session', description: 'A signed-in agent.', ...closed }
);

const dialled = telephoneNumber({
    description: 'As dialled, in any format.',
    examples: ['020 7946 0958']
});
const record = salesforceId({
    description: 'Record dialled from.',
    examples: ['003000000000001AAA']
});

export const SoftphoneDialSchema = Type.Object(
    {
        dialKey: visibleKey({
            description:
                'Identifies the dial. Sent again with the same content it brings the same answer, and nothing happens twice.',
            examples: ['5a3f7c1e-8f0b-4a57-9c0e-2f7f3f3b9f10']
        }),
        agentId: Type.Optional(
            salesforceId({
                description:
                    'Who works on the page that asks; refused where somebody else is signed in.',
                examples: ['005000000000001AAA']
            })
        ),
        number: dialled,
        recordId: Type.Optional(record),
        objectApiName: Type.Optional(
            apiName({ description: 'Object of the record.', examples: ['Contact'] })
        ),
        dialEntryId: Type.Optional(
            salesforceId({
                description:
                    'Entry of a dial list, with the channel connect: in progress with the agent who is signed in, and about this number. Its list and its record are read from Salesforce.',
                examples: ['a06000000000001AAA']
            })
        ),
        joins: Type.Optional(
            visibleKey({
                description:
                    'Dial key of a call of this agent that the person called is to join: a consult call or a transfer.',
                examples: ['0b0e2c52']
            })
        ),
        agentLeaves: Type.Optional(
            Type.Boolean({
                description:
                    'With joins, a blind transfer: the person on that call is connected with the one called, and the agent is let go.',
                examples: [true]
            })
        ),
        channel: Type.Enum(['clickToDial', 'manual', 'connect'], {
            description: 'Clicked on a page, typed into the softphone, or from a dial list.',
            examples: ['clickToDial']
        }),
        choice: Type.Optional(
            Type.Object(
                {
                    choiceId: visibleKey({
                        description: 'Made up for this choice: it is used once.',
                        examples: ['c1d0a4b2']
                    }),
                    callbackNumber: telephoneNumber({
                        description: 'The number to present.',
                        examples: ['+442079460000']
                    }),
                    number: telephoneNumber({
                        description: 'The number it was chosen for.',
                        examples: ['+442079460958']
                    }),
                    recordId: Type.Optional(record),
                    chosenAt: Type.Number({
                        description: 'Milliseconds since 1970; a choice is good for a minute.',
                        examples: [1_769_851_800_000]
                    })
                },
                { ...closed, description: 'A callback number chosen on a page for this call.' }
            )
        )
    },
    {
        $id: 'SoftphoneDial',
        title: 'SoftphoneDial',
        description: 'A call about to be made from the softphone, by the agent who is signed in.',
        ...closed,
        examples: [{ dialKey: '5a3f7c1e', channel: 'manual', number: '020 7946 0958' }]
    }
);

const { properties } = DecisionSchema as unknown as { properties: TProperties };

export const DialAnswerSchema = Type.Unsafe<DialAnswer>(
    Type.Object(
        {
            ...properties,
            call: Type.Object(
                {
                    status: Type.Enum(['decisionOnly', 'started', 'expected'], {
                        description:
                            'started: the telephony makes the call. expected: the agent dials on their own telephone now. decisionOnly: nothing was started, because the call is blocked or no telephony is connected.',
                        examples: ['decisionOnly']
                    }),
                    callId: Type.Optional(
                        Type.String({
                            description: 'As the telephony names the call.',
                            examples: ['7f3a9c']
                        })
                    )
                },
                { ...closed, description: 'What became of the call.' }
            ),
            names: Type.Object(
                {
                    numbers: Type.Array(Type.Ref('CallbackNumber#'), {
                        description: 'Callback numbers in the trace.'
                    }),
                    rules: Type.Array(
                        Type.Object(
                            {
                                id: Type.String({
                                    description: 'The rule.',
                                    examples: ['a07000000000001AAA']
                                }),
                                name: Type.String({
                                    description: 'What it is called.',
                                    examples: ['United Kingdom']
                                })
                            },
                            closed
                        ),
                        { description: 'Rules in the trace.' }
                    )
                },
                { ...closed, description: 'What the ids in the trace are called.' }
            )
        },
        {
            $id: 'DialAnswer',
            title: 'DialAnswer',
            description: 'The decision, and what became of the call.',
            ...closed
        }
    )
);

export const CallProgressSchema = Type.Unsafe<CallProgress>(
    Type.Object(
        {
            status: Type.Enum(['started', 'expected', 'ringing', 'answered', 'ended', 'failed'], {
                description:
                    'How far the call has come: handed to the telephony; expected from the telephone of the agent; ringing, answered and ended where the person called is; or failed.',
                examples: ['ringing']
            }),
            code: Type.Optional(
                Type.Enum(
                    ['CALLER_ID_REFUSED', 'NUMBER_REFUSED', 'TELEPHONY_BUSY', 'CALL_NOT_STARTED'],
                    { description: 'Why it failed.', examples: ['CALLER_ID_REFUSED'] }
                )
            ),
            reason: Type.Optional(
                Type.String({
                    description: "Why it failed, in the telephony's own words.",
                    examples: ['The number is not verified.']
                })
            )
        },
        {
            $id: 'CallProgress',
            title: 'CallProgress',
            description: 'What the telephony tells of a call.',
            ...closed
        }
    )
);

export type SessionBody = Static<typeof SessionSchema>;
export type SignInBody = Static<typeof SignInSchema>;
export type SoftphoneDialBody = Static<typeof SoftphoneDialSchema>;
