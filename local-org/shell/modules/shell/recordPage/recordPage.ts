import { LightningElement, api } from 'lwc';
import type { PageRegion } from '../../../metadata/types';
import {
    columnsOf,
    detailsOf,
    fieldsToRead,
    rowOf,
    type Column,
    type Row
} from 'shell/objectViews';
import { objectInfo, problemOf, readRecord, shell, type Problem } from 'shell/org';
import { iconOfObject, objectOfId } from 'shell/places';
import { word } from 'shell/words';

/** What header and details of a record show. */
export interface RecordView {
    readonly objectApiName: string;
    readonly objectLabel: string;
    readonly icon: string;
    readonly title: string;
    readonly highlights: readonly Column[];
    readonly details: readonly Column[];
    readonly row: Row;
}

/** Objects without a Lightning page have Salesforce's own. */
const STANDARD_PAGE: readonly PageRegion[] = [
    { name: 'header', items: [{ kind: 'highlights' }] },
    { name: 'main', items: [{ kind: 'details' }] }
];

/** Container. One record with the Lightning page of its object. */
export default class ShellRecordPage extends LightningElement {
    @api recordId = '';

    readonly loadingLabel = word('loading');
    view: RecordView | undefined;
    problem: Problem | undefined;

    get regions(): readonly PageRegion[] {
        return shell.app.recordPages[this.view?.objectApiName ?? '']?.regions ?? STANDARD_PAGE;
    }

    override connectedCallback(): void {
        this.load();
    }

    async load(): Promise<void> {
        this.problem = undefined;
        try {
            this.view = await readView(this.recordId);
            const detail = { title: this.view.title };
            this.dispatchEvent(
                new CustomEvent('pagetitle', { detail, bubbles: true, composed: true })
            );
        } catch (error) {
            this.problem = problemOf(error);
        }
    }
}

async function readView(recordId: string): Promise<RecordView> {
    const info = await objectInfo(objectOfId(recordId)!);
    const [name, ...highlights] = columnsOf(info);
    const details = detailsOf(info);
    const columns = [...(name ? [name] : []), ...highlights, ...details];
    const record = await readRecord(recordId, fieldsToRead(info.apiName, columns));
    const row = rowOf(record, columns);
    return {
        objectApiName: info.apiName,
        objectLabel: info.label,
        icon: iconOfObject(info.apiName),
        title: (name && row.cells[name.apiName]?.text) || recordId,
        highlights: highlights.filter(({ apiName }) => row.cells[apiName]?.text).slice(0, 4),
        details,
        row
    };
}
