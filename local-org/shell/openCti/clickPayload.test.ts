import { describe, expect, it } from 'vitest';
import { payloadOf, type Records } from './clickPayload.ts';

const CLICK = { number: '+442079460123', recordId: '003000000000001AAA', params: 'a=1' };
const records: Records = {
    objectOf: (id) => (id.startsWith('003') ? 'Contact' : undefined),
    nameOf: async () => 'Grace Hopper'
};

describe('What the softphone is told of a click', () => {
    it('is what the component knows, with object and name of the record', async () => {
        expect(await payloadOf(CLICK, records)).toEqual({
            ...CLICK,
            objectType: 'Contact',
            recordName: 'Grace Hopper'
        });
    });

    it('is without a name where the user may not read the record', async () => {
        const nameOf = () => Promise.reject(new Error('404'));
        expect(await payloadOf(CLICK, { ...records, nameOf })).toEqual({
            ...CLICK,
            objectType: 'Contact'
        });
    });

    it('is without an object where the user may not read it', async () => {
        const click = { ...CLICK, recordId: '500000000000001AAA' };
        expect(await payloadOf(click, records)).toEqual(click);
    });

    it('is the number alone where there is no record', async () => {
        expect(await payloadOf({ number: '999' }, records)).toEqual({ number: '999' });
    });
});
