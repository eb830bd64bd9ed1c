import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startOwnOrg, type OwnOrg } from '../contract/localOrg.ts';
import { createDirectoryChanges } from './directoryChanges.ts';

let own: OwnOrg;
let told: number;
let close: () => void;

beforeAll(async () => {
    own = await startOwnOrg();
});
afterAll(() => own.close());
beforeEach(() => {
    told = 0;
    own.org.requests.reset();
    ({ close } = createDirectoryChanges(own.connection, 5).subscribe(() => {
        told += 1;
    }));
});
afterEach(() => {
    close();
    own.org.faults.clear();
});

const requests = () => own.org.requests.snapshot().byKind.composite ?? 0;

/** A look is two requests; the last of these looks began after this was called. */
async function looks(count: number): Promise<void> {
    const before = requests();
    await vi.waitUntil(() => requests() >= before + 2 * (count + 1));
}

describe('Looking for changes of the directory', () => {
    it('tells twice of what it has not seen before, and then of nothing while nothing changes', async () => {
        await vi.waitUntil(() => told === 2);
        await looks(3);
        expect(told).toBe(2);
    });

    it.each([
        ['Callback_Number__c', { Name: 'London', Number__c: '+442079460018' }],
        ['Dial_List__c', { Name: 'Renewals' }],
        [
            'Callback_Rule__c',
            { Name: 'Any list', Priority__c: 10, Type__c: 'Dial list', Channel__c: 'Connect' }
        ]
    ])('tells of a new %s, and of one that is gone', async (object, values) => {
        await vi.waitUntil(() => told === 2);
        const [id] = own.create(object, [values]);
        await vi.waitUntil(() => told >= 4);
        const before = told;
        await own.admin.delete(object, id);
        await vi.waitUntil(() => told > before);
    });

    it('says nothing of a default that an agent set: the panel tells that', async () => {
        await vi.waitUntil(() => told === 2);
        own.create('Callback_Preference__c', [
            { Agent__c: own.agentId, Agent_Key__c: own.agentId }
        ]);
        await looks(3);
        expect(told).toBe(2);
    });

    it('goes on when the org does not answer, and tells when it is back', async () => {
        await vi.waitUntil(() => told === 2);
        own.org.faults.set({ failNext: 1_000_000 });
        const before = requests();
        await vi.waitUntil(() => requests() > before + 1);
        own.org.faults.clear();
        await vi.waitUntil(() => told === 4);
    });
});
