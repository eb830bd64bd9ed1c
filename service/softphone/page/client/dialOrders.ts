import { agentFromParams, choiceFromParams, type ThisCallChoice } from '#choice';
import { choiceInRequest, textOf, type ChoiceMemory } from './choiceMemory.ts';
import type { DialOrder } from './types.ts';

/**
 * A click on a number of a record. Its choice rides in `params`; where the component on the page
 * cannot pass any, it was heard on the message channel before.
 * @returns undefined where the click holds no number
 */
export function orderOfClick(
    payload: unknown,
    memory: ChoiceMemory,
    newKey: () => string
): DialOrder | undefined {
    const clicked = (payload ?? {}) as Readonly<Record<string, unknown>>;
    // Open CTI gives a number where there are only digits.
    const number = textOf(clicked.number);
    if (!number) {
        return undefined;
    }
    const recordId = textOf(clicked.recordId);
    const call = { number, ...(recordId && { recordId }) };
    return {
        dialKey: newKey(),
        channel: 'clickToDial',
        ...call,
        ...given({
            agentId: agentFromParams(clicked.params) ?? '',
            recordName: textOf(clicked.recordName),
            objectApiName: textOf(clicked.objectType)
        }),
        ...withChoice(ridingChoice(clicked.params, memory) ?? memory.take(call))
    };
}

/**
 * A message of `Callback_Dial_Requested__c`.
 * @returns undefined where it holds no key or no number
 */
export function orderOfRequest(message: unknown): DialOrder | undefined {
    const request = (message ?? {}) as Readonly<Record<string, unknown>>;
    const dialKey = textOf(request.dialKey);
    const number = textOf(request.number);
    if (!dialKey || !number) {
        return undefined;
    }
    const dialEntryId = textOf(request.dialEntryId);
    return {
        dialKey,
        channel: dialEntryId ? 'connect' : 'manual',
        number,
        ...given({
            agentId: textOf(request.agentId),
            recordId: textOf(request.recordId),
            objectApiName: textOf(request.objectApiName),
            dialEntryId
        }),
        ...withChoice(choiceInRequest(request))
    };
}

/** The same call without the choice that was refused. */
export function withoutChoice({ choice: _refused, ...order }: DialOrder): DialOrder {
    return order;
}

function ridingChoice(params: unknown, memory: ChoiceMemory): ThisCallChoice | undefined {
    const choice = choiceFromParams(params);
    if (choice) {
        memory.forget(choice.choiceId);
    }
    return choice;
}

function withChoice(choice: ThisCallChoice | undefined): { readonly choice?: ThisCallChoice } {
    return choice ? { choice } : {};
}

function given<Name extends string>(
    texts: Readonly<Record<Name, string>>
): Partial<Record<Name, string>> {
    return Object.fromEntries(Object.entries<string>(texts).filter(([, text]) => text)) as Partial<
        Record<Name, string>
    >;
}
