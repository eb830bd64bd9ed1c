import {
    CHOICE_LIVES_MS,
    agentToParams,
    choiceToParams,
    refusalOf,
    type ThisCallChoice
} from 'c/callbackChoice';
import type { DialRow } from 'c/clickToDialNumber';

/** What became of the choice for a number: it stands, or why it no longer does. */
export type Choice = ThisCallChoice | 'expired' | 'used';

/** By the number to be dialled. */
export type Choices = ReadonlyMap<string, Choice>;

const TICK_MS = 1000;

/** @returns the choice for a number, while it stands */
export function standing(choices: Choices, number: string): ThisCallChoice | undefined {
    const choice = choices.get(number);
    return typeof choice === 'object' ? choice : undefined;
}

/** What a choice means for the row of its number, and what rides with the click. */
export function choiceOf(
    agentId: string,
    choice: Choice | undefined,
    now: number
): Pick<DialRow, 'params' | 'secondsLeft' | 'past'> {
    const agent = agentToParams(agentId);
    if (typeof choice !== 'object') {
        return { params: agent, secondsLeft: undefined, past: choice };
    }
    const left = Math.max(0, choice.chosenAt + CHOICE_LIVES_MS - now);
    return { params: `${agent},${choiceToParams(choice)}`, secondsLeft: Math.ceil(left / 1000) };
}

/**
 * The choices made on one record: one for each number, good for seconds, used once. Tells on every
 * change, and every second while there is one to count down.
 */
export class ChoiceKeeper {
    private choices: Choices = new Map();
    private timer: ReturnType<typeof setInterval> | undefined;
    private readonly onChange: (choices: Choices, now: number) => void;

    constructor(onChange: (choices: Choices, now: number) => void) {
        this.onChange = onChange;
    }

    choose(number: string, callbackNumber: string, recordId: string | undefined): ThisCallChoice {
        const choiceId = crypto.randomUUID();
        const choice = { choiceId, callbackNumber, number, recordId, chosenAt: Date.now() };
        this.set(number, choice);
        return choice;
    }

    /** @returns the choice as it no longer stands: without a callback number */
    takeBack(number: string): ThisCallChoice | undefined {
        const choice = standing(this.choices, number);
        this.set(number, undefined);
        return choice && { ...choice, callbackNumber: '' };
    }

    use(number: string): void {
        if (standing(this.choices, number)) {
            this.set(number, 'used');
        }
    }

    forgetAll(): void {
        this.take(new Map());
    }

    /** A component that leaves the page counts no more; one that comes back sees what has aged. */
    pause(): void {
        clearInterval(this.timer);
        this.timer = undefined;
    }
    resume(): void {
        this.take(this.choices);
    }

    private set(number: string, choice: Choice | undefined): void {
        const others = [...this.choices].filter(([other]) => other !== number);
        this.take(new Map(choice === undefined ? others : [...others, [number, choice]]));
    }

    private take(choices: Choices): void {
        const now = Date.now();
        this.choices = new Map(
            [...choices].map(([number, choice]): [string, Choice] => [number, aged(choice, now)])
        );
        const counts = [...this.choices.values()].some((choice) => typeof choice === 'object');
        if (counts) {
            // eslint-disable-next-line @lwc/lwc/no-async-operation -- ends with the last choice, and when the component leaves
            this.timer ??= setInterval(() => this.resume(), TICK_MS);
        } else {
            this.pause();
        }
        this.onChange(this.choices, now);
    }
}

function aged(choice: Choice, now: number): Choice {
    return typeof choice === 'object' && refusalOf(choice, choice, now) ? 'expired' : choice;
}
