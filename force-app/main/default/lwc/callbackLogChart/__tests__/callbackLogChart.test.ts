import CallbackLogChart, { type Bar } from 'c/callbackLogChart';
import { mount, settled } from '../../../../../test/mount';

interface Config {
    readonly data: { readonly labels: readonly string[] };
    readonly options: { readonly animation: unknown; readonly indexAxis: string };
}
const drawn: Config[] = [];
const destroy = jest.fn();
class Library {
    destroy = destroy;
    constructor(_canvas: HTMLCanvasElement, config: object) {
        drawn.push(config as Config);
    }
}
const BARS: readonly Bar[] = [
    { label: 'London', value: 12 },
    { label: 'Berlin', value: 3 }
];
let isStill = false;

beforeEach(() => {
    drawn.length = 0;
    destroy.mockReset();
    isStill = false;
    window.matchMedia = ((query: string) => ({
        matches: isStill && query.includes('reduced-motion')
    })) as typeof window.matchMedia;
});

const show = (more: object = {}) =>
    mount('c-callback-log-chart', CallbackLogChart, {
        heading: 'Numbers',
        barName: 'Number',
        bars: BARS,
        library: Library,
        ...more
    });

describe('A chart', () => {
    it('is drawn, said in words, and there as a table', async () => {
        const chart = await show();
        const root = chart.shadowRoot!;
        expect(drawn).toHaveLength(1);
        expect(drawn[0].data.labels).toEqual(['London', 'Berlin']);
        expect(root.querySelector('canvas')!.getAttribute('aria-label')).toBe(
            'Numbers. London: 12; Berlin: 3'
        );
        const button = root.querySelector('button')!;
        expect([button.getAttribute('aria-expanded'), root.querySelector('table')]).toEqual([
            'false',
            null
        ]);
        button.click();
        await settled();
        expect(button.getAttribute('aria-expanded')).toBe('true');
        expect([...root.querySelectorAll('tbody tr')].map((row) => row.textContent)).toEqual([
            'London12',
            'Berlin3'
        ]);
        await expect(chart).toBeAccessible();
    });

    it('is drawn anew with other numbers, and taken away with the page', async () => {
        const chart = await show();
        (chart as unknown as { bars: readonly Bar[] }).bars = [{ label: 'Paris', value: 1 }];
        await settled();
        expect(destroy).toHaveBeenCalledTimes(1);
        expect(drawn[1].data.labels).toEqual(['Paris']);
        chart.remove();
        expect(destroy).toHaveBeenCalledTimes(2);
    });

    it('does not move for somebody who wants no motion', async () => {
        await show();
        isStill = true;
        await show({ direction: 'columns' });
        expect(drawn.map(({ options }) => options.animation)).toEqual([{ duration: 300 }, false]);
        expect(drawn.map(({ options }) => options.indexAxis)).toEqual(['y', 'x']);
    });

    it('is an open table where the library did not load', async () => {
        const chart = await show({ library: undefined });
        const root = chart.shadowRoot!;
        expect(root.querySelector('canvas')).toBe(null);
        expect(root.querySelectorAll('tbody tr')).toHaveLength(2);
        await expect(chart).toBeAccessible();
    });

    it('says so where there is nothing to draw', async () => {
        const chart = await show({ bars: [{ label: 'Monday', value: 0 }] });
        expect(chart.shadowRoot!.querySelector('[data-empty]')).not.toBe(null);
        expect(drawn).toEqual([]);
        await expect(chart).toBeAccessible();
    });
});
