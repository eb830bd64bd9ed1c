import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startOwnOrg, type OwnOrg } from '../contract/localOrg.ts';
import { createRecordReader } from './recordReader.ts';
import type { RecordReader } from '../ports.ts';

const TIMEOUT_MS = 2_000;

let own: OwnOrg;
let contacts: string[];
let reader: RecordReader;
let warnings: string[];

beforeAll(async () => {
    own = await startOwnOrg();
    const [account] = own.create('Account', [{ Name: 'Bank', Industry: 'Banking' }]);
    contacts = own.create(
        'Contact',
        Array.from({ length: 1_200 }, (_, n) => ({
            LastName: `Contact ${n}`,
            LeadSource: n % 2 === 0 ? 'Web' : null,
            AccountId: account
        }))
    );
});
afterAll(() => own.close());
beforeEach(() => {
    warnings = [];
    reader = createRecordReader(own.connection, TIMEOUT_MS, (message) => warnings.push(message));
    own.org.requests.reset();
});

const about = (recordId: string, ...fields: string[]) => ({
    objectApiName: 'Contact',
    recordId,
    fields
});
const requests = () => own.org.requests.snapshot().byKind;

describe('Fields of records', () => {
    it('of 200 dials that arrive together are read by one query', async () => {
        await reader.readFields([about(contacts[0], 'LastName')]);
        own.org.requests.reset();

        const facts = await reader.readFields(
            contacts
                .slice(0, 200)
                .map((id, n) => about(id, n % 2 === 0 ? 'LeadSource' : 'Account.Industry'))
        );

        expect(requests()).toEqual({ describe: 1, query: 1 });
        expect(facts[0]).toEqual({ LeadSource: { status: 'read', value: 'Web' } });
        expect(facts[1]).toEqual({ 'Account.Industry': { status: 'read', value: 'Banking' } });
    });

    it('are read in parts that fit into an address', async () => {
        const facts = await reader.readFields(contacts.map((id) => about(id, 'LastName')));
        expect(facts[1_199]).toEqual({ LastName: { status: 'read', value: 'Contact 1199' } });
        expect(requests()).toEqual({ describe: 1, query: 3 });
    });

    it('that the org does not have cost no query', async () => {
        expect(
            await reader.readFields([about(contacts[0], 'Nonsense__c', 'Owner.Nonsense')])
        ).toEqual([
            {
                Nonsense__c: { status: 'unreadable', reason: 'FIELD_NOT_FOUND' },
                'Owner.Nonsense': { status: 'unreadable', reason: 'FIELD_NOT_FOUND' }
            }
        ]);
        expect(requests().query).toBeUndefined();
    });

    it('that are hidden from the service are not there for it', async () => {
        expect(await reader.readFields([about(contacts[0], 'Birthdate', 'LastName')])).toEqual([
            {
                Birthdate: { status: 'unreadable', reason: 'FIELD_NOT_FOUND' },
                LastName: { status: 'read', value: 'Contact 0' }
            }
        ]);
        expect(warnings).toEqual([]);
    });

    it('of several parts are not read', async () => {
        expect(await reader.readFields([about(contacts[0], 'MailingAddress')])).toEqual([
            { MailingAddress: { status: 'unreadable', reason: 'FIELD_NOT_FOUND' } }
        ]);
    });

    it('are described once, and anew with every reload', async () => {
        await reader.readFields([about(contacts[0], 'LastName')]);
        await reader.readFields([about(contacts[1], 'LastName')]);
        expect(requests()).toEqual({ describe: 1, query: 2 });
        await reader.keyPrefixes();
        expect(requests()).toEqual({ describe: 2, describeGlobal: 1, query: 2 });
    });

    it('are not waited for longer than a dial can wait', async () => {
        const hasty = createRecordReader(own.connection, 50, (message) => warnings.push(message));
        own.org.faults.set({ latencyMs: 5_000, match: { kind: 'query' } });
        const started = performance.now();
        const facts = await hasty.readFields([about(contacts[0], 'LastName')]);
        const took = performance.now() - started;
        own.org.faults.clear();
        own.org.faults.release();
        expect(facts).toEqual([{ LastName: { status: 'unreadable', reason: 'READ_FAILED' } }]);
        expect(took).toBeLessThan(1_500);
        expect(warnings).toEqual(['Reading 1 of Contact for rules: No answer within 50 ms.']);
    });
});

describe('Lists of dial entries', () => {
    it('are read 2,000 at a time', async () => {
        const [list] = own.create('Dial_List__c', [{ Name: 'Spring' }]);
        const entries = own.create(
            'Dial_Entry__c',
            Array.from({ length: 2_500 }, () => ({
                Dial_List__c: list,
                Phone__c: '999',
                Status__c: 'New'
            }))
        );
        own.org.requests.reset();
        const facts = await reader.readDialEntries(entries);
        expect(facts).toHaveLength(2_500);
        expect(new Set(facts.map((fact) => fact.status === 'read' && fact.dialListId))).toEqual(
            new Set([list])
        );
        expect(requests()).toEqual({ 'collection:retrieve': 2 });
    });

    it('are not asked for what is no dial entry', async () => {
        await reader.keyPrefixes();
        own.org.requests.reset();
        expect(await reader.readDialEntries([contacts[0]])).toEqual([
            { status: 'unreadable', reason: 'RECORD_NOT_FOUND' }
        ]);
        expect(requests()).toEqual({});
    });
});
