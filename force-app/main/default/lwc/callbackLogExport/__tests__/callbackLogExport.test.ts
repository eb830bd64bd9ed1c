import CallbackLogExport, { type ExportState } from 'c/callbackLogExport';
import { mount } from '../../../../../test/mount';

const label = (text: string) => ({ default: text });
jest.mock('@salesforce/label/c.Callback_Log_Export_Progress', () => label('{0} of {1}'), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Log_Export_Done', () => label('{0} rows'), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Log_Export_Most', () => label('only {0} of {1}'), {
    virtual: true
});
jest.mock('@salesforce/label/c.Callback_Log_Export_Failed', () => label('broken: {0}'), {
    virtual: true
});

async function show(state: ExportState) {
    const element = await mount('c-callback-log-export', CallbackLogExport, { state });
    const root = element.shadowRoot!;
    const text = (selector: string) => root.querySelector(selector)?.textContent ?? '';
    return { element, root, text };
}

describe('An export', () => {
    it('says how far it has come, and can be cancelled', async () => {
        const state: ExportState = { kind: 'running', done: 2000, total: 4500, limit: 50_000 };
        const { element, root, text } = await show(state);
        const cancelled = jest.fn();
        element.addEventListener('cancel', cancelled);
        expect(text('[data-progress]')).toBe('2,000 of 4,500');
        expect(text('[data-limit]')).toBe('');
        root.querySelector<HTMLElement>('.cancel')!.click();
        expect(cancelled).toHaveBeenCalledTimes(1);
        await expect(element).toBeAccessible();
    });

    it('says from the beginning which decisions a file does not hold', async () => {
        const { text } = await show({ kind: 'running', done: 0, total: 90_000, limit: 50_000 });
        expect(text('[data-progress]')).toBe('0 of 50,000');
        expect(text('[data-limit]')).toBe('only 50,000 of 90,000');
        const done = await show({ kind: 'done', rows: 50_000, total: 90_000, limit: 50_000 });
        expect(done.text('[data-limit]')).toBe('only 50,000 of 90,000');
        expect(done.text('[data-result]')).toBe('50,000 rows');
    });

    it('says why it broke off', async () => {
        const { element, text } = await show({ kind: 'failed', errors: ['The org is away.'] });
        expect(text('[role="alert"]')).toBe('broken: The org is away.');
        await expect(element).toBeAccessible();
    });

    it.each<ExportState>([{ kind: 'idle' }, { kind: 'cancelled' }])(
        'shows no progress when %j',
        async (state) => {
            const { element, root } = await show(state);
            expect(root.querySelector('lightning-progress-bar')).toBe(null);
            await expect(element).toBeAccessible();
        }
    );
});
