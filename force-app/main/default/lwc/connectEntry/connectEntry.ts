import { LightningElement, api } from 'lwc';
import attemptLabel from '@salesforce/label/c.Callback_Connect_Entry_Attempt';
import listLabel from '@salesforce/label/c.Callback_Connect_Entry_List';
import phoneLabel from '@salesforce/label/c.Callback_Connect_Entry_Phone';
import resumed from '@salesforce/label/c.Callback_Connect_Resumed';
import unnamed from '@salesforce/label/c.Callback_Connect_Unnamed';

/** An entry as an agent sees it. */
export interface EntryView {
    readonly name?: string;
    /** As it is written. */
    readonly phone: string;
    readonly listName: string;
    /** 1 for the first time. */
    readonly attempt: number;
    /** It was in progress before. */
    readonly resumed: boolean;
    /** Where the record is; missing where there is none. */
    readonly url?: string;
}

/**
 * Presentational. An entry of a dial list: whom to call, at which number, and which attempt it is.
 *
 * `open`: the agent wants to see the record.
 */
export default class ConnectEntry extends LightningElement {
    @api entry: EntryView | undefined;

    words = { attemptLabel, listLabel, phoneLabel, resumed };

    get name(): string {
        return this.entry?.name || unnamed;
    }

    /** To its heading: who works by keyboard reads on from there. */
    @api focus(): void {
        this.template!.querySelector<HTMLElement>('.name')?.focus();
    }

    handleOpen(event: Event): void {
        event.preventDefault();
        this.dispatchEvent(new CustomEvent('open'));
    }
}
