import { loadScript } from 'lightning/platformResourceLoader';
import CallbackNumberAdd from 'c/callbackNumberAdd';
import type { NumberValues } from 'c/callbackNumberForm';
import { mount, quiet } from '../../../../../test/mount';
import { Org, sent } from '../../../../../test/numbersOrg';
import { heard, part } from '../../../../../test/parts';

jest.mock('@salesforce/i18n/lang', () => ({ default: 'en' }), { virtual: true });
jest.mock('@salesforce/resourceUrl/libphonenumber', () => ({ default: '/phone' }), {
    virtual: true
});

let org: Org;
beforeEach(() => {
    org = new Org();
    org.held.Callback_Policy__c = [
        {
            Id: 'p',
            Scope__c: 'Organization',
            Scope_Key__c: 'org',
            Principal_Number__c: null,
            Default_Country__c: 'GB'
        }
    ];
});

async function open() {
    const element = await mount('c-callback-number-add', CallbackNumberAdd, {
        existing: [{ label: 'London', number: '+442079460001' }]
    });
    const form = () =>
        part<{
            values: NumberValues;
            readAs: string;
            countryName: string;
            existingLabel: string;
            problems: string[];
            isBusy: boolean;
        }>(element, 'c-callback-number-form');
    const tell = async (name: string, detail: object = {}) => {
        form().dispatchEvent(new CustomEvent(name, { detail }));
        await quiet();
    };
    return {
        element,
        form,
        tell,
        closed: heard<{ added: boolean }>(element, 'close'),
        type: (changed: Partial<NumberValues>) => tell('valueschange', { changed })
    };
}
async function opened() {
    const page = await open();
    await quiet();
    return page;
}

it('formats the number as it is typed in the country of the organization', async () => {
    const { element, type, form } = await opened();
    await type({ number: '02079460902' });
    expect(form()).toMatchObject({
        values: { number: '020 7946 0902', country: 'GB' },
        readAs: '+442079460902',
        countryName: 'United Kingdom',
        existingLabel: ''
    });
    await expect(element).toBeAccessible();
    await type({ number: '020 7946 090' });
    expect(form().values.number).toBe('020 7946 090');
    await type({ number: '+493023125002' });
    expect(form().values).toMatchObject({ number: '+49 30 23125002', country: 'DE' });
});

it('keeps a country that somebody chose', async () => {
    const { type, form } = await opened();
    await type({ country: 'AT' });
    await type({ number: '+493023125002' });
    expect(form().values.country).toBe('AT');
});

it('reads what was typed before it could be read', async () => {
    const { type, form } = await open();
    form().dispatchEvent(
        new CustomEvent('valueschange', { detail: { changed: { number: '02079460902' } } })
    );
    await quiet();
    expect(form()).toMatchObject({
        values: { number: '020 7946 0902', country: 'GB' },
        readAs: '+442079460902'
    });
    await type({ label: 'Desk' });
    expect(form().values.label).toBe('Desk');
});

it('writes the number in E.164 with what was said of it, and is done', async () => {
    const { type, tell, closed } = await opened();
    await type({ number: '+493023125002' });
    await type({ label: ' Mitte ' });
    await type({ language: 'de' });
    await tell('save');
    expect(sent.mock.calls[0][0].variables).toEqual({
        r0: {
            Callback_Number__c: {
                Name: 'Mitte',
                Number__c: '+493023125002',
                Active__c: true,
                Country__c: 'DE',
                Language__c: 'de',
                Description__c: null
            }
        }
    });
    expect(closed).toEqual([{ added: true }]);
});

it.each([
    [{ number: '12', label: 'Desk' }, 'c.Callback_Numbers_Not_A_Number'],
    [{ number: '+442079460009', label: ' ' }, 'c.Callback_Numbers_Label_Missing'],
    [
        { number: '+442079460009', label: 'Desk', country: 'QQ' },
        'c.Callback_Numbers_Unknown_Country'
    ]
])('says what is wrong with %j before anything is written', async (values, problem) => {
    const { type, form, tell, closed } = await opened();
    for (const [name, value] of Object.entries(values)) {
        // eslint-disable-next-line no-await-in-loop -- one after the other, as it is typed
        await type({ [name]: value });
    }
    await tell('save');
    expect(form().problems).toEqual([problem]);
    expect([sent.mock.calls, closed]).toEqual([[], []]);
});

it('adds no number twice, and leads to the one that is there', async () => {
    const { element, type, form, tell } = await opened();
    await type({ number: '020 7946 0001' });
    await type({ label: 'Once more' });
    expect(form().existingLabel).toBe('London');
    await tell('save');
    expect(sent).not.toHaveBeenCalled();
    const shown = heard(element, 'show');
    await tell('show');
    expect(shown).toEqual([{ number: '+442079460001' }]);
});

it('keeps what was typed when the org refuses it, and is left without writing', async () => {
    org.refusals.Desk = 'duplicate value found';
    const { type, form, tell, closed } = await opened();
    await type({ number: '+442079460009' });
    await type({ label: 'Desk' });
    await tell('save');
    expect(form()).toMatchObject({
        problems: ['duplicate value found'],
        values: { label: 'Desk' },
        isBusy: false
    });
    await tell('cancel');
    expect(closed).toEqual([{ added: false }]);
    expect(sent).toHaveBeenCalledTimes(1);
});

it('says that numbers cannot be read, and tries again when saving', async () => {
    (loadScript as jest.Mock).mockRejectedValueOnce(new Error('not found'));
    const { type, form, tell, closed } = await opened();
    expect(form().problems).toEqual(['c.Callback_Directory_Reader_Missing']);
    await type({ number: '02079460009' });
    await type({ label: 'Desk' });
    await tell('save');
    expect(form().problems).toEqual([]);
    expect(closed).toEqual([{ added: true }]);
});
