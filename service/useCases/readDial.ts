import { randomUUID } from 'node:crypto';
import {
    CHANNELS,
    effectivePolicy,
    type AgentId,
    type Dial,
    type DialListId,
    type Directory
} from '#resolver';
import { ServiceError } from '../errors.ts';
import { toId18 } from '../salesforceId.ts';
import type { DialRequest } from '../types.ts';
import type { NumberReader } from './phoneNumbers.ts';

/** A dial as the resolver takes it, and the key of its line in the log. */
export interface ReadDial {
    readonly dial: Dial;
    readonly dialKey: string;
}

const LONGEST_NUMBER = 64;
const CONTROL = /[\p{Cc}\u2028\u2029]/u;
const API_NAME = /^[a-zA-Z]\w{0,79}$/;
const DIAL_KEY = /^[\x21-\x7e]{1,64}$/;

/**
 * Turns what a caller states into a dial: ids in one form, numbers in E.164 where they are full
 * telephone numbers. Nothing is trusted, since the library's callers need no HTTP schema.
 * @throws ServiceError INVALID_DIAL naming the field
 */
export function readDial(
    request: DialRequest,
    directory: Directory,
    readNumber: NumberReader
): ReadDial {
    const agentId = requiredId(request.agentId, 'agentId') as AgentId;
    if (!CHANNELS.includes(request.channel)) {
        throw invalid('channel', `must be one of ${CHANNELS.join(', ')}`);
    }
    const country = defaultCountry(directory, agentId);
    const objectApiName = optional(request.objectApiName, (name) =>
        API_NAME.test(name) ? name : refuse('objectApiName', 'must be the API name of an object')
    );
    const dialKey = request.dialKey ?? randomUUID();
    if (!DIAL_KEY.test(dialKey)) {
        throw invalid('dialKey', 'must be 1 to 64 visible ASCII characters');
    }
    const dial: Dial = {
        agentId,
        channel: request.channel,
        number: readNumber(dialled(request.number, 'number'), country),
        ...optionalIds(request),
        ...(objectApiName !== undefined && { objectApiName }),
        ...(request.thisCallNumber !== undefined && {
            thisCallNumber: readNumber(dialled(request.thisCallNumber, 'thisCallNumber'), country)
        })
    };
    return { dial, dialKey };
}

function optionalIds({ recordId, dialEntryId, dialListId }: DialRequest) {
    return {
        ...(recordId !== undefined && { recordId: requiredId(recordId, 'recordId') }),
        ...(dialEntryId !== undefined && { dialEntryId: requiredId(dialEntryId, 'dialEntryId') }),
        ...(dialListId !== undefined && {
            dialListId: requiredId(dialListId, 'dialListId') as DialListId
        })
    };
}

/** How the agent's numbers without country code are read; unknown for an unknown agent. */
export function defaultCountry(directory: Directory, agentId: AgentId): string | undefined {
    const agent = directory.agents.get(agentId);
    return agent && effectivePolicy(directory, agent).defaultCountry;
}

/** An id of a user, in any form. @throws ServiceError INVALID_DIAL */
export function requiredId(text: unknown, field: string): string {
    const id = typeof text === 'string' ? toId18(text) : undefined;
    return id ?? refuse(field, 'must be a Salesforce id of 15 or 18 characters');
}

/** A number as an agent may type it. @throws ServiceError INVALID_DIAL */
export function dialled(text: unknown, field: string): string {
    if (typeof text !== 'string' || text.trim() === '') {
        throw invalid(field, 'must be a number as dialled');
    }
    if (text.length > LONGEST_NUMBER) {
        throw invalid(field, `must have at most ${LONGEST_NUMBER} characters`);
    }
    if (CONTROL.test(text)) {
        throw invalid(field, 'must not contain control characters');
    }
    return text;
}

function optional<T>(text: string | undefined, read: (text: string) => T): T | undefined {
    return text === undefined ? undefined : read(text);
}

function refuse(field: string, what: string): never {
    throw invalid(field, what);
}

export function invalid(field: string, what: string): ServiceError {
    return new ServiceError('INVALID_DIAL', { field, message: `${field} ${what}.` });
}
