/** The REST API versions that are answered, oldest first, and how Salesforce names their releases. */

const OLDEST = 50;
const NEWEST = 66;
const SEASONS = ['Winter', 'Spring', 'Summer'];

export const NEWEST_API_VERSION = `${NEWEST}.0`;

export interface ApiVersion {
    readonly label: string;
    readonly url: string;
    readonly version: string;
}

/** Version 50.0 was Winter '21; three releases a year since. */
export const API_VERSIONS: readonly ApiVersion[] = Array.from(
    { length: NEWEST - OLDEST + 1 },
    (_, step) => ({
        label: `${SEASONS[step % 3]} '${21 + Math.floor(step / 3)}`,
        url: `/services/data/v${OLDEST + step}.0`,
        version: `${OLDEST + step}.0`
    })
);

const SEGMENTS = new Set(API_VERSIONS.map(({ version }) => `v${version}`));

/** Whether a path segment such as `v66.0` names a version that is answered. */
export function isApiVersionSegment(segment: string): boolean {
    return SEGMENTS.has(segment);
}
