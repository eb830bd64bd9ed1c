import CallbackRecordReader from 'c/callbackRecordReader';
import { getRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { mount, settled } from '../../../../../test/mount';

interface Config {
    readonly recordId?: string;
    readonly optionalFields?: readonly string[];
}
const records = getRecord as unknown as {
    emit(data: unknown, which?: (config: Config) => boolean): void;
    emitError(error: unknown): void;
    getLastConfig(): Config;
};

const CONTACT = '003000000000001AAA';
const record = { id: CONTACT, apiName: 'Contact', fields: {} };
const request = { recordId: CONTACT, fields: ['Contact.Phone'] };

const open = () =>
    mount<Pick<CallbackRecordReader, 'read' | 'forget'>>(
        'c-callback-record-reader',
        CallbackRecordReader,
        {} as never
    );
/** A question goes out after what waits before it. */
const quiet = async () => {
    for (let turn = 0; turn < 5; turn += 1) {
        // eslint-disable-next-line no-await-in-loop -- turns come one after the other
        await settled();
    }
};

describe('Reading a record', () => {
    it('asks for fields as optional ones, so that a hidden one hides no others', async () => {
        const reader = await open();
        const answer = reader.read(request);
        await quiet();
        expect(records.getLastConfig()).toEqual({
            recordId: CONTACT,
            optionalFields: ['Contact.Phone']
        });
        records.emit(record);
        expect(await answer).toEqual(record);
    });

    it('asks one after the other', async () => {
        const reader = await open();
        const first = reader.read(request);
        const second = reader.read({ ...request, recordId: 'other' });
        await quiet();
        records.emit(record);
        expect(await first).toEqual(record);
        await quiet();
        expect(records.getLastConfig()).toMatchObject({ recordId: 'other' });
        records.emit({ ...record, id: 'other' });
        expect(await second).toMatchObject({ id: 'other' });
    });

    it('gives nothing for a record that is not there', async () => {
        const reader = await open();
        const answer = reader.read(request);
        await quiet();
        records.emitError({ status: 404, body: [] });
        expect(await answer).toBeNull();
    });

    it('throws where nobody can tell, and answers the next question', async () => {
        const reader = await open();
        const answer = reader.read(request);
        const failure = answer.catch((error: unknown) => error);
        await quiet();
        records.emitError({ status: 500, body: [] });
        expect(await failure).toMatchObject({ status: 500 });
        const next = reader.read(request);
        await quiet();
        records.emit(record);
        expect(await next).toEqual(record);
    });

    it('lets the platform forget what was read, so that the next answer is of now', async () => {
        const told = jest.mocked(notifyRecordUpdateAvailable);
        const reader = await open();
        await reader.forget();
        expect(told).not.toHaveBeenCalled();
        const answer = reader.read(request);
        await quiet();
        records.emit(record);
        await answer;
        await reader.forget();
        expect(told.mock.calls).toEqual([[[{ recordId: CONTACT }]]]);
    });
});
