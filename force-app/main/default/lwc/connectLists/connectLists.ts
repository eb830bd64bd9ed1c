import { LightningElement, wire } from 'lwc';
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import about from '@salesforce/label/c.Callback_Lists_About';
import conflict from '@salesforce/label/c.Callback_Lists_Conflict';
import editTitle from '@salesforce/label/c.Callback_Lists_Edit_Title';
import newList from '@salesforce/label/c.Callback_Lists_New';
import saved from '@salesforce/label/c.Callback_Lists_Saved';
import title from '@salesforce/label/c.Callback_Lists_Title';
import { stateOfErrors } from 'c/callbackData';
import {
    OBJECTS,
    readGroups,
    readNumbers,
    rightsOf,
    saveRows,
    type Ask,
    type Rights
} from 'c/callbackSetupData';
import type { LoadState } from 'c/callbackState';
import {
    listChange,
    listFormOf,
    readListRecords,
    type ListForm,
    type ListRecord
} from 'c/connectData';
import type { FormOption } from 'c/connectListForm';
import type { ListLine } from 'c/connectListTable';
import { timeZones } from './timeZones';

/** What stands beside the table. */
type Beside =
    | {
          readonly kind: 'form';
          readonly list: ListRecord | undefined;
          readonly title: string;
          /** As it was opened: what is typed since then is the form's own. */
          readonly values: ListForm;
      }
    | { readonly kind: 'entries'; readonly list: ListRecord };

/** Container. Dial lists for those who keep them: the lists, and the entries of one. */
export default class ConnectLists extends LightningElement {
    words = { about, newList, title };
    zones = timeZones();
    dialListObject = OBJECTS.dialList;
    _state: LoadState = { kind: 'loading' };
    _lists: readonly ListRecord[] = [];
    _groups: readonly FormOption[] = [];
    _numbers: readonly FormOption[] = [];
    _rights: Rights | undefined;
    _beside: Beside | undefined;
    _errors: readonly string[] = [];
    _isSaving = false;
    _notice = '';
    _focusOn: string | undefined;
    private hasBegun = false;

    private readonly ask: Ask = (request) =>
        (this.refs!.org as HTMLElement & { ask: Ask }).ask(request);

    @wire(getObjectInfo, { objectApiName: '$dialListObject' })
    takeInfo({ data }: { readonly data?: ObjectInfo }): void {
        this._rights = data && rightsOf(data);
    }

    override renderedCallback(): void {
        if (!this.hasBegun) {
            this.hasBegun = true;
            this.read();
        }
        const target = this._focusOn && this.template!.querySelector<HTMLElement>(this._focusOn);
        if (target) {
            this._focusOn = undefined;
            target.focus();
        }
    }

    get canEdit(): boolean {
        return this._rights?.update ?? false;
    }
    get isReadOnly(): boolean {
        return this._rights !== undefined && !this.canEdit;
    }
    get lines(): readonly ListLine[] {
        return this._lists.map(({ id, name, active, groupName, numberName, hours }) => ({
            id,
            name,
            active,
            ...(groupName && { groupName }),
            ...(numberName && { numberName }),
            ...(hours.from &&
                hours.until && {
                    hours: {
                        from: hours.from.slice(0, 5),
                        until: hours.until.slice(0, 5),
                        timeZone: hours.timeZone ?? ''
                    }
                })
        }));
    }
    get form() {
        return this._beside?.kind === 'form' ? this._beside : undefined;
    }
    get entriesOf(): ListRecord | undefined {
        return this._beside?.kind === 'entries' ? this._beside.list : undefined;
    }

    async read(): Promise<void> {
        try {
            this._lists = await readListRecords(this.ask);
            const [groups, numbers] = [await readGroups(this.ask), await readNumbers(this.ask)];
            this._groups = groups.map(({ Id, Name }) => ({ value: Id, label: Name }));
            this._numbers = numbers
                .filter(({ Active__c }) => Active__c)
                .map(({ Id, Name }) => ({ value: Id, label: Name }));
            this._state = { kind: 'ready' };
        } catch (errors) {
            this._state = stateOfErrors(errors);
        }
    }

    handleRetry(): void {
        this._state = { kind: 'loading' };
        this.read();
    }
    handleNew(): void {
        this.openForm(undefined);
    }
    handleEdit({ detail }: CustomEvent<{ listId: string }>): void {
        this.openForm(this.listOf(detail.listId));
    }
    handleEntries({ detail }: CustomEvent<{ listId: string }>): void {
        this._notice = '';
        this._beside = { kind: 'entries', list: this.listOf(detail.listId)! };
        this._focusOn = 'c-connect-list-entries';
    }
    handleClose(): void {
        this._beside = undefined;
        this._focusOn = '.notice';
    }
    async handleSave({ detail }: CustomEvent<ListForm>): Promise<void> {
        const list = this._beside?.kind === 'form' ? this._beside.list : undefined;
        const change = listChange(detail, list);
        if (!change) {
            this.handleClose();
            return;
        }
        this._isSaving = true;
        const [result] = await saveRows([change], { ask: this.ask });
        this._isSaving = false;
        if (result.kind === 'refused' || result.kind === 'unknown') {
            this._errors = result.errors;
            return;
        }
        this._notice =
            result.kind === 'conflict' ? conflict : saved.replace('{0}', () => detail.name.trim());
        this.handleClose();
        await this.read();
    }

    openForm(list: ListRecord | undefined): void {
        this._notice = '';
        this._errors = [];
        this._beside = {
            kind: 'form',
            list,
            title: list ? editTitle.replace('{0}', () => list.name) : newList,
            values: listFormOf(list)
        };
        this._focusOn = 'c-connect-list-form';
    }
    listOf(listId: string): ListRecord | undefined {
        return this._lists.find(({ id }) => id === listId);
    }
}
