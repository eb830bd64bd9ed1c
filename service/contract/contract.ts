import { afterAll, beforeAll } from 'vitest';
import { changesContract } from './changesContract.ts';
import { Contract } from './contractHelp.ts';
import { decisionLogContract } from './decisionLogContract.ts';
import { directoryContract } from './directoryContract.ts';
import { entryReaderContract } from './entryReaderContract.ts';
import { outageContract } from './outageContract.ts';
import { preferencesContract } from './preferencesContract.ts';
import { recordReaderContract } from './recordReaderContract.ts';
import { selectorContract } from './selectorContract.ts';
import type { ContractWorld } from './world.ts';

/** What every adapter of every port must do. Each `it` adds what it needs and nothing depends on another. */
export function portsKeepTheirContract(
    createWorld: () => ContractWorld | Promise<ContractWorld>
): void {
    const contract = new Contract();
    beforeAll(() => contract.open(createWorld));
    afterAll(() => contract.close());

    directoryContract(contract);
    changesContract(contract);
    recordReaderContract(contract);
    entryReaderContract(contract);
    preferencesContract(contract);
    decisionLogContract(contract);
    selectorContract(contract);
    outageContract(contract);
}
