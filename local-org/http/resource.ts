import type { OrgEngine, OrgSession } from '../engine/types.ts';
import { isApiVersionSegment } from './apiVersions.ts';
import type { RequestKind } from './requestCounter.ts';
import type { RestAnswer } from './restAnswer.ts';

/**
 * A REST resource is a path below `/services/data/vNN.0` and a function for each method. It knows
 * nothing of sockets, because composite and batch requests run the same resources one after the
 * other inside one request, and inside one transaction.
 */
export interface Resource {
    /** Segments below the version; `:name` takes any one segment. */
    readonly path: string;
    readonly methods: Partial<Record<Method, Handler>>;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type Handler =
    | {
          readonly kind: RequestKind;
          /** May be a part of a composite or batch request: answers at once. */
          readonly composable: true;
          readonly run: (request: RestRequest) => RestAnswer;
      }
    | {
          readonly kind: RequestKind;
          readonly composable: false;
          readonly run: (request: RestRequest) => RestAnswer | Promise<RestAnswer>;
      };

export interface RestRequest {
    readonly engine: OrgEngine;
    readonly session: OrgSession;
    /** `/services/data/v66.0`, in the version the client asked for. */
    readonly versionPath: string;
    readonly params: Readonly<Record<string, string>>;
    readonly query: URLSearchParams;
    readonly body: unknown;
    /** Records a page, from the header `Sforce-Query-Options`. */
    readonly batchSize?: number;
}

/** Runs one request as a part of another, with the same user. */
export type Dispatch = (
    whole: RestRequest,
    part: { readonly method: string; readonly url: string; readonly body: unknown }
) => RestAnswer;

export type Match =
    | { readonly found: 'handler'; readonly handler: Handler; readonly target: Target }
    | { readonly found: 'otherMethods'; readonly allowed: readonly string[] }
    | { readonly found: 'nothing' };

/** The part of a request that its address decides. */
export type Target = Pick<RestRequest, 'versionPath' | 'params' | 'query'>;

export type ResourceTable = (method: string, url: string) => Match;

/** Finds the handler for a method and an address; earlier resources win over later ones. */
export function createResourceTable(resources: readonly Resource[]): ResourceTable {
    const byLength = new Map<number, { segments: readonly string[]; resource: Resource }[]>();
    for (const resource of resources) {
        const segments = splitPath(resource.path);
        const sameLength = byLength.get(segments.length);
        if (sameLength) sameLength.push({ segments, resource });
        else byLength.set(segments.length, [{ segments, resource }]);
    }

    return function match(method, url) {
        const [path, search] = splitOnce(url, '?');
        const [root, service, version, ...segments] = splitPath(path);
        if (root !== 'services' || service !== 'data' || !isApiVersionSegment(version ?? '')) {
            return { found: 'nothing' };
        }
        const allowed = new Set<string>();
        for (const candidate of byLength.get(segments.length) ?? []) {
            const params = paramsOf(candidate.segments, segments);
            if (!params) continue;
            const handler =
                candidate.resource.methods[(method === 'HEAD' ? 'GET' : method) as Method];
            if (handler) {
                const query = new URLSearchParams(search);
                const versionPath = `/services/data/${version}`;
                return { found: 'handler', handler, target: { versionPath, params, query } };
            }
            for (const known of Object.keys(candidate.resource.methods)) {
                if (known === 'GET') allowed.add('HEAD');
                allowed.add(known);
            }
        }
        return allowed.size > 0
            ? { found: 'otherMethods', allowed: [...allowed] }
            : { found: 'nothing' };
    };
}

/** Doubled and trailing slashes mean nothing to Salesforce. */
function splitPath(path: string): string[] {
    return path.split('/').filter((segment) => segment !== '');
}

function splitOnce(text: string, separator: string): [string, string] {
    const at = text.indexOf(separator);
    return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function paramsOf(
    pattern: readonly string[],
    segments: readonly string[]
): Record<string, string> | undefined {
    const params: Record<string, string> = {};
    for (const [index, part] of pattern.entries()) {
        const segment = segments[index]!;
        if (part.startsWith(':')) {
            const value = decoded(segment);
            if (value === undefined) return undefined;
            params[part.slice(1)] = value;
        } else if (part !== segment.toLowerCase()) {
            return undefined;
        }
    }
    return params;
}

function decoded(segment: string): string | undefined {
    try {
        return decodeURIComponent(segment);
    } catch {
        return undefined;
    }
}
