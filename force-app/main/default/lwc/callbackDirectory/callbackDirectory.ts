import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLResult, type ParsedQuery } from 'lightning/graphql';
import userId from '@salesforce/user/Id';
import {
    agentViewOf,
    ChangeWatch,
    readAgent,
    stateOfAgent,
    stateOfErrors,
    type DirectoryRequest,
    type DirectoryState
} from 'c/callbackData';
import type { PhoneLibrary } from 'c/callbackPhone';
import { loadPhoneLibrary } from 'c/callbackPhoneFile';
import type { AgentId } from 'c/callbackResolver';
import { LeftThePage, WiredQuery, type OrgRequest } from 'c/callbackWire';
import { WhileVisible } from './whileVisible';

/** How old what is shown may become while somebody looks at the page. */
const LOOK_EVERY_MS = 60_000;

/**
 * Container. Without a face: loads everything that the agent's decisions need, keeps it current
 * while the page is visible, and says how far it has come.
 *
 * `statechange`: detail `{ state: DirectoryState }`. While it reads anew, the state stays what it
 * was; a state that has anything to show also stays when reading anew fails.
 */
export default class CallbackDirectory extends LightningElement {
    listsRequest: OrgRequest | undefined;
    assignmentsRequest: OrgRequest | undefined;
    changesRequest: OrgRequest | undefined;

    private readonly wires: Readonly<Record<DirectoryRequest['step'], WiredQuery>> = {
        lists: new WiredQuery((request) => {
            this.listsRequest = request;
        }),
        assignments: new WiredQuery((request) => {
            this.assignmentsRequest = request;
        }),
        changes: new WiredQuery((request) => {
            this.changesRequest = request;
        })
    };
    private readonly changes = new ChangeWatch(userId);
    private readonly whileVisible = new WhileVisible(LOOK_EVERY_MS, () => {
        this.soon ??= this.inTurn(() => this.look());
    });
    private state: DirectoryState = { kind: 'loading' };
    /** What the state was made of, to tell whether anything is new. */
    private madeOf = '';
    private phoneLibrary: PhoneLibrary | undefined;
    /** One thing after the other: a wire has one question at a time. */
    private underWay: Promise<void> = Promise.resolve();
    /** In turn, and not begun yet: a look, and a reading that somebody asked for. */
    private soon: Promise<void> | undefined;
    private next: Promise<void> | undefined;
    /** Goes up whenever the element comes or goes: what was begun before has no say any more. */
    private stay = 0;

    get listsQuery(): ParsedQuery | undefined {
        return this.listsRequest?.query;
    }
    get listsVariables(): OrgRequest['variables'] | undefined {
        return this.listsRequest?.variables;
    }
    get assignmentsQuery(): ParsedQuery | undefined {
        return this.assignmentsRequest?.query;
    }
    get assignmentsVariables(): OrgRequest['variables'] | undefined {
        return this.assignmentsRequest?.variables;
    }

    get changesQuery(): ParsedQuery | undefined {
        return this.changesRequest?.query;
    }
    get changesVariables(): OrgRequest['variables'] | undefined {
        return this.changesRequest?.variables;
    }

    @wire(graphql, { query: '$listsQuery', variables: '$listsVariables' })
    listsAnswered(result: GraphQLResult): void {
        this.wires.lists.answered(result);
    }
    @wire(graphql, { query: '$assignmentsQuery', variables: '$assignmentsVariables' })
    assignmentsAnswered(result: GraphQLResult): void {
        this.wires.assignments.answered(result);
    }
    @wire(graphql, { query: '$changesQuery', variables: '$changesVariables' })
    changesAnswered(result: GraphQLResult): void {
        this.wires.changes.answered(result);
    }

    override connectedCallback(): void {
        this.stay += 1;
        this.soon = this.next = undefined;
        this.say(this.state);
        this.underWay = this.read(this.state.kind !== 'loading');
        this.whileVisible.start();
    }

    override disconnectedCallback(): void {
        this.stay += 1;
        this.whileVisible.stop();
        Object.values(this.wires).forEach((one) => one.stop());
    }

    /** Reads everything anew; resolves when the state is that of now. */
    @api
    refresh(): Promise<void> {
        // What is under way may have read before the caller wrote.
        this.next ??= this.inTurn(() => {
            this.next = undefined;
            return this.read(true);
        });
        return this.next;
    }

    private inTurn(work: () => Promise<void>): Promise<void> {
        this.underWay = this.underWay.then(work);
        return this.underWay;
    }

    /** Reads everything anew where anything may have changed. */
    private async look(): Promise<void> {
        this.soon = undefined;
        try {
            if ('agent' in this.state && !(await this.changes.mayHaveChanged(this.asking(true)))) {
                return;
            }
        } catch {
            // Reading everything will say what is wrong.
        }
        await this.read(true);
    }

    /** Never rejects: whatever happens becomes the state. */
    private async read(fresh: boolean): Promise<void> {
        const { stay } = this;
        try {
            const ask = this.asking(fresh);
            this.phoneLibrary ??= await loadPhoneLibrary(this);
            const rows = await readAgent(userId, ask);
            const madeOf = JSON.stringify(rows);
            if (stay === this.stay && madeOf !== this.madeOf) {
                this.madeOf = madeOf;
                this.say(stateOfAgent(agentViewOf(userId as AgentId, rows, this.phoneLibrary)));
            }
        } catch (errors) {
            this.changes.forget();
            if (stay === this.stay) {
                this.fail(stateOfErrors(errors));
            }
        }
    }

    /** Only for as long as the element stays where it is. */
    private asking(fresh: boolean): (request: DirectoryRequest) => Promise<GraphQLResult> {
        const { stay } = this;
        return async (request) => {
            if (stay !== this.stay) {
                throw new LeftThePage();
            }
            return this.wires[request.step].ask(request, fresh);
        };
    }

    private fail(state: DirectoryState): void {
        const hasAgent = 'agent' in this.state;
        if (!(hasAgent && state.kind === 'failed')) {
            this.madeOf = '';
            this.say(state);
        }
    }

    private say(state: DirectoryState): void {
        this.state = state;
        this.dispatchEvent(new CustomEvent('statechange', { detail: { state } }));
    }
}
