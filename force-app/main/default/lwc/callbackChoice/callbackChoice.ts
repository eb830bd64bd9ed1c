/**
 * Service. A number chosen for one call, on its way from a page to the softphone: bound to the
 * number and the record it was chosen for, and good for seconds. The page withdraws it by the
 * same rules by which the service refuses it, because both run this file.
 */

/** What a page says, and a service does not believe without `refusalOf`. */
export interface ThisCallChoice {
    /** Made up anew for every choice: it is used once. */
    readonly choiceId: string;
    /** The number to present: E.164. */
    readonly callbackNumber: string;
    /** The number it was chosen for: E.164 where it is a full telephone number, else as dialled. */
    readonly number: string;
    /** The record it was chosen on, 18 characters; missing where there is none. */
    readonly recordId?: string;
    /** Milliseconds since 1970, by the clock of the page. */
    readonly chosenAt: number;
}

/** Long enough to choose, look once more and click. */
export const CHOICE_LIVES_MS = 60_000;

/** By so much the clock of a page may be ahead. */
const CLOCKS_DIFFER_MS = 30_000;

export type ChoiceRefusal = 'CHOICE_EXPIRED' | 'CHOICE_FOR_ANOTHER_CALL';

/** @returns why the choice is not good for this call now; undefined where it is */
export function refusalOf(
    choice: ThisCallChoice,
    call: { readonly number: string; readonly recordId?: string },
    now: number
): ChoiceRefusal | undefined {
    if (choice.number !== call.number || (choice.recordId ?? '') !== (call.recordId ?? '')) {
        return 'CHOICE_FOR_ANOTHER_CALL';
    }
    const age = now - choice.chosenAt;
    return age >= -CLOCKS_DIFFER_MS && age < CHOICE_LIVES_MS ? undefined : 'CHOICE_EXPIRED';
}

/** As it stands in `params`: a comma is what the platform separates parameters by. */
const NAMES = {
    choiceId: 'callbackChoice',
    callbackNumber: 'callbackNumber',
    number: 'chosenFor',
    recordId: 'chosenOn',
    chosenAt: 'chosenAt'
} as const satisfies Record<keyof ThisCallChoice, string>;

/** For `params` of `lightning-click-to-dial`. */
export function choiceToParams(choice: ThisCallChoice): string {
    return (Object.keys(NAMES) as (keyof ThisCallChoice)[])
        .filter((key) => choice[key] !== undefined)
        .map((key) => `${NAMES[key]}=${encodeURIComponent(choice[key]!)}`)
        .join(',');
}

const AGENT = 'agent';

/** Who clicks: the softphone may still be signed in as the agent before. */
export function agentToParams(agentId: string): string {
    return `${AGENT}=${encodeURIComponent(agentId)}`;
}

/** @returns undefined where the text does not say */
export function agentFromParams(params: unknown): string | undefined {
    return (typeof params === 'string' && given(params).get(AGENT)) || undefined;
}

/** @returns undefined where the text holds no whole choice; other parameters are left alone */
export function choiceFromParams(params: unknown): ThisCallChoice | undefined {
    if (typeof params !== 'string') {
        return undefined;
    }
    const texts = given(params);
    const [choiceId, callbackNumber, number, recordId] = (
        ['choiceId', 'callbackNumber', 'number', 'recordId'] as const
    ).map((key) => texts.get(NAMES[key]));
    const chosenAt = Number(texts.get(NAMES.chosenAt) || NaN);
    if (!choiceId || !callbackNumber || !number || !Number.isFinite(chosenAt)) {
        return undefined;
    }
    return { choiceId, callbackNumber, number, ...(recordId && { recordId }), chosenAt };
}

function given(params: string): ReadonlyMap<string, string> {
    return new Map(params.split(',').map(nameAndValue));
}

function nameAndValue(parameter: string): [name: string, value: string] {
    const at = parameter.indexOf('=');
    const [name, value] = [parameter.slice(0, at), parameter.slice(at + 1)];
    try {
        return [name.trim(), decodeURIComponent(value)];
    } catch {
        // Somebody else's parameter, or a choice that was cut off: no value is no choice.
        return [name.trim(), ''];
    }
}
