import type { LogFilter } from 'c/callbackLogFilters';
import type { LogQuery } from 'c/callbackSetupData';
import { plusDays, startOf, type DaySpan } from './days';

const REMEMBERED = 'callbackLog.filter';

export function freshFilter(today: string): LogFilter {
    return {
        period: 'week',
        from: plusDays(today, -29),
        to: today,
        agentId: '',
        numberId: '',
        ruleId: '',
        outcome: '',
        channel: '',
        errorCode: '',
        dialled: ''
    };
}

/** Whether any filter but the period is set. */
export function isNarrowed({ period: _p, from: _f, to: _t, ...others }: LogFilter): boolean {
    return Object.values(others).some(Boolean);
}

export function daysOf({ period, from, to }: LogFilter, today: string): DaySpan {
    switch (period) {
        case 'today':
            return { from: today, to: today };
        case 'week':
            return { from: plusDays(today, -6), to: today };
        case 'month':
            return { from: plusDays(today, -29), to: today };
        case 'custom':
            return { from, to };
    }
}

export function queryOf(filter: LogFilter, today: string, timeZone: string): LogQuery {
    const { period: _p, from: _f, to: _t, ...others } = filter;
    return { ...others, ...momentsOf(daysOf(filter, today), timeZone) } as LogQuery;
}

export function momentsOf({ from, to }: DaySpan, timeZone: string) {
    return { from: startOf(from, timeZone), until: startOf(plusDays(to, 1), timeZone) };
}

/** A reload keeps what was filtered, as long as the browser's tab is open. */
export function remember(filter: LogFilter): void {
    sessionStorage.setItem(REMEMBERED, JSON.stringify(filter));
}

export function remembered(today: string): LogFilter {
    const fresh = freshFilter(today);
    try {
        const kept = JSON.parse(sessionStorage.getItem(REMEMBERED) ?? '{}') as Partial<LogFilter>;
        return { ...fresh, ...kept };
    } catch {
        return fresh;
    }
}
