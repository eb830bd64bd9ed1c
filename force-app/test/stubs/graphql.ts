import type { GraphQLResult, ParsedQuery } from 'lightning/graphql';

/**
 * Stands in for `lightning/graphql` in component tests, where the stub that comes with
 * sfdx-lwc-jest knows no queries. Like the platform it remembers answers, and `refresh` gives
 * through the wire only what has changed.
 */

export interface Asked {
    readonly query: string;
    readonly variables: Readonly<Record<string, unknown>>;
}
type Answer = Pick<GraphQLResult, 'data' | 'errors'>;

let answer: (asked: Asked) => Answer | Promise<Answer>;
const remembered = new Map<string, Answer>();
const wires = new Set<graphql>();

/** From now on the org says this. What was remembered is forgotten. */
export function answerGraphql(how: typeof answer): void {
    answer = how;
    remembered.clear();
}

/** Answers differ from now on, and what is remembered stays until it is refreshed. */
export function answerNextGraphql(how: typeof answer): void {
    answer = how;
}

/** How many wires of elements on the page there are. */
export function connectedWires(): number {
    return wires.size;
}

export function gql(texts: TemplateStringsArray, ...parts: readonly unknown[]): ParsedQuery {
    return String.raw({ raw: texts }, ...parts) as unknown as ParsedQuery;
}

export const executeMutation = jest.fn();

export class graphql {
    private readonly give: (result: GraphQLResult) => void;
    private asked: Asked | undefined;

    constructor(give: (result: GraphQLResult) => void) {
        this.give = give;
        give({});
    }

    connect(): void {
        wires.add(this);
    }

    disconnect(): void {
        wires.delete(this);
    }

    update({ query, variables = {} }: Partial<Asked>): void {
        this.asked = query === undefined ? undefined : { query, variables };
        const known = remembered.get(JSON.stringify(this.asked));
        if (known) {
            this.tell(known);
        } else if (this.asked) {
            this.ask(this.asked).catch((error: unknown) => {
                this.tell({ errors: [{ message: String(error) }] });
            });
        }
    }

    private async ask(asked: Asked): Promise<void> {
        const key = JSON.stringify(asked);
        const before = JSON.stringify(remembered.get(key));
        const now = await answer(asked);
        if (!now.errors) {
            remembered.set(key, now);
        }
        if (wires.has(this) && this.asked === asked && JSON.stringify(now) !== before) {
            this.tell(now);
        }
    }

    private tell(now: Answer): void {
        const { asked } = this;
        this.give({ ...now, refresh: async () => asked && this.ask(asked) });
    }
}
