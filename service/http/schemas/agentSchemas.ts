import { Type, type Static } from 'typebox';
import type { AgentNumbers } from '../../types.ts';
import { agentOrMe, telephoneNumber } from './texts.ts';

export const AgentParamsSchema = Type.Object(
    {
        id: agentOrMe({
            description: 'Salesforce user id; `me` for the agent whose token it is.',
            examples: ['me']
        })
    },
    { additionalProperties: false }
);

export const DefaultNumberSchema = Type.Object(
    {
        number: Type.Union(
            [
                telephoneNumber({
                    description: 'A callback number available to the agent, in any format.'
                }),
                Type.Null({ description: 'Clears the default.' })
            ],
            {
                description: 'The number to present where no rule picks one; null for none.',
                examples: ['+442079460000']
            }
        )
    },
    {
        $id: 'DefaultNumber',
        title: 'DefaultNumber',
        description: "The agent's own default.",
        additionalProperties: false,
        examples: [{ number: '+442079460000' }]
    }
);

export type AgentParams = Static<typeof AgentParamsSchema>;
export type DefaultNumberBody = Static<typeof DefaultNumberSchema>;

const numberOrNull = (description: string) =>
    Type.Union([Type.Ref('CallbackNumber#'), Type.Null()], { description });

export const AgentNumbersSchema = Type.Unsafe<AgentNumbers>(
    Type.Object(
        {
            agent: Type.Object(
                {
                    id: Type.String({
                        description: 'Salesforce user id, 18 characters.',
                        examples: ['005000000000001AAA']
                    }),
                    name: Type.String({ description: 'Their name.', examples: ['Ada Obi'] }),
                    active: Type.Boolean({
                        description: 'Whether the user is active.',
                        examples: [true]
                    })
                },
                { description: 'Whose numbers these are.', additionalProperties: false }
            ),
            numbers: Type.Array(Type.Ref('CallbackNumber#'), {
                description: 'Every number the agent may present.'
            }),
            defaultNumber: numberOrNull(
                "The agent's own default, also where it cannot be presented at present."
            ),
            principalNumber: numberOrNull("The account's own default."),
            policy: Type.Ref('Policy#')
        },
        {
            $id: 'AgentNumbers',
            title: 'AgentNumbers',
            description: 'What an agent may present, and what is presented by default.',
            additionalProperties: false
        }
    )
);
