import { Type } from 'typebox';
import { HttpProblem } from '../http/problem.ts';
import { PROBLEMS } from '../http/problemTable.ts';
import { problemResponses } from '../http/schemas/sharedSchemas.ts';
import type { Server } from '../http/server.ts';
import { WebhookForged, type CallEvent, type TelephonyWebhook } from './port.ts';

export interface WebhookOptions {
    readonly webhook: TelephonyWebhook;
    /** Origin of this service as the telephony sees it. */
    readonly url: string;
    hear(event: CallEvent): void;
}

/** Where the telephony tells what becomes of calls. Nothing is believed that it has not signed. */
export function addTelephonyWebhook(server: Server, { webhook, url, hear }: WebhookOptions): void {
    server.register(async (own: Server) => {
        // Signatures are over the bytes: whatever the body is, it is read as it came.
        own.removeAllContentTypeParsers();
        own.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) =>
            done(null, body)
        );
        own.post(
            `/telephony/${webhook.path}`,
            {
                schema: {
                    tags: ['telephony'],
                    operationId: 'callEvent',
                    summary: 'What the telephony tells of a call',
                    description:
                        'Signed as the telephony signs its webhooks; anything else is refused.',
                    security: [],
                    response: {
                        204: Type.Null({ description: 'Heard.' }),
                        ...problemResponses('WEBHOOK_FORGED', 'BODY_TOO_LARGE', 'INTERNAL')
                    }
                }
            },
            async (request, reply) => {
                try {
                    const event = await webhook.read({
                        url: `${url}${request.url}`,
                        headers: headersOf(request.headers),
                        body: typeof request.body === 'string' ? request.body : ''
                    });
                    if (event) {
                        hear(event);
                    }
                } catch (error) {
                    if (error instanceof WebhookForged) {
                        throw new HttpProblem('WEBHOOK_FORGED', PROBLEMS.WEBHOOK_FORGED.remedy, {
                            cause: error
                        });
                    }
                    throw error;
                }
                return reply.code(204).send(null);
            }
        );
    });
}

function headersOf(
    headers: Readonly<Record<string, string | string[] | undefined>>
): Record<string, string | undefined> {
    return Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, [value].flat()[0]])
    );
}
