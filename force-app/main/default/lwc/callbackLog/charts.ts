import { loadScript } from 'lightning/platformResourceLoader';
import unnamed from '@salesforce/label/c.Callback_Log_Unnamed';
import chartUrl from '@salesforce/resourceUrl/chartjs';
import locale from '@salesforce/i18n/locale';
import type { Bar, ChartLibrary } from 'c/callbackLogChart';
import { formatted } from 'c/callbackNumberText';
import { countByOutcome, readUse, type Ask, type LogQuery } from 'c/callbackSetupData';
import { spansOf, type DaySpan } from './days';
import { momentsOf } from './wanted';

/** Names in a chart, and days: more cannot be told apart. */
const MOST_NAMES = 10;
const MOST_SPANS = 31;

export interface LogCharts {
    readonly numbers: readonly Bar[];
    readonly rules: readonly Bar[];
    readonly blocked: readonly Bar[];
    readonly refused: readonly Bar[];
}

/** The library says its name to the page. Undefined where it does not load: tables do without. */
export async function loadChartLibrary(component: object): Promise<ChartLibrary | undefined> {
    try {
        await loadScript(component, chartUrl);
    } catch {
        return undefined;
    }
    return (window as { Chart?: ChartLibrary }).Chart;
}

export async function readCharts(
    ask: Ask,
    query: LogQuery,
    days: DaySpan,
    timeZone: string
): Promise<LogCharts> {
    const { numbers, rules } = await readUse(ask, query, MOST_NAMES);
    const spans = spansOf(days, MOST_SPANS);
    const moments = spans.map((span) => momentsOf(span, timeZone));
    const byDay = async (outcome: 'blocked' | 'refused'): Promise<readonly Bar[]> => {
        // What the filter leaves out needs no counting.
        const isLeftOut = query.outcome && query.outcome !== outcome;
        const counts = isLeftOut ? [] : await countByOutcome(ask, query, outcome, moments);
        return spans.map((span, i) => ({ label: spanText(span), value: counts[i] ?? 0 }));
    };
    const blocked = await byDay('blocked');
    const refused = await byDay('refused');
    return {
        numbers: numbers.map(({ label, number, calls }) => ({
            label: [label, formatted(number)].filter(Boolean).join(', '),
            value: calls
        })),
        rules: rules.map(({ rule, calls }) => ({ label: rule || unnamed, value: calls })),
        blocked,
        refused
    };
}

const dayFormat = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC'
});

function spanText({ from, to }: DaySpan): string {
    return from === to
        ? dayFormat.format(Date.parse(from))
        : dayFormat.formatRange(Date.parse(from), Date.parse(to));
}
