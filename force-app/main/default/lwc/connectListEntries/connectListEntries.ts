import { LightningElement, api } from 'lwc';
import addRecords from '@salesforce/label/c.Callback_Lists_Add_Records';
import close from '@salesforce/label/c.Callback_Lists_Close';
import entriesTitle from '@salesforce/label/c.Callback_Lists_Entries';
import importCsv from '@salesforce/label/c.Callback_Lists_Import_Csv';
import notReleased from '@salesforce/label/c.Callback_Lists_Not_Released';
import released from '@salesforce/label/c.Callback_Lists_Released';
import { stateOfErrors } from 'c/callbackData';
import { reduceErrors } from 'c/callbackErrors';
import type { Ask } from 'c/callbackSetupData';
import type { LoadState } from 'c/callbackState';
import {
    countByStatus,
    readEntries,
    release,
    type EntryRecord,
    type EntryStatus,
    type ListRecord
} from 'c/connectData';

type Counts = Readonly<Record<EntryStatus, number>>;

const NO_COUNTS: Counts = { waiting: 0, inProgress: 0, done: 0, skipped: 0 };

/**
 * Container. The entries of one dial list: how far they have come, giving one back, adding more
 * from a CSV file or from contacts and leads.
 *
 * `close`: back to the lists.
 */
export default class ConnectListEntries extends LightningElement {
    @api get list(): ListRecord | undefined {
        return this._list;
    }
    set list(list: ListRecord | undefined) {
        const isAnother = list?.id !== this._list?.id;
        this._list = list;
        if (isAnother) {
            this._panel = undefined;
            this._status = '';
            this._isRead = false;
        }
    }
    /** Whether entries may be added and given back. */
    @api canEdit = false;

    words = { addRecords, close, importCsv };
    _list: ListRecord | undefined;
    _panel: 'csv' | 'records' | undefined;
    _state: LoadState = { kind: 'loading' };
    _entries: readonly EntryRecord[] = [];
    _next: string | undefined;
    _total = 0;
    _counts: Counts = NO_COUNTS;
    _status: EntryStatus | '' = '';
    _notice = '';
    _isRead = false;
    _focusOn: string | undefined;
    /** What was asked for before counts no more. */
    private reading = 0;

    private readonly ask: Ask = (request) =>
        (this.refs!.org as HTMLElement & { ask: Ask }).ask(request);

    override renderedCallback(): void {
        if (!this._isRead) {
            this._isRead = true;
            this._state = { kind: 'loading' };
            this.read();
        }
        const target = this._focusOn && this.template!.querySelector<HTMLElement>(this._focusOn);
        if (target) {
            this._focusOn = undefined;
            target.focus();
        }
    }

    override get title(): string {
        return entriesTitle.replace('{0}', () => this._list?.name ?? '');
    }
    get listId(): string {
        return this._list?.id ?? '';
    }
    get isCsv(): boolean {
        return this._panel === 'csv';
    }
    get isRecords(): boolean {
        return this._panel === 'records';
    }
    get offersPanels(): boolean {
        return this.canEdit && this._panel === undefined;
    }

    @api focus(): void {
        this.template!.querySelector<HTMLElement>('.title')?.focus();
    }

    /** @param after where the page begins; nothing for the first one */
    async read(after?: string): Promise<void> {
        this.reading += 1;
        const { reading, _status: status } = this;
        try {
            const counts = await countByStatus(this.ask, this.listId);
            const page = await readEntries(this.ask, this.listId, {
                ...(status && { status }),
                ...(after && { after })
            });
            if (reading === this.reading) {
                this._counts = counts;
                this._entries = after ? [...this._entries, ...page.rows] : page.rows;
                this._next = page.next;
                this._total = page.totalCount ?? this._entries.length;
                this._state = { kind: 'ready' };
            }
        } catch (errors) {
            if (reading === this.reading) {
                this._state = stateOfErrors(errors);
            }
        }
    }

    handleRetry(): void {
        this._isRead = false;
        this._state = { kind: 'loading' };
    }
    handleStatus({ detail }: CustomEvent<{ status: EntryStatus | '' }>): void {
        this._status = detail.status;
        this._notice = '';
        this.read();
    }
    handleMore(): void {
        this.read(this._next);
    }
    async handleRelease({ detail }: CustomEvent<{ entryId: string }>): Promise<void> {
        const entry = this._entries.find(({ id }) => id === detail.entryId)!;
        try {
            const { kind } = await release(this.ask, entry, Date.now());
            this._notice = kind === 'finished' ? released : notReleased;
        } catch (errors) {
            this._notice = reduceErrors(errors).join(' ');
        }
        await this.read();
        this._focusOn = '.title';
    }
    handleCsv(): void {
        this._panel = 'csv';
    }
    handleRecords(): void {
        this._panel = 'records';
        this._focusOn = 'c-connect-entry-find';
    }
    handleAdded(): void {
        this.read();
    }
    handlePanelClose(): void {
        this._focusOn = this._panel === 'csv' ? '.import-csv' : '.add-records';
        this._panel = undefined;
    }
    handleClose(): void {
        this.dispatchEvent(new CustomEvent('close'));
    }
}
