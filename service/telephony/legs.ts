import { LRUCache } from 'lru-cache';
import { CallRefused } from './port.ts';

/** Far more than there are at once. */
const MOST_CALLS = 10_000;

/** A vendor that takes longer has not answered; whether it called is not known then. */
export const ANSWERS_WITHIN_MS = 5_000;

/** Legs of one kind, by call: the agent's own device, or the person called. */
export interface Legs {
    remember(callId: string, leg: string): void;
    /** @throws CallRefused where no event has told of it yet, or another instance placed the call */
    of(callId: string): string;
}

export function createLegs(): Legs {
    const legs = new LRUCache<string, string>({ max: MOST_CALLS });
    return {
        remember: (callId, leg) => void legs.set(callId, leg),
        of(callId) {
            const leg = legs.get(callId);
            if (leg === undefined) {
                throw new CallRefused(
                    'CALL_NOT_STARTED',
                    'The leg of that call is not known here.'
                );
            }
            return leg;
        }
    };
}
