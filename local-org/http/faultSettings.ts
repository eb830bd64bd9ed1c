import type { FaultSettings } from './faults.ts';
import type { RequestKind } from './requestCounter.ts';
import { isObject } from './requestBody.ts';

/** Reads the fault switches from JSON, so that a misspelt switch is told instead of ignored. */

const COUNTS = ['latencyMs', 'jitterMs', 'failNext', 'dropNext', 'dropAnswerNext'] as const;
const KNOWN: readonly string[] = [...COUNTS, 'status', 'expireTokens', 'match'];
const MAX_WAIT_MS = 600_000;

/** @throws Error naming the switch that is wrong */
export function readFaultSettings(body: unknown): FaultSettings {
    if (!isObject(body)) throw new Error('Fault switches are a JSON object');
    for (const name of Object.keys(body)) {
        if (!KNOWN.includes(name)) {
            throw new Error(`No fault switch ${name}; there are ${KNOWN.join(', ')}`);
        }
    }
    for (const name of COUNTS) {
        const limit = name.endsWith('Ms') ? MAX_WAIT_MS : Number.MAX_SAFE_INTEGER;
        if (body[name] !== undefined && !isWhole(body[name], 0, limit)) {
            throw new Error(`${name} is a whole number from 0 to ${limit}`);
        }
    }
    if (body.status !== undefined && !isWhole(body.status, 400, 599)) {
        throw new Error('status is an HTTP status from 400 to 599');
    }
    if (body.expireTokens !== undefined && typeof body.expireTokens !== 'boolean') {
        throw new Error('expireTokens is true or false');
    }
    return { ...(body as FaultSettings), ...(body.match !== undefined && readMatch(body.match)) };
}

function readMatch(match: unknown): Pick<FaultSettings, 'match'> {
    if (!isObject(match))
        throw new Error('match is {"kind": "…"} or {"path": "regular expression"}');
    const { kind, path, ...others } = match;
    const [other] = Object.keys(others);
    if (other !== undefined) throw new Error(`match knows kind and path, not ${other}`);
    for (const text of [kind, path]) {
        if (text !== undefined && typeof text !== 'string') {
            throw new Error('kind and path of match are strings');
        }
    }
    return {
        match: {
            ...(kind !== undefined && { kind: kind as RequestKind }),
            ...(path !== undefined && { path: path as string })
        }
    };
}

function isWhole(value: unknown, least: number, most: number): boolean {
    return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}
