import { LightningElement } from 'lwc';
import description from '@salesforce/label/c.Callback_Assign_Description';
import title from '@salesforce/label/c.Callback_Assign_Title';
import { stateOfErrors } from 'c/callbackData';
import { readGroups, type Ask, type GroupRecord } from 'c/callbackSetupData';
import type { LoadState } from 'c/callbackState';

type Org = HTMLElement & { ask: Ask };

/** Container. Agents and groups: which numbers they may present, and who is in which group. */
export default class CallbackAssignmentsSetup extends LightningElement {
    words = { description, title };
    state: LoadState = { kind: 'loading' };
    groups: readonly GroupRecord[] = [];

    private readonly ask: Ask = (request) => (this.refs!.org as unknown as Org).ask(request);

    override renderedCallback(): void {
        if (this.state.kind === 'loading' && this.groups.length === 0) {
            this.load();
        }
    }

    async load(): Promise<void> {
        try {
            this.groups = await readGroups(this.ask);
            this.state = { kind: 'ready' };
        } catch (errors) {
            this.state = stateOfErrors(errors) as LoadState;
        }
    }
}
