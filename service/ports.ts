import type { CallHours } from '#hours';
import type {
    AgentId,
    Channel,
    Decision,
    Dial,
    DialEntryFact,
    DialListId,
    DirectoryRows,
    FieldFact,
    NumberId,
    RuleId,
    SelectorFact
} from '#resolver';
import type { CallRefusal } from './telephony/port.ts';

/**
 * What the use cases need from the outside. Each port has two adapters, `memory/` and `jsforce/`,
 * and one contract suite that both pass (`contract/`).
 */

/** Reads all that is configured. @throws ServiceError ORG_UNREACHABLE, ORG_REFUSED */
export interface DirectorySource {
    load(onProgress?: LoadProgress): Promise<DirectoryRows>;
}

/** Called as rows arrive; `total` as far as it is known yet. */
export type LoadProgress = (progress: { object: string; rows: number; total: number }) => void;

/**
 * Says that something in the directory may have changed: it is read anew. Change Data Capture would
 * fit in here too.
 */
export interface DirectoryChanges {
    subscribe(onChange: (reason: string) => void): { close(): void };
}

export interface RecordFieldsRequest {
    readonly objectApiName: string;
    readonly recordId: string;
    readonly fields: readonly string[];
}

/** Reads records for rules. Never throws for one record: what cannot be read is a fact too. */
export interface RecordReader {
    /** Object by the first three characters of its records' ids, as far as the org shows its objects. */
    keyPrefixes(): Promise<ReadonlyMap<string, string>>;
    /** One answer a request, in the same order; by field as it was asked for. */
    readFields(
        requests: readonly RecordFieldsRequest[]
    ): Promise<readonly Readonly<Record<string, FieldFact>>[]>;
    /** One answer an entry id, in the same order. */
    readDialEntries(dialEntryIds: readonly string[]): Promise<readonly DialEntryFact[]>;
}

/**
 * The customer's own logic. Never throws: failing and taking too long are facts. Several requests
 * may become one call of it: a list of 100,000 dials must not use up an org's daily limit.
 */
export interface NumberSelector {
    /** One answer a request, in the same order. */
    select(requests: readonly SelectorRequest[]): Promise<readonly SelectorFact[]>;
}

export interface SelectorRequest {
    readonly ruleId: RuleId;
    /** `flow:Name` or `apex:Name` */
    readonly selector: string;
    readonly dial: Dial;
}

/** The agent's own default; null for none. @throws ServiceError */
export interface PreferenceStore {
    readDefault(agentId: AgentId): Promise<NumberId | null>;
    setDefault(agentId: AgentId, numberId: NumberId | null): Promise<void>;
}

/** An entry of a dial list, as it is at this moment. */
export interface WorkedEntry {
    readonly dialListId: DialListId;
    /** The number to call, as it is written. */
    readonly phone: string;
    readonly recordId?: string;
    /** When the people on its list may be called; missing for at any time. */
    readonly hours?: CallHours;
    /** Who has the entry in progress; missing while nobody does. */
    readonly agentId?: AgentId;
}

/** Undefined where there is no such entry. @throws ServiceError ORG_UNREACHABLE, ORG_REFUSED */
export interface EntryReader {
    read(dialEntryId: string): Promise<WorkedEntry | undefined>;
}

/** One line of the decision log. */
export interface DecisionRecord {
    /** Unique for the dial; writing it again changes nothing but the latest answer. */
    readonly dialKey: string;
    readonly agentId: AgentId;
    /** False where Salesforce knows no such user, so that the lookup must stay empty. */
    readonly agentKnown: boolean;
    readonly channel: Channel;
    readonly dialedNumber: string;
    readonly recordId?: string;
    readonly decision: Decision;
    /** Milliseconds since 1970. */
    readonly decidedAt: number;
    /** Set where a number was decided, and the telephony did not make the call. */
    readonly refusal?: CallRefusal;
}

/** The outcome of one line: written, refused for good, or worth another try. */
export type LogOutcome =
    | { readonly status: 'written' }
    | { readonly status: 'refused'; readonly reason: string }
    | { readonly status: 'retry'; readonly reason: string };

/** Writes up to 200 lines in one request. One outcome a line, in order. Never throws. */
export interface DecisionLog {
    readonly batchSize: number;
    write(records: readonly DecisionRecord[]): Promise<readonly LogOutcome[]>;
}

/**
 * Lines on their way to the log, kept over a restart. Every line has a place; places only grow,
 * and need not be without gaps.
 */
export interface DecisionSpool {
    /** Place of the oldest line that may not be settled yet; `end` where there is none. */
    readonly start: number;
    /** Place of the next line. */
    readonly end: number;
    /** Safe from a kill of this process when it returns the line's place. @throws Error when the disk refuses */
    append(record: DecisionRecord): number;
    /** Lines from a place on, as many as are kept together, and the place after the last of them. */
    read(from: number): {
        readonly lines: readonly { readonly place: number; readonly record: DecisionRecord }[];
        readonly next: number;
    };
    /** Every line before this place is in the log or given up: it need not be kept. */
    settle(before: number): void;
    close(): void;
}

/** Everything the service needs from one org. */
export interface OrgPorts {
    readonly directory: DirectorySource;
    readonly records: RecordReader;
    readonly selector: NumberSelector;
    readonly preferences: PreferenceStore;
    readonly entries: EntryReader;
    readonly log: DecisionLog;
    readonly changes?: DirectoryChanges;
}
