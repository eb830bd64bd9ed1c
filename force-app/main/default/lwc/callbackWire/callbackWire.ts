/**
 * Service. A wire of GraphQL as something that can be asked: Lightning has no other way to query
 * without Apex.
 */
import type { GraphQLResult, ParsedQuery } from 'lightning/graphql';

export interface OrgRequest {
    readonly query: ParsedQuery;
    readonly variables: Readonly<Record<string, unknown>>;
}

type Show = (request: OrgRequest | undefined) => void;

/** Whatever was asked is not wanted any more. */
export class LeftThePage extends Error {
    override readonly name = 'LeftThePage';
}

/** One question at a time. */
export class WiredQuery {
    private readonly show: Show;
    private shown: OrgRequest | undefined;
    private latest: GraphQLResult | undefined;
    private take: ((result: GraphQLResult) => void) | undefined;
    private stops = 0;
    private giveUp: ((reason: unknown) => void) | undefined;

    /** @param show puts the request where the wire sees it; undefined takes it away */
    constructor(show: Show) {
        this.show = show;
    }

    /** Called with everything that the wire gives; at first that is nothing. */
    answered(result: GraphQLResult): void {
        if (result.data || result.errors?.length) {
            this.latest = result;
            this.take?.(result);
        }
    }

    /**
     * @param fresh not what the platform remembers of an earlier answer
     * @throws what refreshing throws, and when it was stopped
     */
    async ask(request: OrgRequest, fresh: boolean): Promise<GraphQLResult> {
        // An error is asked about anew: refreshing need not tell that nothing is wrong any more.
        const known =
            this.isShown(request) && !this.latest?.errors?.length ? this.latest : undefined;
        const remembered = known ?? (await this.wired(request));
        if (!fresh) {
            return remembered;
        }
        if (remembered.refresh) {
            const { stops } = this;
            await remembered.refresh();
            if (stops !== this.stops) {
                throw new LeftThePage();
            }
            // It need not give anything anew where nothing has changed.
            return this.latest ?? remembered;
        }
        return known ? this.wired(request) : remembered;
    }

    /** Forgets everything: what was remembered may be old when it is asked again. */
    stop(): void {
        this.stops += 1;
        this.giveUp?.(new LeftThePage());
        this.take = this.giveUp = this.shown = this.latest = undefined;
        this.show(undefined);
    }

    private isShown({ query, variables }: OrgRequest): boolean {
        return (
            this.shown?.query === query &&
            JSON.stringify(this.shown.variables) === JSON.stringify(variables)
        );
    }

    private async wired(request: OrgRequest): Promise<GraphQLResult> {
        this.latest = undefined;
        if (this.isShown(request)) {
            // A wire asks again only when something changes.
            this.show(undefined);
            await Promise.resolve();
        }
        this.shown = request;
        const result = new Promise<GraphQLResult>((resolve, reject) => {
            this.take = resolve;
            this.giveUp = reject;
        });
        this.show(request);
        return result;
    }
}
