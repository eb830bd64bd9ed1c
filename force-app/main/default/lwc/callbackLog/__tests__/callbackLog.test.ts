import { answerGraphql, type Asked } from '../../../../../test/stubs/graphql';
import { mount } from '../../../../../test/mount';
import { loadScript } from 'lightning/platformResourceLoader';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import CallbackLog from 'c/callbackLog';
import { download } from 'c/callbackDownload';
import type { Bar } from 'c/callbackLogChart';
import type { ExportState } from 'c/callbackLogExport';
import type { OpenTraces } from 'c/callbackLogTable';
import type { LogLine } from 'c/callbackLogWords';

jest.mock('@salesforce/i18n/locale', () => ({ default: 'en-GB' }), { virtual: true });
jest.mock('@salesforce/i18n/lang', () => ({ default: 'en' }), { virtual: true });
jest.mock('@salesforce/i18n/timeZone', () => ({ default: 'Europe/Berlin' }), { virtual: true });
jest.mock('@salesforce/label/c.Callback_Log_Count', () => ({ default: 'found {0}' }), {
    virtual: true
});
jest.mock('c/callbackDownload', () => ({ download: jest.fn() }));
jest.mock('lightning/platformResourceLoader', () => ({ loadScript: jest.fn() }), {
    virtual: true
});

const downloaded = download as jest.MockedFunction<typeof download>;
const loaded = loadScript as jest.MockedFunction<typeof loadScript>;
/** Everything that waits for nothing but promises comes to its end. */
const quiet = () => jest.advanceTimersByTimeAsync(0);

/** An org with so many decisions, one a minute, the newest at 07:59 UTC; every one says =1+1. */
let size: number;
let broken: RegExp | undefined;
let trace: string;
let outcome: string;
const asked: Asked[] = [];

const NEWEST = Date.parse('2026-11-23T07:59:00.000Z');
function row(n: number) {
    const text = (value: string | null) => ({ value });
    return {
        Id: `d${n}`,
        Name: text(`DECISION-${String(1_000_000 - n)}`),
        Decided_At__c: text(new Date(NEWEST - n * 60_000).toISOString()),
        Agent__r: { Name: text('=1+1') },
        Channel__c: text('Click to dial'),
        Dialed_Number__c: text('+493023125901'),
        Record_Id__c: text(null),
        Outcome__c: text(outcome),
        Callback_Number__r: { Name: text('Berlin') },
        Presented_Number__c: text('+4930901820'),
        Source__c: text('Rule'),
        Rule__r: { Name: text('Germany') },
        Error_Code__c: text(outcome === 'Refused' ? 'TELEPHONY_BUSY' : null),
        Telephony_Reason__c: text(outcome === 'Refused' ? 'Too many, for now' : null)
    };
}

const counted = (value: number) => ({
    edges: [{ node: { aggregate: { Id: { count: { value } } } } }]
});

function answer({ query, variables }: Asked) {
    asked.push({ query, variables });
    if (broken?.test(query)) {
        return { errors: [{ message: 'The org is away.' }] };
    }
    if (query.includes('LogPage')) {
        const text = JSON.stringify(variables.where);
        const moment = /"lt":\{"value":"([^"]+)"\}+,\{"and"/.exec(text)?.[1];
        const from = moment ? Math.round((NEWEST - Date.parse(moment)) / 60_000) + 1 : 0;
        const until = Math.min(size, from + (variables.first as number));
        const edges = Array.from({ length: Math.max(0, until - from) }, (_, i) => ({
            node: row(from + i)
        }));
        const pageInfo = { hasNextPage: until < size, endCursor: 'x' };
        return { data: { uiapi: { query: { rows: { edges, pageInfo } } } } };
    }
    if (query.includes('LogCounts')) {
        const counts = Object.keys(variables).map((name) => [name.replace('w', 'c'), counted(1)]);
        return { data: { uiapi: { aggregate: Object.fromEntries(counts) } } };
    }
    if (query.includes('LogCount')) {
        return { data: { uiapi: { aggregate: { rows: counted(size) } } } };
    }
    if (query.includes('LogTrace')) {
        const edges = [{ node: { Id: variables.id, Trace__c: { value: trace } } }];
        const pageInfo = { hasNextPage: false, endCursor: null };
        return { data: { uiapi: { query: { rows: { edges, pageInfo } } } } };
    }
    if (query.includes('LogNames')) {
        const rules = [{ node: { Id: 'r', Name: { value: 'Germany, as it is called now' } } }];
        return { data: { uiapi: { query: { numbers: { edges: [] }, rules: { edges: rules } } } } };
    }
    const group = (more: object) => ({
        edges: [{ node: { aggregate: { Id: { count: { value: 3 } }, ...more } } }]
    });
    return {
        data: {
            uiapi: {
                aggregate: {
                    numbers: group({
                        Presented_Number__c: { value: '+4930901820' },
                        Callback_Number__r: { Name: { value: 'Berlin' } }
                    }),
                    rules: group({ Rule__r: { Name: { value: 'Germany' } } })
                }
            }
        }
    };
}

beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse('2026-11-23T08:00:00.000Z') });
    sessionStorage.clear();
    asked.length = 0;
    [size, broken, trace] = [3, undefined, '[{"code":"RULES_NONE_APPLIED"}]'];
    outcome = 'Presented';
    answerGraphql(answer);
    downloaded.mockReset();
    loaded.mockReset().mockResolvedValue(undefined);
    (window as { Chart?: unknown }).Chart = class {
        destroy = jest.fn();
    };
    window.matchMedia = (() => ({ matches: false })) as unknown as typeof window.matchMedia;
});
afterEach(() => jest.useRealTimers());

async function isAccessible(page: HTMLElement): Promise<void> {
    jest.useRealTimers();
    await expect(page).toBeAccessible();
}

async function open() {
    const page = await mount('c-callback-log', CallbackLog, {});
    await quiet();
    const root = page.shadowRoot!;
    const part = <Part = unknown>(selector: string) =>
        root.querySelector<HTMLElement & Part>(selector);
    const TABLE = 'c-callback-log-table';
    const say = async (selector: string, event: string, detail: object = {}) => {
        part(selector)!.dispatchEvent(new CustomEvent(event, { detail }));
        await quiet();
    };
    return {
        page,
        part,
        say,
        lines: () => part<{ lines: readonly LogLine[] }>(TABLE)?.lines ?? [],
        open: () => part<{ open: OpenTraces }>(TABLE)!.open,
        toggle: (id: string) => say(TABLE, 'toggle', { id }),
        filter: (settings: object) => say('c-callback-log-filters', 'filterchange', { settings }),
        state: () => part<{ state: { kind: string } }>('c-callback-setup-page')!.state,
        charts: () => say('.charts', 'active'),
        bars: (name: string) =>
            part<{ bars: readonly Bar[] }>(`c-callback-log-chart.${name}`)!.bars,
        exported: () => part<{ state: ExportState }>('c-callback-log-export')!.state,
        count: () => part('[data-count]')!.textContent,
        click: async (selector: string) => {
            part(selector)!.click();
            await quiet();
        }
    };
}
const where = () => JSON.stringify(asked.findLast(({ query }) => /LogPage/.test(query))!.variables);

