import { Type, type Static } from 'typebox';

/** What the vendor publishes: requests for calls, and the errors they are answered with. */

/** Why the next request for a call is refused. */
export type VonageRefusal =
    'callerIdNotVerified' | 'numberInvalid' | 'rateLimit' | 'unauthorized' | 'internal';

const phoneNumber = Type.String({ pattern: '^\\d{3,15}$' });
const Endpoint = Type.Union([
    Type.Object(
        { type: Type.Literal('phone'), number: phoneNumber },
        { additionalProperties: true }
    ),
    Type.Object({ type: Type.Literal('app'), user: Type.String({ minLength: 1 }) }),
    Type.Object(
        { type: Type.Literal('sip'), uri: Type.String({ pattern: '^sips?:' }) },
        { additionalProperties: true }
    )
]);
export const Connect = Type.Object({
    action: Type.Literal('connect'),
    from: phoneNumber,
    endpoint: Type.Array(Endpoint, { minItems: 1, maxItems: 1 }),
    eventUrl: Type.Array(Type.String({ format: 'uri' }))
});
export const UpdateCall = Type.Union([
    Type.Object({ action: Type.Literal('hangup') }),
    Type.Object({
        action: Type.Literal('transfer'),
        destination: Type.Object({
            type: Type.Literal('ncco'),
            ncco: Type.Array(Connect, { minItems: 1, maxItems: 1 })
        })
    })
]);
export const CreateCall = Type.Object(
    {
        to: Type.Array(Endpoint, { minItems: 1, maxItems: 1 }),
        from: Type.Object({ type: Type.Literal('phone'), number: phoneNumber }),
        ncco: Type.Array(Connect, { minItems: 1 }),
        event_url: Type.Array(Type.String({ format: 'uri' }), { minItems: 1 })
    },
    { additionalProperties: false }
);
export type CreateCall = Static<typeof CreateCall>;

export const ERRORS = 'https://developer.vonage.com/api-errors';
export const REFUSALS: Readonly<Record<VonageRefusal, readonly [status: number, body: object]>> = {
    callerIdNotVerified: [
        400,
        {
            type: `${ERRORS}#invalid-params`,
            title: 'Bad Request',
            invalid_parameters: [
                { name: 'from', reason: 'The number is not verified for this account.' }
            ]
        }
    ],
    numberInvalid: [
        400,
        {
            type: `${ERRORS}#invalid-params`,
            title: 'Bad Request',
            invalid_parameters: [
                { name: 'ncco[0].endpoint[0].number', reason: 'The number cannot be called.' }
            ]
        }
    ],
    rateLimit: [
        429,
        {
            type: `${ERRORS}#throttled`,
            title: 'Rate Limit Hit',
            detail: 'Please wait, then retry your request'
        }
    ],
    unauthorized: [
        401,
        { type: `${ERRORS}#unauthorized`, title: 'Unauthorized', detail: 'The token is not good.' }
    ],
    internal: [500, {}]
};
