import { resourceIndex, type OrgPlace } from './identity.ts';
import type { RequestCounter } from './requestCounter.ts';
import type { Resource } from './resource.ts';
import { ok } from './restAnswer.ts';

/** API requests a day that the org says it allows; it counts them but refuses none. */
export const DAILY_API_REQUESTS = 1_000_000;

/** What the org says about itself: the resources of a version, and its limits. */
export function orgResources(requests: RequestCounter, place: OrgPlace): readonly Resource[] {
    return [
        {
            path: '',
            methods: {
                GET: {
                    kind: 'resources',
                    composable: true,
                    run: ({ session, versionPath }) =>
                        ok(resourceIndex(place, session.userId, versionPath))
                }
            }
        },
        {
            path: 'limits',
            methods: {
                GET: { kind: 'limits', composable: true, run: () => ok(limits(requests)) }
            }
        }
    ];
}

function limits(requests: RequestCounter) {
    return {
        DailyApiRequests: {
            Max: DAILY_API_REQUESTS,
            Remaining: Math.max(0, DAILY_API_REQUESTS - requests.apiCallsSinceStart)
        }
    };
}

/** The value of the header `Sforce-Limit-Info`. */
export function limitInfo(requests: RequestCounter): string {
    return `api-usage=${requests.apiCallsSinceStart}/${DAILY_API_REQUESTS}`;
}
