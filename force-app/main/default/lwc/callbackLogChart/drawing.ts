/** How the charts look, in the words of Chart.js. */

export interface Bar {
    readonly label: string;
    readonly value: number;
}

export interface DrawnChart {
    destroy(): void;
}

/** `Chart` of Chart.js 4. */
export type ChartLibrary = new (canvas: HTMLCanvasElement, chart: object) => DrawnChart;

export type Tone = 'calls' | 'blocked' | 'refused';

interface Drawing {
    readonly bars: readonly Bar[];
    readonly direction: 'rows' | 'columns';
    readonly tone: Tone;
    readonly axis: string;
    /** The user wants no motion. */
    readonly isStill: boolean;
}

/** SLDS blue 50, red 40 and orange 50: each more than 4.5 : 1 on white. A canvas knows no styling hooks. */
const FILL: Readonly<Record<Tone, string>> = {
    calls: '#0176d3',
    blocked: '#ba0517',
    refused: '#a96404'
};
const INK = '#444444';
const GRID = '#e5e5e5';
const MOTION_MS = 300;

export function chartOf({ bars, direction, tone, axis, isStill }: Drawing): object {
    const counts = {
        beginAtZero: true,
        title: { display: true, text: axis, color: INK },
        ticks: { precision: 0, color: INK },
        grid: { color: GRID }
    };
    const names = { ticks: { color: INK }, grid: { display: false } };
    const isRows = direction === 'rows';
    return {
        type: 'bar',
        data: {
            labels: bars.map(({ label }) => label),
            datasets: [
                {
                    label: axis,
                    data: bars.map(({ value }) => value),
                    backgroundColor: FILL[tone],
                    maxBarThickness: 24
                }
            ]
        },
        options: {
            indexAxis: isRows ? 'y' : 'x',
            maintainAspectRatio: false,
            animation: isStill ? false : { duration: MOTION_MS },
            plugins: { legend: { display: false } },
            scales: { x: isRows ? counts : names, y: isRows ? names : counts }
        }
    };
}
