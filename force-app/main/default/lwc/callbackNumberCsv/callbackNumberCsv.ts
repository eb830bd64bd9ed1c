import { LightningElement } from 'lwc';
import back from '@salesforce/label/c.Callback_Numbers_Back';
import title from '@salesforce/label/c.Callback_Numbers_Import';
import { NUMBER_COLUMNS } from 'c/callbackCsv';
import { createCsvImport, loadPapa, type CsvImport } from 'c/callbackCsvFile';
import type { CsvImportState } from 'c/callbackCsvImport';
import { loadPhoneLibrary } from 'c/callbackPhoneFile';
import type { Ask } from 'c/callbackSetupData';
import { numberImport, type NumberLibrary } from './csv';

/**
 * Container. Imports callback numbers from a CSV file.
 *
 * `close`: back to the page.
 */
export default class CallbackNumberCsv extends LightningElement {
    words = { back, title };
    columns = NUMBER_COLUMNS;
    state: CsvImportState = { kind: 'choose' };

    private readonly ask: Ask = (request) =>
        (this.refs!.org as HTMLElement & { ask: Ask }).ask(request);
    private readonly csv: CsvImport = createCsvImport(
        numberImport(this.ask, () => loadPhoneLibrary(this) as Promise<NumberLibrary>),
        () => loadPapa(this),
        (state) => {
            this.state = state;
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
