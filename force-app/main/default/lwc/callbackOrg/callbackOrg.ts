import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLResult, type ParsedQuery } from 'lightning/graphql';
import { WiredQuery, type OrgRequest } from 'c/callbackWire';

/** What was asked since the page was opened: the platform may remember the answer, which may be old. */
const askedBefore = new Map<ParsedQuery, Set<string>>();

/**
 * Container. Without a face: asks the org by GraphQL, one question after the other, and never
 * answers with what the platform remembers of an earlier time.
 */
export default class CallbackOrg extends LightningElement {
    request: OrgRequest | undefined;

    private readonly wired = new WiredQuery((request) => {
        this.request = request;
    });
    private underWay: Promise<unknown> = Promise.resolve();

    get query(): ParsedQuery | undefined {
        return this.request?.query;
    }
    get variables(): OrgRequest['variables'] | undefined {
        return this.request?.variables;
    }

    @wire(graphql, { query: '$query', variables: '$variables' })
    answered(result: GraphQLResult): void {
        this.wired.answered(result);
    }

    override disconnectedCallback(): void {
        this.wired.stop();
    }

    /**
     * @returns the `data` of the answer
     * @throws the errors of the answer (see `stateOfErrors`), or `LeftThePage`
     */
    @api
    ask(request: OrgRequest): Promise<unknown> {
        const answer = this.underWay.then(() => this.answerTo(request));
        this.underWay = answer.catch(() => undefined);
        return answer;
    }

    private async answerTo(request: OrgRequest): Promise<unknown> {
        const { data, errors } = await this.wired.ask(request, isAskedAgain(request));
        if (!data || errors?.length) {
            throw errors;
        }
        return data;
    }
}

function isAskedAgain({ query, variables }: OrgRequest): boolean {
    const key = JSON.stringify(variables);
    const asked = askedBefore.get(query) ?? new Set();
    const again = asked.has(key);
    askedBefore.set(query, asked.add(key));
    return again;
}
