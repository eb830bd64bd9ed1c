import { loadSoftphoneConfig, type Environment } from '../../config/loadConfig.ts';
import { OPEN_CTI_PATH } from '../../softphone/contentSecurity.ts';
import { CALLBACK_PATH } from '../../softphone/softphone.ts';
import { good, warning, type Finding } from './findings.ts';

const ANSWER_WITHIN_MS = 10_000;

/**
 * Whether the softphone page could work: its variables, and the script that connects it to the
 * org. Nothing where there is to be none. @throws ConfigError
 */
export async function checkSoftphone(env: Environment): Promise<Finding[]> {
    const softphone = loadSoftphoneConfig(env);
    if (softphone === undefined) {
        return [];
    }
    const { url, orgOrigins } = softphone;
    const script = `${orgOrigins[0]}${OPEN_CTI_PATH}`;
    const trouble = await troubleWith(script);
    return [
        good(
            `The softphone is at ${url}/softphone; its app must have the callback URL ${url}${CALLBACK_PATH}`
        ),
        trouble === undefined
            ? good(`The Open CTI script is at ${script}`)
            : warning(
                  `The Open CTI script cannot be loaded from ${script}: ${trouble}`,
                  'Name the address of the org first in SOFTPHONE_ORG_ORIGINS; without the script the softphone hears no click.'
              )
    ];
}

async function troubleWith(script: string): Promise<string | undefined> {
    try {
        const answer = await fetch(script, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
        await answer.body?.cancel();
        return answer.ok ? undefined : `status ${answer.status}`;
    } catch (error) {
        const { cause, message } = error as Error;
        return cause instanceof Error ? cause.message : message;
    }
}
