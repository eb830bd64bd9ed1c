import { ServiceError } from '../errors.ts';
import type { CallbackNumberService } from '../types.ts';

export interface WaitingService {
    /** Answers everything with `NOT_READY` until there is a real one to pass it on to. */
    readonly service: CallbackNumberService;
    use(real: CallbackNumberService): void;
}

/**
 * Lets the HTTP server listen from the first moment, also while Salesforce is out of reach: a
 * load balancer then sees "not ready" rather than a closed port.
 */
export function createWaitingService(): WaitingService {
    let real: CallbackNumberService | undefined;
    /** @throws ServiceError NOT_READY */
    const now = (): CallbackNumberService => {
        if (real === undefined) {
            throw new ServiceError('NOT_READY');
        }
        return real;
    };
    return {
        use: (service) => (real = service),
        service: {
            decide: async (dial) => now().decide(dial),
            recordRefusal: (dial, answer, refusal) => now().recordRefusal(dial, answer, refusal),
            explain: async (dial) => now().explain(dial),
            decideAll: (dials) => now().decideAll(dials),
            availableNumbers: (agentId) => now().availableNumbers(agentId),
            setDefault: async (agentId, number) => now().setDefault(agentId, number),
            refreshDefault: async (agentId) => now().refreshDefault(agentId),
            readEntry: async (dialEntryId) => now().readEntry(dialEntryId),
            namesIn: (trace) => now().namesIn(trace),
            lint: () => now().lint(),
            reload: async (reason) => now().reload(reason),
            status: () => now().status(),
            flush: async () => real?.flush(),
            close: async () => real?.close()
        }
    };
}
