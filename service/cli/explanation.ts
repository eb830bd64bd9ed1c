import parsePhoneNumber from 'libphonenumber-js/min';
import type { Directory, EffectivePolicy, TraceCode, TraceStep } from '#resolver';
import type { DecisionAnswer } from '../types.ts';
import { aligned, MARKS, plain, type Style } from './style.ts';

const CHANNEL_NAMES = { manual: 'Manual', clickToDial: 'Click to dial', connect: 'Connect' };

/** A decision as a person wants to read it: the answer first, then how it came about. */
export function explanation(
    answer: DecisionAnswer,
    asked: { readonly number: string },
    directory: Directory,
    sentences: readonly string[],
    style: Style
): string {
    const agent = directory.agents.get(answer.agentId as never);
    const same = asked.number.trim() === answer.dialedNumber;
    const facts: [string, string][] = [
        ['agent', agent ? `${plain(agent.name)}  ${style.dim(agent.id)}` : answer.agentId],
        [
            'dials',
            readable(answer.dialedNumber) +
                (same ? '' : style.dim(`  from "${plain(asked.number)}"`))
        ],
        ['channel', CHANNEL_NAMES[answer.channel]]
    ];
    const policy = answer.trace.find((step) => step.code === 'POLICY_IN_FORCE');
    if (policy) {
        facts.push(['policy', policyText(policy.policy)]);
    }
    return [
        headline(answer, style),
        `  ${plain(answer.reason)}`,
        '',
        aligned(facts),
        '',
        ...steps(answer.trace, sentences, style),
        ''
    ].join('\n');
}

function headline(answer: DecisionAnswer, style: Style): string {
    if (answer.outcome === 'presented') {
        const { label, number } = answer.callbackNumber;
        return style.green(`${MARKS.good} ${style.bold(plain(label))}  ${readable(number)}`);
    }
    const message = answer.message === undefined ? '' : `: ${plain(answer.message)}`;
    return style.red(
        `${MARKS.bad} ${style.bold('The call is blocked')} (${answer.errorCode})${message}`
    );
}

function policyText(policy: EffectivePolicy): string {
    const yes = (value: boolean) => (value ? 'yes' : 'no');
    return [
        `only assigned numbers: ${yes(policy.restrictNumbers)}`,
        `rules on Click to dial: ${yes(policy.automateClickToDial)}`,
        `on Connect: ${yes(policy.automateConnect)}`,
        `agent may choose: ${yes(policy.agentMayOverride)}`,
        `unavailable: ${policy.whenUnavailable === 'block' ? 'block' : 'use default'}`,
        `country: ${policy.defaultCountry ?? 'none'}`
    ].join(', ');
}

function steps(trace: readonly TraceStep[], sentences: readonly string[], style: Style): string[] {
    const width = String(trace.length).length;
    return trace.map((step, at) => {
        const kind = KINDS[step.code];
        const line = `  ${String(at + 1).padStart(width)}  ${MARKS[kind]} ${sentences[at]}`;
        return kind === 'good'
            ? style.green(line)
            : kind === 'bad'
              ? style.red(line)
              : style.dim(line);
    });
}

/** What a step says to somebody who looks for the one that decided, or for what is broken. */
const KINDS: Readonly<Record<TraceCode, 'good' | 'bad' | 'neutral'>> = {
    AGENT_UNKNOWN: 'bad',
    AGENT_INACTIVE: 'bad',
    POLICY_IN_FORCE: 'neutral',
    THIS_CALL_NOT_GIVEN: 'neutral',
    THIS_CALL_IGNORED: 'neutral',
    THIS_CALL_NOT_CONFIGURED: 'bad',
    THIS_CALL_NOT_AVAILABLE: 'bad',
    THIS_CALL_USED: 'good',
    RULES_NOT_FOR_MANUAL: 'neutral',
    RULES_AUTOMATION_OFF: 'neutral',
    RULES_PREFIX_NONE_MATCHED: 'neutral',
    RULES_PREFIX_NOT_A_FULL_NUMBER: 'neutral',
    RULE_OTHER_CHANNEL: 'neutral',
    RULE_OTHER_GROUP: 'neutral',
    RULE_OTHER_OBJECT: 'neutral',
    RULE_NO_RECORD: 'neutral',
    RULE_FIELD_UNREADABLE: 'bad',
    RULE_FIELD_NOT_MATCHED: 'neutral',
    RULE_NO_DIAL_LIST: 'neutral',
    RULE_DIAL_ENTRY_UNREADABLE: 'bad',
    RULE_OTHER_DIAL_LIST: 'neutral',
    RULE_DIAL_LIST_HAS_NO_NUMBER: 'neutral',
    RULE_SELECTOR_BLANK: 'neutral',
    RULE_SELECTOR_FAILED: 'bad',
    RULE_SELECTOR_REFUSED: 'bad',
    RULE_SELECTOR_NOT_CONFIGURED: 'bad',
    RULE_NUMBER_NOT_AVAILABLE: 'bad',
    RULE_USED: 'good',
    RULES_NONE_APPLIED: 'neutral',
    AGENT_DEFAULT_NOT_SET: 'neutral',
    AGENT_DEFAULT_NOT_AVAILABLE: 'bad',
    AGENT_DEFAULT_USED: 'good',
    PRINCIPAL_NOT_SET: 'bad',
    PRINCIPAL_RETIRED: 'bad',
    PRINCIPAL_USED: 'good'
};

/** `+442079460958` as `+44 20 7946 0958`; what is no telephone number as it is. */
export function readable(number: string): string {
    return parsePhoneNumber(number)?.formatInternational() ?? plain(number);
}
