import { describe } from 'vitest';
import { portsKeepTheirContract } from './contract.ts';
import { createMemoryWorld } from './memoryWorld.ts';
import {
    createLocalWorld,
    createRealWorld,
    SF_CONTRACT_ACCESS_TOKEN,
    SF_CONTRACT_INSTANCE_URL
} from './orgs.ts';

const real = SF_CONTRACT_INSTANCE_URL && SF_CONTRACT_ACCESS_TOKEN;

describe('The ports in memory', () => portsKeepTheirContract(createMemoryWorld));

describe('The ports over jsforce, on the embedded org', () =>
    portsKeepTheirContract(createLocalWorld));

describe.skipIf(!real)(
    real
        ? `The ports over jsforce, on ${SF_CONTRACT_INSTANCE_URL}`
        : 'The ports over jsforce, on a real org (left out: SF_CONTRACT_INSTANCE_URL and SF_CONTRACT_ACCESS_TOKEN are not set)',
    () => portsKeepTheirContract(createRealWorld)
);
