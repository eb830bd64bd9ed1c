/** Invocable actions: the flows and Apex methods that a customer's org would bring. */

export type ActionType = 'flow' | 'apex';

export type ActionInput = Readonly<Record<string, unknown>>;

/** Output values by name, or an Error for this input alone. */
export type ActionOutput = Readonly<Record<string, unknown>> | Error;

/**
 * Called once a request with all its inputs; answers one output an input, in order. What it
 * throws fails every input; an OrgError keeps its code.
 */
export type ActionHandler = (
    inputs: readonly ActionInput[],
    context: { readonly userId: string }
) => readonly ActionOutput[] | Promise<readonly ActionOutput[]>;

export interface Action {
    readonly type: ActionType;
    readonly name: string;
    readonly label: string;
    readonly handler: ActionHandler;
}

export class ActionRegistry {
    #actions = new Map<string, Action>();

    /** Puts an action in place, or another in its place. The answer takes it away again. */
    register(
        type: ActionType,
        name: string,
        handler: ActionHandler,
        label: string = name
    ): () => void {
        const action: Action = { type, name, label, handler };
        this.#actions.set(keyOf(type, name), action);
        return () => {
            if (this.#actions.get(keyOf(type, name)) === action) {
                this.#actions.delete(keyOf(type, name));
            }
        };
    }

    find(type: string, name: string): Action | undefined {
        return this.#actions.get(keyOf(type, name));
    }

    list(type: ActionType): readonly Action[] {
        return [...this.#actions.values()].filter((action) => action.type === type);
    }
}

function keyOf(type: string, name: string): string {
    return `${type}:${name}`.toLowerCase();
}
