import { getObjectInfo, getPicklistValues } from 'lightning/uiObjectInfoApi';
import CallbackSchema from 'c/callbackSchema';
import { mount } from '../../../../../test/mount';

interface Wire {
    emit(data: unknown): void;
    error(body: unknown): void;
    getLastConfig(): Readonly<Record<string, unknown>>;
}
const objects = getObjectInfo as unknown as Wire;
const picklists = getPicklistValues as unknown as Wire;

const quiet = () => jest.advanceTimersByTimeAsync(0);
const open = async () =>
    (await mount('c-callback-schema', CallbackSchema, {})) as unknown as CallbackSchema;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('answers one question after the other, and remembers', async () => {
    const schema = await open();
    const first = schema.infoOf('Contact');
    const second = schema.infoOf('Lead');
    await quiet();
    expect(objects.getLastConfig()).toEqual({ objectApiName: 'Contact' });
    objects.emit({ apiName: 'Contact' });
    await quiet();
    expect(objects.getLastConfig()).toEqual({ objectApiName: 'Lead' });
    objects.emit({ apiName: 'Lead' });
    expect(await first).toEqual({ apiName: 'Contact' });
    expect(await second).toEqual({ apiName: 'Lead' });
    expect(await schema.infoOf('Contact')).toEqual({ apiName: 'Contact' });
});

it('forgets what failed, and can be asked again', async () => {
    const schema = await open();
    const failed = schema.infoOf('Nonsense').catch(() => 'failed');
    await quiet();
    objects.error({ message: 'no such object' });
    expect(await failed).toBe('failed');
    const again = schema.infoOf('Nonsense');
    await quiet();
    objects.emit({ apiName: 'Nonsense' });
    expect(await again).toEqual({ apiName: 'Nonsense' });
});

it('tells the values of a picklist, also of objects without record types', async () => {
    const schema = await open();
    const values = schema.valuesOf('Case', 'Priority');
    await quiet();
    objects.emit({ apiName: 'Case', defaultRecordTypeId: null });
    await quiet();
    expect(picklists.getLastConfig()).toEqual({
        recordTypeId: '012000000000000AAA',
        fieldApiName: 'Case.Priority'
    });
    picklists.emit({ values: [{ label: 'High', value: 'High' }] });
    expect(await values).toEqual([{ label: 'High', value: 'High' }]);
});
