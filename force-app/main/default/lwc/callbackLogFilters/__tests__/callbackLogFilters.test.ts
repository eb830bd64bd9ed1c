import CallbackLogFilters, { type LogFilter } from 'c/callbackLogFilters';
import { mount } from '../../../../../test/mount';

const FILTER: LogFilter = {
    period: 'week',
    from: '2026-11-01',
    to: '2026-11-23',
    agentId: '',
    numberId: '',
    ruleId: '',
    outcome: '',
    channel: '',
    errorCode: '',
    dialled: ''
};
const picker = { objectApiName: 'Thing__c' };

async function show(more: Partial<LogFilter> = {}, narrowed = false) {
    const element = await mount('c-callback-log-filters', CallbackLogFilters, {
        filter: { ...FILTER, ...more },
        pickers: { agent: picker, number: picker, rule: picker },
        narrowed
    });
    const root = element.shadowRoot!;
    const changes: object[] = [];
    element.addEventListener('filterchange', (event) =>
        changes.push((event as CustomEvent<{ settings: object }>).detail.settings)
    );
    const input = (name: string) =>
        root.querySelector<HTMLInputElement>(`[data-filter="${name}"]`)!;
    const say = (name: string, event: string, detail: object) =>
        input(name).dispatchEvent(new CustomEvent(event, { detail }));
    return { element, root, changes, input, say };
}

describe('The filters of the log', () => {
    it('tell what is wanted otherwise', async () => {
        const { element, changes, say } = await show();
        say('outcome', 'change', { value: 'blocked' });
        say('agentId', 'change', { recordId: '005000000000001AAA' });
        say('ruleId', 'change', { recordId: null });
        expect(changes).toEqual([
            { outcome: 'blocked' },
            { agentId: '005000000000001AAA' },
            { ruleId: '' }
        ]);
        await expect(element).toBeAccessible();
    });

    it('offer what a telephony refuses, as an outcome and as reasons', async () => {
        const { input } = await show();
        const values = (name: string) =>
            (input(name) as unknown as { options: readonly { value: string }[] }).options.map(
                ({ value }) => value
            );
        expect(values('outcome')).toEqual(['', 'presented', 'blocked', 'refused']);
        expect(values('errorCode')).toEqual(
            expect.arrayContaining([
                'CALLER_ID_REFUSED',
                'NUMBER_REFUSED',
                'TELEPHONY_BUSY',
                'CALL_NOT_STARTED'
            ])
        );
    });

    it('ask for a part of the number once it is written, not with every key', async () => {
        const { changes, input, say } = await show();
        input('dialled').value = '020 7';
        say('dialled', 'change', { value: '020 7' });
        expect(changes).toEqual([]);
        say('dialled', 'commit', {});
        expect(changes).toEqual([{ dialled: '020 7' }]);
    });

    it('take the part of the number away at once when it is emptied', async () => {
        const { changes, input, say } = await show({ dialled: '020 7' });
        say('dialled', 'commit', {});
        input('dialled').value = '';
        say('dialled', 'change', { value: '' });
        expect(changes).toEqual([{ dialled: '' }]);
    });

    it('take a period of two days, the first one first', async () => {
        const { element, changes, input, say } = await show({ period: 'custom' });
        const [from, to] = [input('from'), input('to')];
        const said = jest.fn();
        const reportValidity = () => said.mock.calls.at(-1)![0] === '';
        Object.assign(to, { setCustomValidity: said, reportValidity });
        const write = (first: string, last: string) => {
            Object.assign(from, { value: first });
            Object.assign(to, { value: last });
            say('from', 'change', {});
        };
        write('2026-11-20', '');
        write('2026-11-20', '2026-11-19');
        expect(changes).toEqual([]);
        expect(said).toHaveBeenLastCalledWith('c.Callback_Log_Period_Wrong');
        write('2026-11-18', '2026-11-19');
        expect(changes).toEqual([{ from: '2026-11-18', to: '2026-11-19' }]);
        await expect(element).toBeAccessible();
    });

    it('show no days for a period that has a name', async () => {
        const { root } = await show();
        expect(root.querySelector('[data-filter="from"]')).toBe(null);
    });

    it('can all be taken away, where there are any', async () => {
        expect((await show()).root.querySelector('.clear')).toBe(null);
        const { element, root } = await show({ agentId: '005000000000001AAA' }, true);
        root.querySelectorAll<HTMLElement & { clearSelection?: unknown }>(
            'lightning-record-picker'
        ).forEach((one) => {
            one.clearSelection = jest.fn();
        });
        const cleared = jest.fn();
        element.addEventListener('clear', cleared);
        root.querySelector<HTMLElement>('.clear')!.click();
        expect(cleared).toHaveBeenCalledTimes(1);
    });
});
