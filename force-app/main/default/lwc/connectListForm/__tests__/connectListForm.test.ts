import ConnectListForm, { type FormValues } from 'c/connectListForm';
import { mount, settled } from '../../../../../test/mount';
import { heard, part } from '../../../../../test/parts';

const VALUES: FormValues = {
    name: 'Storm',
    active: true,
    groupId: 'g1',
    numberId: '',
    timeZone: 'Europe/London',
    from: '09:00',
    until: '17:30'
};

async function show(values: Partial<FormValues> = {}, more: object = {}) {
    const element = await mount('c-connect-list-form', ConnectListForm, {
        title: 'New list',
        groups: [{ label: 'UK Service', value: 'g1' }],
        numbers: [{ label: 'Edinburgh', value: 'n1' }],
        timeZones: ['Europe/Berlin', 'Europe/London'],
        values: { ...VALUES, ...values },
        ...more
    });
    const saved = heard<FormValues>(element, 'save');
    const save = async () => {
        part(element, '.save').click();
        await settled();
    };
    const problems = () =>
        [...element.shadowRoot!.querySelectorAll('.problems p')].map((one) => one.textContent);
    return { element, saved, save, problems };
}

describe('A dial list to fill in', () => {
    it('gives what was filled in', async () => {
        const { element, saved, save } = await show();
        const name = part<{ value: string }>(element, '.name');
        name.value = 'Winter';
        name.dispatchEvent(new CustomEvent('change'));
        const until = part<{ value: string }>(element, '.until');
        until.value = '06:00:00.000';
        until.dispatchEvent(new CustomEvent('change'));
        part(element, '.number').dispatchEvent(
            new CustomEvent('change', { detail: { value: 'n1' } })
        );
        part(element, '.active').dispatchEvent(
            new CustomEvent('change', { detail: { checked: false } })
        );
        await save();
        expect(saved).toEqual([
            { ...VALUES, name: 'Winter', until: '06:00', numberId: 'n1', active: false }
        ]);
        await expect(element).toBeAccessible();
    });

    it.each<[string, Partial<FormValues>, string]>([
        ['no name', { name: ' ' }, 'c.Callback_Lists_Name_Missing'],
        ['half of the hours', { until: '' }, 'c.Callback_Lists_Hours_Half'],
        ['hours that end as they begin', { until: '09:00' }, 'c.Callback_Lists_Hours_Same'],
        ['hours without a zone', { timeZone: '' }, 'c.Callback_Lists_Zone_Missing']
    ])('is not saved with %s, and says so', async (_, values, words) => {
        const { element, saved, save, problems } = await show(values);
        expect(problems()).toEqual([]);
        await save();
        expect([saved, problems()]).toEqual([[], [words]]);
        await expect(element).toBeAccessible();
    });

    it('from midnight to midnight has no limit', async () => {
        const { saved, save } = await show({ from: '00:00', until: '00:00' });
        await save();
        expect(saved).toHaveLength(1);
    });

    it('keeps a zone that the browser does not know', async () => {
        const { element } = await show({ timeZone: 'Europe/Larkfield' });
        const { options } = part<{ options: readonly { value: string }[] }>(element, '.zone');
        expect(options.map(({ value }) => value)).toEqual([
            '',
            'Europe/Larkfield',
            'Europe/Berlin',
            'Europe/London'
        ]);
    });

    it('says why the org did not take it, and loses nothing', async () => {
        const { element, save, saved, problems } = await show({}, { errors: ['Too long.'] });
        expect(problems()).toEqual(['Too long.']);
        await save();
        expect(saved).toEqual([VALUES]);
        await expect(element).toBeAccessible();
    });

    it('is saved once at a time', async () => {
        const { save, saved } = await show({}, { busy: true });
        await save();
        expect(saved).toEqual([]);
    });
});
