import { ERROR_CODES } from '#resolver';
import { Type, type Static } from 'typebox';
import type { PhoneAnswer } from '../../telephony/phones/phoneCalls.ts';
import { salesforceId, telephoneNumber } from './texts.ts';

const closed = { additionalProperties: false } as const;

/** What a PBX or the SIP edge asks with every call that leaves an agent's telephone. */
export const PhoneCallSchema = Type.Object(
    {
        agentId: salesforceId({
            description: 'Salesforce user whose telephone it is.',
            examples: ['005000000000001AAA']
        }),
        number: telephoneNumber({
            description:
                "As dialled, in any format; without a country code it is read with the default country of the agent's policy.",
            examples: ['+442079460958']
        }),
        callId: Type.String({
            minLength: 1,
            maxLength: 255,
            description:
                'As the telephone names the call, such as the Call-ID of a SIP INVITE. Asked again with the same number, the same call gets the same answer.',
            examples: ['843817637684230@192.0.2.11']
        })
    },
    {
        $id: 'PhoneCall',
        title: 'PhoneCall',
        description: "A call that is leaving an agent's telephone.",
        ...closed
    }
);

export const PhoneAnswerSchema = Type.Unsafe<PhoneAnswer>(
    Type.Object(
        {
            outcome: Type.Enum(['presented', 'blocked'], {
                description: 'Whether the call may go out.',
                examples: ['presented']
            }),
            callbackNumber: Type.Optional(
                Type.String({
                    description: 'With presented: the number to present, E.164.',
                    examples: ['+442079460000']
                })
            ),
            errorCode: Type.Optional(
                Type.Enum([...ERROR_CODES], {
                    description: 'With blocked: why.',
                    examples: ['NO_PRINCIPAL_NUMBER']
                })
            ),
            dialKey: Type.String({
                description: 'The line of the decision log.',
                examples: ['call-n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg']
            }),
            reason: Type.String({
                description: 'One sentence in English: why this number, or why none.',
                examples: ["The agent's own default is presented."]
            })
        },
        {
            $id: 'PhoneAnswer',
            title: 'PhoneAnswer',
            description: 'What the call presents, or why it is not to go out.',
            ...closed
        }
    )
);

export type PhoneCallBody = Static<typeof PhoneCallSchema>;
