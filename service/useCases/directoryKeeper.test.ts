import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DirectoryRows, NumberId } from '#resolver';
import { ServiceError } from '../errors.ts';
import type { OrgPorts } from '../ports.ts';
import type { MemoryOrg } from '../memory/memoryOrg.ts';
import {
    account,
    ADA,
    BEN,
    BERLIN,
    HEAD_OFFICE,
    LEEDS,
    NOBODY,
    NUMBERS
} from './testing/account.ts';
import { open } from './testing/open.ts';

const dial = { agentId: ADA, channel: 'manual', number: '999' } as const;
const VIENNA = 'a01000000000004AAA' as NumberId;

function addVienna(org: MemoryOrg): void {
    org.rows.numbers.push({
        id: VIENNA,
        label: 'Vienna',
        number: '+4315550100' as never,
        active: true
    });
}

/** Loads that wait until the test lets them go. */
function held() {
    const loads: (() => void)[] = [];
    let holding = false;
    const spy = (ports: OrgPorts): OrgPorts => ({
        ...ports,
        directory: {
            async load(onProgress): Promise<DirectoryRows> {
                const rows = await ports.directory.load(onProgress);
                if (holding) {
                    await new Promise<void>((resolve) => loads.push(resolve));
                }
                return rows;
            }
        }
    });
    return { loads, spy, hold: () => (holding = true), letGo: () => (holding = false) };
}

describe('The directory', () => {
    it('is there when the service is, and says how large it is', async () => {
        const service = await open(account());
        expect(service.status()).toMatchObject({ numbers: 3, agents: 3, assignments: 1, rules: 0 });
        expect(Date.parse(service.status().loadedAt)).toBeGreaterThan(0);
    });

    it('is read anew on demand', async () => {
        const org = account();
        const service = await open(org);
        addVienna(org);
        expect(service.availableNumbers(ADA).numbers).toHaveLength(2);
        expect(await service.reload()).toMatchObject({ numbers: 4 });
        expect(service.availableNumbers(ADA).numbers).toHaveLength(3);
    });

    it('is read anew when something says that it has changed', async () => {
        const org = account();
        let loaded: (reason: string) => void = () => undefined;
        const reloaded = new Promise<string>((resolve) => (loaded = resolve));
        const service = await open(org, {
            onReload: ({ reason }) => reason !== 'start' && loaded(reason)
        });
        addVienna(org);
        org.change('Callback_Number__c changed');
        expect(await reloaded).toBe('Callback_Number__c changed');
        expect(service.status().numbers).toBe(4);
    });

    it('stays in force when a reload fails, and the status says so until one succeeds', async () => {
        const org = account();
        const service = await open(org);
        org.outage = 'The org is away.';
        await expect(service.reload()).rejects.toMatchObject({ code: 'ORG_UNREACHABLE' });
        expect(service.status().lastError).toBe('The org is away.');
        expect(await service.explain(dial)).toMatchObject({ source: 'principal' });
        org.outage = undefined;
        await service.reload();
        expect(service.status().lastError).toBeUndefined();
    });

    it('must be there first: without it there is no service', async () => {
        const org = account();
        org.outage = 'The org is away.';
        await expect(open(org)).rejects.toMatchObject({ code: 'ORG_UNREACHABLE' });
    });

    it('that the org refuses is not asked for again and again', async () => {
        let loads = 0;
        const refusing = open(account(), {}, (ports) => ({
            ...ports,
            directory: {
                load: async () => {
                    loads++;
                    throw new ServiceError('ORG_REFUSED');
                }
            }
        }));
        await expect(refusing).rejects.toMatchObject({ code: 'ORG_REFUSED' });
        expect(loads).toBe(1);
    });

    it('is read once more, not many times, for all who ask during a reload', async () => {
        const { loads, spy, hold, letGo } = held();
        const service = await open(account(), {}, spy);
        hold();
        const first = service.reload();
        await vi.waitFor(() => expect(loads).toHaveLength(1));
        const others = [service.reload(), service.reload(), service.reload()];
        letGo();
        loads[0]();
        await first;
        const results = await Promise.all(others);
        expect(new Set(results).size).toBe(1);
        expect(loads).toHaveLength(1);
    });
});

