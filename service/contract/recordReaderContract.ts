import { describe, expect, it } from 'vitest';
import { contact, MISSING_ENTRY, NOT_THERE, type Contract } from './contractHelp.ts';
import { RUN } from './world.ts';

export function recordReaderContract(the: Contract): void {
    describe('The record reader', () => {
        it('knows objects by what their ids begin with', async () => {
            const entry = await the.world.addDialEntry(
                await the.world.addDialList(`Prefixes ${RUN}`)
            );
            const prefixes = await the.ports.records.keyPrefixes();
            expect(prefixes.get('003')).toBe('Contact');
            expect(prefixes.get(entry.slice(0, 3))).toBe('Dial_Entry__c');
        });

        it('reads fields in any spelling, those of a parent too, blank ones as null', async () => {
            const director = await the.world.addContact({
                lastName: 'Obi',
                leadSource: 'Web',
                industry: 'Banking'
            });
            const orphan = await the.world.addContact({ lastName: 'Doe' });

            const facts = await the.ports.records.readFields([
                contact(director, 'LeadSource', 'ACCOUNT.industry', 'LastName'),
                contact(orphan, 'leadsource', 'Account.Industry')
            ]);

            expect(facts).toEqual([
                {
                    LeadSource: { status: 'read', value: 'Web' },
                    'ACCOUNT.industry': { status: 'read', value: 'Banking' },
                    LastName: { status: 'read', value: 'Obi' }
                },
                {
                    leadsource: { status: 'read', value: null },
                    'Account.Industry': { status: 'read', value: null }
                }
            ]);
        });

        it('answers request by request, whatever objects they name', async () => {
            const one = await the.world.addContact({ lastName: 'One' });
            const two = await the.world.addContact({ lastName: 'Two' });
            const facts = await the.ports.records.readFields([
                contact(two, 'LastName'),
                { objectApiName: 'No_Such_Object__c', recordId: one, fields: ['Name'] },
                contact(one, 'LastName'),
                contact(two, 'LastName')
            ]);
            expect(facts).toEqual([
                { LastName: { status: 'read', value: 'Two' } },
                { Name: { status: 'unreadable', reason: 'FIELD_NOT_FOUND' } },
                { LastName: { status: 'read', value: 'One' } },
                { LastName: { status: 'read', value: 'Two' } }
            ]);
        });

        it('says of a record that is not there just that', async () => {
            const there = await the.world.addContact({ lastName: 'There' });
            expect(
                await the.ports.records.readFields([
                    contact(NOT_THERE, 'LastName'),
                    contact(there, 'LastName')
                ])
            ).toEqual([
                { LastName: { status: 'unreadable', reason: 'RECORD_NOT_FOUND' } },
                { LastName: { status: 'read', value: 'There' } }
            ]);
        });

        it.each([
            'No_Such_Field__c',
            'Account.No_Such_Field__c',
            'Nobody.Name',
            'Account.Owner.Name',
            "Title FROM Contact WHERE LastName != '",
            'constructor',
            ''
        ])('says of a field that is not there, or too far away, just that: %s', async (field) => {
            const id = await the.world.addContact({ lastName: 'Obi' });
            expect(await the.ports.records.readFields([contact(id, field, 'LastName')])).toEqual([
                {
                    [field]: { status: 'unreadable', reason: 'FIELD_NOT_FOUND' },
                    LastName: { status: 'read', value: 'Obi' }
                }
            ]);
        });

        it('knows the list of a dial entry, and none of an entry that is not there', async () => {
            const list = await the.world.addDialList(`Entries ${RUN}`);
            const entry = await the.world.addDialEntry(list);
            expect(
                await the.ports.records.readDialEntries([MISSING_ENTRY, entry, NOT_THERE, entry])
            ).toEqual([
                { status: 'unreadable', reason: 'RECORD_NOT_FOUND' },
                { status: 'read', dialListId: list },
                { status: 'unreadable', reason: 'RECORD_NOT_FOUND' },
                { status: 'read', dialListId: list }
            ]);
        });
    });
}
