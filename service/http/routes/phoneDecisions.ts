import type { PhoneAnswer, PhoneCalls } from '../../telephony/phones/phoneCalls.ts';
import type { RouteContext } from '../routeContext.ts';
import type { PhoneCallBody } from '../schemas/phoneSchemas.ts';
import {
    BODY_PROBLEMS,
    problemResponses,
    ref,
    SERVICE_ONLY,
    SIGN_IN_PROBLEMS
} from '../schemas/sharedSchemas.ts';
import type { Server } from '../server.ts';
import { mustBeService } from '../signIn.ts';

/** What PBXs and the SIP edge ask with every call that leaves an agent's telephone. */
export function addPhoneDecisionRoute(
    server: Server,
    { signIn, phoneCalls }: RouteContext & { readonly phoneCalls: PhoneCalls }
): void {
    server.post(
        '/v1/decisions/phone',
        {
            schema: {
                tags: ['decisions'],
                operationId: 'decidePhoneCall',
                summary: "Decide which number a call of an agent's own telephone presents",
                description:
                    'A call that the agent asked for in the softphone within the last minute presents what was decided then, under the same dial key. Any other is decided as dialled by hand, and logged. A blocked call is a normal answer: it must not go out.',
                security: SERVICE_ONLY,
                body: ref<PhoneCallBody>('PhoneCall'),
                response: {
                    200: ref<PhoneAnswer>('PhoneAnswer'),
                    ...problemResponses(
                        ...BODY_PROBLEMS,
                        ...SIGN_IN_PROBLEMS,
                        'SERVICE_CREDENTIAL_ONLY',
                        'INVALID_DIAL',
                        'ORG_UNREACHABLE',
                        'TOOK_TOO_LONG'
                    )
                }
            },
            onRequest: signIn
        },
        async (request) => {
            mustBeService(request.caller, 'decide');
            return phoneCalls.decide(request.body);
        }
    );
}
