import { LightningElement, api } from 'lwc';
import lang from '@salesforce/i18n/lang';
import agentWord from '@salesforce/label/c.Callback_Lists_Agent';
import actions from '@salesforce/label/c.Callback_Lists_Actions';
import all from '@salesforce/label/c.Callback_Lists_All';
import attempts from '@salesforce/label/c.Callback_Lists_Attempts';
import customerWord from '@salesforce/label/c.Callback_Lists_Customer';
import done from '@salesforce/label/c.Callback_Lists_Done';
import entriesWord from '@salesforce/label/c.Callback_Lists_Entries';
import inProgress from '@salesforce/label/c.Callback_Lists_In_Progress';
import more from '@salesforce/label/c.Callback_Lists_More';
import noEntries from '@salesforce/label/c.Callback_Lists_No_Entries';
import notBefore from '@salesforce/label/c.Callback_Lists_Not_Before';
import phone from '@salesforce/label/c.Callback_Lists_Phone';
import releaseWord from '@salesforce/label/c.Callback_Lists_Release';
import shownWord from '@salesforce/label/c.Callback_Lists_Shown';
import skipped from '@salesforce/label/c.Callback_Lists_Skipped';
import status from '@salesforce/label/c.Callback_Lists_Status';
import statusDone from '@salesforce/label/c.Callback_Lists_Status_Done';
import statusInProgress from '@salesforce/label/c.Callback_Lists_Status_In_Progress';
import statusSkipped from '@salesforce/label/c.Callback_Lists_Status_Skipped';
import statusWaiting from '@salesforce/label/c.Callback_Lists_Status_Waiting';
import waiting from '@salesforce/label/c.Callback_Lists_Waiting';

type Status = 'waiting' | 'inProgress' | 'done' | 'skipped';
type Counts = Readonly<Record<Status, number>>;

/** An entry in the table. */
export interface EntryLine {
    readonly id: string;
    readonly customer?: string;
    readonly phone: string;
    readonly status: Status;
    readonly agentName?: string;
    readonly attempts: number;
    /** Milliseconds since 1970. */
    readonly notBefore?: number;
}

const STATUSES: Readonly<Record<Status, string>> = {
    waiting: statusWaiting,
    inProgress: statusInProgress,
    done: statusDone,
    skipped: statusSkipped
};
const COUNTED: Readonly<Record<Status, string>> = { waiting, inProgress, done, skipped };

/**
 * Presentational. Entries of a dial list in their order, how many there are of each status, and
 * a filter by it.
 *
 * `statuschange` with `{ status }` (blank for all); `more`; `release` with `{ entryId }`.
 */
export default class ConnectEntryTable extends LightningElement {
    @api entries: readonly EntryLine[] = [];
    @api counts: Counts = { waiting: 0, inProgress: 0, done: 0, skipped: 0 };
    /** Of the status that is chosen. */
    @api total = 0;
    /** The status that is chosen; blank for all. */
    @api status: Status | '' = '';
    /** Whether entries may be given back. */
    @api canRelease = false;

    words = {
        actions,
        agentWord,
        attempts,
        customerWord,
        entriesWord,
        more,
        noEntries,
        notBefore,
        phone,
        status
    };

    get options() {
        const sum = Object.values(this.counts).reduce((one, other) => one + other, 0);
        return [
            { value: '', label: all.replace('{0}', sum.toLocaleString()) },
            ...(Object.keys(STATUSES) as Status[]).map((value) => ({
                value,
                label: COUNTED[value].replace('{0}', this.counts[value].toLocaleString())
            }))
        ];
    }
    get isEmpty(): boolean {
        return this.entries.length === 0;
    }
    get hasMore(): boolean {
        return this.entries.length < this.total;
    }
    get shown(): string {
        return shownWord
            .replace('{0}', this.entries.length.toLocaleString())
            .replace('{1}', this.total.toLocaleString());
    }
    get rows() {
        const moment = new Intl.DateTimeFormat(lang, { dateStyle: 'short', timeStyle: 'short' });
        return this.entries.map((entry) => ({
            id: entry.id,
            customer: entry.customer ?? '',
            phone: entry.phone,
            status: STATUSES[entry.status],
            agent: entry.agentName ?? '',
            attempts: entry.attempts,
            notBefore: entry.notBefore === undefined ? '' : moment.format(entry.notBefore),
            canRelease: this.canRelease && entry.status === 'inProgress',
            releaseLabel: releaseWord.replace('{0}', () => entry.customer ?? entry.phone)
        }));
    }

    handleStatus({ detail }: CustomEvent<{ value: string }>): void {
        this.dispatchEvent(new CustomEvent('statuschange', { detail: { status: detail.value } }));
    }
    handleMore(): void {
        this.dispatchEvent(new CustomEvent('more'));
    }
    handleRelease({ target }: Event): void {
        const entryId = (target as HTMLElement).dataset.id;
        this.dispatchEvent(new CustomEvent('release', { detail: { entryId } }));
    }
}
