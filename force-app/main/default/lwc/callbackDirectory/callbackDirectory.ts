import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLResult, type ParsedQuery } from 'lightning/graphql';
import userId from '@salesforce/user/Id';
import {
    agentViewOf,
    readAgent,
    stateOfAgent,
    stateOfErrors,
    type DirectoryRequest,
    type DirectoryState
} from 'c/callbackData';
import type { PhoneLibrary } from 'c/callbackPhone';
import type { AgentId } from 'c/callbackResolver';
import { loadPhoneLibrary } from './phoneLibrary';
import { WiredQuery } from './wiredQuery';

/** How old what is shown may become while somebody looks at the page. */
const REFRESH_EVERY_MS = 60_000;

/**
 * Container. Without a face: loads everything that the agent's decisions need, keeps it current
 * while the page is visible, and says how far it has come.
 *
 * `statechange`: detail `{ state: DirectoryState }`. While it reads anew, the state stays what it
 * was; a state that has anything to show also stays when reading anew fails.
 */
export default class CallbackDirectory extends LightningElement {
    listsRequest: DirectoryRequest | undefined;
    assignmentsRequest: DirectoryRequest | undefined;

    private readonly wires: Readonly<Record<DirectoryRequest['step'], WiredQuery>> = {
        lists: new WiredQuery((request) => {
            this.listsRequest = request;
        }),
        assignments: new WiredQuery((request) => {
            this.assignmentsRequest = request;
        })
    };
    private state: DirectoryState = { kind: 'loading' };
    /** What the state was made of, to tell whether anything is new. */
    private madeOf = '';
    private phoneLibrary: PhoneLibrary | undefined;
    private underWay: Promise<void> = Promise.resolve();
    private next: Promise<void> | undefined;
    private timer: number | undefined;
    /** Goes up whenever the element comes or goes: what was begun before has no say any more. */
    private stay = 0;

    get listsQuery(): ParsedQuery | undefined {
        return this.listsRequest?.query;
    }
    get listsVariables(): DirectoryRequest['variables'] | undefined {
        return this.listsRequest?.variables;
    }
    get assignmentsQuery(): ParsedQuery | undefined {
        return this.assignmentsRequest?.query;
    }
    get assignmentsVariables(): DirectoryRequest['variables'] | undefined {
        return this.assignmentsRequest?.variables;
    }

    @wire(graphql, { query: '$listsQuery', variables: '$listsVariables' })
    listsAnswered(result: GraphQLResult): void {
        this.wires.lists.answered(result);
    }
    @wire(graphql, { query: '$assignmentsQuery', variables: '$assignmentsVariables' })
    assignmentsAnswered(result: GraphQLResult): void {
        this.wires.assignments.answered(result);
    }

    override connectedCallback(): void {
        this.stay += 1;
        document.addEventListener('visibilitychange', this.handleVisibility);
        this.keepCurrent();
        this.say(this.state);
        this.underWay = this.read(this.state.kind !== 'loading');
    }

    override disconnectedCallback(): void {
        this.stay += 1;
        document.removeEventListener('visibilitychange', this.handleVisibility);
        window.clearInterval(this.timer);
        Object.values(this.wires).forEach((one) => one.stop());
    }

    /** Reads everything anew; resolves when the state is that of now. */
    @api
    refresh(): Promise<void> {
        // What is under way may have read before the caller wrote.
        this.next ??= this.underWay.then(() => {
            this.next = undefined;
            this.underWay = this.read(true);
            return this.underWay;
        });
        return this.next;
    }

    private readonly handleVisibility = (): void => {
        this.keepCurrent();
        if (document.visibilityState === 'visible') {
            this.refresh();
        }
    };

    private keepCurrent(): void {
        window.clearInterval(this.timer);
        if (document.visibilityState === 'visible') {
            // eslint-disable-next-line @lwc/lwc/no-async-operation -- ends with the element
            this.timer = window.setInterval(() => this.refresh(), REFRESH_EVERY_MS);
        }
    }

    /** Never rejects: whatever happens becomes the state. */
    private async read(fresh: boolean): Promise<void> {
        const { stay } = this;
        try {
            this.phoneLibrary ??= await loadPhoneLibrary(this);
            const rows = await readAgent(userId, (request) =>
                this.wires[request.step].ask(request, fresh)
            );
            const madeOf = JSON.stringify(rows);
            if (stay === this.stay && madeOf !== this.madeOf) {
                this.madeOf = madeOf;
                this.say(stateOfAgent(agentViewOf(userId as AgentId, rows, this.phoneLibrary)));
            }
        } catch (errors) {
            if (stay === this.stay) {
                this.fail(stateOfErrors(errors));
            }
        }
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
