import { LightningElement, wire } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import timeZone from '@salesforce/i18n/timeZone';
import { stateOfErrors } from 'c/callbackData';
import { reduceErrors } from 'c/callbackErrors';
import type { ChartLibrary } from 'c/callbackLogChart';
import type { ExportState } from 'c/callbackLogExport';
import type { LogFilter } from 'c/callbackLogFilters';
import type CallbackLogTable from 'c/callbackLogTable';
import type { OpenTraces } from 'c/callbackLogTable';
import { filled, type LogLine } from 'c/callbackLogWords';
import type CallbackOrg from 'c/callbackOrg';
import {
    countLog,
    LOG_PICKERS,
    OBJECTS,
    placeBehind,
    readLog,
    type Ask,
    type LogQuery
} from 'c/callbackSetupData';
import type { LoadState } from 'c/callbackState';
import { loadChartLibrary, readCharts, type LogCharts } from './charts';
import { dayAt } from './days';
import { Exporter } from './exporter';
import { readReasons } from './reasons';
import { daysOf, freshFilter, isNarrowed, queryOf, remember, remembered } from './wanted';
import { WORDS } from './words';

/** Rows that are read and shown at a time. */
const PAGE = 50;

/** Container. The decision log: which number each call presented and why, with filters, charts and export. */
export default class CallbackLog extends NavigationMixin(LightningElement) {
    words = WORDS;
    pickers = LOG_PICKERS;
    decisionObject = OBJECTS.decision;
    /** Of the page: until something could be read once. */
    state: LoadState = { kind: 'loading' };
    /** Of what the filters ask for now. */
    results: LoadState = { kind: 'loading' };
    chartState: LoadState = { kind: 'loading' };
    filter: LogFilter = remembered(today());
    lines: readonly LogLine[] = [];
    total = 0;
    isReadingMore = false;
    moreErrors: readonly string[] = [];
    open: OpenTraces = {};
    charts: LogCharts | undefined;
    library: ChartLibrary | undefined;
    isLibraryMissing = false;
    exportState: ExportState = { kind: 'idle' };

    private focusWanted: string | undefined;
    private isOpened = false;
    private isMore = false;
    private areChartsWanted = false;
    /** Counts the questions: answers to earlier ones come too late. */
    private asked = 0;
    private readonly ask: Ask = (request) =>
        (this.refs!.org as unknown as CallbackOrg).ask(request);
    private readonly exporter = new Exporter(this.ask, (state) => {
        this.exportState = state;
    });

    @wire(getObjectInfo, { objectApiName: '$decisionObject' })
    handleInfo({ error }: { readonly error?: unknown }): void {
        if (error) {
            this.state = { kind: 'noPermission', missing: [this.decisionObject] };
        }
    }

    override renderedCallback(): void {
        // What asks the org is part of the template.
        if (!this.isOpened) {
            this.isOpened = true;
            this.load();
        }
        const table = this.template!.querySelector('c-callback-log-table');
        if (this.focusWanted && table) {
            (table as unknown as CallbackLogTable).focusLine(this.focusWanted);
            this.focusWanted = undefined;
        }
    }
    override disconnectedCallback(): void {
        this.exporter.forget();
    }

    get isNarrowed(): boolean {
        return isNarrowed(this.filter);
    }
    get isEmpty(): boolean {
        return this.total === 0;
    }
    get emptyText(): string {
        return this.isNarrowed ? WORDS.noMatch : WORDS.empty;
    }
    get hasMore(): boolean {
        return this.isMore;
    }
    get moreText(): string {
        return filled(WORDS.more, this.lines.length, this.total);
    }
    get countText(): string {
        return this.results.kind === 'ready' ? filled(WORDS.count, this.total) : WORDS.reading;
    }
    get cannotExport(): boolean {
        return this.isEmpty || this.results.kind !== 'ready';
    }
    get moreProblem(): string {
        return this.moreErrors.join(' ');
    }