describe('The directory, as time goes by', () => {
    beforeEach(() => {
        vi.useFakeTimers();
    });
    afterEach(() => {
        vi.useRealTimers();
    });

    it('is read anew periodically, until the service is closed', async () => {
        const org = account();
        const reasons: string[] = [];
        const service = await open(org, {
            reloadEveryMs: 60_000,
            onReload: ({ reason }) => reasons.push(reason)
        });
        await vi.advanceTimersByTimeAsync(200_000);
        expect(reasons).toEqual(['start', 'periodic', 'periodic', 'periodic']);
        await service.close();
        await vi.advanceTimersByTimeAsync(200_000);
        expect(reasons).toHaveLength(4);
    });

    it('is tried again soon after a failure, and ever later', async () => {
        const org = account();
        const failed: string[] = [];
        const service = await open(org, {
            reloadEveryMs: 300_000,
            onReload: ({ reason, error }) => error && failed.push(reason)
        });
        org.outage = 'The org is away.';
        await vi.advanceTimersByTimeAsync(400_000);
        expect(failed.slice(0, 3)).toEqual(['periodic', 'after a failure', 'after a failure']);
        org.outage = undefined;
        await vi.advanceTimersByTimeAsync(400_000);
        expect(service.status().lastError).toBeUndefined();
    });
});

describe('An own default', () => {
    it('counts for the next dial at once, and after a reload', async () => {
        const service = await open(account());
        expect(await service.setDefault(ADA, '0049 30 901820')).toMatchObject({
            agent: { id: ADA, name: 'Ada Obi', active: true },
            defaultNumber: { id: BERLIN },
            principalNumber: { id: HEAD_OFFICE }
        });
        expect(await service.explain(dial)).toMatchObject({ source: 'agentDefault' });
        await service.reload();
        expect(await service.explain(dial)).toMatchObject({ source: 'agentDefault' });
        expect(await service.setDefault(ADA, null)).toMatchObject({ defaultNumber: null });
        expect(await service.explain(dial)).toMatchObject({ source: 'principal' });
    });

    it('that was set in Salesforce counts as soon as it was read anew', async () => {
        const org = account();
        const service = await open(org);
        const place = org.rows.agents.findIndex(({ id }) => id === ADA);
        const { defaultNumberId: _, ...agent } = org.rows.agents[place];
        org.rows.agents[place] = { ...agent, defaultNumberId: BERLIN };
        expect(await service.explain(dial)).toMatchObject({ source: 'principal' });
        await service.refreshDefault(ADA);
        expect(await service.explain(dial)).toMatchObject({ source: 'agentDefault' });
        org.rows.agents[place] = agent;
        await service.refreshDefault(ADA);
        expect(await service.explain(dial)).toMatchObject({ source: 'principal' });
        await expect(service.refreshDefault(NOBODY)).rejects.toMatchObject({
            code: 'UNKNOWN_AGENT'
        });
    });

    it('is not lost to a reload that had read the one before', async () => {
        const { loads, spy, hold } = held();
        const service = await open(account(), {}, spy);
        hold();
        const reload = service.reload();
        await vi.waitFor(() => expect(loads).toHaveLength(1));
        await service.setDefault(ADA, NUMBERS.berlin);
        loads[0]();
        await reload;
        expect(await service.explain(dial)).toMatchObject({ source: 'agentDefault' });
    });

    it.each([
        ['not of the account', ADA, '+442079469999', 'NUMBER_NOT_CONFIGURED'],
        ['retired', ADA, NUMBERS.leeds, 'NUMBER_NOT_AVAILABLE'],
        ['no number', ADA, '', 'INVALID_DIAL'],
        ['not assigned to them', BEN, '+4315550100', 'NUMBER_NOT_AVAILABLE'],
        ['of an agent who is not there', NOBODY, NUMBERS.berlin, 'UNKNOWN_AGENT']
    ])('that is %s is refused, and nothing is written', async (_, agentId, number, code) => {
        const org = account();
        addVienna(org);
        const service = await open(org);
        await expect(service.setDefault(agentId, number)).rejects.toMatchObject({ code });
        expect(org.rows.agents.every(({ defaultNumberId }) => !defaultNumberId)).toBe(true);
    });

    it('that Salesforce does not take changes nothing', async () => {
        const org = account();
        const service = await open(org);
        org.outage = 'The org is away.';
        await expect(service.setDefault(ADA, NUMBERS.berlin)).rejects.toMatchObject({
            code: 'ORG_UNREACHABLE'
        });
        expect(await service.explain(dial)).toMatchObject({ source: 'principal' });
    });
});

describe('The numbers of an agent', () => {
    it('are what they may present', async () => {
        const service = await open(account());
        const labels = (id: string) => service.availableNumbers(id).numbers.map((n) => n.label);
        expect(labels(ADA)).toEqual(['Berlin', 'Head office']);
        expect(labels(BEN)).toEqual(['Berlin', 'Head office']);
        expect(service.availableNumbers(BEN).policy).toMatchObject({ restrictNumbers: true });
        expect(service.availableNumbers(ADA).numbers.some(({ id }) => id === LEEDS)).toBe(false);
    });

    it('are an error for somebody who is not an agent', async () => {
        const service = await open(account());
        expect(() => service.availableNumbers(NOBODY)).toThrow(ServiceError);
        expect(() => service.availableNumbers('x')).toThrow('agentId must be a Salesforce id');
    });
});
