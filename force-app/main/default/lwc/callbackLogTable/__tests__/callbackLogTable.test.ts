import CallbackLogTable from 'c/callbackLogTable';
import type { LogLine } from 'c/callbackLogWords';
import { mount } from '../../../../../test/mount';

jest.mock('@salesforce/i18n/locale', () => ({ default: 'en-GB' }), { virtual: true });
jest.mock('@salesforce/i18n/timeZone', () => ({ default: 'Europe/Berlin' }), { virtual: true });
jest.mock('@salesforce/i18n/lang', () => ({ default: 'en' }), { virtual: true });
jest.mock('@salesforce/label/c.Callback_Log_Why_Of', () => ({ default: 'Why {0}, {1}' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Log_Unnamed', () => ({ default: '(deleted)' }), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Log_Not_Available', () => ({ default: 'Not available' }), {
    virtual: true
});

jest.mock(
    '@salesforce/label/c.Callback_Log_Caller_Id_Refused',
    () => ({ default: 'No such number' }),
    {
        virtual: true
    }
);
jest.mock('@salesforce/label/c.Callback_Log_Telephony_Said', () => ({ default: 'It says: {0}' }), {
    virtual: true
});

const shown: LogLine = {
    id: 'd1',
    name: 'DECISION-1',
    decidedAt: '2026-11-23T08:00:00.000Z',
    agent: 'Anna Berger',
    channel: 'clickToDial',
    dialled: '+493023125901',
    recordId: '003000000000001AAA',
    outcome: 'presented',
    label: 'Berlin',
    number: '+4930901820',
    source: 'rule',
    rule: 'Germany',
    errorCode: '',
    telephonyReason: ''
};
const blocked: LogLine = {
    ...shown,
    id: 'd2',
    recordId: '',
    dialled: '999',
    outcome: 'blocked',
    label: '',
    number: '',
    source: undefined,
    rule: '',
    errorCode: 'NUMBER_NOT_AVAILABLE'
};

async function show(lines: readonly LogLine[], open: object = {}) {
    const table = await mount('c-callback-log-table', CallbackLogTable, { lines, open });
    const root = table.shadowRoot!;
    return {
        table,
        root,
        row: (id: string) => root.querySelector(`[data-line="${id}"]`)!,
        button: (id: string) => root.querySelector<HTMLElement>(`button[data-id="${id}"]`)!
    };
}

describe('A decision of the log', () => {
    it('says when, who, whom, which number and by which rule', async () => {
        const { table, row, button } = await show([shown, blocked]);
        for (const text of ['23 Nov 2026', '09:00', 'Anna Berger', 'Berlin', 'Germany']) {
            expect(row('d1').textContent).toContain(text);
        }
        expect(button('d1').textContent).toMatch(/^Why \+49 .*23 Nov 2026/);
        expect(row('d2').textContent).toContain('Not available');
        expect(row('d2').textContent).toContain('999');
        await expect(table).toBeAccessible();
    });

    it('says that the telephony refused it, and why, beside the number that was to be seen', async () => {
        const { table, row } = await show([
            shown,
            {
                ...shown,
                id: 'd3',
                outcome: 'refused',
                errorCode: 'CALLER_ID_REFUSED',
                telephonyReason: 'From is not verified.'
            }
        ]);
        for (const text of [
            'c.Callback_Log_Refused',
            'No such number',
            'It says: From is not verified.',
            '+49 309 01820',
            'Germany'
        ]) {
            expect(row('d3').textContent).toContain(text);
        }
        expect(row('d1').textContent).not.toContain('It says');
        await expect(table).toBeAccessible();
    });

    it('keeps the number where its name is gone, and says that the rule was deleted', async () => {
        const { row } = await show([{ ...shown, label: '', rule: '' }]);
        expect(row('d1').textContent).toContain('+49 309 01820');
        expect(row('d1').textContent).toContain('(deleted)');
    });

    it('shows a reason of another version as it was written', async () => {
        const { row } = await show([{ ...blocked, errorCode: 'MOON_PHASE' }]);
        expect(row('d2').textContent).toContain('MOON_PHASE');
    });

    it('opens its reasons, and its record', async () => {
        const { table, root, button } = await show([shown, blocked]);
        const [toggled, opened] = [jest.fn(), jest.fn()];
        table.addEventListener('toggle', (event) =>
            toggled((event as unknown as CustomEvent).detail)
        );
        table.addEventListener('record', (event) => opened((event as CustomEvent).detail));
        expect(button('d1').getAttribute('aria-expanded')).toBe('false');
        button('d1').click();
        expect(toggled).toHaveBeenCalledWith({ id: 'd1' });
        const records = root.querySelectorAll<HTMLElement>('lightning-button');
        expect(records).toHaveLength(1);
        records[0].click();
        expect(opened).toHaveBeenCalledWith({ recordId: shown.recordId });
    });

    it('takes the focus', async () => {
        const { table, root, button } = await show([shown, blocked]);
        (table as unknown as CallbackLogTable).focusLine('d2');
        expect(root.activeElement).toBe(button('d2'));
    });

    it('shows its reasons below it while they are open', async () => {
        const { table, root, button } = await show([shown, blocked], { d1: undefined });
        expect(button('d1').getAttribute('aria-expanded')).toBe('true');
        expect(root.querySelectorAll('c-callback-log-reason')).toHaveLength(1);
        await expect(table).toBeAccessible();
    });
});
