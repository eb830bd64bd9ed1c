import { CHOICE_LIVES_MS, type ThisCallChoice } from '#choice';

/** Numbers chosen for one call on some page, waiting for the click that they were chosen for. */
export interface ChoiceMemory {
    /** Takes a message of `Callback_Number_Chosen__c`; one without callback number takes a choice back. */
    hear(message: unknown): void;
    /** @returns the choice for this call, which is forgotten with it */
    take(call: { readonly number: string; readonly recordId?: string }): ThisCallChoice | undefined;
    /** The choice came by another way: it must not be used once more. */
    forget(choiceId: string): void;
}

/**
 * Remembers a choice for its number and record only, for as long as choices live, for one call.
 * Whether it is good is for the service to say: two ways of writing one number are held together
 * here, and read exactly there.
 */
export function createChoiceMemory(now: () => number): ChoiceMemory {
    let choices: readonly ThisCallChoice[] = [];
    const isAlive = ({ chosenAt }: ThisCallChoice) => now() - chosenAt < CHOICE_LIVES_MS;

    return {
        hear(message) {
            const choice = choiceOf(message);
            if (choice) {
                choices = choices.filter((other) => isAlive(other) && !isSameCall(other, choice));
                choices = choice.callbackNumber ? [...choices, choice] : choices;
            }
        },
        take(call) {
            const found = choices.find((choice) => isAlive(choice) && isSameCall(choice, call));
            choices = choices.filter((choice) => choice !== found);
            return found;
        },
        forget(choiceId) {
            choices = choices.filter((choice) => choice.choiceId !== choiceId);
        }
    };
}

/** @returns undefined where the message is not one that the channel describes */
function choiceOf(message: unknown): ThisCallChoice | undefined {
    const said = (message ?? {}) as Partial<Record<keyof ThisCallChoice, unknown>>;
    const [choiceId, callbackNumber, number, recordId] = (
        ['choiceId', 'callbackNumber', 'number', 'recordId'] as const
    ).map((field) => textOf(said[field]));
    const chosenAt = Number(textOf(said.chosenAt) || NaN);
    if (!choiceId || !number || !Number.isFinite(chosenAt)) {
        return undefined;
    }
    return { choiceId, callbackNumber, number, ...(recordId && { recordId }), chosenAt };
}

/** A choice as it stands in a dial request. */
export function choiceInRequest(message: unknown): ThisCallChoice | undefined {
    const choice = choiceOf(message);
    return choice?.callbackNumber ? choice : undefined;
}

/** Numbers and texts as text; anything else as nothing. */
export function textOf(value: unknown): string {
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

interface Call {
    readonly number: string;
    readonly recordId?: string;
}

function isSameCall(one: Call, other: Call): boolean {
    return shortId(one.recordId) === shortId(other.recordId) && mayBeSame(one.number, other.number);
}

/** Ids of 15 and of 18 characters name the same record. */
function shortId(recordId: string | undefined): string {
    return (recordId ?? '').slice(0, 15);
}

/** Fewer digits than this say too little of a number to know it again without its beginning. */
const ENOUGH_DIGITS = 6;

function mayBeSame(one: string, other: string): boolean {
    const [oneDigits, otherDigits] = [digitsOf(one), digitsOf(other)];
    if (one.startsWith('+') === other.startsWith('+')) {
        return oneDigits === otherDigits;
    }
    // A national number ends as the full one does, without its zero in front.
    const [full, national] = one.startsWith('+')
        ? [oneDigits, otherDigits]
        : [otherDigits, oneDigits];
    const rest = national.replace(/^0+/, '');
    return rest.length >= ENOUGH_DIGITS && full.endsWith(rest);
}

function digitsOf(number: string): string {
    return number.replace(/[^\d*#]/g, '');
}
