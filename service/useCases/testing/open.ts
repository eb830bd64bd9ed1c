import { onTestFinished } from 'vitest';
import { createCallbackNumberService, type CallbackNumberServiceOptions } from '../../index.ts';
import type { MemoryOrg } from '../../memory/memoryOrg.ts';
import { memoryPorts } from '../../memory/ports.ts';
import type { OrgPorts } from '../../ports.ts';

type Options = Partial<Omit<CallbackNumberServiceOptions, 'ports' | 'connection'>>;

/** A service over an org in memory, closed when its test ends. `spy` sees, or changes, its ports. */
export async function open(
    org: MemoryOrg,
    options: Options = {},
    spy: (ports: OrgPorts) => OrgPorts = (ports) => ports
) {
    const ports = spy(memoryPorts(org, { selectorTimeoutMs: options.selectorTimeoutMs ?? 200 }));
    const service = await createCallbackNumberService({ ...options, ports });
    onTestFinished(() => service.close());
    return service;
}
