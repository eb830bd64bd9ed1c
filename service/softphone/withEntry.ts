import { openingAt } from '#hours';
import type { AgentId, DialListId } from '#resolver';
import type { WorkedEntry } from '../ports.ts';
import { invalid } from '../useCases/readDial.ts';
import { DialRefused } from './dialRefused.ts';
import type { SoftphoneDial } from './dials.ts';

/** A dial whose list and record are those of its entry. */
export type EntryDial = SoftphoneDial & { readonly dialListId?: DialListId };

export interface EntrySurroundings {
    readEntry(dialEntryId: string): Promise<WorkedEntry | undefined>;
    /** As the agent's numbers are read. */
    readNumber(text: string): string;
    /** Milliseconds since 1970. */
    now(): number;
}

/**
 * A page may show an entry that was given to somebody else meanwhile, and a page may lie: the entry
 * is read anew for every dial, and what it says takes the place of what the page says of it.
 * Outside the hours of the list nobody is called, whatever a page believes.
 * @throws DialRefused ENTRY_NOT_TAKEN, ENTRY_FOR_ANOTHER_CALL, ENTRY_OUTSIDE_HOURS
 * @throws ServiceError INVALID_DIAL, ORG_UNREACHABLE, ORG_REFUSED
 */
export async function withEntry(
    agentId: AgentId,
    dial: SoftphoneDial,
    { readEntry, readNumber, now }: EntrySurroundings
): Promise<EntryDial> {
    const { channel, dialEntryId, recordId: _told, objectApiName: _toldToo, ...stated } = dial;
    if ((channel === 'connect') !== (dialEntryId !== undefined)) {
        throw invalid('dialEntryId', 'belongs to the channel connect, and connect needs one');
    }
    if (dialEntryId === undefined) {
        return dial;
    }
    const entry = await readEntry(dialEntryId);
    if (entry?.agentId !== agentId) {
        throw new DialRefused('ENTRY_NOT_TAKEN');
    }
    if (readNumber(entry.phone) !== readNumber(dial.number)) {
        throw new DialRefused('ENTRY_FOR_ANOTHER_CALL');
    }
    if (entry.hours && openingAt(entry.hours, now()).kind !== 'open') {
        throw new DialRefused('ENTRY_OUTSIDE_HOURS');
    }
    const { dialListId, recordId } = entry;
    return {
        ...stated,
        channel,
        dialEntryId,
        dialListId,
        ...(recordId !== undefined && { recordId })
    };
}
