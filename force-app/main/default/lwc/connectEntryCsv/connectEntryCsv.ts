import { LightningElement, api } from 'lwc';
import close from '@salesforce/label/c.Callback_Lists_Close';
import title from '@salesforce/label/c.Callback_Lists_Import_Csv';
import { ENTRY_COLUMNS } from 'c/callbackCsv';
import { createCsvImport, loadPapa, type CsvImport } from 'c/callbackCsvFile';
import type { CsvImportState } from 'c/callbackCsvImport';
import { loadPhoneLibrary } from 'c/callbackPhoneFile';
import type { Ask } from 'c/callbackSetupData';
import { entryImport } from './csv';

/**
 * Container. Puts the rows of a CSV file on a dial list.
 *
 * `added`: something was written. `close`: back to the entries.
 */
export default class ConnectEntryCsv extends LightningElement {
    @api listId = '';

    words = { close, title };
    columns = ENTRY_COLUMNS;
    state: CsvImportState = { kind: 'choose' };

    private readonly ask: Ask = (request) =>
        (this.refs!.org as HTMLElement & { ask: Ask }).ask(request);
    private readonly csv: CsvImport = createCsvImport(
        entryImport(
            this.ask,
            () => this.listId,
            () => loadPhoneLibrary(this)
        ),
        () => loadPapa(this),
        (state) => {
            this.state = state;
            if (state.kind === 'done') {
                this.dispatchEvent(new CustomEvent('added'));
            }
        }
    );

    override disconnectedCallback(): void {
        this.csv.cancel();
    }

    get canClose(): boolean {
        return this.state.kind !== 'saving';
    }

    handleFile({ detail }: CustomEvent<{ file: File }>): void {
        this.csv.choose(detail.file);
    }
    handleConfirm(): void {
        this.csv.confirm();
    }
    handleCancel(): void {
        this.csv.cancel();
    }
    handleAgain(): void {
        this.csv.again();
    }
    handleClose(): void {
        this.dispatchEvent(new CustomEvent('close'));
    }
}
