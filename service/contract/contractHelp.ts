import type { AgentGroupId, AgentId, DirectoryRows, E164, NumberId } from '#resolver';
import type { OrgPorts } from '../ports.ts';
import { RUN, type ContractWorld } from './world.ts';

/** Unlikely to be anybody's: the suite also runs against an org that is in use. */
const E164_BASE = 990_000_000_000 + (Date.now() % 1_000_000_000);
let numbers = 0;

export const nextNumber = () => `+${E164_BASE + ++numbers}` as E164;
export const NOT_THERE = '003000000000000AAA';
export const MISSING_ENTRY = 'a06000000000000AAA';
export const STRANGER = '005000000000000AAA' as AgentId;

/** The world under test; there from the first test on. */
export class Contract {
    #world: ContractWorld | undefined;

    get world(): ContractWorld {
        if (!this.#world) {
            throw new Error('The world is made before the first test.');
        }
        return this.#world;
    }

    get ports(): OrgPorts {
        return this.world.ports;
    }

    load(): Promise<DirectoryRows> {
        return this.ports.directory.load();
    }

    addNumber(active = true): Promise<NumberId> {
        return this.world.addNumber({ label: `Number ${RUN}`, number: nextNumber(), active });
    }

    async open(createWorld: () => ContractWorld | Promise<ContractWorld>): Promise<void> {
        this.#world = await createWorld();
    }

    async close(): Promise<void> {
        await this.#world?.close();
    }
}

export function contact(recordId: string, ...fields: string[]) {
    return { objectApiName: 'Contact', recordId, fields };
}

export function byId<Row extends { readonly id: string }>(
    rows: readonly Row[],
    id: NumberId | AgentGroupId | AgentId | string | undefined
): Row | undefined {
    return rows.find((row) => row.id === id);
}
