import { LightningElement, api } from 'lwc';
import actions from '@salesforce/label/c.Callback_Lists_Actions';
import activeWord from '@salesforce/label/c.Callback_Lists_Active';
import edit from '@salesforce/label/c.Callback_Lists_Edit';
import everybody from '@salesforce/label/c.Callback_Lists_Everybody';
import group from '@salesforce/label/c.Callback_Lists_Group';
import hours from '@salesforce/label/c.Callback_Lists_Hours';
import hoursAre from '@salesforce/label/c.Callback_Lists_Hours_Are';
import hoursNone from '@salesforce/label/c.Callback_Lists_Hours_None';
import inactiveWord from '@salesforce/label/c.Callback_Lists_Inactive';
import name from '@salesforce/label/c.Callback_Lists_Name';
import none from '@salesforce/label/c.Callback_Lists_None';
import noNumber from '@salesforce/label/c.Callback_Lists_No_Number';
import number from '@salesforce/label/c.Callback_Lists_Number';
import open from '@salesforce/label/c.Callback_Lists_Open';
import state from '@salesforce/label/c.Callback_Lists_State';
import title from '@salesforce/label/c.Callback_Lists_Title';

/** A dial list in the table. Times as `09:30`. */
export interface ListLine {
    readonly id: string;
    readonly name: string;
    readonly active: boolean;
    readonly groupName?: string;
    readonly numberName?: string;
    readonly hours?: { readonly from: string; readonly until: string; readonly timeZone: string };
}

/**
 * Presentational. The dial lists: who works through them, when, and which number they present.
 *
 * `edit`, `entries` with `{ listId }`.
 */
export default class ConnectListTable extends LightningElement {
    @api lists: readonly ListLine[] = [];
    /** Whether lists may be changed. */
    @api canEdit = false;

    words = { actions, group, hours, name, none, number, state, title };

    get isEmpty(): boolean {
        return this.lists.length === 0;
    }
    get rows() {
        return this.lists.map((list) => ({
            id: list.id,
            name: list.name,
            group: list.groupName ?? everybody,
            number: list.numberName ?? noNumber,
            hours: list.hours ? hoursText(list.hours) : hoursNone,
            state: list.active ? activeWord : inactiveWord,
            icon: list.active ? 'utility:check' : 'utility:ban',
            editLabel: edit.replace('{0}', () => list.name),
            openLabel: open.replace('{0}', () => list.name)
        }));
    }

    handleEdit(event: Event): void {
        this.tell('edit', event);
    }
    handleEntries(event: Event): void {
        this.tell('entries', event);
    }
    tell(eventName: string, { target }: Event): void {
        const listId = (target as HTMLElement).dataset.id;
        this.dispatchEvent(new CustomEvent(eventName, { detail: { listId } }));
    }
}

function hoursText({ from, until, timeZone }: NonNullable<ListLine['hours']>): string {
    return hoursAre
        .replace('{0}', () => from)
        .replace('{1}', () => until)
        .replace('{2}', () => timeZone);
}