    async load(): Promise<void> {
        this.asked += 1;
        const { asked } = this;
        const isLate = () => asked !== this.asked;
        this.results = { kind: 'loading' };
        this.chartState = { kind: 'loading' };
        this.open = {};
        this.moreErrors = [];
        try {
            const query = this.query();
            const page = await readLog(this.ask, query, PAGE);
            if (isLate()) return;
            // The first rows are not kept waiting for the count.
            this.show(page.rows, page.next !== undefined, page.rows.length);
            this.state = { kind: 'ready' };
            if (this.isMore) {
                const total = await countLog(this.ask, query);
                if (isLate()) return;
                this.total = total;
            }
            this.results = { kind: 'ready' };
            await this.loadCharts();
        } catch (errors) {
            if (!isLate()) this.refuse(errors);
        }
    }

    handleFilter({ detail }: CustomEvent<{ settings: Partial<LogFilter> }>): void {
        this.want({ ...this.filter, ...detail.settings });
    }
    handleRefresh(): void {
        this.load();
    }
    handleClear(): void {
        const { period, from, to } = this.filter;
        this.want({ ...freshFilter(today()), period, from, to });
    }

    async handleMore(): Promise<void> {
        const { asked } = this;
        this.isReadingMore = true;
        this.moreErrors = [];
        try {
            const page = await readLog(this.ask, this.query(), PAGE, placeBehind(this.lines));
            if (asked === this.asked) {
                const { lines } = this;
                this.show([...lines, ...page.rows], page.next !== undefined, this.total);
                // The button is gone: go on at the first row that came.
                this.focusWanted = this.isMore ? undefined : page.rows[0]?.id;
            }
        } catch (errors) {
            this.moreErrors = reduceErrors(errors);
        }
        this.isReadingMore = false;
    }

    async handleToggle({ detail: { id } }: CustomEvent<{ id: string }>): Promise<void> {
        if (id in this.open) {
            const { [id]: _closed, ...others } = this.open;
            this.open = others;
            return;
        }
        this.open = { ...this.open, [id]: undefined };
        const shown = await readReasons(this.ask, id);
        if (id in this.open) {
            this.open = { ...this.open, [id]: shown };
        }
    }
    handleRecord({ detail: { recordId } }: CustomEvent<{ recordId: string }>): void {
        this[NavigationMixin.Navigate]({
            type: 'standard__recordPage',
            attributes: { recordId, actionName: 'view' }
        });
    }

    handleCharts(): void {
        this.areChartsWanted = true;
        this.loadCharts();
    }
    handleDecisions(): void {
        this.areChartsWanted = false;
    }

    handleExport(): void {
        this.exporter.run(this.query(), this.total, daysOf(this.filter, today()));
    }
    handleCancelExport(): void {
        this.exporter.cancel();
        this.template!.querySelector<HTMLElement>('.export')?.focus();
    }

    private query(): LogQuery {
        return queryOf(this.filter, today(), timeZone);
    }
    private want(filter: LogFilter): void {
        this.filter = filter;
        this.exporter.forget();
        remember(filter);
        this.load();
    }
    private show(lines: readonly LogLine[], isMore: boolean, total: number): void {
        this.lines = lines;
        this.isMore = isMore;
        this.total = total;
    }
    /** Until the page has shown something once, it is the page that failed. */
    private refuse(errors: unknown): void {
        const state = stateOfErrors(errors) as LoadState;
        this.results = state;
        if (this.state.kind === 'loading') {
            this.state = state;
        }
    }

    private async loadCharts(): Promise<void> {
        if (!this.areChartsWanted || this.chartState.kind === 'ready') return;
        const { asked } = this;
        const query = this.query();
        const days = daysOf(this.filter, today());
        try {
            this.library ??= await loadChartLibrary(this);
            this.isLibraryMissing = !this.library;
            const charts = await readCharts(this.ask, query, days, timeZone);
            if (asked === this.asked) {
                this.charts = charts;
                this.chartState = { kind: 'ready' };
            }
        } catch (errors) {
            if (asked === this.asked) this.chartState = stateOfErrors(errors) as LoadState;
        }
    }
}

function today(): string {
    return dayAt(Date.now(), timeZone);
}