describe('The log', () => {
    it('shows the newest decisions of the last seven days of the user', async () => {
        const { page, lines, state, count, part } = await open();
        expect(state()).toEqual({ kind: 'ready' });
        expect(lines().map(({ id }) => id)).toEqual(['d0', 'd1', 'd2']);
        expect(lines()[0]).toMatchObject({ channel: 'clickToDial', source: 'rule' });
        expect(where()).toContain('"gte":{"value":"2026-11-16T23:00:00.000Z"}');
        expect(count()).toBe('found 3');
        expect(part('.more')).toBe(null);
        await isAccessible(page);
    });

    it('comes fifty at a time, however long it is', async () => {
        size = 120;
        const { lines, count, click, part } = await open();
        expect(lines()).toHaveLength(50);
        expect(count()).toBe('found 120');
        await click('.more');
        expect(lines()).toHaveLength(100);
        await click('.more');
        expect(lines().map(({ id }) => id)).toEqual(Array.from({ length: 120 }, (_, n) => `d${n}`));
        expect(part('.more')).toBe(null);
    });

    it('goes on at the first row that came once there are no more', async () => {
        size = 60;
        const { part, click } = await open();
        await click('.more');
        const table = part('c-callback-log-table')!;
        const focused = table.shadowRoot!.activeElement as HTMLElement;
        expect(focused.dataset.id).toBe('d50');
    });

    it('is read anew, also what was logged since', async () => {
        const { click, lines } = await open();
        size = 5;
        await click('.refresh');
        expect(lines()).toHaveLength(5);
    });

    it('keeps what it shows when the next page cannot be read', async () => {
        size = 60;
        const { lines, click, part } = await open();
        broken = /LogPage/;
        await click('.more');
        expect(part('[role="alert"]')!.textContent).toContain('The org is away.');
        broken = undefined;
        await click('.more');
        expect(lines()).toHaveLength(60);
        expect(part('[role="alert"]')).toBe(null);
    });

    it('asks the org for what is filtered, and knows it after a reload', async () => {
        const { filter } = await open();
        await filter({ outcome: 'blocked' });
        await filter({ dialled: '50%_' });
        const like = JSON.stringify('%50\\%\\_%');
        expect(where()).toContain('"Outcome__c":{"eq":"Blocked"}');
        expect(where()).toContain(`"Dialed_Number__c":{"like":${like}}`);
        document.body.replaceChildren();
        await open();
        expect(where()).toContain('"Outcome__c":{"eq":"Blocked"}');
    });

    it('knows calls that the telephony refused, and asks the org for them alone', async () => {
        outcome = 'Refused';
        const { filter, lines } = await open();
        expect(lines()[0]).toMatchObject({
            outcome: 'refused',
            number: '+4930901820',
            errorCode: 'TELEPHONY_BUSY',
            telephonyReason: 'Too many, for now'
        });
        await filter({ outcome: 'refused', errorCode: 'TELEPHONY_BUSY' });
        expect(where()).toContain('"Outcome__c":{"eq":"Refused"}');
        expect(where()).toContain('"Error_Code__c":{"eq":"TELEPHONY_BUSY"}');
    });

    it('adds no page of what was asked for before', async () => {
        size = 120;
        const { part, filter, lines } = await open();
        part('.more')!.click();
        await filter({ outcome: 'blocked' });
        expect(lines().map(({ id }) => id)).toEqual(Array.from({ length: 50 }, (_, n) => `d${n}`));
    });

    it('takes the filters away, and keeps the period', async () => {
        const { filter, say } = await open();
        await filter({ period: 'today', agentId: '005000000000001AAA' });
        expect(where()).toContain('"Agent__c":{"eq":"005000000000001AAA"}');
        await say('c-callback-log-filters', 'clear');
        expect(where()).not.toContain('Agent__c');
        expect(where()).toContain('"gte":{"value":"2026-11-22T23:00:00.000Z"}');
    });

    it('says so where no decision fits', async () => {
        size = 0;
        const { page, part, filter } = await open();
        expect(part('[data-empty]')!.textContent).toBe('c.Callback_Log_Empty');
        await filter({ outcome: 'blocked' });
        expect(part('[data-empty]')!.textContent).toBe('c.Callback_Log_No_Match');
        expect(part<{ disabled: boolean }>('.export')!.disabled).toBe(true);
        await isAccessible(page);
    });

    it('says when it could not be read, and reads it once more', async () => {
        broken = /LogPage/;
        const { page, state, say, lines } = await open();
        expect(state()).toEqual({ kind: 'failed', errors: ['The org is away.'] });
        broken = undefined;
        await say('c-callback-setup-page', 'retry');
        expect(lines()).toHaveLength(3);
        await isAccessible(page);
    });

    it('keeps its filters when what they ask for could not be read', async () => {
        const { state, filter, part, say, lines } = await open();
        broken = /LogPage/;
        await filter({ outcome: 'blocked' });
        expect(state()).toEqual({ kind: 'ready' });
        expect(part<{ state: object }>('c-callback-state')!.state).toMatchObject({
            kind: 'failed'
        });
        broken = undefined;
        await say('c-callback-state', 'retry');
        expect(lines()).toHaveLength(3);
    });

    it('says so to somebody who may not see it', async () => {
        broken = /./;
        const { page, state } = await open();
        (getObjectInfo as unknown as { error(body: object): void }).error({ message: 'No.' });
        await quiet();
        expect(state()).toEqual({ kind: 'noPermission', missing: ['Callback_Decision__c'] });
        await isAccessible(page);
    });
});

describe('The reasons of a decision', () => {
    it('are read when they are opened, with names as they are now', async () => {
        trace = '[{"code":"RULE_SELECTOR_BLANK","ruleId":"r"},{"code":"PRINCIPAL_NOT_SET"}]';
        const { open: opened, toggle } = await open();
        expect(opened()).toEqual({});
        await toggle('d1');
        expect(opened().d1).toMatchObject({ trace: { kind: 'steps', leftOut: 0 } });
        const { names } = opened().d1 as unknown as { names: { rules: Map<string, object> } };
        expect(names.rules.get('r')).toEqual({ name: 'Germany, as it is called now' });
        await toggle('d1');
        expect(opened()).toEqual({});
    });

    it('stand there with ids where names cannot be read', async () => {
        broken = /LogNames/;
        const { open: opened, toggle } = await open();
        await toggle('d1');
        expect(opened().d1).toMatchObject({ trace: { kind: 'steps' }, names: {} });
    });

    it('say what failed', async () => {
        broken = /LogTrace/;
        const { open: opened, toggle } = await open();
        await toggle('d1');
        expect(opened().d1).toEqual({ errors: ['The org is away.'] });
    });
});

