import { LightningElement } from 'lwc';
import back from '@salesforce/label/c.Callback_Assign_Back';
import title from '@salesforce/label/c.Callback_Assign_Import';
import { ASSIGNMENT_COLUMNS } from 'c/callbackCsv';
import { createCsvImport, loadPapa, type CsvImport } from 'c/callbackCsvFile';
import type { CsvImportState } from 'c/callbackCsvImport';
import { loadPhoneLibrary } from 'c/callbackPhoneFile';
import type { Ask } from 'c/callbackSetupData';
import { assignmentImport } from './csv';

export { assignmentFile } from './csv';

/**
 * Container. Imports assignments from a CSV file: numbers for agents and groups, to be added or
 * removed.
 *
 * `close`: back to the page.
 */
export default class CallbackAssignCsv extends LightningElement {
    words = { back, title };
    columns = ASSIGNMENT_COLUMNS;
    state: CsvImportState = { kind: 'choose' };

    private readonly ask: Ask = (request) =>
        (this.refs!.org as HTMLElement & { ask: Ask }).ask(request);
    private readonly csv: CsvImport = createCsvImport(
        assignmentImport(this.ask, () => loadPhoneLibrary(this)),
        () => loadPapa(this),
        (state) => {
            this.state = state;
        }
    );

    private hasFocused = false;

    override renderedCallback(): void {
        // The button that opened this is gone.
        if (!this.hasFocused) {
            this.hasFocused = true;
            this.template!.querySelector<HTMLElement>('[data-start]')!.focus();
        }
    }
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
