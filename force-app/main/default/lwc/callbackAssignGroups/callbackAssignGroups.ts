import { LightningElement, api } from 'lwc';
import add from '@salesforce/label/c.Callback_Assign_Group_New';
import groupColumn from '@salesforce/label/c.Callback_Assign_Group';
import loadingGroups from '@salesforce/label/c.Callback_Assign_Loading_Groups';
import members from '@salesforce/label/c.Callback_Assign_Members';
import oneGroup from '@salesforce/label/c.Callback_Assign_Group_Choose_One';
import remove from '@salesforce/label/c.Callback_Assign_Group_Delete';
import rename from '@salesforce/label/c.Callback_Assign_Group_Rename';
import title from '@salesforce/label/c.Callback_Assign_Groups';

export interface GroupRow {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly members: number;
}

/**
 * Presentational. Agent groups to choose from, and where the user may, to keep.
 *
 * `choose` with `{ ids }`: all groups that are chosen now; `newgroup`; `renamegroup` and
 * `deletegroup`: of the one that is chosen.
 */
export default class CallbackAssignGroups extends LightningElement {
    @api groups: readonly GroupRow[] = [];
    @api selectedIds: readonly string[] = [];
    /** The groups are on their way. */
    @api loading = false;
    @api canCreate = false;
    @api canRename = false;
    @api canDelete = false;

    words = { add, loadingGroups, oneGroup, remove, rename, title };
    columns = [
        { label: groupColumn, fieldName: 'name', sortable: true, wrapText: true },
        {
            label: members,
            fieldName: 'members',
            type: 'number',
            sortable: true,
            cellAttributes: { alignment: 'left' }
        }
    ];
    searchFields = ['name', 'description'];

    get isNotOne(): boolean {
        return this.selectedIds.length !== 1;
    }
    get canKeep(): boolean {
        return this.canRename || this.canDelete;
    }

    /** To where editing a group began. */
    @api
    focus(): void {
        this.template!.querySelector<HTMLElement>('lightning-button')?.focus();
    }

    handleChoose(event: CustomEvent<{ ids: readonly string[] }>): void {
        this.dispatchEvent(new CustomEvent('choose', { detail: event.detail }));
    }
    handleNew(): void {
        this.dispatchEvent(new CustomEvent('newgroup'));
    }
    handleRename(): void {
        this.dispatchEvent(new CustomEvent('renamegroup'));
    }
    handleDelete(): void {
        this.dispatchEvent(new CustomEvent('deletegroup'));
    }
}