describe('The charts', () => {
    it('are counted by the org once they are looked at, and with every filter', async () => {
        const { charts, bars, filter } = await open();
        expect(asked.some(({ query }) => /LogUse/.test(query))).toBe(false);
        await charts();
        expect(bars('numbers')).toEqual([{ label: 'Berlin, +49 309 01820', value: 3 }]);
        expect(bars('rules')).toEqual([{ label: 'Germany', value: 3 }]);
        expect(bars('blocked').map(({ label }) => label)).toEqual([
            '17 Nov',
            '18 Nov',
            '19 Nov',
            '20 Nov',
            '21 Nov',
            '22 Nov',
            '23 Nov'
        ]);
        await filter({ period: 'month' });
        expect(bars('blocked')).toHaveLength(30);
    });

    it('count what was presented, blocked and refused each for itself', async () => {
        const { charts, bars, filter } = await open();
        await charts();
        const use = asked.find(({ query }) => /LogUse/.test(query))!;
        expect(JSON.stringify(use.variables.numbers)).toContain('"Outcome__c":{"eq":"Presented"}');
        const days = asked.filter(({ query }) => /LogCounts/.test(query));
        expect(new Set(days.map(({ variables }) => JSON.stringify(variables.w0)))).toEqual(
            new Set([
                expect.stringContaining('"Outcome__c":{"eq":"Blocked"}'),
                expect.stringContaining('"Outcome__c":{"eq":"Refused"}')
            ])
        );

        const sums = () =>
            (['blocked', 'refused'] as const).map((name) =>
                bars(name).reduce((sum, { value }) => sum + value, 0)
            );
        expect(sums()).toEqual([7, 7]);
        await filter({ outcome: 'refused' });
        expect(sums()).toEqual([0, 7]);
        await filter({ outcome: 'blocked' });
        expect(sums()).toEqual([7, 0]);
        await filter({ outcome: 'presented' });
        expect(sums()).toEqual([0, 0]);
    });

    it('are tables where the library does not load', async () => {
        loaded.mockRejectedValue(new Error('blocked'));
        const { page, charts, part, bars } = await open();
        await charts();
        expect(part('[data-chart-missing]')).not.toBe(null);
        expect(bars('rules')).toHaveLength(1);
        await isAccessible(page);
    });

    it('say when they could not be counted, and are counted once more', async () => {
        const { charts, bars, say, page } = await open();
        broken = /LogUse/;
        await charts();
        const state = '.charts c-callback-state';
        broken = undefined;
        await say(state, 'retry');
        expect(bars('rules')).toHaveLength(1);
        await isAccessible(page);
    });
});

describe('The export', () => {
    it('gives a file of everything that fits, page by page, without formulas', async () => {
        size = 4100;
        const { click, exported } = await open();
        await click('.export');
        await jest.advanceTimersByTimeAsync(100);
        expect(exported()).toMatchObject({ kind: 'done', rows: 4100 });
        const [name, text] = downloaded.mock.calls[0];
        expect(name).toBe('decisions-2026-11-17-2026-11-23.csv');
        const lines = text.trim().split('\r\n');
        expect(lines).toHaveLength(1 + 4100);
        expect(lines[1]).toContain("'=1+1");
        expect(new Set(lines).size).toBe(1 + 4100);
    });

    it('says of a refused call what the telephony said', async () => {
        outcome = 'Refused';
        const { click } = await open();
        await click('.export');
        await jest.advanceTimersByTimeAsync(100);
        const [head, line] = downloaded.mock.calls[0][1].trim().split('\r\n');
        expect(head).toMatch(/c\.Callback_Log_Reason,c\.Callback_Log_Telephony_Reason$/);
        expect(line).toMatch(/c\.Callback_Log_Telephony_Busy,"Too many, for now"$/);
    });

    it('can be cancelled, and then there is no file', async () => {
        size = 4100;
        const { part, say, exported } = await open();
        part('.export')!.click();
        await say('c-callback-log-export', 'cancel');
        await jest.advanceTimersByTimeAsync(100);
        expect(exported()).toEqual({ kind: 'cancelled' });
        expect(downloaded).not.toHaveBeenCalled();
    });

    it('says why it broke off', async () => {
        const { click, exported } = await open();
        broken = /LogPage/;
        await click('.export');
        expect(exported()).toEqual({ kind: 'failed', errors: ['The org is away.'] });
        expect(downloaded).not.toHaveBeenCalled();
    });

    it('ends with the newest fifty thousand, and says so', async () => {
        size = 51_000;
        const { click, exported } = await open();
        await click('.export');
        await jest.advanceTimersByTimeAsync(1000);
        expect(exported()).toEqual({ kind: 'done', rows: 50_000, total: 51_000, limit: 50_000 });
    });
});
