/**
 * The library: decides callback numbers over a jsforce connection.
 *
 * @example
 * const service = await createCallbackNumberService({ connection });
 * const answer = await service.decide({ agentId, channel: 'clickToDial', number: '020 7946 0018' });
 */
import type { Connection } from 'jsforce';
import { jsforcePorts, type JsforcePortsOptions } from './jsforce/ports.ts';
import type { OrgPorts } from './ports.ts';
import { openFileSpool } from './spool/fileSpool.ts';
import {
    createService,
    type ServiceOptions,
    type WatchedService
} from './useCases/createService.ts';
import { createWords } from './words.ts';

export { ServiceError, type ServiceErrorCode } from './errors.ts';
export { connectToOrg } from './jsforce/connection.ts';
export type * from './types.ts';
export type { OrgPorts } from './ports.ts';
export type { WatchedService } from './useCases/createService.ts';

export type CallbackNumberServiceOptions = JsforcePortsOptions &
    Omit<ServiceOptions, 'ports' | 'spool' | 'words'> & {
        /** File that keeps decisions not yet in Salesforce over a restart; for this instance alone. */
        readonly spoolFile?: string;
    } & (
        | { readonly connection: Connection; readonly ports?: undefined }
        | { readonly connection?: undefined; readonly ports: OrgPorts }
    );

/**
 * Resolves when the directory has been read for the first time.
 * @throws ServiceError ORG_UNREACHABLE, ORG_REFUSED
 */
export async function createCallbackNumberService(
    options: CallbackNumberServiceOptions
): Promise<WatchedService> {
    const { spoolFile, connection, ports } = options;
    const words = createWords();
    return createService({
        onRefused: ({ dialKey }, reason) => warn(`Decision ${dialKey} is not logged: ${reason}`),
        onTrouble: (reason) => warn(`Decisions have to wait: ${reason}`),
        ...options,
        ports: ports ?? jsforcePorts(connection, { onWarning: warn, ...options }),
        ...(spoolFile !== undefined && { spool: openFileSpool(spoolFile) }),
        words: (decision, directory) => words.reasonOf(decision, directory)
    });
}

/** Where nobody listens, Node's own warnings say it: a line of the log must not be lost in silence. */
function warn(message: string): void {
    process.emitWarning(message, 'CallbackNumbersWarning');
}
