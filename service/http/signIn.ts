import type { onRequestHookHandler } from 'fastify';
import { sameId, type Authenticator, type Caller, type Scope } from '../auth/caller.ts';
import type { DialRequest } from '../types.ts';
import { fieldProblem, HttpProblem } from './problem.ts';
import type { DialBody } from './schemas/dialSchema.ts';

declare module 'fastify' {
    interface FastifyRequest {
        /** Who is asking; set on routes that need a credential. */
        caller: Caller;
    }
}

/** Before the body is read, and without a promise where the token is known already. */
export function signIn(auth: Authenticator): onRequestHookHandler {
    return (request, _reply, done) => {
        try {
            const caller = auth.authenticate(request.headers.authorization);
            if (caller instanceof Promise) {
                caller.then((proved) => {
                    request.caller = proved;
                    done();
                }, done);
                return;
            }
            request.caller = caller;
        } catch (error) {
            done(error as Error);
            return;
        }
        done();
    };
}

/** @throws HttpProblem MISSING_SCOPE; agents need no scope */
export function mustHaveScope(caller: Caller, scope: Scope): void {
    if (caller.kind === 'service' && !caller.scopes.has(scope)) {
        throw new HttpProblem(
            'MISSING_SCOPE',
            `The credential's scope claim must name "${scope}".`
        );
    }
}

/** @throws HttpProblem SERVICE_CREDENTIAL_ONLY, MISSING_SCOPE */
export function mustBeService(caller: Caller, scope: Scope): void {
    if (caller.kind !== 'service') {
        throw new HttpProblem(
            'SERVICE_CREDENTIAL_ONLY',
            'This is for service credentials; an access token of an agent is not enough.'
        );
    }
    mustHaveScope(caller, scope);
}

/**
 * The agent a path names: `me` is the agent whose token it is.
 * @throws HttpProblem OTHER_AGENT, MISSING_SCOPE, INVALID_REQUEST
 */
export function agentOfPath(caller: Caller, id: string): string {
    mustHaveScope(caller, 'decide');
    if (caller.kind === 'agent') {
        if (id !== 'me' && !sameId(id, caller.agentId)) {
            throw otherAgent('id');
        }
        return caller.agentId;
    }
    if (id === 'me') {
        throw fieldProblem(
            'INVALID_REQUEST',
            'id',
            'must be a user id: "me" is for agents, and this is a service credential'
        );
    }
    return id;
}

/**
 * The dial as it may be decided. From an agent, the agent is the one of the token, and the dial
 * list is the one of the entry as the org has it: a browser may be made to say anything.
 * @throws HttpProblem OTHER_AGENT, MISSING_SCOPE, INVALID_REQUEST, INVALID_DIAL
 */
export function dialOf(caller: Caller, body: DialBody): DialRequest {
    mustHaveScope(caller, 'decide');
    if (caller.kind === 'service') {
        if (body.agentId === undefined) {
            throw fieldProblem(
                'INVALID_REQUEST',
                'agentId',
                'is required with a service credential'
            );
        }
        return body as DialRequest;
    }
    if (body.agentId !== undefined && !sameId(body.agentId, caller.agentId)) {
        throw otherAgent('agentId');
    }
    const { dialListId, ...dial } = body;
    if (dialListId !== undefined && dial.dialEntryId === undefined) {
        throw fieldProblem(
            'INVALID_DIAL',
            'dialListId',
            'is not taken from an agent without dialEntryId: send the entry'
        );
    }
    return { ...dial, agentId: caller.agentId };
}

function otherAgent(field: string): HttpProblem {
    return new HttpProblem(
        'OTHER_AGENT',
        'This access token belongs to another agent than the one named.',
        { errors: [{ field, message: 'must be the agent whose token it is' }] }
    );
}
