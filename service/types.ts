import type {
    Agent,
    AgentId,
    CallbackNumber,
    Channel,
    EffectivePolicy,
    ErrorCode,
    LintFinding,
    RuleId,
    Source,
    TraceStep
} from '#resolver';

import type { WorkedEntry } from './ports.ts';
import type { CallRefusal } from './telephony/port.ts';

/** A call about to be made, as the caller states it. Texts are untrusted; ids may have 15 or 18 characters. */
export interface DialRequest {
    readonly agentId: string;
    readonly channel: Channel;
    /** As dialled, in any format; read with the default country of the agent's policy. */
    readonly number: string;
    readonly recordId?: string;
    /** Checked against the record id; derived from it where missing. */
    readonly objectApiName?: string;
    /** Chosen for this call only; any format. */
    readonly thisCallNumber?: string;
    readonly dialEntryId?: string;
    readonly dialListId?: string;
    /** Up to 64 characters; makes logging idempotent for this agent. Generated where missing. */
    readonly dialKey?: string;
}

/** The decision for one dial, with the words of the ids in it. */
export type DecisionAnswer = {
    readonly dialKey: string;
    readonly agentId: string;
    readonly channel: Channel;
    /** E.164 where the number dialled is a full telephone number, otherwise as dialled. */
    readonly dialedNumber: string;
    readonly decidedAt: string;
    /** One sentence in English: why this number, or why none. */
    readonly reason: string;
    readonly trace: readonly TraceStep[];
} & (
    | {
          readonly outcome: 'presented';
          readonly callbackNumber: CallbackNumber;
          readonly source: Source;
          readonly rule?: RuleRef;
      }
    | {
          readonly outcome: 'blocked';
          readonly errorCode: ErrorCode;
          readonly rule?: RuleRef;
          /** A selector's own words for the agent, with `SELECTOR_ERROR`. */
          readonly message?: string;
      }
);

export interface RuleRef {
    readonly id: RuleId;
    readonly name: string;
}

/** What the ids in a trace are called. */
export interface TraceNames {
    readonly numbers: readonly CallbackNumber[];
    readonly rules: readonly RuleRef[];
}

/** What an agent may present, and what is presented where nothing else is chosen. */
export interface AgentNumbers {
    readonly agent: Pick<Agent, 'id' | 'name' | 'active'>;
    readonly numbers: readonly CallbackNumber[];
    /** The agent's own default, also when it cannot be presented at present. */
    readonly defaultNumber: CallbackNumber | null;
    readonly principalNumber: CallbackNumber | null;
    readonly policy: EffectivePolicy;
}

export interface DirectoryStatus {
    readonly loadedAt: string;
    readonly numbers: number;
    readonly agents: number;
    readonly assignments: number;
    readonly rules: number;
    /** Set while the last reload failed and the one before it is still in use. */
    readonly lastError?: string;
}

/**
 * The library. Ids that Salesforce knows nothing about are a blocked decision in `decide`, and
 * `ServiceError UNKNOWN_AGENT` elsewhere.
 */
export interface CallbackNumberService {
    /** Decides and logs. @throws ServiceError INVALID_DIAL (naming the field), ORG_UNREACHABLE before the first load */
    decide(dial: DialRequest): Promise<DecisionAnswer>;
    /**
     * Logs that the telephony did not make a call that was decided: the line of the decision is
     * written anew with the reason, so that the dial stands in the log once.
     */
    recordRefusal(dial: DialRequest, answer: DecisionAnswer, refusal: CallRefusal): void;
    /** Decides without logging. */
    explain(dial: DialRequest): Promise<DecisionAnswer>;
    /** Decides and logs, in the order given; facts are fetched together. A bad dial yields its error in its place. */
    decideAll(
        dials: Iterable<DialRequest> | AsyncIterable<DialRequest>
    ): AsyncIterable<DecisionAnswer | { readonly error: Error; readonly dialKey?: string }>;
    availableNumbers(agentId: AgentId | string): AgentNumbers;
    /** Writes the agent's default (a number in any format), null clears it. @throws ServiceError NUMBER_NOT_CONFIGURED, NUMBER_NOT_AVAILABLE */
    setDefault(agentId: string, number: string | null): Promise<AgentNumbers>;
    /**
     * Reads the agent's default anew, after they have changed it in Salesforce: the next decision
     * knows it. @throws ServiceError UNKNOWN_AGENT, ORG_UNREACHABLE, ORG_REFUSED
     */
    refreshDefault(agentId: string): Promise<void>;
    /**
     * An entry of a dial list as it is at this moment; undefined where there is none.
     * @throws ServiceError INVALID_DIAL, ORG_UNREACHABLE, ORG_REFUSED
     */
    readEntry(dialEntryId: string): Promise<WorkedEntry | undefined>;
    /** What the ids in a trace are called; what has gone from Salesforce since is left out. */
    namesIn(trace: readonly TraceStep[]): TraceNames;
    lint(): readonly LintFinding[];
    /** Reads the directory anew, now. */
    reload(reason?: string): Promise<DirectoryStatus>;
    status(): DirectoryStatus;
    /** Waits until every decision so far is in the log (or given up). */
    flush(): Promise<void>;
    close(): Promise<void>;
}
