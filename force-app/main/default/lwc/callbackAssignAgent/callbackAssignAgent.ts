import { LightningElement, api } from 'lwc';
import type { ExplainState } from 'c/callbackAssignExplained';
import { agentViewOf, readAgent } from 'c/callbackData';
import { reduceErrors } from 'c/callbackErrors';
import type { AgentId } from 'c/callbackResolver';
import type { Ask } from 'c/callbackSetupData';
import { explanationOf } from './explaining';

type Request = Parameters<Ask>[0];

/** Nothing is dialled here, so no number has to be read. */
const NO_PHONE_LIBRARY = { parsePhoneNumberFromString: () => undefined };

/** Container. Reads which numbers one agent may present, and why. */
export default class CallbackAssignAgent extends LightningElement {
    @api
    get agentId(): string {
        return this.chosen;
    }
    set agentId(agentId: string) {
        this.chosen = agentId;
        if (this.isOpened) {
            this.read();
        }
    }
    /** Names of groups by id. */
    @api groupNames: ReadonlyMap<string, string> = new Map();

    state: ExplainState = { kind: 'looking' };
    private chosen = '';
    private isOpened = false;

    override renderedCallback(): void {
        // What asks the org is part of the template.
        if (!this.isOpened) {
            this.isOpened = true;
            this.read();
        }
    }

    /** Reads anew. Of an agent who was chosen before nothing is shown any more. */
    @api
    async read(): Promise<void> {
        const agentId = this.chosen;
        this.state = { kind: 'looking' };
        const state = await this.explain(agentId);
        if (this.chosen === agentId) {
            this.state = state;
        }
    }

    private async explain(agentId: string): Promise<ExplainState> {
        try {
            const rows = await readAgent(agentId, async (request) => ({
                data: await this.ask(request)
            }));
            const view = agentViewOf(agentId as AgentId, rows, NO_PHONE_LIBRARY);
            return { kind: 'explained', explanation: explanationOf(view, this.groupNames) };
        } catch (errors) {
            return { kind: 'failed', errors: reduceErrors(errors) };
        }
    }
    private ask(request: Request): Promise<unknown> {
        return (this.refs!.org as HTMLElement & { ask: Ask }).ask(request);
    }
}
