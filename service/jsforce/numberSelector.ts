import type { Connection } from 'jsforce';
import { isE164, type SelectorFact } from '#resolver';
import type { NumberSelector, SelectorRequest } from '../ports.ts';
import { TookTooLong, within } from '../within.ts';

/**
 * Calls a custom selector: a flow or an invocable Apex method of the customer's.
 *
 * Inputs: `number`, `recordId`, `objectApiName`, `agentId`, `channel`, `dialEntryId`,
 * `dialListId` (texts; missing where unknown). Outputs: `callbackNumber` (text, E.164; blank: no
 * opinion) and `errorMessage` (text; refuses the call, shown to the agent).
 */
export function createNumberSelector(
    connection: Connection,
    timeoutMs: number,
    onFailed: (message: string) => void = () => undefined
): NumberSelector {
    return {
        async select(request) {
            try {
                return readAnswer(await within(timeoutMs, call(connection, request)));
            } catch (error) {
                onFailed(`${request.selector}: ${(error as Error).message.trim()}`);
                const reason = error instanceof TookTooLong ? 'TIMED_OUT' : 'CALL_FAILED';
                return { status: 'failed', reason };
            }
        }
    };
}

interface ActionResult {
    readonly isSuccess: boolean;
    readonly errors?: readonly { readonly message?: string }[] | null;
    readonly outputValues?: Readonly<Record<string, unknown>> | null;
}

const SELECTOR = /^(flow|apex):(\w+)$/;
const LONGEST_MESSAGE = 255;

async function call(
    connection: Connection,
    { selector, dial }: SelectorRequest
): Promise<ActionResult> {
    const [, kind, name] = SELECTOR.exec(selector) ?? [];
    if (kind === undefined) {
        throw new Error('is neither flow:Name nor apex:Name');
    }
    const { agentId, channel, number, recordId, objectApiName, dialEntryId, dialListId } = dial;
    const results = await connection.requestPost<readonly ActionResult[]>(
        `/actions/custom/${kind}/${name}`,
        {
            inputs: [{ agentId, channel, number, recordId, objectApiName, dialEntryId, dialListId }]
        }
    );
    return results[0];
}

function readAnswer({ isSuccess, errors, outputValues }: ActionResult): SelectorFact {
    if (!isSuccess) {
        throw new Error(errors?.[0]?.message ?? 'failed without saying why');
    }
    const message = text(outputValues?.['errorMessage']);
    if (message !== '') {
        return { status: 'refused', message: message.slice(0, LONGEST_MESSAGE) };
    }
    const number = text(outputValues?.['callbackNumber']);
    if (number === '') {
        return { status: 'answered', number: null };
    }
    const plain = number.replace(/[\s().-]/g, '');
    return { status: 'answered', number: isE164(plain) ? plain : number };
}

function text(value: unknown): string {
    return typeof value === 'string' ? value.trim() : '';
}
