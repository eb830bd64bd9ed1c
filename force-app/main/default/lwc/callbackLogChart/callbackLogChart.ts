import { LightningElement, api } from 'lwc';
import asTable from '@salesforce/label/c.Callback_Log_As_Table';
import calls from '@salesforce/label/c.Callback_Log_Calls';
import empty from '@salesforce/label/c.Callback_Log_Chart_Empty';
import { chartOf, type Bar, type ChartLibrary, type DrawnChart, type Tone } from './drawing';

export type { Bar, ChartLibrary } from './drawing';

/** Bars of more names than these say in words only the first. */
const NAMED = 10;

/**
 * Presentational. One chart with the same numbers as a table, which stands open where there is no
 * library to draw with.
 */
export default class CallbackLogChart extends LightningElement {
    @api heading = '';
    @api bars: readonly Bar[] = [];
    /** What the bars stand for: heading of a column. */
    @api barName = '';
    /** `rows`: names beside long bars; `columns`: one after the other in time. */
    @api direction: 'rows' | 'columns' = 'rows';
    @api tone: Tone = 'calls';
    /** Chart.js; undefined where it did not load. */
    @api library: ChartLibrary | undefined;

    words = { asTable, calls, empty };

    /** As the person wants it; undefined before they said anything. */
    _open: boolean | undefined;

    private drawn: DrawnChart | undefined;
    private drawnBars: readonly Bar[] | undefined;

    get isEmpty(): boolean {
        return this.bars.every(({ value }) => value === 0);
    }
    get canDraw(): boolean {
        return Boolean(this.library) && !this.isEmpty;
    }
    get isTableOpen(): boolean {
        return this._open ?? !this.library;
    }
    get expanded(): string {
        return String(this.isTableOpen);
    }
    get icon(): string {
        return this.isTableOpen ? 'utility:chevrondown' : 'utility:chevronright';
    }
    get rows() {
        return this.bars.map((bar, key) => ({ ...bar, key }));
    }
    get inWords(): string {
        const said = this.bars
            .filter(({ value }) => value > 0)
            .slice(0, NAMED)
            .map(({ label, value }) => `${label}: ${value}`);
        return `${this.heading}. ${said.join('; ')}`;
    }

    handleToggle(): void {
        this._open = !this.isTableOpen;
    }

    override renderedCallback(): void {
        const canvas = this.template!.querySelector('canvas');
        if (this.bars === this.drawnBars && this.drawn && canvas) {
            return;
        }
        this.drawn?.destroy();
        this.drawn = undefined;
        this.drawnBars = this.bars;
        if (canvas && this.library) {
            this.drawn = new this.library(
                canvas,
                chartOf({
                    bars: this.bars,
                    direction: this.direction,
                    tone: this.tone,
                    axis: calls,
                    isStill: matchMedia('(prefers-reduced-motion: reduce)').matches
                })
            );
        }
    }
    override disconnectedCallback(): void {
        this.drawn?.destroy();
        this.drawn = undefined;
    }
}
