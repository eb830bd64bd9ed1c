/** Service. A call as it is tried in the simulator, and what is expected of it. */
import type {
    CallbackNumber,
    Channel,
    Decision,
    ErrorCode,
    NumberId,
    Rule,
    RuleId
} from 'c/callbackResolver';

/** A call that somebody might make. Blank means not given. */
export interface SimulatedCall {
    readonly agentId: string;
    readonly channel: Channel;
    /** As dialled, in any format. */
    readonly number: string;
    /** The record dialled from, and its object. */
    readonly recordId: string;
    readonly objectApiName: string;
    readonly dialListId: string;
    readonly dialEntryId: string;
    /** Chosen for this call only. */
    readonly thisCallNumberId: string;
}

export const BLANK_CALL: SimulatedCall = {
    agentId: '',
    channel: 'clickToDial',
    number: '',
    recordId: '',
    objectApiName: '',
    dialListId: '',
    dialEntryId: '',
    thisCallNumberId: ''
};

export type Expected =
    | { readonly outcome: 'presented'; readonly numberId: string }
    | { readonly outcome: 'blocked'; readonly errorCode: string };

/** A call with the decision that somebody expects of it. */
export interface Expectation {
    readonly id: string;
    readonly name: string;
    /** `SystemModstamp` when it was read. */
    readonly seen: string;
    readonly call: SimulatedCall;
    /** Blank where the agent is deleted. */
    readonly agentName: string;
    /** Undefined where the number that was expected is deleted. */
    readonly expected: Expected | undefined;
    /** What the expected number is called; blank where the call should be blocked. */
    readonly numberName: string;
}

/** What numbers and rules are called. A `Directory` will do. */
export interface Names {
    readonly numbers: ReadonlyMap<NumberId, CallbackNumber>;
    readonly rules: ReadonlyMap<RuleId, Rule>;
}

/** What can be said of a call before it is dialled. */
export type Outlook =
    | { readonly kind: 'decided'; readonly decision: Decision }
    /** Only the service can tell, when the call is dialled. */
    | {
          readonly kind: 'open';
          readonly reason: 'selector' | 'hiddenField';
          readonly ruleId: RuleId;
      };

/** What became of an expectation when it was tried. */
export type Verdict =
    | {
          readonly kind: 'passed' | 'changed';
          readonly decision: Decision;
          readonly names: Names;
      }
    | (Extract<Outlook, { kind: 'open' }> & { readonly names: Names })
    /** What it is about was deleted. */
    | { readonly kind: 'unusable'; readonly reason: 'agentGone' | 'numberGone' }
    | { readonly kind: 'failed'; readonly errors: readonly string[] };

export interface Judged {
    readonly expectation: Expectation;
    readonly verdict: Verdict;
    /** With what is saved, where the verdict is about a draft. */
    readonly before?: Verdict;
}

export function expectedOf(decision: Decision): Expected {
    return decision.outcome === 'presented'
        ? { outcome: 'presented', numberId: decision.numberId }
        : { outcome: 'blocked', errorCode: decision.errorCode satisfies ErrorCode };
}

/** Which number, or which error: the way to it may be another one. */
export function verdictOn(expected: Expected, outlook: Outlook, names: Names): Verdict {
    if (outlook.kind === 'open') {
        return { ...outlook, names };
    }
    const { decision } = outlook;
    const passed = isSame(expected, expectedOf(decision));
    return { kind: passed ? 'passed' : 'changed', decision, names };
}

/** Whether the draft makes a difference to this call, as expected or not. */
export function changedByDraft({ verdict, before }: Judged): boolean {
    if (!before || verdict.kind === 'failed' || before.kind === 'failed') {
        return false;
    }
    return 'decision' in verdict && 'decision' in before
        ? !isSame(expectedOf(verdict.decision), expectedOf(before.decision))
        : verdict.kind !== before.kind;
}

function isSame(one: Expected, other: Expected): boolean {
    return one.outcome === 'presented'
        ? other.outcome === 'presented' && one.numberId === other.numberId
        : other.outcome === 'blocked' && one.errorCode === other.errorCode;
}
