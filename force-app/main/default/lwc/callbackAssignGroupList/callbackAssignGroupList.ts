import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import deleted from '@salesforce/label/c.Callback_Assign_Group_Deleted';
import saved from '@salesforce/label/c.Callback_Assign_Group_Saved';
import type { GroupEdit } from 'c/callbackAssignGroupEdit';
import { filled } from 'c/callbackAssignWords';
import { rightsOf, type Ask, type GroupSummary, type Rights } from 'c/callbackSetupData';
import { GroupKeeping } from './groupKeeping';

/**
 * Container. Agent groups to choose from; where the user may, they are made, renamed and deleted.
 *
 * `choose` with `{ ids }`: all groups that are chosen now; `changed`: groups have to be read anew.
 */
export default class CallbackAssignGroupList extends LightningElement {
    @api groups: readonly GroupSummary[] = [];
    @api loading = false;
    @api rights: Rights = rightsOf(undefined);
    @api selectedIds: readonly string[] = [];

    edit: GroupEdit | undefined;
    private wasEditing = false;
    private readonly ask: Ask = (request) =>
        (this.refs!.org as HTMLElement & { ask: Ask }).ask(request);
    private readonly keeping = new GroupKeeping({
        ask: this.ask,
        show: (edit) => {
            this.edit = edit;
        },
        changed: (name, gone) => this.tellChanged(name, gone)
    });

    override renderedCallback(): void {
        if (this.wasEditing && !this.edit) {
            this.template!.querySelector<HTMLElement>('c-callback-assign-groups')!.focus();
        }
        this.wasEditing = this.edit !== undefined;
    }

    handleChoose({ detail }: CustomEvent<{ ids: readonly string[] }>): void {
        this.keeping.cancel();
        this.tellChosen(detail.ids);
    }
    handleNew(): void {
        this.keeping.name();
    }
    handleRename(): void {
        this.keeping.name(this.chosenGroup());
    }
    handleDelete(): void {
        this.keeping.remove(this.chosenGroup());
    }
    handleName({ detail }: CustomEvent<{ name: string }>): void {
        this.keeping.saveName(detail.name);
    }
    handleConfirmDelete(): void {
        this.keeping.confirmRemove();
    }
    handleCancel(): void {
        this.keeping.cancel();
    }

    private chosenGroup(): GroupSummary {
        return this.groups.find(({ id }) => id === this.selectedIds[0])!;
    }
    private tellChosen(ids: readonly string[]): void {
        this.dispatchEvent(new CustomEvent('choose', { detail: { ids } }));
    }
    private tellChanged(name: string, gone?: GroupSummary): void {
        const title = filled(gone ? deleted : saved, name);
        this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
        this.dispatchEvent(new CustomEvent('changed'));
        if (gone) {
            this.tellChosen(this.selectedIds.filter((id) => id !== gone.id));
        }
    }
}
