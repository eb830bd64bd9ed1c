import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { sessionScheme } from '../softphone/cookies.ts';
import type { Server } from './server.ts';

/** The OpenAPI document, made from the schemas of the routes, and its page. */
export function addDocs(
    server: Server,
    { softphone }: { softphone?: { readonly url: string } }
): void {
    server.register(swagger, {
        openapi: {
            openapi: '3.1.0',
            info: {
                title: 'Callback Numbers',
                version: '1.0.0',
                description:
                    'Decides which callback number is presented when an agent calls somebody, and why. Errors are problem details (RFC 9457).',
                license: { name: 'MIT', identifier: 'MIT' } as { name: string }
            },
            tags: [
                { name: 'decisions', description: 'Which number, and why' },
                { name: 'agents', description: 'What an agent may present' },
                ...(softphone
                    ? [{ name: 'softphone', description: 'What the softphone page asks' }]
                    : []),
                { name: 'operation', description: 'Running the service' }
            ],
            components: {
                securitySchemes: {
                    serviceCredential: {
                        type: 'http',
                        scheme: 'bearer',
                        bearerFormat: 'JWT',
                        description:
                            'A JWT of the telephony back end, signed with its private key; may name any agent. Its scope claim holds decide, admin or both.'
                    },
                    agentToken: {
                        type: 'http',
                        scheme: 'bearer',
                        description:
                            "An agent's own Salesforce access token; the agent is the user it belongs to."
                    },
                    ...(softphone && { softphoneSession: sessionScheme(softphone.url) })
                }
            }
        },
        // OpenAPI 3.1 knows const.
        convertConstToEnum: false,
        refResolver: {
            buildLocalReference: (json, _base, _fragment, index) =>
                String(json.$id ?? `def-${index}`)
        }
    });
    server.register(swaggerUi, {
        routePrefix: '/docs',
        uiConfig: { docExpansion: 'list', deepLinking: true, tryItOutEnabled: true },
        staticCSP: true
    });
}
