import type { CallHours } from '#hours';
import type {
    AgentGroupId,
    AgentId,
    CallbackNumber,
    Dial,
    DialListId,
    NumberId,
    PolicySettings,
    Rule,
    RuleId,
    SelectorFact
} from '#resolver';
import type { OrgPorts } from '../ports.ts';

type Without<Row, Key extends string> = Row extends unknown ? Omit<Row, Key> : never;

/** A rule as an admin would add it; one that may not be told apart by what `Omit` leaves of a union. */
export type NewRule = Without<Rule, 'id'>;

/** A line of the log as the org keeps it. */
export interface LoggedLine {
    readonly agentId: string | null;
    readonly channel: string;
    readonly dialedNumber: string;
    /** `refused` where the telephony did not make the call. */
    readonly outcome: string;
    readonly presentedNumber: string | null;
    readonly source: string | null;
    readonly ruleId: string | null;
    readonly errorCode: string | null;
    readonly telephonyReason: string | null;
    readonly trace: readonly { readonly code: string }[];
    readonly decidedAt: number;
}

/** What a selector of the suite says to a dial. */
export type SelectorSketch = (dial: Partial<Dial>) => SelectorFact | Promise<SelectorFact>;

/**
 * An org that the suite may fill, and the ports to it under test. Everything the suite adds is
 * taken away again by `close`, since one of the orgs is somebody's own.
 */
export interface ContractWorld {
    readonly ports: OrgPorts;
    /** An active user of the org, with their profile. */
    readonly agentId: AgentId;
    readonly profileId: string;
    /** A user who has left; undefined where the org has none. */
    readonly formerAgentId: AgentId | undefined;
    addNumber(number: Omit<CallbackNumber, 'id'>): Promise<NumberId>;
    addGroup(name: string, members: readonly AgentId[]): Promise<AgentGroupId>;
    assign(
        numberId: NumberId,
        to: { agentId: AgentId } | { agentGroupId: AgentGroupId }
    ): Promise<void>;
    /** A policy for the agent alone. */
    addPolicy(settings: PolicySettings): Promise<void>;
    addRule(rule: NewRule): Promise<RuleId>;
    addDialList(name: string, numberId?: NumberId, hours?: CallHours): Promise<DialListId>;
    /** In progress where an agent is named. */
    addDialEntry(
        dialListId: DialListId,
        entry?: { readonly agentId?: AgentId; readonly recordId?: string }
    ): Promise<string>;
    /** A contact of an account of this industry. */
    addContact(contact: {
        lastName: string;
        leadSource?: string;
        industry?: string;
    }): Promise<string>;
    logged(dialKey: string): Promise<LoggedLine | undefined>;
    /** Undefined where the suite cannot put logic into the org. */
    readonly addSelector: ((selector: string, says: SelectorSketch) => void) | undefined;
    /** Cuts the org off until the answer is called; undefined where that cannot be done. */
    readonly cutOff: (() => () => void) | undefined;
    close(): Promise<void>;
}

/** Milliseconds a selector may take in the suite. */
export const SELECTOR_LIMIT_MS = 300;

/** Milliseconds between two looks for changes. */
export const CHANGES_EVERY_MS = 50;

/** What entries of dial lists are called. */
export const ENTRY_PHONE = '+442079460018';

/** Names this run of the suite, in everything it adds: the org may be in use. */
export const RUN = Date.now().toString(36);
