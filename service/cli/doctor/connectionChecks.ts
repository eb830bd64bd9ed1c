import type { Connection } from 'jsforce';
import { bad, good, warning, type Finding } from './findings.ts';

const TOLERATED_SKEW_SECONDS = 30;
const CLOCK_WITHIN_MS = 10_000;

/** The org knows the API version the service speaks. */
export async function checkApiVersion(connection: Connection): Promise<Finding> {
    const versions = await connection.request<readonly { version: string }[]>('/services/data');
    const known = versions.map(({ version }) => version);
    return known.includes(connection.version)
        ? good(`The org knows API version ${connection.version}`)
        : bad(
              `The org does not know API version ${connection.version}; its newest is ${known.at(-1)}`,
              'Set SF_API_VERSION to a version of the org, 60.0 or higher.'
          );
}

/** Clocks agree: signed credentials are only good for a while. */
export async function checkClock(connection: Connection): Promise<Finding> {
    const before = Date.now();
    const answer = await fetch(`${connection.instanceUrl}/services/data`, {
        signal: AbortSignal.timeout(CLOCK_WITHIN_MS)
    });
    await answer.body?.cancel();
    const here = (before + Date.now()) / 2;
    const there = Date.parse(answer.headers.get('date') ?? '');
    if (Number.isNaN(there)) {
        return warning('The org does not say what time it is', 'Compare the clocks by hand.');
    }
    const seconds = Math.round(Math.abs(here - there) / 1_000);
    return seconds <= TOLERATED_SKEW_SECONDS
        ? good(`Clocks agree (${seconds} s apart)`)
        : bad(
              `The clock here is ${seconds} s ${here > there ? 'ahead of' : 'behind'} the clock of the org`,
              'Let this machine set its clock by NTP: signed credentials depend on it.'
          );
}

/** A share of the day's API requests is left. */
export async function checkLimits(connection: Connection): Promise<Finding> {
    const { DailyApiRequests: daily } = (await connection.limits()) as unknown as Readonly<
        Record<string, { Max: number; Remaining: number } | undefined>
    >;
    if (!daily) {
        return warning(
            'The org does not tell its API limits',
            'Look under Setup, Company Information.'
        );
    }
    const text = `${daily.Remaining} of ${daily.Max} API requests of today are left`;
    return daily.Remaining > daily.Max / 10
        ? good(text)
        : warning(text, 'Find out who uses them up under Setup, API Usage.');
}
