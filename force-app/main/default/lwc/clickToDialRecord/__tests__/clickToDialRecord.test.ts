import ClickToDialRecord, { type RecordState } from 'c/clickToDialRecord';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import { mount, settled } from '../../../../../test/mount';
import { heard } from '../../../../../test/parts';

interface Config {
    readonly recordId?: string;
    readonly fields?: readonly string[];
    readonly optionalFields?: readonly string[];
}
interface Adapter {
    emit(value: unknown, which?: (config: Config) => boolean): void;
    emitError(error?: unknown, which?: (config: Config) => boolean): void;
}
const infos = getObjectInfo as unknown as Adapter;
const records = getRecord as unknown as Adapter;
const forPhones = ({ optionalFields }: Config) => optionalFields === undefined;
const forRules = ({ optionalFields }: Config) => Boolean(optionalFields?.length);

const RECORD = '00Q000000000001AAA';
const leadInfo = {
    apiName: 'Lead',
    fields: { Phone: { apiName: 'Phone', label: 'Phone', dataType: 'Phone' } }
};
const lead = (fields: object) => ({ id: RECORD, apiName: 'Lead', fields });
const phone = { Phone: { value: '030 23125 417' } };

async function read(ruleFields: readonly string[] = []) {
    const properties = { recordId: RECORD, objectApiName: 'Lead', ruleFields };
    const element = await mount<typeof properties & Pick<ClickToDialRecord, 'refresh'>>(
        'c-click-to-dial-record',
        ClickToDialRecord,
        properties as never
    );
    const states = heard<{ state: RecordState }>(element, 'statechange');
    await settled();
    const state = () => states.at(-1)!.state;
    /** What the wires ask at present. */
    const asked = () => {
        const configs: Config[] = [];
        records.emit(null, (config) => config.recordId !== undefined && configs.push(config) < 0);
        return configs;
    };
    return { element, state, asked };
}

describe('The record that is dialled from', () => {
    it('is loading until its telephone fields are there', async () => {
        const { state } = await read();
        infos.emit(leadInfo);
        expect(state()).toEqual({ kind: 'loading' });
        records.emit(lead(phone), forPhones);
        expect(state()).toEqual({
            kind: 'ready',
            phoneFields: [{ apiName: 'Phone', label: 'Phone' }],
            record: lead(phone),
            facts: undefined
        });
    });

    it('needs no reading where its object has no telephone field', async () => {
        const { state } = await read();
        infos.emit({ apiName: 'Lead', fields: {} });
        expect(state()).toMatchObject({ kind: 'ready', phoneFields: [], record: undefined });
    });

    it('says what rules ask, and what is hidden', async () => {
        const { state } = await read(['Lead.Industry', 'Lead.Rating']);
        infos.emit(leadInfo);
        records.emit(lead(phone), forPhones);
        records.emit(lead({ ...phone, Industry: { value: 'Travel' } }), forRules);
        expect(state()).toMatchObject({
            facts: {
                fields: {
                    Industry: { status: 'read', value: 'Travel' },
                    Rating: { status: 'unreadable' }
                }
            }
        });
    });

    it('is asked only for what somebody wants to know', async () => {
        const { element, asked } = await read();
        infos.emit(leadInfo);
        await settled();
        expect(asked()).toEqual([{ recordId: RECORD, fields: ['Lead.Phone'] }]);
        element.ruleFields = ['Lead.Industry'];
        await settled();
        expect(asked()).toContainEqual({
            recordId: RECORD,
            fields: ['Lead.Phone'],
            optionalFields: ['Lead.Industry']
        });
    });

    it('fails with what the platform says, and recovers', async () => {
        const { state } = await read();
        infos.emit(leadInfo);
        records.emitError({ body: { message: 'No access.' } }, forPhones);
        expect(state()).toEqual({ kind: 'failed', errors: ['No access.'] });
        records.emit(lead(phone), forPhones);
        expect(state().kind).toBe('ready');
    });

    it('is read anew: first nothing is asked, then the same', async () => {
        const { element, asked } = await read();
        infos.emit(leadInfo);
        await settled();
        const done = element.refresh();
        await Promise.resolve();
        expect(asked()).toEqual([]);
        await done;
        await settled();
        expect(asked()).toHaveLength(1);
    });

    it('is another one: nothing of the one before holds', async () => {
        const { element, state } = await read();
        infos.emit(leadInfo);
        records.emit(lead(phone), forPhones);
        element.recordId = '00Q000000000002AAA';
        expect(state()).toEqual({ kind: 'loading' });
    });
});
