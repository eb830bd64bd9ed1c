import { LightningElement, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { NUMBER_COLUMNS, writeCsv } from 'c/callbackCsv';
import { stateOfErrors } from 'c/callbackData';
import { download } from 'c/callbackDownload';
import { reduceErrors } from 'c/callbackErrors';
import type { ExistingNumber } from 'c/callbackNumberAdd';
import type { NumberRow } from 'c/callbackNumbersTable';
import type { SaveState } from 'c/callbackSaveProgress';
import {
    numberView,
    OBJECTS,
    readNumbers,
    readNumberReferences,
    type Ask,
    type NumberFields,
    type NumberReferences,
    type NumberView,
    type Rights
} from 'c/callbackSetupData';
import type { LoadState } from 'c/callbackState';
import { rightsIn, stateIn, type Info, type Infos } from './rights';
import { rowsOf } from './rows';
import { saveEdits, saveStateOf, tableErrors, type Edit } from './saving';
import { WORDS } from './words';

/** Row of the table that was edited and not saved: the fields that changed, and `id`. */
type NumberDraft = { readonly id: string } & NumberFields;

/** Numbers that are about to be retired, and the edits that wait for the answer. */
interface Retiring {
    readonly edits: readonly Edit[];
    readonly names: readonly string[];
    readonly use: NumberReferences;
}

/** Container. Callback numbers: found, edited in place, added, retired, imported and exported. */
export default class CallbackNumbersSetup extends LightningElement {
    words = WORDS;
    objects = OBJECTS;
    infos: Infos = {};
    loaded: LoadState = { kind: 'loading' };
    rows: readonly NumberRow[] = [];
    drafts: readonly object[] = [];
    errors: object | undefined;
    progress: SaveState = { kind: 'idle' };
    selectedIds: readonly string[] = [];
    retiring: Retiring | undefined;
    isAdding = false;
    isImporting = false;
    isBusy = false;
    problem = '';

    private numbers: ReadonlyMap<string, NumberView> = new Map();
    private foundIds: readonly string[] = [];
    private stop = new AbortController();
    private isLoaded = false;
    private focusWanted: string | undefined;

    @wire(getObjectInfo, { objectApiName: '$objects.number' })
    handleNumberInfo(number: Info): void {
        this.infos = { ...this.infos, number };
    }
    @wire(getObjectInfo, { objectApiName: '$objects.rule' })
    handleRuleInfo(rule: Info): void {
        this.infos = { ...this.infos, rule };
    }

    override renderedCallback(): void {
        // What asks the org is part of the template.
        if (!this.isLoaded) {
            this.isLoaded = true;
            this.load();
        }
        const wanted = this.focusWanted;
        this.focusWanted = undefined;
        if (wanted) {
            this.template!.querySelector<HTMLElement>(wanted)?.focus();
        }
    }
    override disconnectedCallback(): void {
        this.stop.abort();
    }

    get rights(): Rights {
        return rightsIn(this.infos);
    }
    get state(): LoadState {
        return stateIn(this.infos, this.loaded);
    }
    get isReadOnly(): boolean {
        return !this.rights.update;
    }
    get isEmpty(): boolean {
        return this.rows.length === 0;
    }
    get isList(): boolean {
        return !this.isImporting;
    }
    get canAdd(): boolean {
        return this.rights.create && this.isList;
    }
    get canRetire(): boolean {
        return this.rights.update && this.isList && this.selectedIds.length > 0;
    }
    get existing(): readonly ExistingNumber[] {
        return [...this.numbers.values()];
    }

    async load(): Promise<void> {
        this.loaded = { kind: 'loading' };
        try {
            await this.readAnew((complete) => {
                this.loaded = { kind: 'ready' };
                this.isBusy = !complete;
            });
        } catch (errors) {
            this.loaded = stateOfErrors(errors);
        }
    }

    handleFound(event: CustomEvent<{ ids: readonly string[] }>): void {
        this.foundIds = event.detail.ids;
    }
    handleSelect(event: CustomEvent<{ ids: readonly string[] }>): void {
        this.selectedIds = event.detail.ids;
    }
    handleUndo(): void {
        this.drafts = [];
        this.errors = undefined;
    }
    async handleDrafts(event: CustomEvent<{ drafts: readonly NumberDraft[] }>): Promise<void> {
        this.drafts = event.detail.drafts;
        await this.askOrSave(
            event.detail.drafts.flatMap(({ id, ...fields }) => this.edit(id, fields))
        );
    }
    async handleRetire(event: CustomEvent<{ ids: readonly string[] }>): Promise<void> {
        await this.askOrSave(event.detail.ids.flatMap((id) => this.edit(id, { active: false })));
    }
    async handleRetireSelected(): Promise<void> {
        await this.askOrSave(this.selectedIds.flatMap((id) => this.edit(id, { active: false })));
    }
    async handleReactivate(event: CustomEvent<{ ids: readonly string[] }>): Promise<void> {
        await this.save(event.detail.ids.flatMap((id) => this.edit(id, { active: true })));
    }
    async handleConfirm(): Promise<void> {
        const edits = this.retiring?.edits ?? [];
        this.handleKeep();
        await this.save(edits);
    }
    handleKeep(): void {
        this.retiring = undefined;
        this.focusWanted = 'c-callback-numbers-table';
    }
    handleStop(): void {
        this.stop.abort();
    }
    handleProgressClose(): void {
        this.progress = { kind: 'idle' };
    }

    handleAdd(): void {
        this.progress = { kind: 'idle' };
        this.isAdding = true;
    }
    async handleAddClose({ detail }: CustomEvent<{ added: boolean }>): Promise<void> {
        this.isAdding = false;
        this.focusWanted = '.add';
        if (detail.added) {
            await this.readAnewOrSay();
            this.progress = { kind: 'saved', saved: 1, total: 1, failures: [] };
        }
    }
    handleShow({ detail }: CustomEvent<{ number: string }>): void {
        this.isAdding = false;
        this.table.showOnly(detail.number);
        this.focusWanted = 'c-callback-numbers-table';
    }

    handleImport(): void {
        this.isImporting = true;
        this.isAdding = false;
        this.retiring = undefined;
    }
    async handleImportClose(): Promise<void> {
        this.isImporting = false;
        this.focusWanted = '.import';
        await this.readAnewOrSay();
    }
    handleExport(): void {
        const found = this.foundIds.flatMap((id) => this.numbers.get(id) ?? []);
        const lines = found.map(({ label, number, active, country, language, description }) => [
            label,
            number,
            active,
            country,
            language,
            description
        ]);
        const columns = NUMBER_COLUMNS.map(({ name }) => name);
        download('callback-numbers.csv', writeCsv(columns, lines));
    }

    private readonly ask: Ask = (request) =>
        (this.refs!.org as HTMLElement & { ask: Ask }).ask(request);

    /** Retiring is asked about first: it may take numbers from rules and people. */
    private async askOrSave(edits: readonly Edit[]): Promise<void> {
        const retired = edits.filter(
            ({ number, fields }) => number.active && !(fields.active ?? true)
        );
        if (retired.length === 0) {
            await this.save(edits);
            return;
        }
        this.problem = '';
        try {
            const use = await readNumberReferences(
                this.ask,
                retired.map(({ number }) => number.id)
            );
            this.retiring = { edits, names: retired.map(({ number }) => number.label), use };
            this.focusWanted = 'c-callback-number-use';
        } catch (errors) {
            this.problem = reduceErrors(errors).join(' ');
        }
    }

    private async save(edits: readonly Edit[]): Promise<void> {
        if (edits.length === 0) {
            return;
        }
        this.isBusy = true;
        this.stop = new AbortController();
        this.progress = { kind: 'saving', done: 0, total: edits.length };
        const saved = await saveEdits(edits, {
            ask: this.ask,
            signal: this.stop.signal,
            onProgress: (done, total) => {
                this.progress = { kind: 'saving', done, total };
            }
        });
        await this.readAnewOrSay();
        this.progress = saveStateOf(saved);
        this.errors = tableErrors(saved);
        // What was not saved stays as it was typed.
        const failed = new Set(
            saved.numbers.filter((_, at) => saved.results[at].kind !== 'saved').map(({ id }) => id)
        );
        this.drafts = this.drafts.filter((draft) => failed.has((draft as NumberDraft).id));
        this.selectedIds = [];
        this.isBusy = false;
    }

    private async readAnewOrSay(): Promise<void> {
        try {
            await this.readAnew(() => undefined);
        } catch (errors) {
            this.problem = reduceErrors(errors).join(' ');
        }
    }

    /** The first page is shown while the others are read. */
    private async readAnew(onPage: (complete: boolean) => void): Promise<void> {
        let pages = 0;
        await readNumbers(this.ask, (records, complete) => {
            pages += 1;
            if (complete || (pages === 1 && this.rows.length === 0)) {
                const views = records.map(numberView);
                this.numbers = new Map(views.map((view) => [view.id, view]));
                this.rows = rowsOf(views);
            }
            onPage(complete);
        });
    }

    private edit(id: string, fields: NumberFields): readonly Edit[] {
        const number = this.numbers.get(id);
        return number ? [{ number, fields }] : [];
    }
    private get table() {
        return this.template!.querySelector('c-callback-numbers-table') as Element & {
            showOnly(query: string): void;
        };
    }
}
