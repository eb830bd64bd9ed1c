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

type Changeable<Row> = { -readonly [Key in keyof Row]: Row[Key] };

const LONGEST_NUMBER = 64;
/** Control characters, halves of characters, and what ends a line. */
const NOT_ONE_LINE = /[\p{Cc}\p{Cs}\u2028\u2029]/u;
const API_NAME = /^[a-zA-Z]\w{0,79}$/;
const DIAL_KEY = /^[\x21-\x7e]{1,64}$/;

/**
 * Turns what a caller states into a dial: ids in one form, numbers in E.164 where they are full
 * telephone numbers. Nothing is trusted, since the library's callers need no HTTP schema.
 * @param objects by key prefix: the object is what the record id says, never what the caller says
 * @throws ServiceError INVALID_DIAL naming the field
 */
export function readDial(
    request: DialRequest,
    directory: Directory,
    objects: ReadonlyMap<string, string>,
    readNumber: NumberReader
): ReadDial {
    if (typeof request !== 'object' || request === null) {
        throw invalid('dial', 'must be an object');
    }
    const agentId = requiredId(request.agentId, 'agentId') as AgentId;
    const { channel, thisCallNumber, dialEntryId, dialListId } = request;
    if (!CHANNELS.includes(channel)) {
        throw invalid('channel', `must be one of ${CHANNELS.join(', ')}`);
    }
    const country = defaultCountry(directory, agentId);
    const dial: Changeable<Dial> = {
        agentId,
        channel,
        number: readNumber(dialled(request.number, 'number'), country)
    };
    readRecord(request, objects, dial);
    if (dialEntryId !== undefined) {
        dial.dialEntryId = requiredId(dialEntryId, 'dialEntryId');
    }
    if (dialListId !== undefined) {
        dial.dialListId = requiredId(dialListId, 'dialListId') as DialListId;
    }
    if (thisCallNumber !== undefined) {
        dial.thisCallNumber = readNumber(dialled(thisCallNumber, 'thisCallNumber'), country);
    }
    return { dial, dialKey: readDialKey(request.dialKey) };
}

function readRecord(
    { recordId, objectApiName }: DialRequest,
    objects: ReadonlyMap<string, string>,
    dial: Changeable<Dial>
): void {
    if (
        objectApiName !== undefined &&
        !(typeof objectApiName === 'string' && API_NAME.test(objectApiName))
    ) {
        throw invalid('objectApiName', 'must be the API name of an object');
    }
    if (recordId === undefined) {
        return;
    }
    dial.recordId = requiredId(recordId, 'recordId');
    const object = objects.get(dial.recordId.slice(0, 3));
    if (object === undefined) {
        return;
    }
    if (objectApiName !== undefined && objectApiName.toLowerCase() !== object.toLowerCase()) {
        throw invalid('objectApiName', `must be ${object}, as the record id says`);
    }
    dial.objectApiName = object;
}

function readDialKey(dialKey: string | undefined): string {
    if (dialKey === undefined) {
        return randomUUID();
    }
    if (typeof dialKey !== 'string' || !DIAL_KEY.test(dialKey)) {
        throw invalid('dialKey', 'must be 1 to 64 visible ASCII characters');
    }
    return dialKey;
}

/** How the agent's numbers without country code are read; unknown for an unknown agent. */
export function defaultCountry(directory: Directory, agentId: AgentId): string | undefined {
    const agent = directory.agents.get(agentId);
    return agent && effectivePolicy(directory, agent).defaultCountry;
}

/** An id of a user, in any form. @throws ServiceError INVALID_DIAL */
export function requiredId(text: unknown, field: string): string {
    const id = typeof text === 'string' ? toId18(text) : undefined;
    if (id === undefined) {
        throw invalid(
            field,
            'must be a Salesforce id of 15 characters, or of 18 whose last three repeat the case of the others'
        );
    }
    return id;
}

/** A number as an agent may type it. @throws ServiceError INVALID_DIAL */
export function dialled(text: unknown, field: string): string {
    if (typeof text !== 'string' || text.trim() === '') {
        throw invalid(field, 'must be a number as dialled');
    }
    if (text.length > LONGEST_NUMBER) {
        throw invalid(field, `must have at most ${LONGEST_NUMBER} characters`);
    }
    if (NOT_ONE_LINE.test(text)) {
        throw invalid(field, 'must be one line without control characters');
    }
    return text;
}

export function invalid(field: string, what: string): ServiceError {
    return new ServiceError('INVALID_DIAL', { field, message: `${field} ${what}.` });
}
