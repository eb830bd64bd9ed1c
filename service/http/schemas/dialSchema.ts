import { CHANNELS } from '#resolver';
import { Type, type Static } from 'typebox';
import { apiName, salesforceId, telephoneNumber, visibleKey } from './texts.ts';

/** A call about to be made, as a caller states it over HTTP. Unknown fields are refused. */
export const DialSchema = Type.Object(
    {
        agentId: Type.Optional(
            salesforceId({
                description:
                    'Salesforce user who makes the call. Required with a service credential; an agent may leave it out and can name only themselves.',
                examples: ['005000000000001AAA']
            })
        ),
        channel: Type.Enum([...CHANNELS], {
            description:
                'How the call is made. Selection rules apply to clickToDial and connect only.',
            examples: ['clickToDial']
        }),
        number: telephoneNumber({
            description:
                "As dialled, in any format; without a country code it is read with the default country of the agent's policy.",
            examples: ['+442079460958']
        }),
        recordId: Type.Optional(
            salesforceId({
                description: 'Record dialled from; rules may look at its fields.',
                examples: ['003000000000001AAA']
            })
        ),
        objectApiName: Type.Optional(
            apiName({
                description:
                    'Object of the record. Derived from the record id where missing, and checked against it.',
                examples: ['Contact']
            })
        ),
        thisCallNumber: Type.Optional(
            telephoneNumber({
                description: 'Callback number chosen for this call only, in any format.',
                examples: ['+442079460000']
            })
        ),
        dialEntryId: Type.Optional(
            salesforceId({
                description: 'Entry of a dial list that is being worked through (Connect).',
                examples: ['a06000000000001AAA']
            })
        ),
        dialListId: Type.Optional(
            salesforceId({
                description:
                    "The entry's dial list. From an agent it is not believed: the entry itself is read.",
                examples: ['a05000000000001AAA']
            })
        ),
        dialKey: Type.Optional(
            visibleKey({
                description:
                    'Identifies the dial: sending it again for the same agent does not log it twice. Made up where missing.',
                examples: ['pbx-7f3a9c']
            })
        )
    },
    {
        $id: 'Dial',
        title: 'Dial',
        description: 'A call about to be made.',
        additionalProperties: false,
        examples: [
            {
                agentId: '005000000000001AAA',
                channel: 'clickToDial',
                number: '+442079460958',
                recordId: '003000000000001AAA'
            }
        ]
    }
);

export type DialBody = Static<typeof DialSchema>;
