import { describe, expect, it } from 'vitest';
import { isE164, type DirectoryRows } from '#resolver';
import { byId, nextNumber, type Contract } from './contractHelp.ts';
import { RUN } from './world.ts';

export function directoryContract(the: Contract): void {
    describe('The directory', () => {
        it('has every number, retired ones too, with what is known of it', async () => {
            const known = { label: `Berlin ${RUN}`, number: nextNumber(), active: true };
            const berlin = { ...known, country: 'DE', language: 'de' };
            const closed = { label: `Closed ${RUN}`, number: nextNumber(), active: false };
            const ids = [await the.world.addNumber(berlin), await the.world.addNumber(closed)];

            const { numbers: found } = await the.load();

            expect(byId(found, ids[0])).toEqual({ id: ids[0], ...berlin });
            expect(byId(found, ids[1])).toEqual({ id: ids[1], ...closed });
            expect(found.every(({ number }) => isE164(number))).toBe(true);
        });

        it('has the agents with their profile and groups, active or not', async () => {
            const groups = [
                await the.world.addGroup(`Sales ${RUN}`, [the.world.agentId]),
                await the.world.addGroup(`Support ${RUN}`, [the.world.agentId])
            ];

            const { agents } = await the.load();

            const agent = byId(agents, the.world.agentId)!;
            expect(agent).toMatchObject({ active: true, profileId: the.world.profileId });
            expect(agent.groupIds).toEqual(expect.arrayContaining(groups));
            expect(byId(agents, the.world.formerAgentId)?.active ?? false).toBe(false);
        });

        it('has assignments to agents and to groups', async () => {
            const numberId = await the.addNumber();
            const agentGroupId = await the.world.addGroup(`Desk ${RUN}`, []);
            await the.world.assign(numberId, { agentId: the.world.agentId });
            await the.world.assign(numberId, { agentGroupId });

            const { assignments } = await the.load();

            expect(assignments.filter((each) => each.numberId === numberId)).toEqual(
                expect.arrayContaining([
                    { numberId, agentId: the.world.agentId },
                    { numberId, agentGroupId }
                ])
            );
        });

        it('has policies with what they set, and without what they leave to others', async () => {
            const principalNumberId = await the.addNumber();
            const settings = {
                principalNumberId,
                defaultCountry: 'DE',
                restrictNumbers: false,
                automateConnect: true,
                whenUnavailable: 'block'
            } as const;
            await the.world.addPolicy(settings);

            const { policies } = await the.load();

            expect(policies.find(({ scopeKey }) => scopeKey === the.world.agentId)).toEqual({
                scope: 'user',
                scopeKey: the.world.agentId,
                ...settings
            });
        });

        it('has rules of every type, with all that they say', async () => {
            const numberId = await the.addNumber();
            const agentGroupId = await the.world.addGroup(`Gold ${RUN}`, []);
            const dialListId = await the.world.addDialList(`Spring ${RUN}`, numberId);
            const base = { priority: 7, active: true, channel: 'any' } as const;
            const rules = [
                { ...base, type: 'numberPrefix', name: 'Germany', prefix: '+49', numberId },
                {
                    ...base,
                    type: 'recordField',
                    name: 'Directors',
                    channel: 'clickToDial',
                    objectApiName: 'Contact',
                    field: 'Title',
                    operator: 'isOneOf',
                    value: 'Director;Manager',
                    numberId,
                    agentGroupId
                },
                {
                    ...base,
                    type: 'recordField',
                    name: 'No title',
                    objectApiName: 'Contact',
                    field: 'Title',
                    operator: 'isBlank',
                    numberId
                },
                {
                    ...base,
                    type: 'dialList',
                    name: 'Spring',
                    channel: 'connect',
                    dialListId,
                    numberId
                },
                { ...base, type: 'dialList', name: 'Any list', channel: 'connect' },
                {
                    ...base,
                    type: 'customSelector',
                    name: 'Gold',
                    selector: 'flow:Gold',
                    active: false
                }
            ] as const;
            const added = [];
            for (const rule of rules) {
                added.push({ ...rule, id: await the.world.addRule(rule) });
            }

            const found = await the.load();

            expect(added.map(({ id }) => byId(found.rules, id))).toEqual(added);
        });

        it('has dial lists, with and without a number', async () => {
            const numberId = await the.addNumber();
            const lists = [
                {
                    id: await the.world.addDialList(`With ${RUN}`, numberId),
                    name: `With ${RUN}`,
                    numberId
                },
                { id: await the.world.addDialList(`Without ${RUN}`), name: `Without ${RUN}` }
            ];

            const { dialLists } = await the.load();

            expect(lists.map(({ id }) => byId(dialLists, id))).toEqual(lists);
        });

        it('tells how far reading it is, up to the last row of each kind', async () => {
            const last = new Map<string, { rows: number; total: number }>();
            const rows = await the.ports.directory.load(({ object, ...far }) =>
                last.set(object, far)
            );
            for (const kind of ['numbers', 'agents', 'assignments', 'rules'] as const) {
                const far = last.get(kind);
                expect(far?.rows, kind).toBe(far?.total);
                expect(far?.rows, kind).toBeGreaterThanOrEqual(rows[kind].length);
            }
        });

        it('is a copy: what is loaded stays as it was', async () => {
            const before: DirectoryRows = await the.load();
            const count = before.numbers.length;
            await the.addNumber();
            expect(before.numbers).toHaveLength(count);
            expect((await the.load()).numbers).toHaveLength(count + 1);
        });
    });
}
